import { OnshiError } from "../../base/index.ts";
import { isUnknownCode } from "../../codes/index.ts";
import type { FieldDeclaration, GroupDeclaration, WireElement } from "../../messages/index.ts";
import type { Problem } from "./problem.ts";
import { valueCodec } from "./values.ts";

/** A group as it is being read: plain properties and the bag of what has no place. */
export type Decoded = Record<string, unknown>;

/** Reads one group of elements; made once per group when a message is first used. */
export type GroupDecoder = (element: WireElement, path: string, problems: Problem[]) => Decoded;

/** Where an element goes. */
interface Slot {
  readonly field: FieldDeclaration;
  readonly repeated: boolean;
  readonly item?: string;
  readonly group?: GroupDecoder;
  readonly read?: (wire: string) => string | undefined;
}

/**
 * Compiles the reader of a group. Order does not matter, nothing is lost: what the declaration does not know, cannot
 * read or meets twice goes into `unknownElements`.
 */
export function compileDecoder(group: GroupDeclaration): GroupDecoder {
  const slots = new Map(group.fields.map((field) => [field.wire, slotFor(field)]));
  const mandatory = group.fields.filter(({ cardinality }) => cardinality === "1" || cardinality === "+");
  return (element, path, problems) => {
    const result: Decoded = {};
    const unknown: WireElement[] = [];
    for (const child of element.children) {
      const slot = slots.get(child.name);
      const rest = slot ? place(result, slot, child, path, problems) : child;
      if (rest) unknown.push(rest);
    }
    for (const field of mandatory) {
      if (!(field.name in result)) problems.push({ kind: "missing", path: `${path}/${field.wire}`, field: field.name });
    }
    if (unknown.length > 0) result["unknownElements"] = unknown;
    return result;
  };
}

function slotFor(field: FieldDeclaration): Slot {
  const { type } = field;
  if (type.kind === "group") {
    const repeated = field.cardinality === "*" || field.cardinality === "+";
    return { field, repeated, group: compileDecoder(type.group) };
  }
  if (type.kind === "list") return { field, repeated: true, item: type.item, group: compileDecoder(type.group) };
  return { field, repeated: false, read: valueCodec(type).read };
}

/** Puts an element where it belongs; what of it has to be kept raw comes back. */
function place(
  result: Decoded,
  slot: Slot,
  child: WireElement,
  path: string,
  problems: Problem[],
): WireElement | undefined {
  const { name } = slot.field;
  const at = `${path}/${child.name}`;
  if (slot.item !== undefined) return placeList(result, slot, child, at, problems);
  if (slot.repeated && slot.group) {
    listOf(result, name).push(slot.group(child, at, problems));
    return undefined;
  }
  if (name in result) {
    if (slot.field.decisive) throw new OnshiError("wire.duplicate", { path: at });
    problems.push({ kind: "duplicate", path: at, field: name });
    return child;
  }
  if (!slot.group) return placeText(result, slot, child, at, problems);
  result[name] = slot.group(child, at, problems);
  return undefined;
}

function placeText(
  result: Decoded,
  slot: Slot,
  child: WireElement,
  at: string,
  problems: Problem[],
): WireElement | undefined {
  const { name, type } = slot.field;
  const isLeaf = child.children.length === 0;
  // An empty element says the same as none (oqs-exchange §4.0).
  if (isLeaf && child.text === "") return undefined;
  const value = isLeaf ? slot.read?.(child.text) : undefined;
  if (value === undefined) {
    problems.push({ kind: "unreadable", path: at, field: name });
    return child;
  }
  if (type.kind === "code" && isUnknownCode(value)) problems.push({ kind: "unknownCode", path: at, field: name });
  result[name] = value;
  return undefined;
}

/** A wrapper may come more than once; its items are one list. What is no item stays in a wrapper of its own. */
function placeList(
  result: Decoded,
  slot: Slot,
  wrapper: WireElement,
  at: string,
  problems: Problem[],
): WireElement | undefined {
  const items = listOf(result, slot.field.name);
  const strangers: WireElement[] = [];
  for (const child of wrapper.children) {
    if (child.name === slot.item && slot.group) items.push(slot.group(child, `${at}/${slot.item}`, problems));
    else strangers.push(child);
  }
  return strangers.length > 0 || wrapper.text !== "" ? { ...wrapper, children: strangers } : undefined;
}

function listOf(result: Decoded, name: string): unknown[] {
  return (result[name] ??= []) as unknown[];
}
