import { type Clock, OnshiError, systemClock } from "@onshi/core/base";
import type { ReaderState } from "./channel/channel.ts";
import type { ReaderSource } from "./channel/reader-source.ts";
import { chooseReader } from "./channel/choose-reader.ts";
import { pcscSource } from "./pcsc/pcsc-source.ts";

/** What to ask the desk for before a session can begin. */
export type ReaderHint = "card.serviceMissing" | "card.readerMissing" | "card.absent" | "card.readerAmbiguous";

/** The readers of this computer at one moment. */
export interface ReadersSnapshot {
  readonly readers: readonly ReaderState[];
  /** The reader that {@link waitForCard} would use: the only one that holds a card. Absent when there is none, or several. */
  readonly reader?: string;
  /** Why there is no such reader; the text for the desk is `new OnshiError(hint).operatorMessage`. "One card only, please" is `card.readerAmbiguous`. */
  readonly hint?: ReaderHint;
}

/** Options of {@link watchReaders}. */
export interface WatchReadersOptions {
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
  /** Where readers come from. Default: PC/SC, released at the end. A source passed in stays open. */
  readonly source?: ReaderSource;
  /** Source of time for the pause after a failure. Default: the machine's own. */
  readonly clock?: Clock;
}

/** On Windows the service stops with the last reader and starts with the next one. */
const pauseWithoutServiceMs = 3_000;

/**
 * Watches readers and cards come and go: yields the state at once, then every state that differs from the last. Each
 * event makes it look at the whole state, because drivers report events twice, late, or not at all (jpki-card §8). A card
 * swapped between two looks goes unnoticed here; a session detects it by the certificate.
 *
 * It connects to no card and sends nothing. A missing service is a state, not an error, because it may start later.
 *
 * @throws OnshiError `card.adapterMissing`; whatever the source throws
 * @example
 * ```ts
 * import { inProcessSource, watchReaders } from "@onshi/reader";
 *
 * const source = inProcessSource([{ name: "Reader A" }, { name: "Reader B" }]);
 * for await (const { readers, hint } of watchReaders({ source })) {
 *   console.log(readers.length, hint); // 2 card.absent
 *   break;
 * }
 * ```
 */
export async function* watchReaders(
  options: WatchReadersOptions = {},
): AsyncGenerator<ReadersSnapshot, void, undefined> {
  const { signal, clock = systemClock } = options;
  const source = options.source ?? pcscSource({ clock });
  try {
    let last = "";
    for (;;) {
      if (signal?.aborted) return;
      const snapshot = await look(source);
      const text = JSON.stringify(snapshot);
      if (text !== last && !signal?.aborted) yield snapshot;
      last = text;
      // Without its service a source may report changes at once, again and again.
      if (snapshot.hint === "card.serviceMissing") await clock.sleep(pauseWithoutServiceMs, signal);
      else if (!signal?.aborted) await source.changed(signal);
    }
  } finally {
    if (options.source === undefined) await source.close();
  }
}

async function look(source: ReaderSource): Promise<ReadersSnapshot> {
  let readers: readonly ReaderState[];
  try {
    readers = [...(await source.list())].sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    if (OnshiError.is(error) && error.code === "card.serviceMissing") return { readers: [], hint: error.code };
    throw error;
  }
  try {
    const choice = chooseReader(readers, "auto");
    return "reader" in choice ? { readers, reader: choice.reader } : { readers, hint: choice.waitingFor };
  } catch {
    return { readers, hint: "card.readerAmbiguous" };
  }
}
