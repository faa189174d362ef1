import { OnshiError } from "../../base/index.ts";
import type { FieldDeclaration, MessageDeclaration } from "../../messages/declaration.ts";
import type { WireElement } from "../../messages/wire-element.ts";
import { defaultLimits } from "../limits.ts";
import { isBlank } from "../xml/characters.ts";
import { isRepeated, rootField, type TagIndex, tagsInside } from "./layout-index.ts";
import { type MirrorObject, type MirrorValue, setOwn } from "./mirror-value.ts";

/**
 * The JSON mirror of a message, as used by the Web API: element ↔ property, every value a string. A list becomes an array
 * of `{Item: {…}}`, a repeated element without a wrapper an array, even with one entry. An unknown element becomes a
 * string or an object, several with one name an array. Only the order among different tags and the blanks between elements
 * are lost; a single element that appears twice against the layout also becomes an array.
 *
 * @param root - the message's tree
 * @param layout - declaration of the message; tells lists from single elements
 * @returns `{XmlMsg: {MessageHeader: {…}, MessageBody: {…}}}`
 * @throws {@link OnshiError} `wire.tooDeep` for a tree deeper than any message
 * @see oqs-exchange §7.2
 *
 * @example
 * ```ts
 * import { declarations } from "@onshi/core/messages";
 * import { readXml, toMirror } from "@onshi/core/wire";
 *
 * const xml = "<XmlMsg><MessageHeader/><MessageBody><ResultList/></MessageBody></XmlMsg>";
 * const { root } = readXml(new TextEncoder().encode(xml));
 * const layout = declarations.find(({ id }) => id === "OQSsiquc01res");
 * if (layout) console.log(JSON.stringify(toMirror(root, layout)));
 * // {"XmlMsg":{"MessageHeader":{},"MessageBody":{"ResultList":[]}}}
 * ```
 */
export function toMirror(root: WireElement, layout: MessageDeclaration): MirrorObject {
  return entry(root, rootField(layout), 0);
}

function valueOf(element: WireElement, field: FieldDeclaration | undefined, depth: number): MirrorValue {
  if (depth >= defaultLimits.maxDepth) throw new OnshiError("wire.tooDeep", { limit: defaultLimits.maxDepth });
  const { text, children } = element;
  const inside = tagsInside(field);
  // Text where the layout has children is kept: the reader of the mirror can report it.
  if (children.length === 0 && (inside === undefined || !isBlank(text))) return text;
  if (field?.type.kind === "list") return children.map((item) => entry(item, inside?.get(item.name), depth + 1));
  return objectOf(children, inside, depth);
}

/** `{Item: {…}}`; unknown elements in a list keep their place in the same way. */
function entry(element: WireElement, field: FieldDeclaration | undefined, depth: number): MirrorObject {
  const single = {};
  setOwn(single, element.name, valueOf(element, field, depth));
  return single;
}

function objectOf(children: readonly WireElement[], known: TagIndex | undefined, depth: number): MirrorObject {
  const byTag = new Map<string, MirrorValue[]>();
  for (const child of children) {
    const value = valueOf(child, known?.get(child.name), depth + 1);
    const values = byTag.get(child.name);
    if (values === undefined) byTag.set(child.name, [value]);
    else values.push(value);
  }
  const object = {};
  for (const [tag, values] of byTag) {
    const [first] = values;
    setOwn(object, tag, first !== undefined && values.length === 1 && !isRepeated(known?.get(tag)) ? first : values);
  }
  return object;
}
