import { type ErrorDetailsOf, OnshiError } from "../../base/index.ts";
import { usualAnswerId } from "../../messages/index.ts";
import { type Charset, newFreePart, requestFileName } from "../../wire/index.ts";
import { Call, CallEnded, closingSwitch, settledWithin } from "../call.ts";
import { wholeNumber } from "../limits.ts";
import type {
  ExchangeOptions,
  Incoming,
  LateAnswerWanted,
  Outgoing,
  Transport,
  UnreadableHandler,
} from "../transport.ts";
import { AnswerLookout, type Wanted } from "./answer-lookout.ts";
import { CheckIns } from "./check-ins.ts";
import { FolderCheck } from "./folder-check.ts";
import { folderError } from "./folder-error.ts";
import { type FolderSettings, folderSettings, type FolderTransportOptions } from "./options.ts";
import type { FolderRole } from "./paths.ts";
import { folderRoute, incomingFile } from "./received-file.ts";
import { RequestFile } from "./request-file.ts";
import { ResultWatch } from "./result-watch.ts";
import { SteadyDisk } from "./steady-disk.ts";

/** How long a file operation that has already begun may take after its call has ended. */
const lastStepMs = 50;

/** A working terminal takes a request away within seconds (oqs-exchange §2.3, 2). */
const pickUpMs = 5000;

/** How long an answer waits at most for its file to be removed. */
const removalMs = 500;

/**
 * The folder exchange (フォルダ連携) with the terminal's 連携アプリケーション: a request is a file put into `req`, its
 * result a file that appears in `res`, a check-in at the card reader a file pushed into `face`.
 *
 * - A request appears in `req` complete or not at all. When a call is aborted before that, nothing was sent; afterwards the
 *   error carries a `reference` for `awaitAnswer`, as after a time-out. Nothing is ever sent twice.
 * - A result is read only when its content proves it complete. It stays in `res` until `acknowledge()`; an unreadable one
 *   stays for good, as does an `.err` file, until the terminal's own sweep removes them.
 * - Files of others are never touched. `face` must have one reader: a second iteration over `checkIns` of the same
 *   transport is refused.
 *
 * Errors: `config.invalid` at once for a wrong option; from the calls `folder.missing`, `folder.swapped`,
 * `folder.denied`, `folder.full`, `folder.failed`, `folder.rejected` (`.err`), `folder.inUse`, `answer.timeout`
 * (`variant` `notPickedUp`: the request is still in `req`; `incomplete`, `locked`, `unreachable`: what is wrong with
 * `res`), `wire.…` for a broken result, `call.aborted`, `transport.closed`.
 *
 * @param options - folders and times
 * @returns the transport, for `OnshiClient`
 * @see oqs-exchange §2, §6 (Files)
 *
 * @example
 * ```ts
 * import { folderTransport } from "@onshi/core";
 *
 * const transport = folderTransport({ req: "//TERMINAL/OQS/req", res: "//TERMINAL/OQS/res", face: "//TERMINAL/OQS/face" });
 * await transport.close();
 * ```
 */
export function folderTransport(options: FolderTransportOptions): FolderTransport {
  return new FolderExchange(folderSettings(options));
}

/** What {@link folderTransport} makes: a transport with everything that folders can do. */
export interface FolderTransport extends Transport {
  readonly awaitAnswer: NonNullable<Transport["awaitAnswer"]>;
  readonly checkIns: NonNullable<Transport["checkIns"]>;
  /**
   * How many files of the exchange are not where their name belongs, or could not be read: in `req` and `res` when they
   * were first checked, in `face` at the last look for check-ins.
   */
  readonly strayFiles: Readonly<Record<FolderRole, number>>;
}

class FolderExchange implements FolderTransport {
  readonly route = folderRoute;
  readonly format = "xml";
  readonly charset: Charset;
  readonly carriesFiles = true;
  readonly carriesBulk = true;
  readonly testOnly: boolean;
  readonly #settings: FolderSettings;
  readonly #check: FolderCheck;
  readonly #results: ResultWatch;
  readonly #closed = closingSwitch();
  readonly #open = new Set<Promise<unknown>>();
  #isFaceOwned = false;
  #checkIns: CheckIns | undefined;

