import { type Bilingual, missing, OnshiError } from "../../base/index.ts";
import { isMandatory, isRepeated } from "../../messages/cardinality.ts";
import {
  type FieldDeclaration,
  type FieldType,
  type GroupDeclaration,
  leaf,
  parent,
  type WireElement,
} from "../../messages/index.ts";
import { isPlainText } from "../../messages/text-rules.ts";
import { fitsLayout, valueCodec } from "./values.ts";

/** Writes one group of elements in the layout's order; compiled once per group when a message is first used. */
export type GroupEncoder = (value: Readonly<Record<string, unknown>>, path: string) => WireElement[];

type FieldEncoder = (value: unknown, path: string) => WireElement[];

/**
 * Compiles the writer of a group. Its output is canonical: layout order, elements without a value left out, raw elements
 * put back in their place or at the end.
 *
 * @param strict - whether lengths, patterns and mandatory fields are checked (requests); what the centre sent is written
 *   back as received
 */
export function compileEncoder(group: GroupDeclaration, strict: boolean): GroupEncoder {
  const fields = group.fields.map((field) => ({ field, encode: compileField(field, strict) }));
  const known = new Set(group.fields.map(({ wire }) => wire));
  const names = new Set(["unknownElements", ...group.fields.map(({ name }) => name)]);
  return (value, path) => {
    const stranger = Object.keys(value).find((name) => !names.has(name));
    if (stranger !== undefined) throw invalid(path + stranger);
    const raw = rawElements(value["unknownElements"], `${path}unknownElements`);
    const elements: WireElement[] = [];
    for (const { field, encode } of fields) {
      const given = value[field.name];
      if (given !== undefined) elements.push(...encode(given, path + field.name));
      else if (strict && isMandatory(field)) throw invalid(path + field.name, field);
      for (const element of raw) if (element.name === field.wire) elements.push(bare(element));
    }
    for (const element of raw) if (!known.has(element.name)) elements.push(bare(element));
    return elements;
  };
}

function compileField(field: FieldDeclaration, strict: boolean): FieldEncoder {
  const { type, wire } = field;
  if (type.kind === "list") {
    const encode = compileRecord(type.item, type.group, strict);
    return (value, path) => [parent(wire, eachOf(value, path, encode))];
  }
  const encode = type.kind === "group" ? compileRecord(wire, type.group, strict) : compileLeaf(field, strict);
  if (!isRepeated(field)) return encode;
  return (value, path) => {
    const elements = eachOf(value, path, encode);
    if (strict && isMandatory(field) && elements.length === 0) throw invalid(path, field);
    return elements;
  };
}

function compileRecord(wire: string, group: GroupDeclaration, strict: boolean): FieldEncoder {
  const encode = compileEncoder(group, strict);
  return (value, path) => [parent(wire, encode(record(value, path), `${path}.`))];
}

function compileLeaf(field: FieldDeclaration, strict: boolean): FieldEncoder {
  const { wire, type } = field;
  const { write } = valueCodec(type);
  return (value, path) => {
    const text = typeof value === "string" ? write(value) : undefined;
    if (text === undefined || (strict && !fitsLayout(type, text))) throw invalid(path, field, value);
    return text === "" ? [] : [leaf(wire, text)];
  };
}

function eachOf(value: unknown, path: string, encode: FieldEncoder): WireElement[] {
  if (!Array.isArray(value)) throw invalid(path);
  return value.flatMap((item: unknown, index) => encode(item, `${path}[${index}]`));
}

/** @throws OnshiError `request.invalid` for anything but an object */
export function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(path);
  return value as Readonly<Record<string, unknown>>;
}

/**
 * Raw elements kept by the reader, to be written back.
 *
 * @throws OnshiError `request.invalid` when it is something else
 */
export function rawElements(value: unknown, path: string): readonly WireElement[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every(isWireElement)) return value;
  throw invalid(path);
}

/** The element as on the wire. */
function bare({ name, text, children }: WireElement): WireElement {
  return { name, text, children };
}

function isWireElement(value: unknown): value is WireElement {
  if (typeof value !== "object" || value === null) return false;
  const { name, text, children, unread, ...strangers } = value as Readonly<Record<string, unknown>>;
  if (unread !== undefined && typeof unread !== "string") return false;
  if (typeof name !== "string" || typeof text !== "string" || Object.keys(strangers).length > 0) return false;
  return Array.isArray(children) && children.every(isWireElement);
}

/** @param value - the value given for a leaf, or undefined */
function invalid(field: string, declared?: FieldDeclaration, value?: unknown): OnshiError {
  if (declared === undefined) return new OnshiError("request.invalid", { field });
  const expected = expectedFormat(declared.type, value);
  return new OnshiError("request.invalid", {
    field,
    label: declared.ja,
    ...missing(value),
    ...(expected && { expected }),
  });
}

function expectedFormat(type: FieldType, value: unknown): Bilingual | undefined {
  switch (type.kind) {
    case "date":
      return { ja: "実在する日付（YYYY-MM-DD）", en: "a day that exists, YYYY-MM-DD" };
    case "month":
      return { ja: "年月（YYYY-MM）", en: "a month, YYYY-MM" };
    case "dateTime":
      return { ja: "日時（YYYY-MM-DDThh:mm:ss+09:00）", en: "an instant, YYYY-MM-DDThh:mm:ss+09:00" };
    case "code":
      return { ja: "選択肢にある値", en: `a literal of table ${type.table}` };
    case "text":
      if (type.format !== undefined) return { ja: type.formatJa ?? type.format, en: type.format };
      return type.maxLength === undefined ? undefined : expectedText(type.maxLength, value);
    case "group":
    case "list":
      return undefined;
    default:
      return type satisfies never;
  }
}

/** What is wrong with a text, not only how long it may be: an empty one is not too long. */
function expectedText(maxLength: number, value: unknown): Bilingual {
  if (missing(value).variant !== undefined) return { ja: `1～${maxLength}文字`, en: `1 to ${maxLength} characters` };
  if (typeof value !== "string")
    return { ja: `${maxLength}文字以内の文字列`, en: `a string of at most ${maxLength} characters` };
  return isPlainText(value)
    ? { ja: `${maxLength}文字以内`, en: `at most ${maxLength} characters` }
    : { ja: "改行や制御文字のない文字", en: "text without line breaks or control characters" };
}
