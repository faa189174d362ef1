import { OnshiError } from "../../base/index.ts";
import { isUnknownCode } from "../../codes/index.ts";
import { isMandatory, isRepeated } from "../../messages/cardinality.ts";
import type { FieldDeclaration, GroupDeclaration, WireElement } from "../../messages/index.ts";
import type { Problem } from "./problem.ts";
import { valueCodec } from "./values.ts";

/** A group while it is being read: its properties, and the elements that have no place. */
export type Decoded = Record<string, unknown>;

/** Reads one group of elements; compiled once per group when a message is first used. */
export type GroupDecoder = (element: WireElement, path: string, problems: Problem[]) => Decoded;

/** Where an element goes. */
interface Slot {
  readonly field: FieldDeclaration;
  readonly repeated: boolean;
  readonly item?: string;
  readonly group?: GroupDecoder;
  readonly read?: (wire: string) => string | undefined;
}

/** A group in progress: what was read, and which elements were found, readable or not. */
interface Reading {
  readonly result: Decoded;
  readonly met: Set<Slot>;
  readonly problems: Problem[];
}

/**
 * Compiles the reader of a group. Order does not matter and nothing is lost: unknown, unreadable and repeated elements go
 * into `unknownElements`.
 */
export function compileDecoder(group: GroupDeclaration): GroupDecoder {
  const slots = new Map(group.fields.map((field) => [field.wire, slotFor(field)]));
  const mandatory = [...slots.values()].filter(({ field }) => isMandatory(field));
  return (element, path, problems) => {
    const reading: Reading = { result: {}, met: new Set(), problems };
    const unknown: WireElement[] = [];
    for (const child of element.children) {
      const slot = slots.get(child.name);
      const rest = slot ? place(reading, slot, child, `${path}/${child.name}`) : child;
      if (rest) unknown.push(rest);
    }
    for (const slot of mandatory) {
      const { wire, name } = slot.field;
      if (!reading.met.has(slot)) problems.push({ kind: "missing", path: `${path}/${wire}`, field: name });
    }
    if (unknown.length > 0) reading.result["unknownElements"] = unknown;
    return reading.result;
  };
}

function slotFor(field: FieldDeclaration): Slot {
  const { type } = field;
  if (type.kind === "list") return { field, repeated: true, item: type.item, group: compileDecoder(type.group) };
  const repeated = isRepeated(field);
  if (type.kind === "group") return { field, repeated, group: compileDecoder(type.group) };
  return { field, repeated, read: valueCodec(type).read };
}

/** Puts an element where it belongs; returns what has to be kept raw. */
function place(reading: Reading, slot: Slot, child: WireElement, at: string): WireElement | undefined {
  const { result, met, problems } = reading;
  const { name, decisive } = slot.field;
  if (slot.group && isText(child)) {
    problems.push({ kind: "unreadable", path: at, field: name });
    return unread(child, name);
  }
  if (slot.repeated && slot.group) {
    met.add(slot);
    return placeRepeated(reading, slot, child, at);
  }
  // An empty element means the same as none (oqs-exchange §4.0).
  if (child.children.length === 0 && (slot.group || child.text === "")) return undefined;
  if (met.has(slot) && !slot.repeated) {
    if (decisive) throw new OnshiError("wire.duplicate", { path: at });
    problems.push({ kind: "duplicate", path: at, field: name });
    return child;
  }
  if (!slot.group) {
    met.add(slot);
    return placeText(reading, slot, child, at);
  }
  const found: Problem[] = [];
  const inner = slot.group(child, at, found);
  // A group of empty elements means no more than an empty one.
  if (Object.keys(inner).length === 0) return undefined;
  met.add(slot);
  problems.push(...found);
  result[name] = inner;
  return undefined;
}

/** Kept raw, with the property it would have become. */
function unread(element: WireElement, name: string): WireElement {
  return { ...element, unread: name };
}

/** Text where there should be elements. Blanks between tags are not data. */
function isText({ children, text }: WireElement): boolean {
  return children.length === 0 && text.trim() !== "";
}

function placeText({ result, problems }: Reading, slot: Slot, child: WireElement, at: string): WireElement | undefined {
  const { name, type } = slot.field;
  const value = child.children.length === 0 ? slot.read?.(child.text) : undefined;
  if (value === undefined) {
    problems.push({ kind: "unreadable", path: at, field: name });
    return unread(child, name);
  }
  if (type.kind === "code" && isUnknownCode(value)) problems.push({ kind: "unknownCode", path: at, field: name });
  if (slot.repeated) entriesOf(result, name).push(value);
  else result[name] = value;
  return undefined;
}

/** A wrapper may appear more than once; its items are one list. Anything that is not an item stays in a separate wrapper. */
function placeRepeated(
  { result, problems }: Reading,
  slot: Slot,
  child: WireElement,
  at: string,
): WireElement | undefined {
  const { group, item, field } = slot;
  const entries = entriesOf(result, field.name);
  if (item === undefined) {
    entries.push(group?.(child, at, problems));
    return undefined;
  }
  const strangers: WireElement[] = [];
  for (const inner of child.children) {
    const isItem = inner.name === item;
    if (isItem && isText(inner)) problems.push({ kind: "unreadable", path: `${at}/${item}`, field: field.name });
    if (isItem && !isText(inner)) entries.push(group?.(inner, `${at}/${item}`, problems));
    else strangers.push(isItem ? unread(inner, field.name) : inner);
  }
  return strangers.length > 0 ? { ...child, children: strangers } : undefined;
}

function entriesOf(result: Decoded, name: string): unknown[] {
  return (result[name] ??= []) as unknown[];
}
