import { OnshiError, type Random, randomText } from "../../base/index.ts";
import type { SiteStore } from "./store.ts";

/** A key of the site, for digests in its journal. */
export interface SiteKey {
  /** How a record names the key of its digests. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

const keyLength = 32;
const nameShape = /^digest-([0-9A-Z]{8})\.key$/;

/** The keys of one site, read once. */
export class SiteKeys {
  readonly #store: SiteStore;
  readonly #random: Random;
  readonly #known = new Map<string, Uint8Array>();
  #own: Promise<SiteKey> | undefined;

  constructor(store: SiteStore, random: Random) {
    this.#store = store;
    this.#random = random;
  }

  /**
   * The key for new records. Two programs that start at once may each create one; a record names its own.
   *
   * @throws OnshiError `site.failed`
   */
  current(): Promise<SiteKey> {
    this.#own ??= this.#firstOrNew().catch((error: unknown) => {
      this.#own = undefined;
      throw new OnshiError("site.failed", { field: "keys" }, { cause: error });
    });
    return this.#own;
  }

  /** The key of a record; undefined when it is missing or damaged. */
  async byId(id: string): Promise<SiteKey | undefined> {
    const bytes = this.#known.get(id) ?? (await this.#read(id));
    if (bytes?.length !== keyLength) return undefined;
    this.#known.set(id, bytes);
    return { id, bytes };
  }

  async #read(id: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#store.read("keys", `digest-${id}.key`);
    } catch (error) {
      throw new OnshiError("site.failed", { field: "keys" }, { cause: error });
    }
  }

  async #firstOrNew(): Promise<SiteKey> {
    const names = (await this.#store.list("keys")).toSorted();
    for (const [, id] of names.flatMap((name) => [nameShape.exec(name) ?? []])) {
      const key = id === undefined ? undefined : await this.byId(id);
      if (key) return key;
    }
    const id = randomText(this.#random, 8);
    const bytes = this.#random.bytes(keyLength);
    await this.#store.write("keys", `digest-${id}.key`, bytes);
    this.#known.set(id, bytes);
    return { id, bytes };
  }
}
