import { OnshiError } from "../../base/index.ts";
import { type MessageDeclaration, parseMessageId } from "../../messages/index.ts";
import type {
  CardChallenge,
  CardDoor,
  ExchangeOptions,
  Incoming,
  Outgoing,
  Transport,
  UnreadableHandler,
} from "../../transports/index.ts";
import { type NamedPerson, personsIn, remember } from "./about.ts";
import {
  checkMiddleware,
  type DoorCall,
  type DoorOptions,
  type DoorParts,
  type DoorResult,
  type Occasion,
} from "./call.ts";
import type { DoorOperation } from "./names.ts";
import { neverTwice, throughOnion } from "./onion.ts";
import { Trace } from "./trace.ts";

/** What a transport states about itself; only the door may use it. */
export type TransportFacts = Omit<
  Transport,
  "exchange" | "newReference" | "awaitAnswer" | "checkIns" | "card" | "close"
>;

/** How to wait for a late answer. */
export type LateOptions = DoorOptions &
  Omit<NonNullable<Parameters<NonNullable<Transport["awaitAnswer"]>>[2]>, "reference">;

/** The only way out: every use of the transport passes through here, through middleware and in view of observers. */
export class Door {
  readonly #transport: Transport;
  readonly #parts: DoorParts;

  constructor(transport: Transport, parts: DoorParts) {
    this.#transport = transport;
    this.#parts = parts;
  }

  /** Whether answers can be fetched after their calls have ended. */
  get canAwait(): boolean {
    return this.#transport.awaitAnswer !== undefined;
  }

  /** A handle for a request, if the transport makes its own. */
  newReference(): string | undefined {
    return this.#transport.newReference?.();
  }

