/**
 * What is kept for a site, each kind in its own area: `journal` (ids, states, times; no personal data), `spool` (answers
 * waiting for their owner; personal data), `locks` (who owns what), `keys` (secrets for the journal's digests; they never
 * leave the site).
 */
export type SiteArea = "journal" | "spool" | "locks" | "keys";

/**
 * All access of the client to a site's files. `nodeSiteStore` keeps them in a folder; tests take `memorySiteStore`.
 *
 * Names are 1 to 128 of `0-9A-Za-z._-`. Every method rejects with the platform's error; the callers decide what it
 * means.
 */
export interface SiteStore {
  /** Names of all entries of an area, in no particular order. */
  list(area: SiteArea): Promise<readonly string[]>;
  /** Content of an entry, undefined when there is none. */
  read(area: SiteArea, name: string): Promise<Uint8Array | undefined>;
  /** Writes an entry, replacing it in one step. Returns once it would survive a power cut. */
  write(area: SiteArea, name: string, bytes: Uint8Array): Promise<void>;
  /** Creates an entry that must not exist yet; false if it does. Of several callers at once only one gets true. */
  create(area: SiteArea, name: string, bytes: Uint8Array): Promise<boolean>;
  /** Removes an entry; it is no error if it is gone already. */
  remove(area: SiteArea, name: string): Promise<void>;
}

const entryName = /^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/;

/** A name can only refer to an entry of its area. */
export function checkEntryName(name: string): string {
  if (entryName.test(name)) return name;
  throw new TypeError("not the name of an entry");
}
