import type { Socket } from "node:net";
import type { SecureContextOptions } from "node:tls";
import { Client } from "undici";
import { systemClock } from "../../base/index.ts";
import { connector } from "./connector.ts";
import { skipInterim } from "./interim.ts";

/**
 * Some servers close a connection right after an answer without announcing it. A request sent at that moment has an
 * unknown outcome, so a connection is reused only after it has stayed open for this long.
 */
const settleMs = 20;

/** How many connections in a row have to stay open that long before the server is trusted to keep them open. */
const trustAfter = 64;

/** What the connections to a server have shown about it. */
export interface Experience {
  kept: number;
}

/** How to make a connection. */
export interface LineOptions {
  readonly origin: string;
  readonly tls: SecureContextOptions | undefined;
  readonly connectMs: number;
  readonly experience: Experience;
}

/** One connection for one call at a time: opened with the first call, dropped at the first fault. */
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
      // Whoever waits for the connection is told; nobody needs an error that comes after that.
      socket.on("error", () => undefined);
      this.#expectAnswer = skipInterim(socket);
    });
    this.client = new Client(origin, { connect });
    this.client.on("disconnect", () => this.#end()).on("connectionError", () => this.#end());
  }

  /** The connection is gone. */
  get isGone(): boolean {
    return this.#gone.signal.aborted;
  }

  /** It has carried a call before. */
  get isKept(): boolean {
    return this.#quietSince !== undefined;
  }

  /** An answer has been read to its end. */
  rest(): void {
    this.#quietSince = performance.now();
  }

  /**
   * Waits until it is clear whether the connection can carry a request. Connections live in real time, as do their
   * timers.
   */
  async isAlive(): Promise<boolean> {
    if (this.#quietSince !== undefined) {
      const settling = this.#quietSince + settleMs - performance.now();
      const isNew = settling > 0 && this.#experience.kept < trustAfter;
      if (isNew) await systemClock.sleep(settling, this.#gone.signal);
      // An end that has arrived already is only seen after a look at the sockets.
      if (isNew || settling <= 0) await new Promise((resolve) => setImmediate(resolve));
      if (isNew && !this.isGone) this.#experience.kept++;
    }
    this.#expectAnswer?.();
    return !this.isGone;
  }

  /** Drops the connection at once, even while it is being made. */
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
