import { isCalendarDay } from "@onshi/core/base";
import { type CodeRow, codeTables } from "@onshi/core/codes";
import type { FieldDeclaration, FieldType, GroupDeclaration, MessageDeclaration } from "@onshi/core/messages";
import { XMLParser } from "fast-xml-parser";
import * as z from "zod";

/**
 * The peer does with fast-xml-parser and zod what our decoder does, on the same declarations: well-formedness,
 * character set, mandatory elements; days, instants and codes checked and converted. It is spared what a vendor would
 * still have to write: names stay those of the wire, unknown elements are not kept apart, and nothing hostile is refused.
 */
export function fastXmlParserReader({ header, body }: MessageDeclaration): (bytes: Uint8Array) => unknown {
  const schema = z.object({ XmlMsg: z.object({ MessageHeader: group(header), MessageBody: group(body) }) });
  return (bytes) => {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return schema.parse(parser.parse(text, true));
  };
}

const lists = new Set<string>();

const parser = new XMLParser({
  parseTagValue: false,
  // Leading spaces are part of an insurer number.
  trimValues: false,
  ignoreDeclaration: true,
  isArray: (tag) => lists.has(tag),
});

const day = z
  .string()
  .regex(/^\d{8}$/)
  .transform(hyphenated)
  .refine(isCalendarDay);

const month = z
  .string()
  .regex(/^\d{4}(0[1-9]|1[0-2])$/)
  .transform((text) => `${text.slice(0, 4)}-${text.slice(4)}`);

const instant = z
  .string()
  .regex(/^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/)
  .transform((text) => `${hyphenated(text)}T${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12)}+09:00`)
  .refine((text) => isCalendarDay(text.slice(0, 10)));

function group({ fields }: GroupDeclaration): z.ZodType {
  return z.looseObject(Object.fromEntries(fields.map((field) => [field.wire, fieldSchema(field)])));
}

function fieldSchema({ wire, type, cardinality }: FieldDeclaration): z.ZodType {
  const isRepeated = type.kind === "group" && (cardinality === "*" || cardinality === "+");
  if (isRepeated) lists.add(wire);
  const value = isRepeated ? z.array(typeSchema(type)) : typeSchema(type);
  return cardinality === "1" || cardinality === "+" ? value : value.optional();
}

function typeSchema(type: FieldType): z.ZodType {
  switch (type.kind) {
    case "date":
      return day;
    case "month":
      return month;
    case "dateTime":
      return instant;
    case "code":
      return code(codeTables[type.table].rows);
    case "group":
      return group(type.group);
    case "list":
      lists.add(type.item);
      return z.looseObject({ [type.item]: z.array(group(type.group)) });
    case "text":
      return z.string();
    default:
      return type satisfies never;
  }
}

function code(rows: readonly CodeRow[]): z.ZodType {
  const names = new Map(rows.map(([wire, name]) => [wire, name]));
  return z.enum([...names.keys()]).transform((wire) => names.get(wire));
}

function hyphenated(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
}
