import { OnshiError } from "@onshi/core/base";
import { CardGate, type Patience } from "../apdu/gate.ts";
import type { CardChannel, CardDisposition } from "../channel/channel.ts";

/** What work on the card receives. */
export interface Turn {
  readonly gate: CardGate;
  /** True when nothing was sent since the card was powered, so it may be a different card. */
  readonly isFresh: boolean;
}

/**
 * Runs work on a card in transactions, one at a time. After a transaction that ended with `unpower` the next one
 * reconnects; after an error of the channel nothing runs any more.
 */
export class CardConnection {
  readonly #connect: () => Promise<CardChannel>;
  readonly #patience: Patience | undefined;
  #gate: CardGate | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(channel: CardChannel, connect: () => Promise<CardChannel>, patience?: Patience) {
    this.#connect = connect;
    this.#patience = patience;
    this.#gate = this.#gateOver(channel);
  }

  /**
   * Runs `work` in one transaction, which ends as `how` says whatever the outcome.
   *
   * @throws OnshiError `card.sessionClosed` after {@link close} or an error of the channel.
   */
  transaction<T>(how: CardDisposition, work: (turn: Turn) => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => this.#run(how, work));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Disconnects with the card unpowered, after the current transaction. */
  close(): Promise<void> {
    this.#isClosed = true;
    const closing = this.#queue.then(async () => this.#gate?.close("unpower"));
    this.#queue = closing;
    return closing;
  }

  async #run<T>(how: CardDisposition, work: (turn: Turn) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new OnshiError("card.sessionClosed");
    const gate = (this.#gate ??= this.#gateOver(await this.#reconnect()));
    try {
      await gate.begin();
      try {
        return await work({ gate, isFresh: gate.sent === 0 });
      } finally {
        await gate.end(how);
      }
    } finally {
      if (!gate.isUsable) this.#isClosed = true;
      else if (how !== "leave") {
        await gate.close("leave");
        this.#gate = undefined;
      }
    }
  }

  #gateOver(channel: CardChannel): CardGate {
    return new CardGate(channel, this.#patience);
  }

  async #reconnect(): Promise<CardChannel> {
    try {
      return await this.#connect();
    } catch (cause) {
      this.#isClosed = true;
      throw OnshiError.is(cause) ? cause : new OnshiError("card.communication", {}, { cause });
    }
  }
}
