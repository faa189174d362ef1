import { type Clock, onAbort, OnshiError, systemClock } from "../base/index.ts";
import type { AnswerIdOf, RequestId } from "../client/send.ts";
import { checkInId, declarations, type MessageTypes, usualAnswerId } from "../messages/index.ts";
import type { ExchangeOptions, Incoming, IncomingContent, Outgoing, Transport } from "../transports/index.ts";
import { type Codec, createCodec, type MessageId, readXml, writeXml } from "../wire/index.ts";

/** What the scripted centre says to one request. */
export type ScriptedReply<Answer extends MessageId> =
  /** A typed message; what it leaves out is not there. */
  | { readonly message: MessageTypes[Answer] }
  /** A document as it is, also one nobody can read. */
  | { readonly xml: string | Uint8Array }
  /** A file. */
  | { readonly pdf: Uint8Array }
  /** No answer in time, after which the next reply is the late answer; or any other error of a transport. */
  | { readonly error: "answer.timeout" | Error };

/** A reply, or a function that makes one of the request. */
export type ScriptedAnswer<Id extends RequestId> =
  | ScriptedReply<AnswerIdOf<Id>>
  | ((request: MessageTypes[Id]) => ScriptedReply<AnswerIdOf<Id>> | Promise<ScriptedReply<AnswerIdOf<Id>>>);

/** What the other side does in a test. */
export interface Script {
  /** By file id of the request: one answer for every request, or a list with one for each. */
  readonly answers?: { readonly [Id in RequestId]?: ScriptedAnswer<Id> | readonly ScriptedAnswer<Id>[] };
  /** Patients who have used the reader at the desk. */
  readonly checkIns?: readonly MessageTypes[typeof checkInId][];
  /** By which answers are dated. Default: the machine's. */
  readonly clock?: Clock;
}

/** A request that was sent. */
export type SentRequest = {
  readonly [Id in RequestId]: {
    readonly id: Id;
    readonly message: MessageTypes[Id];
    readonly options: ExchangeOptions;
  };
}[RequestId];

/** What {@link scriptedTransport} makes. */
export interface ScriptedTransport extends Transport {
  /** Every request, in order. */
  readonly sent: readonly SentRequest[];
  /** Whether the client has let go of it. */
  readonly isClosed: boolean;
  /** Another patient uses the reader; comes again in every iteration until it is acknowledged. */
  checkIn(message: MessageTypes[typeof checkInId]): void;
}

/**
 * A transport that answers what a test says, for tests of a product that never leave the process. Requests and answers
 * pass through the same reader and writer as real ones. It is a test centre: only numbers of prefecture 99.
 *
 * A request without an answer in the script is a mistake of the test, and an error that says so.
 *
 * @example
 * ```ts
 * import { OnshiClient } from "@onshi/core";
 * import { scriptedTransport } from "@onshi/core/testing";
 *
 * const transport = scriptedTransport({
 *   answers: {
 *     OQSsiquc01req: [
 *       { error: "answer.timeout" },
 *       { message: { header: { segmentOfResult: "completed" }, body: { qualificationValidity: "notFound" } } },
 *     ],
 *   },
 * });
 * const onshi = new OnshiClient({ institutionCode: "9910000000", transport });
 * const question = { insurerNumber: "990010", number: "0005678", birthdate: "1980-01-31" };
 * await onshi.eligibility.verify(question).catch(() => undefined);
 * console.log(transport.sent[0]?.id, (await onshi.eligibility.verify(question)).validity); // OQSsiquc01req notFound
 * ```
 */
export function scriptedTransport(script: Script = {}): ScriptedTransport {
  return new Scripted(script);
}

type AnyAnswer =
  | ScriptedReply<MessageId>
  | ((request: unknown) => ScriptedReply<MessageId> | Promise<ScriptedReply<MessageId>>);

class Scripted implements ScriptedTransport {
  readonly route = "folder";
  readonly format = "xml";
  readonly charset = "utf-8";
  readonly carriesFiles = true;
  readonly carriesBulk = true;
  readonly testOnly = true;
  readonly sent: SentRequest[] = [];
  isClosed: boolean = false;
  readonly #codec: Codec = createCodec(declarations);
  readonly #answers: Map<string, AnyAnswer | AnyAnswer[]>;
  readonly #clock: Clock;
  #waiting: Incoming[] = [];
  readonly #sleepers: Set<() => void> = new Set();

