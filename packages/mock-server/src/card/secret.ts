import { sameBytes } from "@onshi/core/base";

/**
 * A PIN or password on the card, with its counter. Both live in permanent memory: they survive power-off and every reset,
 * and only a correct entry refills the counter (`jpki-card §5`).
 */
export class Secret {
  readonly #original: Uint8Array;
  readonly #tries: number;
  #value: Uint8Array;
  #left: number;

  /**
   * @param value the secret's bytes; the card compares bytes, whatever they stand for
   * @param tries what a correct entry refills the counter to
   * @param left the counter at the start
   */
  constructor(value: Uint8Array, tries: number, left: number = tries) {
    this.#original = value;
    this.#value = value;
    this.#tries = tries;
    this.#left = left;
  }

  /** A secret that is blocked for good, for applications that must stay closed. */
  static blocked(): Secret {
    return new Secret(new Uint8Array(), 0);
  }

  /** Tries left; 0 is blocked. */
  get left(): number {
    return this.#left;
  }

  /** Compares and counts. A blocked secret never matches. */
  verify(candidate: Uint8Array): boolean {
    if (this.#left === 0) return false;
    const right = sameBytes(candidate, this.#value);
    this.#left = right ? this.#tries : this.#left - 1;
    return right;
  }

  /** Changes the value; the counter stays. */
  change(value: Uint8Array): void {
    this.#value = value;
  }

  /** What the municipal office does: the first value again and a full counter. */
  reset(): void {
    this.#value = this.#original;
    this.#left = this.#tries;
  }
}
