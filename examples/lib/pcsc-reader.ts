import { OnshiError, systemClock } from "@onshi/core/base";
import { type VpcdCard, type VpcdLink, vpcdLink } from "@onshi/mock-server/card";
import { pcscSource, type ReaderSource } from "@onshi/reader";

/** A virtual card on a PC/SC reader, visible to any program. */
export interface PcscReader {
  /** The readers of this computer; give it to `waitForCard`. */
  readonly source: ReaderSource;
  /** The one that holds the card; give it to `waitForCard` too. */
  readonly readerName: string;
  /** Removes the card and releases PC/SC. */
  close(): Promise<void>;
}

const firstPort = 35_963;
const longestWaitMs = 2_500;
const tries = 3;

/**
 * Puts a virtual card on an empty virtual reader of vsmartcard (vpcd), if this computer's PC/SC service has one;
 * undefined otherwise, within a second.
 */
export async function virtualReaderOverPcsc(card: VpcdCard): Promise<PcscReader | undefined> {
  const source = pcscSource();
  const found = await emptyVirtualReader(source);
  if (found === undefined) {
    await source.close();
    return undefined;
  }
  const link = vpcdLink({ port: found.port });
  const close = async (): Promise<void> => {
    await link.remove();
    await source.close();
  };
  if (await insertUntilSeen(link, card, source, found.readerName)) {
    return { source, readerName: found.readerName, close };
  }
  await close();
  return undefined;
}

/** "Virtual PCD 00 01" is the second slot, which listens one port higher. */
async function emptyVirtualReader(source: ReaderSource): Promise<{ readerName: string; port: number } | undefined> {
  const readers = await source.list().catch((error: unknown) => {
    // No PC/SC service, or no binding for this platform: the demonstration continues without it.
    if (OnshiError.is(error)) return [];
    throw error;
  });
  for (const { name, cardPresent } of readers) {
    const slot = /^Virtual PCD \d\d (\d\d)$/.exec(name)?.[1];
    if (slot !== undefined && !cardPresent) return { readerName: name, port: firstPort + Number.parseInt(slot, 16) };
  }
  return undefined;
}

/** PC/SC can fail to see a card; then it is removed and put back, as people do. */
async function insertUntilSeen(link: VpcdLink, card: VpcdCard, source: ReaderSource, reader: string): Promise<boolean> {
  for (let trial = 0; trial < tries; trial += 1) {
    const limit = AbortSignal.timeout(longestWaitMs);
    await Promise.race([link.insert(card), systemClock.sleep(longestWaitMs, limit)]);
    while (!limit.aborted) {
      if ((await source.list()).some(({ name, cardPresent }) => name === reader && cardPresent)) return true;
      await source.changed(limit);
    }
    await link.remove();
  }
  return false;
}
