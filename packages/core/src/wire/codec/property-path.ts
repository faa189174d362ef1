import { isRepeated } from "../../messages/cardinality.ts";
import type { FieldDeclaration, GroupDeclaration, MessageDeclaration, WireElement } from "../../messages/index.ts";
import { messageRoot } from "../limits.ts";

/** A field as programs know it, found by the tags it has on the wire. */
export interface NamedField {
  /** Path of properties, with the entries of lists: `body.inquiries[2].symbol`. */
  readonly field: string;
  /** Japanese name. */
  readonly label: string;
}

/**
 * The property at a path of wire tags, which may have entry numbers: `XmlMsg/MessageBody/Inquiry[2]/Symbol`. Without a
 * path, the first field with that tag.
 */
export function fieldOnWire(
  layout: MessageDeclaration,
  tag: string | undefined,
  path: string | undefined,
): NamedField | undefined {
  for (const part of parts(layout)) {
    const steps = path?.split("/").slice(1);
    if (steps && steps[0] !== part.tag) continue;
    const before = `${part.name}.`;
    const found = steps ? fieldAt(part.group.fields, steps.slice(1), before) : fieldOf(part.group.fields, tag, before);
    if (found) return found;
  }
  return undefined;
}

/** Whether a document has an element for a property, given by a path of properties without entries. */
export function hasElement(layout: MessageDeclaration, root: WireElement, property: string): boolean {
  const [name, ...names] = property.split(".");
  const part = parts(layout).find((one) => one.name === name);
  if (!part || root.name !== messageRoot) return false;
  return below(childrenOf([root], part.tag), part.group, names).length > 0;
}

function parts({ header, body }: MessageDeclaration) {
  return [
    { name: "header", tag: "MessageHeader", group: header },
    { name: "body", tag: "MessageBody", group: body },
  ] as const;
}

function below(
  elements: readonly WireElement[],
  { fields }: GroupDeclaration,
  [name, ...rest]: readonly string[],
): readonly WireElement[] {
  if (name === undefined) return elements;
  const declared = fields.find((field) => field.name === name);
  if (!declared) return [];
  const { type, wire } = declared;
  const found = childrenOf(elements, wire);
  if (rest.length === 0 || !("group" in type)) return rest.length === 0 ? found : [];
  return below(type.kind === "list" ? childrenOf(found, type.item) : found, type.group, rest);
}

function childrenOf(elements: readonly WireElement[], tag: string): readonly WireElement[] {
  return elements.flatMap(({ children }) => children.filter(({ name }) => name === tag));
}

function fieldAt(
  fields: readonly FieldDeclaration[],
  steps: readonly string[],
  before: string,
): NamedField | undefined {
  const [first = "", ...rest] = steps;
  const { tag, index } = stepOf(first);
  const declared = fields.find(({ wire }) => wire === tag);
  if (!declared) return undefined;
  const { name, ja, type } = declared;
  if (!("group" in type)) return { field: before + name, label: ja };
  if (type.kind === "list")
    return fieldAt(type.group.fields, rest.slice(1), `${before}${name}[${stepOf(rest[0]).index}].`);
  return fieldAt(type.group.fields, rest, `${before}${name}${isRepeated(declared) ? `[${index}]` : ""}.`);
}

function stepOf(step: string = ""): { readonly tag: string; readonly index: string } {
  const [, tag = "", index = "0"] = /^([^[]*)(?:\[(\d+)\])?$/.exec(step) ?? [];
  return { tag, index };
}

function fieldOf(fields: readonly FieldDeclaration[], tag: string | undefined, before: string): NamedField | undefined {
  for (const { wire, type, name, ja } of fields) {
    if (wire === tag) return { field: before + name, label: ja };
    const found = "group" in type ? fieldOf(type.group.fields, tag, `${before}${name}.`) : undefined;
    if (found) return found;
  }
  return undefined;
}
