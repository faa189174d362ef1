import { type Clock, OnshiError, systemClock } from "@onshi/core/base";
import type { ReaderState } from "../channel/channel.ts";
import type { PcscBinding } from "./binding.ts";
import { loadPcscMini } from "./pcsc-mini.ts";
import { loadPcsclite } from "./pcsclite.ts";
import { PcscReaders } from "./pcsc-readers.ts";
import { type ReaderSource, sealed } from "../channel/reader-source.ts";

/** How the readers of PC/SC are reached. */
export interface PcscOptions {
  /**
   * The Node binding to PC/SC. Default: `pcsc-mini`, which is installed with this package, needs no compiler and shares
   * the card with other programs by transactions. `pcsclite` is an optional peer for products that ship it already; it
   * holds the card exclusively and works in the main thread only.
   */
  readonly adapter?: "pcsc-mini" | "pcsclite";
  /** Source of time for retries. Default: the machine's own. */
  readonly clock?: Clock;
}

const bindings: ReadonlyMap<string, () => Promise<PcscBinding>> = new Map([
  ["pcsc-mini", () => loadPcscMini()],
  ["pcsclite", () => loadPcsclite()],
]);

/**
 * The card readers (カードリーダー) of this computer over PC/SC. The binding is loaded at the first call. Close the source, or
 * the process will not end; {@link waitForCard} without a source does that by itself.
 *
 * Throws OnshiError `config.invalid` for an unknown adapter. Its calls throw `card.serviceMissing` without a PC/SC service, `card.adapterMissing` without the binding,
 * and other `card.…` codes (jpki-card §6).
 *
 * @example
 * ```ts
 * import { OnshiError, pcscSource } from "@onshi/reader";
 *
 * const source = pcscSource();
 * try {
 *   for (const { name, cardPresent } of await source.list()) console.log(name, cardPresent);
 * } catch (error) {
 *   if (!OnshiError.is(error)) throw error;
 *   console.log(error.operatorMessage); // no service on this computer, say
 * } finally {
 *   await source.close();
 * }
 * ```
 */
export function pcscSource({ adapter = "pcsc-mini", clock = systemClock }: PcscOptions = {}): ReaderSource {
  const load = bindings.get(adapter);
  if (load === undefined) {
    const names = [...bindings.keys()].join(" | ");
    throw new OnshiError("config.invalid", { field: "adapter", expected: { ja: names, en: names } });
  }
  const readers = new PcscReaders(load, clock);
  return sealed({
    list: () => readers.list(),
    changed: (signal) => readers.changed(signal),
    connect: (readerName) => readers.connect(readerName),
    close: () => readers.close(),
  });
}

/**
 * The readers of this computer as they are now.
 *
 * @throws OnshiError `config.invalid` for an unknown adapter; `card.serviceMissing`, `card.adapterMissing`
 * @example
 * ```ts
 * import { listReaders, OnshiError } from "@onshi/reader";
 *
 * try {
 *   console.log(await listReaders()); // [{ name: "…", cardPresent: false }]
 * } catch (error) {
 *   if (OnshiError.is(error)) console.log(error.code);
 * }
 * ```
 */
export async function listReaders(options: PcscOptions = {}): Promise<readonly ReaderState[]> {
  const source = pcscSource(options);
  try {
    return await source.list();
  } finally {
    await source.close();
  }
}
