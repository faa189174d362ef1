import { type Clock, OnshiError, type Random, randomText } from "../../base/index.ts";
import { settledWithin } from "../../transports/call.ts";
import type { SiteStore } from "./store.ts";

/** How to hold a lease. */
export interface LeaseOptions {
  readonly store: SiteStore;
  readonly clock: Clock;
  readonly random: Random;
  /** How long a holder may be silent before another program takes over, in milliseconds; 15,000 when left out. */
  readonly staleMs?: number;
}

/** Something only one program of a site may have at a time, e.g. the folder `face`. */
export interface Lease {
  /** Goes up with every holder; a program with a smaller number has lost the lease. */
  readonly generation: number;
  /** Aborted as soon as this program can no longer rely on the lease; `reason` is the error. */
  readonly lost: AbortSignal;
  /** @throws OnshiError `site.lost` */
  assertHeld(): void;
  /**
   * The same, and also checks in the store whether somebody took over: a machine that was suspended cannot tell from its own
   * clock. For anything that must not be done twice.
   *
   * @throws OnshiError `site.lost`, `site.failed`
   */
  confirmHeld(): Promise<void>;
  /** Gives it up at once: from then on it is `lost` here, and the next program need not wait. Twice does no harm. */
  release(): Promise<void>;
}

/** What the file of a generation says: the holder, and a count that grows while it is alive. */
interface Mark {
  readonly owner: string;
  readonly beat: number;
  readonly released?: true;
}

const defaultStaleMs = 15_000;

/** How long giving up may take. */
const lastStepMs = 1000;

/** Heartbeats in the time after which a silent holder is given up. */
const beatsPerStale = 5;

/**
 * Takes a lease if it is free; does not wait.
 *
 * The holder of the highest generation is the owner. A generation is a file that is created and that nobody else ever
 * replaces, so of several programs that take over at once only one succeeds, and one that wakes from a long sleep finds a
 * higher number than its own. Whether a holder is alive is judged by its heartbeats and the watcher's own clock: the
 * clocks of two machines are never compared.
 *
 * @param name - what is owned: `face`
 * @param seen - what this program saw in earlier attempts, by which a silent holder is recognised
 * @returns the lease, or undefined while somebody else holds it
 * @throws OnshiError `site.failed`
 */
export async function tryLease(name: string, options: LeaseOptions, seen: LeaseMemory): Promise<Lease | undefined> {
  const { store, clock, random, staleMs = defaultStaleMs } = options;
  try {
    const highest = Math.max(0, ...(await generations(store, name)));
    if (highest > 0 && !(await isFree(store, fileName(name, highest), seen, clock, staleMs))) return undefined;
    const owner = randomText(random, 16);
    const generation = highest + 1;
    const isOurs = await store.create("locks", fileName(name, generation), bytesOf({ owner, beat: 0 }));
    if (!isOurs) return undefined;
    const all = await generations(store, name);
    // A slow program may have created a number that was used and cleared away in the meantime.
    if (all.some((other) => other > generation)) {
      await store.remove("locks", fileName(name, generation));
      return undefined;
    }
    for (const old of all) if (old < generation) await store.remove("locks", fileName(name, old));
    return new HeldLease(name, generation, owner, options);
  } catch (error) {
    throw new OnshiError("site.failed", { field: name }, { cause: error });
  }
}

/** What a program saw of a holder, and how long it has been unchanged. */
export interface LeaseMemory {
  text?: string;
  since?: number;
}

async function generations(store: SiteStore, name: string): Promise<readonly number[]> {
  return (await store.list("locks")).flatMap((file) => {
    const [stem, number = "", ...rest] = file.split(".");
    return stem === name && rest.length === 0 && /^\d{1,15}$/.test(number) ? [Number(number)] : [];
  });
}

const fileName = (name: string, generation: number): string => `${name}.${generation}`;

const bytesOf = (mark: Mark): Uint8Array => new TextEncoder().encode(JSON.stringify(mark));

