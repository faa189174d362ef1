import type { CodeTableId } from "../../codes/index.ts";
import type { FieldDeclaration, MessageDeclaration, WireElement } from "../../messages/index.ts";
import type { Charset } from "../../wire/index.ts";
import type { TagIndex } from "../../wire/json/layout-index.ts";
import { shownTag } from "../../wire/xml/tag-names.ts";
import { shownCode, shownPath } from "../safe-text.ts";
import { type Judgement, walk } from "../walk.ts";
import { anyShape, type CommonShape, narrowed, valueShape } from "../value-shape.ts";

/** Enough to understand, and few enough to read. */
const mostShapes = 5;

/** What is counted for one element. Values are not kept. */
export interface ElementTally {
  readonly path: string;
  readonly field: FieldDeclaration | undefined;
  readonly files: Set<number>;
  readonly judgements: Map<Judgement, number>;
  readonly shapes: Set<string>;
  readonly codes: Map<string, { readonly table: CodeTableId; readonly code: string | undefined; seen: number }>;
  seen: number;
  missing: number;
  minLength: number;
  maxLength: number;
  /** Other elements were inside it. */
  isParent: boolean;
  common: CommonShape;
}

/** Orders of the elements of one group, each as its tags. */
export interface OrderTally {
  asDeclared: number;
  readonly others: Map<string, { readonly tags: readonly string[]; seen: number }>;
}

/** Counts what the files of one layout contain. */
export class LayoutTally {
  readonly layout: MessageDeclaration;
  readonly known: boolean;
  /** Files by file id, and the layout under each id. */
  readonly ids: Map<string, number> = new Map();
  readonly layouts: Map<string, MessageDeclaration> = new Map();
  readonly charsets: Map<Charset, number> = new Map();
  readonly elements: Map<string, ElementTally> = new Map();
  readonly orders: Map<string, OrderTally> = new Map();
  /** Paths of elements that appeared more than once in the same parent. */
  readonly repeated: Set<string> = new Set();
  byteOrderMarks = 0;

  constructor(layout: MessageDeclaration, known: boolean) {
    this.layout = layout;
    this.known = known;
  }

  /** Counts one file; `number` tells files apart. */
  add(number: number, layout: MessageDeclaration, root: WireElement): void {
    const { id } = layout;
    this.layouts.set(id, layout);
    this.ids.set(id, (this.ids.get(id) ?? 0) + 1);
    walk(root, this.layout, {
      element: ({ path, element, judgement, field }) => {
        const tally = this.#element(path, field);
        tally.files.add(number);
        tally.seen++;
        tally.judgements.set(judgement, (tally.judgements.get(judgement) ?? 0) + 1);
        if (element.children.length > 0) tally.isParent = true;
        else countValue(tally, element.text, judgement);
        this.#noteRepeats(path, element);
      },
      group: (path, element, declared) => this.#countOrder(path, element, declared),
      missing: (path, field) => {
        this.#element(path, field).missing++;
      },
    });
  }

  #element(path: string, field: FieldDeclaration | undefined): ElementTally {
    let tally = this.elements.get(path);
    if (!tally) {
      tally = {
        path,
        field,
        files: new Set(),
        judgements: new Map(),
        shapes: new Set(),
        codes: new Map(),
        seen: 0,
        missing: 0,
        minLength: Infinity,
        maxLength: 0,
        isParent: false,
        common: anyShape,
      };
      this.elements.set(path, tally);
    }
    return tally;
  }

  #noteRepeats(path: string, { children }: WireElement): void {
    const names = children.map(({ name }) => name);
    for (const name of new Set(names.filter((one, at) => names.indexOf(one) < at))) {
      this.repeated.add(`${path}/${name}`);
    }
  }

  #countOrder(path: string, { children }: WireElement, declared: TagIndex): void {
    const tags = [...new Set(children.map(({ name }) => name))];
    const known = tags.filter((tag) => declared.has(tag));
    if (known.length < 2) return;
    const layout = [...declared.keys()].filter((tag) => known.includes(tag));
    const tally = this.orders.get(path) ?? { asDeclared: 0, others: new Map() };
    this.orders.set(path, tally);
    if (known.every((tag, at) => tag === layout[at])) {
      tally.asDeclared++;
      return;
    }
    const key = tags.join(" ");
    const order = tally.others.get(key) ?? { tags: tags.map(shownTag), seen: 0 };
    order.seen++;
    tally.others.set(key, order);
  }
}

function countValue(tally: ElementTally, text: string, judgement: Judgement): void {
  const length = Array.from(text).length;
  tally.minLength = Math.min(tally.minLength, length);
  tally.maxLength = Math.max(tally.maxLength, length);
  tally.common = narrowed(tally.common, text);
  if (judgement === "unreadable" && tally.shapes.size < mostShapes) tally.shapes.add(valueShape(text));
  const type = tally.field?.type;
  if (judgement === "unknownCode" && type?.kind === "code") {
    const code = shownCode(text);
    const key = `${type.table} ${code ?? ""}`;
    const known = tally.codes.get(key) ?? { table: type.table, code, seen: 0 };
    known.seen++;
    tally.codes.set(key, known);
  }
}

/** How often an element got this verdict. */
export function judged(tally: ElementTally, judgement: Judgement): number {
  return tally.judgements.get(judgement) ?? 0;
}

/** The path of an element in a form that may be shown. */
export function pathOf({ path }: ElementTally): string {
  return shownPath(path);
}
