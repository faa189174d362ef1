/**
 * What was learned about a reader, by its name. Whether extended length reaches the card is decided by reader and
 * driver, and no table of it exists (jpki-card §2.4), so it is tried once and remembered.
 */
export interface ReaderAbilities {
  /** True or false once known, undefined before the first trial. */
  extended(readerName: string): boolean | undefined;
  learn(readerName: string, extended: boolean): void;
}

/** An empty memory of readers. */
export function readerAbilities(): ReaderAbilities {
  const known = new Map<string, boolean>();
  return {
    extended: (readerName) => known.get(readerName),
    learn: (readerName, extended) => void known.set(readerName, extended),
  };
}

/** The memory that all card sessions of this process share. */
export const abilitiesOfThisProcess: ReaderAbilities = readerAbilities();
