import { OnshiError, throwIfAborted } from "../../base/index.ts";
import type { Incoming } from "../../transports/index.ts";
import { answerIdOf } from "../answer-id.ts";
import { type ClientContext, exchangeOptions, newReference, prepare, transmit } from "../context.ts";
import { judged } from "../door/trace.ts";
import { safeCode } from "../outcome.ts";
import { sealWith } from "../question/keys.ts";
import { unitCheck } from "../question/unit-keys.ts";
import { sourceOf } from "../source.ts";
import { type Bulk, type BulkOptions, type BulkProgress, pauses } from "./bulk.ts";
import type { BulkJournal, BulkRecord } from "./journal.ts";
import { type BulkKind, idsOf, type UnitCheck } from "./kind.ts";
import { openResult, type ResultFile } from "./result-file.ts";

/** A late answer is either there already or will not come: long enough for two looks at the folder. */
const lateAnswerMs = 2000;

/** What an accepted request is made from. */
export interface BulkParts<Unit, Answer> {
  readonly context: ClientContext;
  readonly kind: BulkKind<Unit, Answer>;
  readonly journal: BulkJournal;
  readonly record: BulkRecord & { readonly receptionNumber: string };
  readonly options: BulkOptions;
}

/** A bulk request the centre has accepted: asks, waits, delivers. */
export class BulkRequest<Unit, Answer> implements Bulk<Answer> {
  readonly receptionNumber: string;
  declare readonly receivedAt?: string;
  readonly #parts: BulkParts<Unit, Answer>;
  #record: BulkRecord;
  #progress: BulkProgress;

  constructor(parts: BulkParts<Unit, Answer>) {
    const { record } = parts;
    this.#parts = parts;
    this.#record = record;
    this.receptionNumber = record.receptionNumber;
    if (record.receivedAt !== undefined) this.receivedAt = record.receivedAt;
    const { state, count } = record;
    this.#progress = { state, ...(count !== undefined && { asked: count }), polls: 0, delivered: 0 };
  }

  get progress(): BulkProgress {
    return this.#progress;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Answer, void, undefined> {
    const { context, kind } = this.#parts;
    const { incoming, result } = await this.#result();
    const { header } = result;
    const source = sourceOf(context, incoming, header.executedAt);
    const institutionCode = header.institutionCode ?? context.institutionCode;
    await this.#note({ state: "ready" }, { ...countsOf(result), delivered: 0 });
    for await (const { unit, problems } of result.units()) {
      this.#tell({ delivered: this.#progress.delivered + 1 });
      const { consentOptions } = context;
      yield kind.answerOf(unit, { source, institutionCode, problems, consentOptions });
    }
    // Noted first: a result removed but not noted would be asked for again; the other way round does no harm.
    await this.#note({ state: "delivered", poll: undefined });
    await incoming.acknowledge().catch(leaveBehind);
  }

  /** Asks until there is a result (oqs-exchange §2.4). */
  async #result(): Promise<{ readonly incoming: Incoming; readonly result: ResultFile<Unit> }> {
    const { context, options } = this.#parts;
    const signals = options.signal ? [options.signal, context.closing] : [context.closing];
    // Known before anybody waits for a result that could not be delivered.
    await this.#check();
    for (const pause of pauses(options)) {
      const incoming = (await this.#lateAnswer()) ?? (await this.#poll());
      const result = await judged(incoming, () => this.#judge(incoming));
      if (result.header.segmentOfResult === "completed") return { incoming, result };
      await this.#note({ state: "waiting", poll: undefined });
      await incoming.acknowledge().catch(leaveBehind);
      await context.clock.sleep(pause, AbortSignal.any(signals));
      context.assertOpen();
      throwIfAborted(options.signal);
    }
    throw new TypeError("the pauses have no end");
  }

  /** A result of this request, or the word that it is not there yet. */
  async #judge(incoming: Incoming): Promise<ResultFile<Unit>> {
    const { context, kind } = this.#parts;
    const result = await openResult(context, kind, incoming, await this.#check());
    this.#assertOwn(result, incoming);
    if (result.header.segmentOfResult !== "completed") await this.#assertProcessing(result, incoming);
    return result;
  }

  /** The same check, no matter who sent the request and when: by the digests in the journal. */
  async #check(): Promise<UnitCheck<Unit> | undefined> {
    const { context, kind, journal, options, record } = this.#parts;
    const { keysOf } = kind;
    if (!keysOf) return undefined;
    const known = await journal.keys(record.reference);
    const key = known && (await context.siteKeys.byId(known.keyId));
    if (known && key) {
      const see = unitCheck(known, sealWith(key.bytes, record.reference));
      return { see: (unit) => see(keysOf(unit)) };
    }
    if (options.acceptUnchecked === true) return undefined;
    throw new OnshiError("answer.unchecked", { field: "acceptUnchecked" });
  }