  constructor(settings: FolderSettings) {
    const { clock, req, res, face, pollMs } = settings;
    const disk = new SteadyDisk(settings.disk, clock, this.#closed.signal);
    this.#settings = { ...settings, disk };
    this.#check = new FolderCheck(disk, clock, { req, res, ...(face === undefined ? {} : { face }) });
    this.charset = settings.charset;
    this.testOnly = settings.testOnly;
    this.#results = new ResultWatch(disk, clock, res, pollMs);
  }

  get strayFiles(): Readonly<Record<FolderRole, number>> {
    const face = this.#checkIns?.strayCount ?? this.#check.strayCount("face");
    return { req: this.#check.strayCount("req"), res: this.#check.strayCount("res"), face };
  }

  newReference(): string {
    return newFreePart(this.#settings.random);
  }

  async exchange(request: Outgoing, options: ExchangeOptions = {}): Promise<Incoming> {
    const { disk, clock, req } = this.#settings;
    const free = options.reference ?? this.newReference();
    const file = new RequestFile(disk, clock, req, requestFileName(request.id, free));
    return this.#within(options, async (call) => {
      try {
        await call.race(this.#check.assertReady("req", "res"));
        await this.#send(call, file, request.bytes);
      } catch (error) {
        throw error instanceof CallEnded ? this.#unfinished(call, file, free) : error;
      }
      return this.#answer(
        call,
        { id: request.id, answerId: request.answerLayout.id, free, streamed: request.streamed },
        file,
      );
    });
  }

  async #send(call: Call, file: RequestFile, bytes: Uint8Array): Promise<void> {
    const sending = file.send(bytes, call.signal);
    try {
      await call.race(sending);
    } finally {
      // Only then is it known whether the request has left; if it has not, its draft is gone.
      await settledWithin(sending, lastStepMs, this.#settings.clock);
    }
  }

  async awaitAnswer(id: string, reference: string, options: LateAnswerWanted = {}): Promise<Incoming> {
    // Both become part of a file name, so neither may point outside the folder.
    requestFileName(id, reference);
    return this.#within(options, async (call) => {
      try {
        await call.race(this.#check.assertReady("res"));
      } catch (error) {
        if (!(error instanceof CallEnded)) throw error;
        throw call.endError({ left: true, reference }) ?? this.#timeout(call, reference, "unreachable");
      }
      return this.#answer(call, {
        id,
        answerId: options.answerId ?? usualAnswerId(id),
        free: reference,
        streamed: options.streamed,
      });
    });
  }

  async *checkIns(
    options: { readonly signal?: AbortSignal; readonly onUnreadable?: UnreadableHandler } = {},
  ): AsyncGenerator<Incoming, void, undefined> {
    const { disk, clock, face: folder, pollMs, maxAnswerBytes: limit } = this.#settings;
    if (folder === undefined) {
      throw new OnshiError("config.invalid", { field: "face", expected: { ja: "フォルダのパス", en: "a folder" } });
    }
    if (this.#closed.signal.aborted || options.signal?.aborted) return;
    if (this.#isFaceOwned) throw new OnshiError("folder.inUse", { folder: "face" });
    this.#isFaceOwned = true;
    const call = new Call({ clock, signal: options.signal, closed: this.#closed.signal });
    try {
      await call.race(this.#check.assertReady("face"));
      this.#checkIns = new CheckIns({ disk, clock, folder, pollMs, limit, onUnreadable: options.onUnreadable }, call);
      yield* this.#checkIns;
    } catch (error) {
      if (!(error instanceof CallEnded)) throw error;
    } finally {
      call.release();
      this.#isFaceOwned = false;
    }
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#open);
  }

  /** Runs a call within its limits, so that `close` can wait for it. */
  async #within<T>({ signal, timeoutMs }: ExchangeOptions, work: (call: Call) => Promise<T>): Promise<T> {
    const { clock, timeoutMs: usualMs } = this.#settings;
    const call = new Call({
      clock,
      signal,
      timeoutMs: wholeNumber("timeoutMs", timeoutMs ?? usualMs),
      closed: this.#closed.signal,
    });
    const ended = call.ending === undefined ? undefined : call.endError({ left: false });
    if (ended) {
      call.release();
      throw ended;
    }
    const running = work(call).finally(() => call.release());
    this.#open.add(running);
    return running.finally(() => this.#open.delete(running));
  }

  async #answer(call: Call, request: Omit<Wanted, "limit">, file?: RequestFile): Promise<Incoming> {
    const { disk, clock, res: folder, maxAnswerBytes, maxBulkBytes } = this.#settings;
    const { answerId, free, streamed } = request;
    const limit = streamed ? maxBulkBytes : maxAnswerBytes;
    const lookout = new AnswerLookout(disk, clock, folder, { ...request, limit });
    const over = new AbortController();
    try {
      if (file) void this.#tellNotPickedUp(call, file, free, over.signal);
      const found = await call.race(this.#results.find(lookout, call.signal));
      const received = { ...found, id: answerId, role: "res", folder } as const;
      return incomingFile(disk, clock, received, { patienceMs: () => removalWithin(call.restMs) });
    } catch (error) {
      if (!(error instanceof CallEnded)) throw afterSending(error, free);
      if (call.ending === "timedOut") lookout.assertNothingBroken();
      throw await this.#noAnswer(call, free, lookout, file);
    } finally {
      over.abort("over");
    }
  }

  /** Somebody at the desk can check the terminal long before the call gives up. */
  async #tellNotPickedUp(call: Call, file: RequestFile, reference: string, over: AbortSignal): Promise<void> {
    const { clock, onNotPickedUp } = this.#settings;
    if (!onNotPickedUp) return;
    await clock.sleep(pickUpMs, over);
    if (over.aborted || !(await file.isWaiting()) || over.aborted) return;
    try {
      onNotPickedUp({ fileName: file.fileName, reference, waitedMs: Math.round(call.waitedMs) });
    } catch {
      // An error in the handler must not end the call.
    }
  }

  /** The error for a call that ended before its request was certainly in `req`. */
  #unfinished(call: Call, file: RequestFile, reference: string): OnshiError {
    if (file.hasLeft || call.ending !== "timedOut") {
      return call.endError({ left: file.hasLeft, reference }) ?? this.#timeout(call, reference);
    }
    // A hanging share: nothing was sent, so no answer is missing.
    return folderError("req", new Error("The folder did not answer in time"), file.fileName);
  }

  async #noAnswer(call: Call, reference: string, lookout?: AnswerLookout, file?: RequestFile): Promise<OnshiError> {
    const ended = call.endError({ left: true, reference });
    if (ended) return ended;
    const obstacle = lookout?.obstacle;
    if (obstacle) return this.#timeout(call, reference, obstacle.variant, obstacle.cause);
    if (this.#results.failure !== undefined) {
      return this.#timeout(call, reference, "unreachable", this.#results.failure);
    }
    let isWaiting = false;
    const asking = file?.isWaiting().then((answer) => (isWaiting = answer));
    if (asking) await settledWithin(asking, lastStepMs, this.#settings.clock);
    return this.#timeout(call, reference, isWaiting ? "notPickedUp" : undefined);
  }

  #timeout(call: Call, reference: string, variant?: TimeoutVariant, cause?: unknown): OnshiError {
    const details = { reference, waitedMs: Math.round(call.waitedMs), ...(variant !== undefined && { variant }) };
    return new OnshiError("answer.timeout", details, { cause });
  }
}

type TimeoutVariant = ErrorDetailsOf["answer.timeout"]["variant"];

/** A call ends in time, whatever a removal does; acknowledging after the call gets a moment of its own. */
function removalWithin(restMs: number): number {
  return restMs > 0 ? Math.max(lastStepMs, Math.min(removalMs, restMs)) : removalMs;
}

/**
 * A folder that fails while the answer is being fetched says nothing about the request: its answer can still be asked
 * for.
 */
function afterSending(error: unknown, reference: string): OnshiError {
  const failure = folderError("res", error);
  return failure.code.startsWith("folder.") && failure.code !== "folder.rejected"
    ? failure.with({ reference })
    : failure;
}
