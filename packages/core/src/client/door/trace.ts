import { type Clock, isCentreCode, OnshiError } from "../../base/index.ts";
import type { Incoming } from "../../transports/index.ts";
import type { DoorCall } from "./call.ts";
import type { FailedEvent, SentEvent } from "./events.ts";
import type { Observers } from "./observers.ts";

const trace: unique symbol = Symbol("trace");

/** A message with the attempt that returned it; copies keep the link. */
interface Traced extends Incoming {
  readonly [trace]?: Trace;
}

/** One attempt of a call, as reported to observers. */
export class Trace {
  readonly #call: DoorCall;
  readonly #attempt: number;
  readonly #clock: Clock;
  readonly #observers: Observers;
  readonly #startedAt: number;

  constructor(call: DoorCall, attempt: number, clock: Clock, observers: Observers) {
    this.#call = call;
    this.#attempt = attempt;
    this.#clock = clock;
    this.#observers = observers;
    this.#startedAt = clock.monotonic();
  }

  sent(): void {
    const common = (): Omit<SentEvent, "type"> => this.#common();
    this.#observers.tell("sent", common);
    for (const consent of this.#call.consents) this.#observers.tell("consentUsed", () => ({ ...common(), consent }));
  }

  answered(): void {
    this.#observers.tell("answered", () => this.#timed());
  }

  checkedIn(): void {
    this.#observers.tell("checkedIn", () => this.#timed());
  }

  failed(error: unknown): void {
    this.#observers.tell("failed", () => ({ ...this.#timed(), ...codeOf(error) }));
  }

  /** The message, reporting when it is safe with its owner. */
  follow(incoming: Incoming): Incoming {
    let isTold = false;
    const acknowledge = async (): Promise<void> => {
      try {
        await incoming.acknowledge();
      } catch (error) {
        this.failed(error);
        throw error;
      }
      if (isTold) return;
      isTold = true;
      this.#observers.tell("acknowledged", () => this.#timed());
    };
    return { ...incoming, acknowledge, [trace]: this } as Incoming;
  }

  #timed(): Omit<SentEvent, "type"> & { readonly elapsedMs: number } {
    return { ...this.#common(), elapsedMs: Math.max(0, this.#clock.monotonic() - this.#startedAt) };
  }

  #common(): Omit<SentEvent, "type"> {
    const { operation, call, messageId, route, institutionCode, reference } = this.#call;
    return {
      at: this.#clock.now().toISOString(),
      operation,
      call,
      ...(messageId !== undefined && { messageId }),
      route,
      institutionCode,
      attempt: this.#attempt,
      ...(reference !== undefined && { reference }),
    };
  }
}

/** What may be reported about an error. */
export function codeOf(error: unknown): Pick<FailedEvent, "code" | "centreCode"> {
  if (!OnshiError.is(error)) return { code: "unexpected" };
  const { centreCode } = error.details;
  return { code: error.code, ...(centreCode !== undefined && isCentreCode(centreCode) && { centreCode }) };
}

/** Checks an answer; an unusable one is reported as failed. */
export async function judged<Result>(incoming: Incoming, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    (incoming as Traced)[trace]?.failed(error);
    throw error;
  }
}