  constructor({ answers = {}, checkIns = [], clock = systemClock }: Script) {
    this.#clock = clock;
    this.#answers = new Map(
      Object.entries(answers).map(([id, answer]) => {
        this.#codec.layout(id);
        return [id, Array.isArray(answer) ? [...answer] : answer] as [string, AnyAnswer | AnyAnswer[]];
      }),
    );
    for (const message of checkIns) this.checkIn(message);
  }

  async exchange(request: Outgoing, options: ExchangeOptions = {}): Promise<Incoming> {
    const id = request.id as RequestId;
    const { message } = this.#codec.decode(id, readXml(request.bytes).root);
    this.sent.push({ id, message, options } as SentRequest);
    return this.#reply(id, request.answerLayout.id, message, options);
  }

  async awaitAnswer(
    id: string,
    reference: string,
    { answerId, timeoutMs = 0 }: ExchangeOptions & { readonly answerId?: string } = {},
  ): Promise<Incoming> {
    const asked = this.sent.find((one) => one.id === id && one.options.reference === reference);
    return this.#reply(id, answerId ?? usualAnswerId(id), asked?.message, { reference, timeoutMs });
  }

  async *checkIns({ signal }: { readonly signal?: AbortSignal } = {}): AsyncGenerator<Incoming, void, undefined> {
    const seen = new Set<Incoming>();
    const isOver = (): boolean => this.isClosed || signal?.aborted === true;
    const leave = signal && onAbort(signal, () => this.#wake());
    try {
      while (!isOver()) {
        const next = this.#waiting.find((one) => !seen.has(one));
        if (next) {
          seen.add(next);
          yield next;
        } else await new Promise<void>((resolve) => this.#sleepers.add(resolve));
      }
    } finally {
      leave?.();
    }
  }

  checkIn(message: MessageTypes[typeof checkInId]): void {
    const bytes = writeXml(this.#codec.encode(checkInId, message));
    const incoming = this.#document(checkInId, bytes, () => {
      this.#waiting = this.#waiting.filter((one) => one !== incoming);
    });
    this.#waiting.push(incoming);
    this.#wake();
  }

  close(): Promise<void> {
    this.isClosed = true;
    this.#wake();
    return Promise.resolve();
  }

  /** Whoever waits looks again. */
  #wake(): void {
    const sleepers = [...this.#sleepers];
    this.#sleepers.clear();
    for (const resolve of sleepers) resolve();
  }

  async #reply(
    id: string,
    answerId: string,
    request: unknown,
    { reference, timeoutMs = 0 }: ExchangeOptions,
  ): Promise<Incoming> {
    if (this.isClosed) throw new OnshiError("transport.closed");
    const answer = this.#next(id);
    const reply = typeof answer === "function" ? await answer(request) : answer;
    if ("error" in reply) {
      const { error } = reply;
      if (error !== "answer.timeout") throw error;
      throw new OnshiError(error, { waitedMs: timeoutMs, ...(reference !== undefined && { reference }) });
    }
    if ("pdf" in reply) return this.#incoming(answerId, reply.pdf, { format: "pdf", bytes: reply.pdf });
    if ("xml" in reply) {
      const bytes = typeof reply.xml === "string" ? new TextEncoder().encode(reply.xml) : reply.xml;
      return this.#document(answerId, bytes);
    }
    return this.#document(answerId, writeXml(this.#codec.encode(answerId, reply.message)));
  }

  #next(id: string): AnyAnswer {
    const answers = this.#answers.get(id);
    const next = Array.isArray(answers) ? answers.shift() : answers;
    if (next !== undefined) return next;
    const count = this.sent.filter((one) => one.id === id).length;
    throw new Error(`scriptedTransport: the script has no answer for ${id} (request ${count})`);
  }

  #document(id: string, bytes: Uint8Array, acknowledged?: () => void): Incoming {
    return this.#incoming(id, bytes, { format: "xml", document: readXml(bytes).root }, acknowledged);
  }

  #incoming(id: string, rawBytes: Uint8Array, content: IncomingContent, acknowledged?: () => void): Incoming {
    return {
      id,
      content,
      route: this.route,
      rawBytes,
      receivedAt: this.#clock.now(),
      acknowledge: () => {
        acknowledged?.();
        return Promise.resolve();
      },
    };
  }
}
