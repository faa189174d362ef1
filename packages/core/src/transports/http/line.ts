import type { Socket } from "node:net";
import type { SecureContextOptions } from "node:tls";
import { Client } from "undici";
import { systemClock } from "../../base/index.ts";
import { connector } from "./connector.ts";
import { skipInterim } from "./interim.ts";

/**
 * Some servers close a line right after an answer without a word before. A request that crosses this has an unknown
 * outcome, so a line is used again only after it has stayed open for so long.
 */
const settleMs = 20;

/** How many lines have to outlive that time one after the other before the server is believed to keep its lines. */
const trustAfter = 64;

/** What the lines to a server have taught about it. */
export interface Experience {
  kept: number;
}

/** How a line is made. */
export interface LineOptions {
  readonly origin: string;
  readonly tls: SecureContextOptions | undefined;
  readonly connectMs: number;
  readonly experience: Experience;
}

/** One connection for one call at a time; it is made with the first and gone with the first fault. */
export class Line {
  readonly client: Client;
  readonly #experience: Experience;
  #socket: Socket | undefined;
  #expectAnswer: (() => void) | undefined;
  #quietSince: number | undefined;
  readonly #gone = new AbortController();

  constructor({ origin, tls, connectMs, experience }: LineOptions) {
    this.#experience = experience;
    const connect = connector(tls, connectMs, (socket) => {
      this.#socket = socket;
      // Whoever waits for the connection hears of it; a late error after that is nobody's.
      socket.on("error", () => undefined);
      this.#expectAnswer = skipInterim(socket);
    });
    this.client = new Client(origin, { connect });
    this.client.on("disconnect", () => this.#end()).on("connectionError", () => this.#end());
  }

  /** The connection is no more. */
  get isGone(): boolean {
    return this.#gone.signal.aborted;
  }

  /** An answer has been read to its end. */
  rest(): void {
    this.#quietSince = performance.now();
  }

  /** Waits until it is plain whether the line can carry a request. Lines live in real time, as their timers do. */
  async isAlive(): Promise<boolean> {
    if (this.#quietSince !== undefined) {
      const settling = this.#quietSince + settleMs - performance.now();
      // An end that has arrived already is only seen after a look at the sockets.
      if (settling <= 0) await new Promise((resolve) => setImmediate(resolve));
      else if (this.#experience.kept < trustAfter) {
        await systemClock.sleep(settling, this.#gone.signal);
        if (!this.isGone) this.#experience.kept++;
      }
    }
    this.#expectAnswer?.();
    return !this.isGone;
  }

  /** Lets go of the connection at once, also while it is being made. */
  close(): void {
    this.#gone.abort();
    void this.client.destroy().catch(() => undefined);
    this.#socket?.destroy();
  }

  #end(): void {
    if (this.#quietSince !== undefined && performance.now() - this.#quietSince < settleMs) this.#experience.kept = 0;
    this.close();
  }
}
