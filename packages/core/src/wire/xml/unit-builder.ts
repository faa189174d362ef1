import { SaxesParser } from "saxes";
import { OnshiError } from "../../base/index.ts";
import type { WireElement } from "../../messages/wire-element.ts";
import { messageRoot } from "../limits.ts";
import { rareMarkup, type RefusedMarkup, secondMark } from "./build-tree.ts";
import { isBlank } from "./characters.ts";
import { type DocumentBudget, ElementBudget } from "./element-budget.ts";
import { isObjectTrap } from "./tag-names.ts";

/** How much one unit may cost, and everything outside the units together. */
export interface UnitLimits {
  readonly maxDepth: number;
  readonly maxElements: number;
  /** Characters of the document from one unit to the next; limits what the parser holds. */
  readonly maxCharacters: number;
  /** What all units together may cost. */
  readonly budget: DocumentBudget;
}

const noChildren: readonly WireElement[] = Object.freeze([]);

/** Level of a unit: root, body, unit. */
const unitLevel = 2;

/**
 * Builds the trees of the repeated blocks of a body, one at a time, from a document that comes in pieces. It refuses what
 * the reader of whole documents refuses (`build-tree.ts`). It differs in that no block is kept once it has been yielded,
 * and that comments inside the document are not searched for a bare `&`.
 */
export class UnitBuilder {
  readonly #parser: SaxesParser = new SaxesParser({ position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  readonly #unitName: string;
  readonly #limits: UnitLimits;
  readonly #budget: ElementBudget;
  readonly #open: (WireElement[] | undefined)[] = [];
  #units: WireElement[] = [];
  #depth = 0;
  #pending = "";
  #commentDepth = -1;
  #elementsInUnit = 0;
  #elementsOutside = 0;
  #charactersSinceUnit = 0;
  #root: WireElement | undefined;
  #ended = false;
  /** The last character written: `<!` may arrive in two pieces. */
  #last = "";
  #watchesRareMarkup = false;
  /** Lines that the parser did not see, and how far its column is off on its current line. */
  #passedLines = 0;
  #columnShift: { readonly line: number; readonly by: number } | undefined;

