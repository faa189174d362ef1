/**
 * What is kept for a site, each kind apart from the others: `journal` (ids, states, times; no personal data), `spool`
 * (answers that wait for their owner; personal data), `locks` (who owns what), `keys` (secrets by which the journal's
 * digests are made; they never leave the site).
 */
export type SiteArea = "journal" | "spool" | "locks" | "keys";

/**
 * All access of the client to a site's files. `nodeSiteStore` keeps them in a folder; tests take `memorySiteStore`.
 *
 * Names are 1 to 128 of `0-9A-Za-z._-`. Every method rejects with the error of the platform; meaning is given to it by
 * the callers.
 */
export interface SiteStore {
  /** Names of all entries of an area, in no order. */
  list(area: SiteArea): Promise<readonly string[]>;
  /** Content of an entry, undefined when there is none. */
  read(area: SiteArea, name: string): Promise<Uint8Array | undefined>;
  /** Writes an entry, replacing it in one step. Returns when it would outlive a power cut. */
  write(area: SiteArea, name: string, bytes: Uint8Array): Promise<void>;
  /** Makes an entry that must not exist; false when it does. Of several callers at once only one gets true. */
  create(area: SiteArea, name: string, bytes: Uint8Array): Promise<boolean>;
  /** Removes an entry; one that is gone already is as good as removed. */
  remove(area: SiteArea, name: string): Promise<void>;
}

const entryName = /^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/;

/** A name leads to an entry of its area and nowhere else. */
export function checkEntryName(name: string): string {
  if (entryName.test(name)) return name;
  throw new TypeError("not a name of an entry");
}
