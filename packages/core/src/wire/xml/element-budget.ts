/** How much all units of a document together may cost. */
export interface DocumentBudget {
  /** Number of units. */
  readonly maxUnits: number;
  /** How many elements are read before their density is checked. */
  readonly freeElements: number;
  /** Least number of characters per element on average; the shortest element of a real message has 14. */
  readonly charactersPerElement: number;
}

/** Far more than any institution's list, and cheap to read. */
export const defaultBudget: DocumentBudget = { maxUnits: 2_000_000, freeElements: 100_000, charactersPerElement: 12 };

/**
 * Limits units and elements in relation to the characters they came in. An archive of a megabyte can unpack into hundreds
 * of millions of empty elements: the bytes are limited, but the work is not unless it is tied to the bytes.
 */
export class ElementBudget {
  readonly #budget: DocumentBudget;
  #units = 0;
  #elements = 0;
  #characters = 0;

  constructor(budget: DocumentBudget) {
    this.#budget = budget;
  }

  /** Counts characters that were read. */
  read(characters: number): void {
    this.#characters += characters;
  }

  /** Counts a unit with its elements; returns the limit that is now exceeded. */
  spend(elements: number): { readonly limit: number; readonly variant: "units" | "density" } | undefined {
    const { maxUnits, freeElements, charactersPerElement } = this.#budget;
    this.#units += 1;
    this.#elements += elements;
    if (this.#units > maxUnits) return { limit: maxUnits, variant: "units" };
    const isDense = this.#elements > freeElements && this.#elements * charactersPerElement > this.#characters;
    return isDense ? { limit: charactersPerElement, variant: "density" } : undefined;
  }
}