async function isFree(
  store: SiteStore,
  file: string,
  seen: LeaseMemory,
  clock: Clock,
  staleMs: number,
): Promise<boolean> {
  const bytes = await store.read("locks", file);
  const text = bytes ? new TextDecoder().decode(bytes) : "";
  if (markOf(text)?.released) return true;
  const now = clock.monotonic();
  const key = `${file} ${text}`;
  if (seen.text !== key) {
    seen.text = key;
    seen.since = now;
  }
  return now - (seen.since ?? now) >= staleMs;
}

/** A file that is still being written is empty or incomplete; it counts as held. */
function markOf(text: string): Mark | undefined {
  try {
    return JSON.parse(text) as Mark;
  } catch {
    return undefined;
  }
}

class HeldLease implements Lease {
  readonly generation: number;
  readonly #name: string;
  readonly #owner: string;
  readonly #options: LeaseOptions;
  readonly #staleMs: number;
  readonly #lost = new AbortController();
  readonly #released = new AbortController();
  readonly #beating: Promise<void>;
  #renewedAt: number;
  #releasing: Promise<void> | undefined;

  constructor(name: string, generation: number, owner: string, options: LeaseOptions) {
    this.generation = generation;
    this.#name = name;
    this.#owner = owner;
    this.#options = options;
    this.#staleMs = options.staleMs ?? defaultStaleMs;
    this.#renewedAt = options.clock.monotonic();
    this.#beating = this.#beat();
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  assertHeld(): void {
    // A program that slept must not go on before its next heartbeat, because another one may have taken over.
    const isLate = this.#options.clock.monotonic() - this.#renewedAt >= this.#staleMs;
    if (isLate) this.#lose();
    if (this.#lost.signal.aborted) throw this.#lost.signal.reason;
  }

  async confirmHeld(): Promise<void> {
    this.assertHeld();
    try {
      if (!(await this.#isHighest())) this.#lose();
    } catch (error) {
      throw new OnshiError("site.failed", { field: this.#name }, { cause: error });
    }
    this.assertHeld();
  }

  release(): Promise<void> {
    return (this.#releasing ??= this.#release());
  }

  async #release(): Promise<void> {
    if (this.#lost.signal.aborted) return;
    // Nothing more may be done under this lease before others learn that it is free.
    this.#lose();
    this.#released.abort();
    // A hanging share must not keep the program from ending, and no timer may outlive what it waits for.
    await settledWithin(this.#giveUp(), lastStepMs, this.#options.clock);
  }

  async #giveUp(): Promise<void> {
    await this.#beating;
    const mark = bytesOf({ owner: this.#owner, beat: -1, released: true });
    // If the mark cannot be written, the next program waits until this one counts as silent.
    if (await this.#isHighest()) await this.#options.store.write("locks", fileName(this.#name, this.generation), mark);
  }

  async #isHighest(): Promise<boolean> {
    return Math.max(0, ...(await generations(this.#options.store, this.#name))) === this.generation;
  }

  async #beat(): Promise<void> {
    const { store, clock } = this.#options;
    for (let beat = 1; ; beat++) {
      await clock.sleep(this.#staleMs / beatsPerStale, this.#released.signal);
      if (this.#released.signal.aborted || this.#lost.signal.aborted) return;
      const startedAt = clock.monotonic();
      try {
        if (!(await this.#isHighest())) return this.#lose();
        // If it was released in the meantime, the release writes the last mark.
        if (this.#released.signal.aborted) return;
        await store.write("locks", fileName(this.#name, this.generation), bytesOf({ owner: this.#owner, beat }));
        this.#renewedAt = startedAt;
      } catch (error) {
        // A brief failure of the share is no reason to give up; silence beyond the limit is.
        if (clock.monotonic() - this.#renewedAt >= this.#staleMs) return this.#lose(error);
      }
    }
  }

  #lose(cause?: unknown): void {
    if (this.#lost.signal.aborted) return;
    this.#lost.abort(new OnshiError("site.lost", { field: this.#name }, { cause }));
  }
}
