import { createHmac } from "node:crypto";
import type { Random } from "../../base/index.ts";
import { standIns } from "./characters.ts";

/** How often to try another stand-in when the first happens to repeat the original. */
const mostTries = 200;

/** Characters drawn for one text at most, over all tries: in a very long text something always repeats. */
const mostDrawn = 20_000;

/**
 * Stand-ins for texts: the same for the same text within a run, and unpredictable without its key. The key is forgotten
 * after the run, so nobody can try birth dates until one fits.
 */
export class Substitution {
  readonly #key: Uint8Array;
  readonly #known = new Map<string, string>();

  constructor(random: Random) {
    this.#key = random.bytes(32);
  }

  /**
   * A stand-in.
   *
   * @param kind - keeps values of different kinds apart
   * @param text - the original
   * @param make - builds a candidate from as many numbers below a bound as it asks for
   * @param isGood - whether a candidate may be used, besides not repeating the original
   */
  of(
    kind: string,
    text: string,
    make: (draw: Draw) => string,
    isGood: (candidate: string) => boolean = always,
  ): string {
    const name = `${kind}\n${text}`;
    const known = this.#known.get(name);
    // The same text may be in a place where not every stand-in fits.
    if (known !== undefined && isGood(known)) return known;
    let candidate = "";
    const tries = Math.min(mostTries, Math.max(1, mostDrawn / (text.length + 1)));
    for (let attempt = 0; attempt < tries; attempt++) {
      candidate = make(this.#draws(`${name}\n${attempt}`));
      if (isGood(candidate) && !repeats(candidate, text)) break;
    }
    if (known === undefined) this.#known.set(name, candidate);
    return candidate;
  }

  /** A text of the same length and character classes. */
  text(text: string, isGood: (candidate: string) => boolean = always): string {
    const characters = Array.from(text);
    const pools = new Map(
      Array.from(new Set(characters), (character) => [
        character,
        standIns(character)?.filter((one) => one !== character),
      ]),
    );
    return this.of(
      "text",
      text,
      (draw) =>
        characters
          .map((character) => {
            const pool = pools.get(character);
            return pool ? (pool[draw(pool.length)] ?? character) : character;
          })
          .join(""),
      isGood,
    );
  }

  #draws(name: string): Draw {
    // The name only once: it may be long, and every block would hash it again.
    const seed = createHmac("sha256", this.#key).update(name).digest();
    let block: Uint8Array = new Uint8Array();
    let used = 0;
    let blocks = 0;
    return (bound) => {
      if (used + 4 > block.length) {
        block = createHmac("sha512", seed).update(String(blocks++)).digest();
        used = 0;
      }
      const number = new DataView(block.buffer, block.byteOffset + used, 4).getUint32(0);
      used += 4;
      return number % bound;
    };
  }
}

/** A number from 0 to below a bound. */
export type Draw = (bound: number) => number;

const always = (): boolean => true;

/** Three characters in a row that the original also has, or all of a shorter one. Separators alone do not count. */
export function repeats(candidate: string, original: string): boolean {
  const [from, into] = [Array.from(original), Array.from(candidate)];
  if (from.length < 3) return candidate === original && from.some((character) => standIns(character) !== undefined);
  const given = new Set(triples(into));
  return triples(from).some(
    (three, at) => given.has(three) && from.slice(at, at + 3).some((character) => standIns(character) !== undefined),
  );
}

/** Every three characters in a row. */
function triples(characters: readonly string[]): readonly string[] {
  return characters.slice(2).map((last, at) => `${characters[at] ?? ""}${characters[at + 1] ?? ""}${last}`);
}
