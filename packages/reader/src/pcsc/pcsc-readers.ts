import { type Clock, OnshiError } from "@onshi/core/base";
import type { CardHandle, PcscBinding, PcscWatch } from "./binding.ts";
import { ChangeSignal } from "../channel/change-signal.ts";
import type { CardChannel, ReaderState } from "../channel/channel.ts";
import { GuardedChannel } from "./guarded-channel.ts";
import { inTime, longestWaitMs } from "./in-time.ts";
import { failureError } from "./pcsc-failure.ts";
import type { OpenSource } from "../channel/reader-source.ts";
import { Turns } from "./turns.ts";

/** A watch just started has reported every reader when nothing came for `quiet`; without any reader nothing comes. */
const settling = { firstMs: 300, quietMs: 40, longestMs: 2_000 } as const;

/**
 * A watch is stopped only after nothing came for `quietMs`. PC/SC loses a cancellation that arrives between two waits,
 * that is right after an event, and releasing a card is one: the call that stops the watch then blocked the whole process
 * for a minute, in one of six runs on a busy machine.
 */
const calming = { quietMs: 150, longestMs: 1_500 } as const;

/** Bindings miss events (jpki-card §8), so while somebody waits the state is read again this often. */
const recheckMs = 3_000;

/** Pauses before further attempts; a card just put down may be mute or held by the system (jpki-card §6). */
const connectDelaysMs: readonly number[] = [100, 200, 300];
const worthAnotherTry: ReadonlySet<string> = new Set([
  "card.busy",
  "card.communication",
  "card.reset",
  "card.unresponsive",
]);

interface Watching {
  readonly binding: PcscBinding;
  readonly watch: PcscWatch;
  readonly present: Map<string, boolean>;
  reports: number;
  failure?: OnshiError;
}

/** The readers of PC/SC through a binding. Nothing is loaded or started before the first call. */
export class PcscReaders implements OpenSource {
  readonly #load: () => Promise<PcscBinding>;
  readonly #clock: Clock;
  readonly #changes = new ChangeSignal();
  readonly #starts = new Turns();
  #watching: Watching | undefined;
  #isStale = false;
  #isClosed = false;

  constructor(load: () => Promise<PcscBinding>, clock: Clock) {
    this.#load = load;
    this.#clock = clock;
  }

  async list(): Promise<readonly ReaderState[]> {
    const { present } = await this.#current();
    this.#changes.look();
    return [...present].map(([name, cardPresent]) => ({ name, cardPresent }));
  }

  async changed(signal?: AbortSignal): Promise<void> {
    const over = new AbortController();
    const end = (): void => over.abort();
    const recheck = async (): Promise<void> => {
      await this.#clock.sleep(recheckMs, over.signal);
      if (!over.signal.aborted) this.#isStale = true;
    };
    signal?.addEventListener("abort", end, { once: true });
    if (signal?.aborted) end();
    await Promise.race([this.#changes.wait(over.signal), recheck()]);
    signal?.removeEventListener("abort", end);
    end();
  }

  async connect(readerName: string): Promise<CardChannel> {
    for (let tries = 0; ; tries += 1) {
      const { binding, watch } = await this.#current();
      try {
        const handle = await this.#connectInTime(watch, readerName);
        return new GuardedChannel(readerName, handle, binding, this.#clock);
      } catch (cause) {
        const name = binding.failureName(cause);
        const error = failureError(cause, name, "connect");
        const delay = connectDelaysMs[tries];
        // pcsc-mini has four places for cards and does not clear one whose disconnection failed: start it afresh.
        if (name === "TooManyCardConnections") this.#isStale = true;
        if (delay === undefined || error === cause || !worthAnotherTry.has(error.code)) throw error;
        await this.#clock.sleep(delay);
      }
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#changes.wake();
    await this.#starts.take(() => this.#stop());
  }

  async #connectInTime(watch: PcscWatch, readerName: string): Promise<CardHandle> {
    const connecting = watch.connect(readerName);
    const connected = await inTime(this.#clock, connecting);
    if (connected === "late") {
      void connecting.then((handle) => handle?.disconnect("leave")).catch(() => undefined);
      throw new OnshiError("card.busy", { waitedMs: longestWaitMs });
    }
    if (connected.value === undefined) throw new OnshiError("card.readerMissing");
    return connected.value;
  }

  /** The running watch; starts one when there is none, when it failed, or when its reports are in doubt. */
  #current(): Promise<Watching> {
    return this.#starts.take(async () => {
      if (this.#isClosed) throw new OnshiError("card.sessionClosed");
      if (this.#watching !== undefined && !this.#isStale && this.#watching.failure === undefined) return this.#watching;
      await this.#stop();
      return this.#start(await this.#load());
    });
  }

  async #start(binding: PcscBinding): Promise<Watching> {
    const first = new AbortController();
    const present = new Map<string, boolean>();
    const report = (): void => {
      first.abort();
      watching.reports += 1;
      if (this.#watching === watching) this.#changes.notify();
    };
    const fail = (failure: OnshiError): void => {
      watching.failure = failure;
      report();
    };
    const watch = this.#watch(binding, present, report, fail);
    const watching: Watching = { binding, watch, present, reports: 0 };
    this.#isStale = false;
    await this.#settle(watching, first.signal);
    if (watching.failure !== undefined) {
      watching.watch.stop();
      throw watching.failure;
    }
    this.#watching = watching;
    return watching;
  }

  #watch(
    binding: PcscBinding,
    present: Map<string, boolean>,
    report: () => void,
    fail: (error: OnshiError) => void,
  ): PcscWatch {
    try {
      return binding.watch({
        changed: (name, cardPresent) => {
          present.set(name, cardPresent);
          report();
        },
        gone: (name) => {
          present.delete(name);
          report();
        },
        failed: (cause) => fail(failureError(cause, binding.failureName(cause), "connect")),
      });
    } catch (cause) {
      throw failureError(cause, binding.failureName(cause), "connect");
    }
  }

  async #settle(watching: Watching, first: AbortSignal): Promise<void> {
    await this.#clock.sleep(settling.firstMs, first);
    if (watching.reports > 0) await this.#quiet(watching, settling);
  }

  /** Waits until nothing was reported for a while, but not for ever. */
  async #quiet(
    watching: Watching,
    { quietMs, longestMs }: { readonly quietMs: number; readonly longestMs: number },
  ): Promise<void> {
    for (let waited = 0; waited < longestMs && watching.failure === undefined; waited += quietMs) {
      const { reports } = watching;
      await this.#clock.sleep(quietMs);
      if (watching.reports === reports) return;
    }
  }

  async #stop(): Promise<void> {
    const watching = this.#watching;
    this.#watching = undefined;
    if (watching === undefined) return;
    await this.#quiet(watching, calming);
    watching.watch.stop();
  }
}
