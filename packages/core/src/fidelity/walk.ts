import { isUnknownCode } from "../codes/index.ts";
import { isMandatory, isRepeated } from "../messages/cardinality.ts";
import { child, type FieldDeclaration, type MessageDeclaration, type WireElement } from "../messages/index.ts";
import { isUpTo } from "../messages/text-rules.ts";
import { valueCodec } from "../wire/codec/values.ts";
import { rootField, type TagIndex, tagsInside } from "../wire/json/layout-index.ts";

/**
 * How an element relates to the layout:
 *
 * - `fits`: declared here, with a value of its type
 * - `elsewhere`: in the other place that the layout allows for it (a relocation)
 * - `unknown`: not declared
 * - `unreadable`: declared, but the text is not a value of its type
 * - `unknownCode`: the code is in no table
 * - `tooLong`, `otherShape`: a text against the declared length or pattern
 * - `duplicate`: declared to appear once, and it has appeared before
 */
export type Judgement =
  | "fits"
  | "elsewhere"
  | "unknown"
  | "unreadable"
  | "unknownCode"
  | "tooLong"
  | "otherShape"
  | "duplicate";

/** One element of a document with its declaration. Paths start below `XmlMsg`. */
export interface Sight {
  readonly path: string;
  readonly element: WireElement;
  readonly judgement: Judgement;
  readonly field?: FieldDeclaration;
}

/** What a walk reports, in document order: a group, then its content, then what it lacks. */
export interface Visitor {
  readonly element: (sight: Sight) => void;
  readonly group?: (path: string, element: WireElement, declared: TagIndex) => void;
  readonly missing?: (path: string, field: FieldDeclaration, holder: WireElement) => void;
}

/** Compares a document with its layout element by element, as it is: nothing is moved or repaired. */
export function walk(root: WireElement, layout: MessageDeclaration, visitor: Visitor): void {
  const places = alternativePlaces(layout);
  const gaps: { readonly path: string; readonly field: FieldDeclaration; readonly holder: WireElement }[] = [];
  const moved = new Set<string>();
  const complete = endedNormally(root);

  const inside = (element: WireElement, field: FieldDeclaration | undefined, path: string): void => {
    const declared = tagsInside(field);
    if (declared) visitor.group?.(path, element, declared);
    const met = new Set<string>();
    for (const one of element.children) {
      if (!saysSomething(one) && path !== "") continue;
      const at = path === "" ? one.name : `${path}/${one.name}`;
      const own = declared?.get(one.name);
      const target = own ? undefined : places(at);
      const known = own ?? (target === undefined ? undefined : fieldAt(layout, target));
      if (target !== undefined) moved.add(target);
      const again = own !== undefined && met.has(one.name) && isSingle(own);
      met.add(one.name);
      const judgement = judge(one, known);
      const isMoved = target !== undefined && judgement === "fits";
      visitor.element({
        path: at,
        element: one,
        judgement: again ? "duplicate" : isMoved ? "elsewhere" : judgement,
        ...(known && { field: known }),
      });
      inside(one, known, at);
    }
    if (!declared || !isWhole(element)) return;
    for (const [tag, expected] of declared) {
      const at = path === "" ? tag : `${path}/${tag}`;
      if (!complete && at.startsWith("MessageBody")) continue;
      if (isMandatory(expected) && !met.has(tag)) gaps.push({ path: at, field: expected, holder: element });
    }
  };
  inside(root, rootField(layout), "");
  for (const { path, field, holder } of gaps) if (!moved.has(path)) visitor.missing?.(path, field, holder);
}

/** An empty element means the same as none (oqs-exchange §4.0); an empty header or body lacks its content. */
function saysSomething({ text, children }: WireElement): boolean {
  return text !== "" || children.length > 0;
}

/** A list's wrapper may appear again; its items are one list. */
function isSingle(field: FieldDeclaration): boolean {
  return field.type.kind !== "list" && !isRepeated(field) && !isItem(field);
}

/** Items of a list have no declaration of their own; the index creates one, with the tag as its name. */
function isItem({ wire, name }: FieldDeclaration): boolean {
  return wire === name;
}

/** The body of a message that did not end normally may lack anything (oqs-exchange §2.4). */
function endedNormally(root: WireElement): boolean {
  const header = child(root, "MessageHeader");
  const segment = header && child(header, "SegmentOfResult");
  return segment === undefined || segment.text === "1";
}

/** So may the block of a person whose processing failed (oqs-exchange §5.1 level 2). */
function isWhole(element: WireElement): boolean {
  const status = child(element, "ProcessingResultStatus");
  return status === undefined || status.text === "1";
}

function judge({ text, children }: WireElement, field: FieldDeclaration | undefined): Judgement {
  if (!field) return "unknown";
  const { type } = field;
  if (type.kind === "group" || type.kind === "list") {
    return children.length === 0 && text.trim() !== "" ? "unreadable" : "fits";
  }
  const value = children.length === 0 ? valueCodec(type).read(text) : undefined;
  if (value === undefined) return "unreadable";
  if (type.kind === "code") return isUnknownCode(value) ? "unknownCode" : "fits";
  if (type.kind !== "text") return "fits";
  if (type.maxLength !== undefined && !isUpTo(type.maxLength, text)) return "tooLong";
  return type.pattern !== undefined && !new RegExp(type.pattern).test(text) ? "otherShape" : "fits";
}

/** Where the element at a path belongs, when the layout knows two places. */
export function alternativePlaces({
  relocations = [],
  distributions = [],
}: MessageDeclaration): (path: string) => string | undefined {
  const shared = distributions.flatMap(({ elements, each }) =>
    elements.map(({ beside, inside }) => ({ from: each.replace(/[^/]+$/, beside), to: `${each}/${inside}` })),
  );
  const all = [...relocations, ...shared];
  return (path) => all.find(({ from }) => (from.startsWith("*/") ? path.endsWith(from.slice(1)) : path === from))?.to;
}

/** The field at a path of wire tags; undefined when the layout has none there. */
export function fieldAt(layout: MessageDeclaration, path: string): FieldDeclaration | undefined {
  return path
    .split("/")
    .reduce<FieldDeclaration | undefined>((field, tag) => tagsInside(field)?.get(tag), rootField(layout));
}
