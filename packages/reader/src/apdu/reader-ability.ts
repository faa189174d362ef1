/**
 * What was learned about a reader. Whether extended length reaches the card, and how much fits into one short answer,
 * depends on reader and driver, and nobody publishes a table of it (jpki-card §2.4), so it is tried once and remembered.
 */
export interface ReaderAbility {
  /** Extended length works; absent before the first trial. */
  readonly extended?: boolean;
  /** Most bytes that one short READ BINARY may ask for; absent means 256. Smaller after a reader refused 256 (`6700`). */
  readonly chunk?: number;
}

/** What is known about the readers of this computer, by their names. */
export interface ReaderAbilities {
  /** What is known about a reader; empty before the first trial. */
  of(readerName: string): ReaderAbility;
  /** Adds to what is known about a reader. */
  learn(readerName: string, ability: ReaderAbility): void;
}

/**
 * Keeps the memory of readers beyond the process: plain JSON with names of readers and nothing about cards. Errors of
 * either function are ignored: losing the memory costs one command.
 */
export interface ReaderAbilityStore {
  /** What was saved last; undefined when there is nothing. Anything in it that is not understood is ignored. */
  load(): unknown;
  /** Called each time something new was learned, with everything that is known. */
  save(known: Readonly<Record<string, ReaderAbility>>): void;
}

/** Sizes worth trying: a whole short answer, then what public clients use for weak readers (jpki-card §3). */
export const chunkSizes: readonly number[] = [256, 224, 128, 64];

/**
 * A memory of readers: empty, or filled from a store and kept there.
 *
 * @example
 * ```ts
 * import { readerAbilities } from "@onshi/reader";
 *
 * let file = '{"Desk reader":{"extended":false,"chunk":224}}';
 * const abilities = readerAbilities({
 *   load: () => JSON.parse(file),
 *   save: (known) => (file = JSON.stringify(known)),
 * });
 * console.log(abilities.of("Desk reader").chunk); // 224
 * ```
 */
export function readerAbilities(store?: ReaderAbilityStore): ReaderAbilities {
  const known = new Map<string, ReaderAbility>(harmless(() => readKnown(store?.load())) ?? []);
  return {
    of: (readerName) => known.get(readerName) ?? {},
    learn: (readerName, ability) => {
      const before = known.get(readerName) ?? {};
      const after = { ...before, ...ability };
      if (after.extended === before.extended && after.chunk === before.chunk) return;
      known.set(readerName, after);
      harmless(() => store?.save(Object.fromEntries(known)));
    },
  };
}

/** The memory that all card sessions of this process share. */
export const abilitiesOfThisProcess: ReaderAbilities = readerAbilities();

function harmless<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function readKnown(json: unknown): readonly (readonly [string, ReaderAbility])[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json as Readonly<Record<string, unknown>>).map(([name, value]) => [name, readAbility(value)]);
}

function readAbility(value: unknown): ReaderAbility {
  const { extended, chunk } = (value ?? {}) as { readonly extended?: unknown; readonly chunk?: unknown };
  return {
    ...(typeof extended === "boolean" && { extended }),
    ...(typeof chunk === "number" && chunkSizes.includes(chunk) && { chunk }),
  };
}