  /** Each time it is asked with a new file and the same number (oqs-exchange §2.4). */
  async #poll(): Promise<Incoming> {
    const { context, kind, options } = this.#parts;
    const { poll, result } = idsOf(context.codec, kind);
    const { institutionCode } = context;
    const request = prepare(
      context,
      { request: poll, answer: result },
      { header: { institutionCode }, body: { receptionNumber: this.receptionNumber } },
    );
    const reference = newReference(context);
    await this.#note({ poll: reference }, { polls: this.#progress.polls + 1 });
    const occasion = { call: `bulk.${kind.name}` } as const;
    return transmit(context, { ...request, streamed: true }, occasion, { ...options, reference });
  }

  /** The answer to a question asked by an earlier iteration or program: it may still be there (oqs-exchange §2.3, 6). */
  async #lateAnswer(): Promise<Incoming | undefined> {
    const { context, kind, options } = this.#parts;
    const { poll } = this.#record;
    if (poll === undefined || !context.door.canAwait) return undefined;
    const { id } = context.codec.layout(idsOf(context.codec, kind).poll);
    const answerId = answerIdOf(context.codec, id);
    const wait = { ...exchangeOptions(context, options), timeoutMs: lateAnswerMs, streamed: true, answerId };
    try {
      return await context.door.awaitAnswer(id, poll, { call: `bulk.${kind.name}`, isReferenceOurs: true }, wait);
    } catch (error) {
      if (OnshiError.is(error) && (error.code === "call.aborted" || error.code === "transport.closed")) throw error;
      return undefined;
    }
  }

  /** An answer with another number must never reach the charts (oqs-exchange §4.4). */
  #assertOwn({ header }: ResultFile<Unit>, { rawBytes }: Incoming): void {
    const { receptionNumber } = header;
    if (receptionNumber === undefined || receptionNumber.trim() === this.receptionNumber.trim()) return;
    throw new OnshiError("answer.mismatch", { path: "header.receptionNumber" }, { rawBytes });
  }

  async #assertProcessing({ header }: ResultFile<Unit>, { rawBytes }: Incoming): Promise<void> {
    if (header.segmentOfResult === "processing") return;
    // A code without the segment says the same: the centre failed.
    if (header.segmentOfResult === undefined && header.errorCode === undefined) {
      throw new OnshiError("wire.missing", { path: "header.segmentOfResult" }, { rawBytes });
    }
    const centreCode = safeCode(header.errorCode);
    const code = centreCode === undefined ? {} : { centreCode };
    await this.#note({ state: "failed", ...code });
    throw new OnshiError("centre.failed", code, { rawBytes });
  }

  async #note(
    change: { [Key in keyof BulkRecord]?: BulkRecord[Key] | undefined },
    progress: Partial<BulkProgress> = {},
  ): Promise<void> {
    const { context, journal } = this.#parts;
    const updatedAt = context.clock.now().toISOString();
    this.#record = { ...this.#record, ...change, updatedAt } as BulkRecord;
    await journal.put(this.#record);
    this.#tell({ ...progress, state: this.#record.state });
  }

  #tell(progress: Partial<BulkProgress>): void {
    this.#progress = { ...this.#progress, ...progress };
    this.#parts.options.onProgress?.(this.#progress);
  }
}

/** The terminal sweeps a file that stays; the answers are still good. */
function leaveBehind(error: unknown): void {
  if (!OnshiError.is(error)) throw error;
}

function countsOf<Unit>({ header, unitCount }: ResultFile<Unit>): Partial<BulkProgress> {
  const { total = String(unitCount), completed, errors } = header;
  return {
    total: Number(total),
    ...(completed !== undefined && { completed: Number(completed) }),
    ...(errors !== undefined && { errors: Number(errors) }),
  };
}
