import { createConnection, type Socket } from "node:net";
import { type Clock, systemClock } from "@onshi/core/base";
import type { VirtualCard } from "./virtual-card.ts";
import { vpcdControl, vpcdFrame, VpcdFrames } from "./vpcd-frames.ts";

/** The part of a virtual card that the link needs. */
export type VpcdCard = Pick<VirtualCard, "atr" | "powerOn" | "powerOff" | "reset" | "transmit">;

/** Where vpcd listens, and further options of a link. */
export interface VpcdLinkOptions {
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: 35963, the first slot of vpcd; the second listens one higher. */
  readonly port?: number;
  /** Source of time for reconnecting. Default: the machine's own. */
  readonly clock?: Pick<Clock, "sleep">;
  /** Called when vpcd has accepted the card (`true`) and when the connection is lost (`false`). */
  readonly onConnection?: (connected: boolean) => void;
}

/** A virtual reader's slot, seen from the card. */
export interface VpcdLink {
  /**
   * Puts the card on the reader, replacing one that is there. While it is there, a lost connection is restored. Resolves
   * when vpcd has accepted the connection, or when the card was removed before that. PC/SC takes up to a second more to
   * see the card; one inserted right after another was removed may go unseen: remove it and insert it again.
   */
  insert(card: VpcdCard): Promise<void>;
  /** Removes the card, which cuts its power. */
  remove(): Promise<void>;
}

/** Waits between attempts to connect. */
const firstDelayMs = 100;
const longestDelayMs = 2_000;

/**
 * Puts virtual cards into the virtual PC/SC reader of vsmartcard (`vpcd`), so that any PC/SC program sees them as real
 * cards. The card connects out to the reader (`jpki-card §2.8`).
 *
 * @example
 * ```ts
 * import { createPersonaCard, vpcdLink } from "@onshi/mock-server/card";
 *
 * const link = vpcdLink({ host: "127.0.0.1", port: 35963 });
 * void link.insert(createPersonaCard("insured-valid")); // keeps trying until vpcd is there
 * await link.remove();
 * ```
 */
export function vpcdLink(options: VpcdLinkOptions = {}): VpcdLink {
  let onReader: InsertedCard | undefined;
  const remove = async (): Promise<void> => {
    const leaving = onReader;
    onReader = undefined;
    await leaving?.remove();
  };
  return {
    insert(card) {
      // Known at once, so that a removal right behind it finds it; it waits for the card before it to be gone.
      onReader = new InsertedCard(card, options, remove());
      return onReader.taken;
    },
    remove,
  };
}

/** One card on the reader, from insertion to removal. */
class InsertedCard {
  readonly taken: Promise<void>;
  readonly #card: VpcdCard;
  readonly #options: VpcdLinkOptions;
  readonly #removed = new AbortController();
  readonly #ended: Promise<void>;
  #isTaken: () => void = () => undefined;

  constructor(card: VpcdCard, options: VpcdLinkOptions, free: Promise<void>) {
    this.#card = card;
    this.#options = options;
    this.taken = new Promise((resolve) => (this.#isTaken = resolve));
    this.#ended = this.#stay(free);
  }

  remove(): Promise<void> {
    this.#removed.abort();
    return this.#ended;
  }

  async #stay(free: Promise<void>): Promise<void> {
    await free;
    const { clock = systemClock } = this.#options;
    const { signal } = this.#removed;
    let delay = firstDelayMs;
    while (!signal.aborted) {
      if (await this.#connectOnce()) delay = firstDelayMs;
      await clock.sleep(delay, signal);
      delay = Math.min(delay * 2, longestDelayMs);
    }
    this.#isTaken();
  }

  /** One connection from beginning to end; false when it was never established. */
  #connectOnce(): Promise<boolean> {
    const { host = "127.0.0.1", port = 35_963, onConnection } = this.#options;
    const { signal } = this.#removed;
    return new Promise((resolve) => {
      const socket = createConnection({ host, port, noDelay: true });
      const leave = (): void => void socket.destroy();
      let isConnected = false;
      signal.addEventListener("abort", leave, { once: true });
      socket.on("connect", () => {
        isConnected = true;
        onConnection?.(true);
        this.#isTaken();
      });
      // "close" follows and says everything.
      socket.on("error", () => undefined);
      socket.on("close", () => {
        signal.removeEventListener("abort", leave);
        this.#card.powerOff();
        if (isConnected) onConnection?.(false);
        resolve(isConnected);
      });
      serve(socket, this.#card);
    });
  }
}

/** Answers in the order of the requests; the card computes synchronously, so nothing overtakes. */
function serve(socket: Socket, card: VpcdCard): void {
  const frames = new VpcdFrames();
  socket.on("data", (chunk) => {
    try {
      for (const message of frames.take(chunk)) {
        const answer = react(card, message);
        if (answer !== undefined) socket.write(vpcdFrame(answer));
      }
    } catch {
      // A card that fails instead of answering counts as removed.
      socket.destroy();
    }
  });
}

function react(card: VpcdCard, message: Uint8Array): Uint8Array | undefined {
  if (message.length > 1) return card.transmit(message);
  switch (message[0]) {
    case vpcdControl.powerOff:
      card.powerOff();
      return undefined;
    case vpcdControl.powerOn:
      card.powerOn();
      return undefined;
    case vpcdControl.reset:
      card.powerOn();
      card.reset();
      return undefined;
    case vpcdControl.requestAtr:
      return card.atr;
    default:
      return undefined;
  }
}
