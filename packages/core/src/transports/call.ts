import { setMaxListeners } from "node:events";
import { type Clock, onAbort, OnshiError } from "../base/index.ts";

/** How a call can end before its work is done. */
export type Ending = "aborted" | "timedOut" | "closed";

/** Thrown by {@link Call.race}; the transport turns it into an error that says whether the request has left. */
export class CallEnded extends Error {
  override readonly name = "CallEnded";
}

/** What is known about a request whose call ended early. */
export interface Departure {
  /** The request has left, or may have. */
  readonly left: boolean;
  /** Handle for the late answer. */
  readonly reference?: string;
}

/** What bounds a call. */
export interface CallLimits {
  readonly clock: Clock;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Aborted when the transport is closed. */
  readonly closed: AbortSignal;
}

/** One call with its three ways to end early: the caller's signal, the time-out, the closing of the transport. */
export class Call {
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #timeoutMs: number | undefined;
  /** What to do when the call ends early. */
  readonly #stops = new Set<() => void>();
  /** Removes the listeners from signals that outlive the call. */
  readonly #unfollow: (() => void)[] = [];
  readonly #released = new AbortController();
  #controller: AbortController | undefined;
  #ending: Ending | undefined;
  #cause: unknown;

  constructor({ clock, timeoutMs, signal, closed }: CallLimits) {
    this.#clock = clock;
    this.#startedAt = clock.monotonic();
    this.#timeoutMs = timeoutMs;
    this.#follow(closed, "closed");
    if (signal) this.#follow(signal, "aborted");
    if (timeoutMs !== undefined && !this.#ending) void this.#timeOut(timeoutMs);
  }

  /** Aborted as soon as the call has ended early, whatever the reason. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#ending) this.#controller.abort();
    return this.#controller.signal;
  }

  /** Why the call ended early, if it did. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** How much of its time is left; never below 0. */
  get restMs(): number {
    return Math.max(0, (this.#timeoutMs ?? Infinity) - this.waitedMs);
  }

  /** How long the call has been running. */
  get waitedMs(): number {
    return this.#clock.monotonic() - this.#startedAt;
  }

  /** The work's result, or {@link CallEnded} as soon as the call ends; the work itself continues unobserved. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => reject(new CallEnded());
      if (this.#ending) stop();
      this.#stops.add(stop);
      work.then(
        (result) => {
          this.#stops.delete(stop);
          return resolve(result);
        },
        (error: unknown) => {
          this.#stops.delete(stop);
          // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the work's own reason is passed on as it is
          reject(error);
        },
      );
    });
  }

  /** The error for a call ended by the caller or by the closing of the transport; undefined for a time-out. */
  endError({ left, reference }: Departure): OnshiError | undefined {
    const details = left ? ({ variant: "sent", ...(reference !== undefined && { reference }) } as const) : {};
    if (this.#ending === "aborted") return new OnshiError("call.aborted", details, { cause: this.#cause });
    if (this.#ending === "closed") return new OnshiError("transport.closed", details);
    return undefined;
  }

  /** Removes timer and listeners. Always called at the end, so that nothing piles up on a long-lived signal. */
  release(): void {
    for (const unfollow of this.#unfollow) unfollow();
    // Without a reason, an error with a stack would be created that nobody reads.
    this.#released.abort("released");
  }

  async #timeOut(ms: number): Promise<void> {
    await this.#clock.sleep(ms, this.#released.signal);
    if (!this.#released.signal.aborted) this.#end("timedOut");
  }

  #follow(source: AbortSignal, ending: Ending): void {
    this.#unfollow.push(onAbort(source, () => this.#end(ending, source.reason)));
  }

  #end(ending: Ending, cause?: unknown): void {
    if (this.#ending) return;
    this.#ending = ending;
    this.#cause = cause;
    for (const stop of this.#stops) stop();
    this.#controller?.abort();
  }
}

/** Resolves when the work has settled or after `ms`, whichever comes first. Never rejects. */
export async function settledWithin(work: Promise<unknown>, ms: number, clock: Clock): Promise<void> {
  const over = new AbortController();
  const settled = work.then(
    () => over.abort(),
    () => over.abort(),
  );
  await Promise.race([settled, clock.sleep(ms, over.signal)]);
}

/** The switch that ends all calls of a transport. Any number of calls may listen to it. */
export function closingSwitch(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
