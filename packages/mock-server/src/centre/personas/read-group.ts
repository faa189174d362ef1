import { wireCode } from "@onshi/core/codes";
import type { FieldDeclaration, FieldType, GroupDeclaration } from "@onshi/core/messages";
import { invalidPersona } from "./invalid-persona.ts";
import { resolveDay, resolveMonth } from "./relative-date.ts";

/**
 * Reads a block of a persona file by the declaration of the message it will appear in, so that a persona can hold what a
 * message can hold and nothing else. Relative dates become days.
 *
 * @param place - where in the file, for the error: `[insured-valid].insurances[0]`
 * @param names - the properties that may be given; all when left out
 * @throws OnshiError `config.invalid` naming persona and field
 */
export function readGroup(
  group: GroupDeclaration,
  value: unknown,
  place: string,
  today: string,
  names?: readonly string[],
): Record<string, unknown> {
  const given = readMap(value, place);
  const fields = group.fields.filter(({ name }) => names?.includes(name) ?? true);
  for (const name of Object.keys(given)) {
    if (fields.some((field) => field.name === name)) continue;
    const known = fields.map((field) => field.name).join(", ");
    throw invalidPersona(`${place}.${name}`, `次のいずれか：${known}`, `one of ${known}`);
  }
  const entries = fields
    .filter(({ name }) => given[name] !== undefined)
    .map((field) => [field.name, readField(field, given[field.name], `${place}.${field.name}`, today)] as const);
  return Object.fromEntries(entries);
}

/** A mapping of the file. */
export function readMap(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalidPersona(place, "項目と値の組", "a mapping of fields");
}

/** A sequence of the file; an absent one is empty. */
export function readList(value: unknown, place: string): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw invalidPersona(place, "リスト", "a list");
}

/** Text that is not empty. */
export function readText(value: unknown, place: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw invalidPersona(place, "空でない文字列", "text that is not empty");
}

function readField(field: FieldDeclaration, value: unknown, place: string, today: string): unknown {
  const { type } = field;
  if (type.kind === "list" || (type.kind === "group" && (field.cardinality === "*" || field.cardinality === "+"))) {
    return readList(value, place).map((item, index) => readGroup(type.group, item, `${place}[${index}]`, today));
  }
  if (type.kind === "group") return readGroup(type.group, value, place, today);
  return readLeaf(type, readText(value, place), place, today);
}

type LeafType = Exclude<FieldType, { readonly kind: "group" | "list" }>;

function readLeaf(type: LeafType, text: string, place: string, today: string): string {
  switch (type.kind) {
    case "date":
      return resolveDay(text, today) ?? refuse(place, "日付または today-40d・month-3/15・year-72/06-15 の形", "a day");
    case "month":
      return resolveMonth(text, today) ?? refuse(place, "年月または month-3 の形", "a month, or month-3");
    case "code":
      return wireCode(type.table, text) === undefined
        ? refuse(place, `コード表 ${type.table} の値`, `a literal of ${type.table}`)
        : text;
    case "text":
      return fits(type, text) ? text : refuse(place, type.format ?? "長さの範囲内", type.format ?? "a shorter text");
    case "dateTime":
      return refuse(place, "なし（日時は模擬センターが入れます）", "nothing: instants are the centre's to add");
    default:
      return type satisfies never;
  }
}

function fits(type: Extract<LeafType, { readonly kind: "text" }>, text: string): boolean {
  if (type.maxLength !== undefined && Array.from(text).length > type.maxLength) return false;
  return type.pattern === undefined || new RegExp(type.pattern, "u").test(text);
}

function refuse(place: string, ja: string, en: string): never {
  throw invalidPersona(place, ja, en);
}
