import type { WireElement } from "../../messages/wire-element.ts";
import { type PlainElement, readPlainElement } from "./plain-element.ts";
import { UnitBuilder, type UnitLimits } from "./unit-builder.ts";

/** Levels of the document around a unit: root and body. */
const levelsAround = 2;

/** Text held back until its unit is complete; a longer unit goes to the parser piece by piece. */
const mostHeld = 64 * 1024;

/** Shorter pieces go to the parser as they come: joining them again and again would cost more. */
const leastPiece = 1024;

/**
 * Takes a document in pieces and yields its units, reading plain ones itself and leaving everything else to the parser
 * ({@link UnitBuilder}): what surrounds the units, units that are not plain, and whatever is faulty. It may bypass the
 * parser only where a unit has just ended, because only there is it known which elements the parser has open.
 */
export class UnitSplitter {
  readonly #builder: UnitBuilder;
  readonly #unitName: string;
  readonly #endTag: string;
  readonly #limits: UnitLimits;
  #held = "";
  /** The parser has just closed a unit, or has been bypassed since. */
  #isAfterUnit = false;

  constructor(unitName: string, limits: UnitLimits) {
    this.#builder = new UnitBuilder(unitName, limits);
    this.#unitName = unitName;
    this.#endTag = `</${unitName}>`;
    this.#limits = { ...limits, maxDepth: limits.maxDepth - levelsAround };
  }

  /** Takes the next piece of the document and yields the units that are now complete. */
  *write(piece: string): Generator<WireElement, void, undefined> {
    const text = this.#held + piece;
    this.#held = "";
    let at = 0;
    const isWorthwhile = piece.length >= leastPiece;
    for (let end = isWorthwhile ? this.#endOfUnit(text, 0) : -1; end >= 0; end = this.#endOfUnit(text, at)) {
      const part = text.slice(at, end);
      const unit = this.#passable(part);
      if (unit) {
        this.#builder.pass(part, unit.elements);
        yield unit.element;
      } else yield* this.#parseTo(part);
      at = end;
    }
    const rest = text.slice(at);
    if (isWorthwhile && this.#isAfterUnit && rest.length <= mostHeld) this.#held = rest;
    else yield* this.#parse(rest);
  }

  /** Ends the document and returns the rest of it: everything but the units. */
  *close(): Generator<WireElement, WireElement, undefined> {
    yield* this.#parse(this.#held);
    return this.#builder.close();
  }

  #endOfUnit(text: string, from: number): number {
    const at = text.indexOf(this.#endTag, from);
    return at < 0 ? -1 : at + this.#endTag.length;
  }

  #passable(part: string): PlainElement | undefined {
    if (!this.#isAfterUnit || part.length > this.#limits.maxCharacters) return undefined;
    return readPlainElement(part, this.#unitName, this.#limits);
  }

  /** Lets the parser read what ends like a unit. It did end one if the very last character yields one. */
  *#parseTo(part: string): Generator<WireElement, void, undefined> {
    yield* this.#parse(part.slice(0, -1));
    const last = this.#builder.write(part.slice(-1));
    this.#isAfterUnit = last.length > 0;
    yield* last;
  }

  *#parse(text: string): Generator<WireElement, void, undefined> {
    if (text === "") return;
    this.#isAfterUnit = false;
    yield* this.#builder.write(text);
  }
}