  constructor(unitName: string, limits: UnitLimits) {
    this.#unitName = unitName;
    this.#limits = limits;
    this.#budget = new ElementBudget(limits.budget);
    const parser = this.#parser;
    parser.on("error", () =>
      this.#fail(new OnshiError("wire.malformed", this.#ended ? { variant: "incomplete" } : {})),
    );
    parser.on("attribute", ({ name }) => this.#refuse(name.startsWith("xmlns") ? "namespace" : "attribute"));
    parser.on("text", (piece) => {
      this.#pending += piece;
    });
    parser.on("opentag", ({ name }) => this.#opened(name));
    parser.on("closetag", ({ name }) => this.#closed(name));
  }

  /** Takes the next piece of the document and yields the blocks that are now complete. */
  write(text: string): readonly WireElement[] {
    this.#charactersSinceUnit += text.length;
    this.#budget.read(text.length);
    this.#units = [];
    if (this.#last === "" && text.startsWith(secondMark)) this.#fail(new OnshiError("wire.malformed"));
    this.#watchRareMarkup(text);
    this.#parser.write(text);
    if (this.#units.length > 0) this.#charactersSinceUnit = 0;
    else if (this.#charactersSinceUnit > this.#limits.maxCharacters) {
      this.#fail(new OnshiError("wire.tooLarge", { limit: this.#limits.maxCharacters, variant: "unitCharacters" }));
    }
    return this.#units;
  }

  /**
   * Counts text that need not be parsed: blanks and one unit with this many elements, read elsewhere, without characters of
   * two code units. Only allowed when the last thing written was the end of a unit, or text counted after it.
   */
  pass(text: string, elements: number): void {
    const { line, column } = this.#parser;
    const by = this.#columnShift?.line === line ? this.#columnShift.by : 0;
    const lineEnds = text.match(/\r\n?|\n/g)?.length ?? 0;
    const lineStart = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
    this.#passedLines += lineEnds;
    this.#columnShift = { line, by: lineEnds > 0 ? text.length - lineStart - column : by + text.length };
    this.#charactersSinceUnit = 0;
    this.#last = ">";
    this.#budget.read(text.length);
    this.#spend(elements);
  }

  /** Ends the document and returns the rest of it: everything but the units. */
  close(): WireElement {
    this.#ended = true;
    this.#parser.close();
    return this.#root ?? this.#fail(new OnshiError("wire.malformed"));
  }

  /** More than seven handlers slow down the parser (`build-tree.ts`), so these are set when first needed. */
  #watchRareMarkup(text: string): void {
    if (this.#watchesRareMarkup) return;
    const seen = this.#last + text;
    this.#last = seen.slice(-1);
    if (!rareMarkup.test(seen)) return;
    this.#watchesRareMarkup = true;
    const parser = this.#parser;
    parser.on("doctype", () => this.#refuse("doctype"));
    parser.on("processinginstruction", () => this.#refuse("processingInstruction"));
    parser.on("cdata", () => this.#refuse("cdata"));
    parser.on("comment", () => {
      this.#commentDepth = this.#depth;
    });
  }

  #opened(name: string): void {
    if (name.includes(":")) this.#refuse("namespace");
    if (isObjectTrap(name)) this.#refuse("name");
    if (this.#depth === 0) this.#checkRoot(name);
    if (!isBlank(this.#pending)) this.#refuse("mixedContent");
    this.#pending = "";
    const { maxDepth } = this.#limits;
    if (this.#depth >= maxDepth) this.#fail(new OnshiError("wire.tooDeep", { limit: maxDepth }));
    if (this.#depth === unitLevel) this.#elementsInUnit = 0;
    this.#checkCount(this.#depth >= unitLevel ? ++this.#elementsInUnit : ++this.#elementsOutside);
    this.#commentDepth = -1;
    this.#open[this.#depth] = undefined;
    this.#depth++;
  }

  #closed(name: string): void {
    const children = this.#open[this.#depth - 1];
    if (children !== undefined && !isBlank(this.#pending)) this.#refuse("mixedContent");
    if (children === undefined && this.#commentDepth === this.#depth && this.#pending !== "") {
      this.#refuse("commentInText");
    }
    const element: WireElement =
      children === undefined ? { name, text: this.#pending, children: noChildren } : { name, text: "", children };
    this.#pending = "";
    this.#commentDepth = -1;
    this.#depth--;
    if (this.#depth === 0) this.#root = element;
    else if (this.#depth === unitLevel && name === this.#unitName) this.#give(element);
    else (this.#open[this.#depth - 1] ??= []).push(element);
    if (this.#depth !== unitLevel || name === this.#unitName) return;
    this.#elementsOutside += this.#elementsInUnit;
    this.#checkCount(this.#elementsOutside);
  }

  #checkCount(count: number): void {
    const { maxElements } = this.#limits;
    if (count > maxElements) this.#fail(new OnshiError("wire.tooLarge", { limit: maxElements, variant: "elements" }));
  }

  #give(unit: WireElement): void {
    // Its parent still counts as having a child: text beside it would be mixed content.
    this.#open[this.#depth - 1] ??= [];
    this.#units.push(unit);
    this.#spend(this.#elementsInUnit);
  }

  #spend(elements: number): void {
    const exceeded = this.#budget.spend(elements);
    if (exceeded) this.#fail(new OnshiError("wire.tooLarge", exceeded));
  }

  #checkRoot(name: string): void {
    if ((this.#parser.xmlDecl.version ?? "1.0") !== "1.0") this.#refuse("xmlVersion");
    if (name === messageRoot) return;
    const expected = { ja: `ルート要素${messageRoot}`, en: `a message with root ${messageRoot}` };
    this.#fail(new OnshiError("wire.unexpectedMessage", { expected }));
  }

  #refuse(variant: RefusedMarkup): never {
    this.#fail(new OnshiError("wire.refused", { variant }));
  }

  #fail(error: OnshiError): never {
    const { line, column } = this.#parser;
    const by = this.#columnShift?.line === line ? this.#columnShift.by : 0;
    throw error.with({ line: line + this.#passedLines, column: Math.max(column + by, 1) });
  }
}
