import { checkEntryName, type SiteArea, type SiteStore } from "./store.ts";

/**
 * A site in memory, gone when the program ends. For tests and demonstrations: after a crash the reception numbers of bulk
 * requests are lost.
 *
 * @example
 * ```ts
 * import { memorySiteStore } from "@onshi/core";
 *
 * const site = memorySiteStore();
 * await site.write("journal", "note", new TextEncoder().encode("1"));
 * console.log(await site.list("journal")); // [ 'note' ]
 * ```
 */
export function memorySiteStore(): SiteStore {
  const areas: Readonly<Record<SiteArea, Map<string, Uint8Array>>> = {
    journal: new Map(),
    spool: new Map(),
    locks: new Map(),
    keys: new Map(),
  };
  return {
    list: (area) => Promise.resolve([...areas[area].keys()]),
    read: (area, name) => Promise.resolve(areas[area].get(checkEntryName(name))?.slice()),
    write: (area, name, bytes) => {
      areas[area].set(checkEntryName(name), bytes.slice());
      return Promise.resolve();
    },
    create: (area, name, bytes) => {
      if (areas[area].has(checkEntryName(name))) return Promise.resolve(false);
      areas[area].set(name, bytes.slice());
      return Promise.resolve(true);
    },
    remove: (area, name) => {
      areas[area].delete(checkEntryName(name));
      return Promise.resolve();
    },
  };
}
