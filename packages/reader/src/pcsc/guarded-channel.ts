import { type Clock, OnshiError } from "@onshi/core/base";
import type { CardHandle, PcscBinding } from "./binding.ts";
import type { CardChannel, CardDisposition } from "../channel/channel.ts";
import { inTime, longestWaitMs } from "./in-time.ts";
import { failureError } from "./pcsc-failure.ts";
import { Turns } from "./turns.ts";

/**
 * A {@link CardChannel} over a binding's handle, with the guards of jpki-card §7: one call at a time, typed errors,
 * answers without a status word count as loss of the card. The first error breaks it for good; a broken channel can only
 * release the card.
 */
export class GuardedChannel implements CardChannel {
  readonly readerName: string;
  readonly atr: Uint8Array;
  readonly #handle: CardHandle;
  readonly #binding: PcscBinding;
  readonly #clock: Clock;
  readonly #turns = new Turns();
  #state: "open" | "broken" | "closed" = "open";
  /** Keeps commands until their call settles: pcsc-mini holds no reference to them while the driver reads them. */
  readonly #inFlight = new Set<Uint8Array>();
  /** A transaction that was requested, given up and not yet granted. */
  #lateBegin: Promise<void> | undefined;

  constructor(readerName: string, handle: CardHandle, binding: PcscBinding, clock: Clock) {
    this.readerName = readerName;
    this.atr = Uint8Array.from(handle.atr);
    this.#handle = handle;
    this.#binding = binding;
    this.#clock = clock;
  }

  begin(): Promise<void> {
    return this.#guarded(() => this.#beginInTime());
  }

  transmit(command: Uint8Array): Promise<Uint8Array> {
    return this.#guarded(async () => {
      this.#inFlight.add(command);
      try {
        const answer = await this.#handle.transmit(command);
        // Not slice(): on a Buffer that gives a view.
        const copy = Uint8Array.from(answer);
        // The handle's buffer lives on; a certificate or signature need not.
        answer.fill(0);
        if (copy.length < 2) throw new OnshiError("card.removed");
        return copy;
      } finally {
        this.#inFlight.delete(command);
      }
    });
  }

  end(how: CardDisposition): Promise<void> {
    return this.#guarded(() => this.#handle.end(how));
  }

  close(how: CardDisposition): Promise<void> {
    return this.#turns.take(async () => {
      if (this.#state === "closed") return;
      this.#state = "closed";
      if (this.#lateBegin !== undefined) {
        // Until then the card belongs to another program, and nothing was sent to it: release it as it is, in the
        // background.
        void this.#lateBegin.then(() => this.#disconnect("leave")).catch(() => undefined);
        return;
      }
      await this.#disconnect(how);
    });
  }

  async #beginInTime(): Promise<void> {
    const begun = this.#handle.begin();
    if ((await inTime(this.#clock, begun)) !== "late") return;
    this.#lateBegin = begun.catch(() => undefined);
    throw new OnshiError("card.busy", { waitedMs: longestWaitMs });
  }

  async #disconnect(how: CardDisposition): Promise<void> {
    try {
      // Even this waits for another program's transaction; then it happens in the background.
      await inTime(this.#clock, this.#handle.disconnect(how));
    } catch (cause) {
      throw this.#typed(cause);
    }
  }

  #guarded<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      if (this.#state !== "open") throw new OnshiError("card.sessionClosed");
      try {
        return await work();
      } catch (cause) {
        this.#state = "broken";
        throw this.#typed(cause);
      }
    });
  }

  #typed(cause: unknown): OnshiError {
    return failureError(cause, this.#binding.failureName(cause), "session");
  }
}