  /** Sends a request and waits for its answer. */
  exchange(
    request: Outgoing,
    occasion: Occasion,
    { reference, ...options }: DoorOptions & Pick<ExchangeOptions, "reference">,
  ): Promise<Incoming> {
    const about = (): readonly NamedPerson[] => personsIn(occasion.about);
    const call = this.#call("exchange", occasion, request.id, reference, options);
    return this.#pass(call, about, options, async (limits, trace) => {
      trace.sent();
      const incoming = await this.#transport.exchange(request, {
        ...limits,
        ...(reference !== undefined && { reference }),
      });
      trace.answered();
      return trace.follow(incoming);
    });
  }

  /** @throws OnshiError `transport.unsupported` and what the transport throws */
  awaitAnswer(id: string, reference: string, occasion: Occasion, options: LateOptions): Promise<Incoming> {
    const about = (): readonly NamedPerson[] => personsIn(occasion.about);
    const call = this.#call("awaitAnswer", occasion, id, occasion.isReferenceOurs ? reference : undefined, options);
    const { signal: _signal, timeoutMs: _timeoutMs, middleware: _middleware, ...wanted } = options;
    return this.#pass(call, about, options, async (limits, trace) => {
      if (!this.#transport.awaitAnswer) throw new OnshiError("transport.unsupported", { field: "awaitAnswer" });
      const incoming = await this.#transport.awaitAnswer(id, reference, { ...limits, ...wanted });
      trace.answered();
      return trace.follow(incoming);
    });
  }

  /**
   * The messages pushed into `face`. Each is opened within its call, so that it is known whom it is about.
   *
   * @param open - reads one; what it throws is reported, and passed to `onFault`
   * @throws OnshiError `transport.unsupported` and what transport, middleware and `onFault` throw
   */
  async *checkIns<Item>(
    messageId: string,
    options: DoorOptions & { readonly onUnreadable?: UnreadableHandler },
    open: (incoming: Incoming) => { readonly item: Item; readonly about: object },
    onFault: (error: unknown, incoming: Incoming) => void,
  ): AsyncGenerator<Item, void, undefined> {
    this.assertCheckIns();
    const { signal, onUnreadable } = options;
    const wanted = { ...(signal && { signal }), ...(onUnreadable && { onUnreadable }) };
    for await (const incoming of this.#transport.checkIns?.(wanted) ?? []) {
      let opened: ReturnType<typeof open> | undefined;
      let fault: { readonly error: unknown } | undefined;
      const call = this.#call("checkIns", { call: "checkIns" }, messageId, undefined, options);
      const about = (): readonly NamedPerson[] => personsIn(opened?.about);
      try {
        const delivered = await this.#pass(call, about, options, async (_limits, trace) => {
          const followed = trace.follow(incoming);
          try {
            opened = open(followed);
          } catch (error) {
            fault = { error };
            throw error;
          }
          trace.checkedIn();
          return Promise.resolve(followed);
        });
        opened ??= open(delivered);
      } catch (error) {
        if (error !== fault?.error) throw error;
        onFault(error, incoming);
        continue;
      }
      yield opened.item;
    }
  }

  /** A challenge for a card. @throws OnshiError `transport.unsupported` and what the transport throws */
  challenge(options: DoorOptions): Promise<CardChallenge> {
    const cards = this.#cards();
    const call = this.#call("card.challenge", { call: "card.challenge" }, undefined, undefined, options);
    return this.#pass(
      call,
      () => [],
      options,
      async (limits, trace) => {
        trace.sent();
        const challenge = await cards.challenge(limits);
        trace.answered();
        return challenge;
      },
    );
  }

  /**
   * Checks a card in. The answer is opened within the call, so that it is known whom it is about.
   *
   * @throws OnshiError `transport.unsupported` and what the transport and `open` throw
   */
  async cardCheckIn<Item>(
    body: Parameters<CardDoor["checkIn"]>[0],
    layout: MessageDeclaration,
    options: DoorOptions,
    open: (incoming: Incoming) => { readonly item: Item; readonly about: object },
  ): Promise<Item> {
    const cards = this.#cards();
    let opened: ReturnType<typeof open> | undefined;
    const call = this.#call("card.checkIn", { call: "card.checkIn" }, layout.id, undefined, options);
    const about = (): readonly NamedPerson[] => personsIn(opened?.about);
    const delivered = await this.#pass(call, about, options, async (limits, trace) => {
      trace.sent();
      const incoming = trace.follow(await cards.checkIn(body, layout, limits));
      trace.answered();
      opened = open(incoming);
      trace.checkedIn();
      return incoming;
    });
    return (opened ?? open(delivered)).item;
  }

  /** Releases the transport. */
  close(): Promise<void> {
    return this.#transport.close();
  }

  /** @throws OnshiError `transport.unsupported` */
  assertTakesCards(): void {
    this.#cards();
  }

  /** @throws OnshiError `transport.unsupported` */
  assertCheckIns(): void {
    if (this.#transport.checkIns === undefined) throw new OnshiError("transport.unsupported", { field: "checkIns" });
  }

  #cards(): CardDoor {
    const { card } = this.#transport;
    if (card) return card;
    throw new OnshiError("transport.unsupported", { field: "card" });
  }

  #call(
    operation: DoorOperation,
    { call, consents = [] }: Occasion,
    messageId: string | undefined,
    reference: string | undefined,
    { signal, timeoutMs }: DoorOptions,
  ): DoorCall {
    return {
      at: this.#parts.clock.now().toISOString(),
      operation,
      call,
      // Bytes that are sent as they are may be called anything.
      ...(messageId !== undefined && parseMessageId(messageId) && { messageId }),
      route: this.#transport.route,
      institutionCode: this.#parts.institutionCode,
      ...(reference !== undefined && { reference }),
      consents,
      ...(signal && { signal }),
      ...(timeoutMs !== undefined && { timeoutMs }),
    };
  }

  async #pass<Result extends DoorResult>(
    call: DoorCall,
    about: () => readonly NamedPerson[],
    { middleware: own }: DoorOptions,
    work: (limits: CallLimits, trace: Trace) => Promise<Result>,
  ): Promise<Result> {
    const { clock, middleware, observers } = this.#parts;
    let attempt = 0;
    const core = async ({ signal, timeoutMs }: DoorCall): Promise<Result> => {
      const trace = new Trace(call, ++attempt, clock, observers);
      try {
        return await work({ ...(signal && { signal }), ...(timeoutMs !== undefined && { timeoutMs }) }, trace);
      } catch (error) {
        trace.failed(error);
        throw error;
      }
    };
    const layers = own === undefined ? middleware : [...middleware, ...checkMiddleware(own)];
    if (layers.length === 0) return core(call);
    remember(call, about);
    const isSent = call.operation === "exchange" || call.operation === "card.checkIn";
    return throughOnion(layers, call, isSent ? neverTwice(core) : core);
  }
}

type CallLimits = Pick<ExchangeOptions, "signal" | "timeoutMs">;
