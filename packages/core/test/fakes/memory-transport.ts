import { OnshiError } from "@onshi/core/base";
import { readXml } from "@onshi/core/wire";
import type {
  ExchangeOptions,
  Incoming,
  IncomingContent,
  Outgoing,
  Transport,
  UnreadableHandler,
} from "../../src/transports/index.ts";

/** A message that came in, and how often it was acknowledged. */
export interface Received extends Incoming {
  readonly acknowledged: () => number;
}

/** A message as a transport brings it. */
export function incoming(id: string, xml: string, content?: IncomingContent): Received {
  const rawBytes = new TextEncoder().encode(xml);
  let count = 0;
  return {
    id,
    content: content ?? { format: "xml", document: readXml(rawBytes).root },
    route: "memory",
    fileName: `${id}_0001.xml`,
    rawBytes,
    receivedAt: new Date("2026-11-20T09:15:04+09:00"),
    acknowledge: () => {
      count++;
      return Promise.resolve();
    },
    acknowledged: () => count,
  };
}

/** What a transport answers: a message, or a failure of its own. */
export type Reply = (request: Outgoing, options: ExchangeOptions) => Incoming | Promise<Incoming>;

/** A transport without a door: it remembers what was sent and answers what the test says. */
export class MemoryTransport implements Transport {
  readonly route = "memory";
  readonly format = "xml";
  readonly charset = "utf-8";
  readonly carriesFiles = true;
  readonly carriesBulk = true;
  readonly testOnly: boolean;
  readonly requests: Outgoing[] = [];
  readonly options: ExchangeOptions[] = [];
  readonly asked: (readonly [id: string, reference: string])[] = [];
  /** Check-ins to be pushed, in order. */
  pushed: Incoming[] = [];
  closed = 0;
  readonly #reply: Reply;

  constructor(
    reply: Reply = () => Promise.reject(new OnshiError("answer.timeout", { waitedMs: 0 })),
    testOnly: boolean = true,
  ) {
    this.#reply = reply;
    this.testOnly = testOnly;
  }

  /** What was sent, as the documents that would leave. */
  get sent(): readonly string[] {
    return this.requests.map(({ bytes }) => new TextDecoder().decode(bytes));
  }

  async exchange(request: Outgoing, options: ExchangeOptions = {}): Promise<Incoming> {
    this.requests.push(request);
    this.options.push(options);
    return this.#reply(request, options);
  }

  async awaitAnswer(id: string, reference: string, options: ExchangeOptions = {}): Promise<Incoming> {
    this.asked.push([id, reference]);
    this.options.push(options);
    return this.#reply({ id } as Outgoing, options);
  }

  async *checkIns(options: {
    readonly signal?: AbortSignal;
    readonly onUnreadable?: UnreadableHandler;
  }): AsyncGenerator<Incoming, void, undefined> {
    for (const one of this.pushed) {
      if (options.signal?.aborted) return;
      yield one;
    }
  }

  async close(): Promise<void> {
    this.closed++;
    await Promise.resolve();
  }
}
