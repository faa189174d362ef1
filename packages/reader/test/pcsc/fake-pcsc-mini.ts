import { EventEmitter } from "node:events";

/** An error as pcsc-mini throws it. */
export const miniError = (code: string): Error => Object.assign(new Error("Error in native function"), { code });

const present = 32;
const empty = 16;

/** The module, and the test's hands in it. */
export interface FakePcscMini {
  /** Every call of the module. */
  readonly log: string[];
  /** Errors for the next calls, by the name of the call; each is thrown once. */
  readonly failures: Map<string, Error[]>;
  /** Answers of the card, first in, first out. */
  readonly answers: Uint8Array[];
  /** Answers when that list is empty; 9000 without it. */
  readonly card: { answer?: (command: Uint8Array) => Uint8Array };
  /** While set, a transaction is granted only when it resolves. */
  readonly held: { until?: Promise<void> };
  /** Sizes of the buffers for answers. */
  readonly buffers: number[];
  /** What the next client that starts finds. */
  readonly readers: Record<string, boolean>;
  /** Clients that were started. */
  readonly clients: (EventEmitter & { move(name: string, cardPresent: boolean): void; unplug(name: string): void })[];
  readonly module: object;
}

/** A module that behaves as pcsc-mini 0.1.3 does, defects included, and does what the test tells it. */
export function fakePcscMini(found: Readonly<Record<string, boolean>> = { "Reader A": true }): FakePcscMini {
  const readers = { ...found };
  const log: string[] = [];
  const failures = new Map<string, Error[]>();
  const next = async (call: string): Promise<void> => {
    log.push(call);
    const error = failures.get(call.split(" ")[0] ?? "")?.shift();
    if (error !== undefined) throw error;
  };
  let isBusy = false;
  const answers: Uint8Array[] = [];
  const behind: FakePcscMini["card"] = {};
  const held: { until?: Promise<void> } = {};
  const buffers: number[] = [];

  const card = {
    state: async () => (await next("state"), { atr: Uint8Array.of(0x3b, 0x00) }),
    transaction: async () => {
      await next("transaction");
      await held.until;
      return { end: (then: number) => next(`end ${then}`) };
    },
    // Like the real one: throws at once, instead of rejecting, while another call runs.
    transmit: (input: Uint8Array, output: ArrayBuffer) => {
      if (isBusy) throw miniError("CardIsBusy");
      isBusy = true;
      return (async () => {
        try {
          await next(`transmit ${Buffer.from(input).toString("hex")}`);
          await new Promise((resolve) => setImmediate(resolve));
          const answer = answers.shift() ?? behind.answer?.(input) ?? Uint8Array.of(0x90, 0x00);
          buffers.push(output.byteLength);
          const view = new Uint8Array(output, 0, answer.length);
          view.set(answer);
          return view;
        } finally {
          isBusy = false;
        }
      })();
    },
    disconnect: (then: number) => next(`disconnect ${then}`),
  };

  const clients: Client[] = [];
  class Client extends EventEmitter {
    readonly #readers = new Map<string, EventEmitter>();

    start(): void {
      log.push("start");
      const error = failures.get("start")?.shift();
      if (error !== undefined) throw error;
      clients.push(this);
      setImmediate(() => {
        for (const [name, cardPresent] of Object.entries(readers)) this.move(name, cardPresent);
      });
    }

    stop(): void {
      log.push("stop");
    }

    reader(name: string): EventEmitter | undefined {
      return this.#readers.get(name);
    }

    /** A card comes or goes. */
    move(name: string, cardPresent: boolean): void {
      if (!this.#readers.has(name)) {
        const reader = Object.assign(new EventEmitter(), {
          name: () => name,
          connect: async (mode: number) => (await next(`connect ${mode}`), card),
        });
        this.#readers.set(name, reader);
        this.emit("reader", reader);
      }
      const raw = cardPresent ? present : empty;
      // The ATR in this event is wrong in the real module, too.
      this.#readers.get(name)?.emit("change", { has: (flag: number) => (raw & flag) === flag }, Uint8Array.of(0x25, 0));
    }

    unplug(name: string): void {
      this.#readers.get(name)?.emit("disconnect");
      this.#readers.delete(name);
    }
  }

  return {
    log,
    failures,
    answers,
    card: behind,
    held,
    buffers,
    readers,
    clients,
    module: {
      Client,
      CardMode: { SHARED: 2 },
      CardDisposition: { LEAVE: 0, RESET: 1, UNPOWER: 2 },
      ReaderStatus: { PRESENT: present },
    },
  };
}
