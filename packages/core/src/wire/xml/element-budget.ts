/** What all units of a document together may cost. */
export interface DocumentBudget {
  /** Number of units. */
  readonly maxUnits: number;
  /** Elements that are read before their density counts. */
  readonly freeElements: number;
  /** Characters that an element takes at least on the average; the shortest of a real message takes 14. */
  readonly charactersPerElement: number;
}

/** Far beyond every institution's list, and cheap to have read. */
export const defaultBudget: DocumentBudget = { maxUnits: 2_000_000, freeElements: 100_000, charactersPerElement: 12 };

/**
 * Counts units and elements against the characters they came in. An archive of a megabyte can unpack into hundreds of
 * millions of empty elements: the bytes are bounded, but the work is not, unless it is bounded by the bytes.
 */
export class ElementBudget {
  readonly #budget: DocumentBudget;
  #units = 0;
  #elements = 0;
  #characters = 0;

  constructor(budget: DocumentBudget) {
    this.#budget = budget;
  }

  /** Notes characters that were read. */
  read(characters: number): void {
    this.#characters += characters;
  }

  /** Notes a unit with its elements; gives the limit that is exceeded by now. */
  spend(elements: number): { readonly limit: number; readonly variant: string } | undefined {
    const { maxUnits, freeElements, charactersPerElement } = this.#budget;
    this.#units += 1;
    this.#elements += elements;
    if (this.#units > maxUnits) return { limit: maxUnits, variant: "units" };
    const isDense = this.#elements > freeElements && this.#elements * charactersPerElement > this.#characters;
    return isDense ? { limit: charactersPerElement, variant: "elements for their size" } : undefined;
  }
}
