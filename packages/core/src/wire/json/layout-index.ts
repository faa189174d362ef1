import type { FieldDeclaration, GroupDeclaration, MessageDeclaration } from "../../messages/declaration.ts";
import { messageRoot } from "../limits.ts";

/** Fields by wire tag: what the mirror has to know about the elements inside another one. */
export type TagIndex = ReadonlyMap<string, FieldDeclaration>;

const roots = new WeakMap<MessageDeclaration, FieldDeclaration>();
const groups = new WeakMap<GroupDeclaration, TagIndex>();
const items = new WeakMap<FieldDeclaration, TagIndex>();

/** The root as if it were a field, so that root and fields are read alike. */
export function rootField(layout: MessageDeclaration): FieldDeclaration {
  let field = roots.get(layout);
  if (field === undefined) {
    const { interface: name, ja, en, spec, header, body } = layout;
    const fields = [groupField("MessageHeader", header), groupField("MessageBody", body)];
    field = groupField(messageRoot, { interface: name, ja, en, spec, fields });
    roots.set(layout, field);
  }
  return field;
}

/** The tags directly inside an element of this field; undefined when the layout knows none. */
export function tagsInside(field: FieldDeclaration | undefined): TagIndex | undefined {
  const type = field?.type;
  if (field === undefined || type === undefined) return undefined;
  if (type.kind === "group") return cached(groups, type.group, () => type.group.fields);
  if (type.kind === "list") return cached(items, field, () => [groupField(type.item, type.group)]);
  return undefined;
}

/** True when a field is an array even if it occurs once. */
export function isRepeated(field: FieldDeclaration | undefined): boolean {
  return field?.cardinality === "+" || field?.cardinality === "*";
}

function cached<K extends object>(
  cache: WeakMap<K, TagIndex>,
  key: K,
  fields: () => readonly FieldDeclaration[],
): TagIndex {
  let index = cache.get(key);
  if (index === undefined) {
    index = new Map(fields().map((field) => [field.wire, field]));
    cache.set(key, index);
  }
  return index;
}

function groupField(wire: string, group: GroupDeclaration): FieldDeclaration {
  const { ja, en } = group;
  return { wire, name: wire, ja, en, type: { kind: "group", group }, cardinality: "1", confidence: "H" };
}
