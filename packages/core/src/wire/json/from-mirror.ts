import { OnshiError } from "../../base/index.ts";
import type { FieldDeclaration, MessageDeclaration } from "../../messages/declaration.ts";
import { leaf, parent, type WireElement } from "../../messages/wire-element.ts";
import { messageRoot, resolveLimits, type WireLimits } from "../limits.ts";
import { isXmlText } from "../xml/characters.ts";
import { isTagName } from "../xml/tag-names.ts";
import { rootField, type TagIndex, tagsInside } from "./layout-index.ts";

/**
 * The tree of a message from its JSON mirror. A list may be `[{Item: {…}}]` as observed, or `{Item: […]}` or
 * `{Item: {…}}`; a repeated element may be an array or a single one. `null` means that the element is absent. Values must
 * be strings: a number has already lost its leading zeros, so it is refused. What XML cannot hold is refused here too, so
 * that both formats carry the same messages.
 *
 * @param json - a parsed mirror, see {@link readJson}
 * @param layout - declaration of the message; tells lists from single elements
 * @param limits - depth and number of elements
 * @returns the tree, elements in the order of the properties
 * @throws {@link OnshiError} `wire.malformed` with the path of tags (a tag the layout does not know shows as `*`),
 * `wire.refused` with `variant` `name` for a property that cannot be a tag, `wire.tooDeep`, `wire.tooLarge`,
 * `wire.unexpectedMessage` when the root is not `XmlMsg`
 * @see oqs-exchange §7.2
 *
 * @example
 * ```ts
 * import { declarations } from "@onshi/core/messages";
 * import { fromMirror } from "@onshi/core/wire";
 *
 * const json = { XmlMsg: { MessageHeader: { SegmentOfResult: "1" }, MessageBody: {} } };
 * const layout = declarations.find(({ id }) => id === "OQSsiquc01res");
 * if (layout) console.log(fromMirror(json, layout).children[0]?.children[0]?.text); // 1
 * ```
 */
export function fromMirror(json: unknown, layout: MessageDeclaration, limits: WireLimits = {}): WireElement {
  const { maxDepth, maxElements } = resolveLimits(limits);
  const reader: Reader = { maxDepth, maxElements, elements: 0, path: [] };
  const keys = isObject(json) ? Object.keys(json) : [];
  if (!isObject(json) || !keys.includes(messageRoot)) {
    const expected = { ja: `プロパティ${messageRoot}`, en: `an object with the property ${messageRoot}` };
    throw new OnshiError("wire.unexpectedMessage", { expected });
  }
  const root = json[messageRoot];
  if (keys.length > 1 || !isObject(root)) malformed(reader);
  return single(reader, messageRoot, root, rootField(layout));
}

interface Reader {
  readonly maxDepth: number;
  readonly maxElements: number;
  elements: number;
  /** Tags from the root to the place being read. */
  readonly path: string[];
}

/** Adds the elements of a property: none, one, or several. */
function append(reader: Reader, into: WireElement[], tag: string, value: unknown, known: TagIndex | undefined): void {
  const field = known?.get(tag);
  // A tag of unknown origin could be anything, even a name, so it never appears in an error.
  reader.path.push(field === undefined ? "*" : tag);
  if (!isTagName(tag)) throw new OnshiError("wire.refused", { ...at(reader), variant: "name" });
  if (!Array.isArray(value)) {
    if (value !== null && value !== undefined) into.push(single(reader, tag, value, field));
  } else if (field?.type.kind === "list" && !isSeveralLists(value)) {
    into.push(list(reader, tag, value, field));
  } else {
    for (const item of value) {
      if (item === null) continue;
      if (!Array.isArray(item)) into.push(single(reader, tag, item, field));
      // The list's wrapper itself appears several times.
      else if (field?.type.kind === "list") into.push(list(reader, tag, item, field));
      else malformed(reader);
    }
  }
  reader.path.pop();
}

/** A wrapper that itself appears several times: each an array of items, or text that does not belong there. */
const isSeveralLists = (values: readonly unknown[]): boolean =>
  values.some((value) => Array.isArray(value)) ||
  (values.length > 1 && values.every((value) => typeof value === "string"));

function single(reader: Reader, tag: string, value: unknown, field: FieldDeclaration | undefined): WireElement {
  count(reader);
  if (typeof value === "string") {
    if (!isXmlText(value)) malformed(reader);
    return leaf(tag, value);
  }
  if (!isObject(value)) malformed(reader);
  const children: WireElement[] = [];
  appendAll(reader, children, value, tagsInside(field));
  return parent(tag, children);
}

/** A wrapper from an array of `{Item: {…}}`. */
function list(reader: Reader, tag: string, items: readonly unknown[], field: FieldDeclaration): WireElement {
  count(reader);
  const children: WireElement[] = [];
  for (const item of items) {
    if (!isObject(item)) malformed(reader);
    appendAll(reader, children, item, tagsInside(field));
  }
  return parent(tag, children);
}

function appendAll(reader: Reader, into: WireElement[], object: Properties, known: TagIndex | undefined): void {
  if (reader.path.length + 1 >= reader.maxDepth)
    throw new OnshiError("wire.tooDeep", { ...at(reader), limit: reader.maxDepth });
  for (const tag of Object.keys(object)) append(reader, into, tag, object[tag], known);
}

function count(reader: Reader): void {
  reader.elements++;
  if (reader.elements > reader.maxElements)
    throw new OnshiError("wire.tooLarge", { ...at(reader), variant: "elements", limit: reader.maxElements });
}

type Properties = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(reader: Reader): never {
  throw new OnshiError("wire.malformed", at(reader));
}

function at({ path }: Reader): { readonly path: string } {
  return { path: [messageRoot, ...path].join("/") };
}
