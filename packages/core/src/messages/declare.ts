import type { CodeTableId } from "../codes/index.ts";
import type {
  Cardinality,
  Confidence,
  FieldDeclaration,
  FieldType,
  GroupDeclaration,
  TextContent,
} from "./declaration.ts";

/**
 * Shorthand for the declarations: one line per field. The arguments are in the order of the layout tables in the
 * interface notes.
 */
export function field(
  wire: string,
  name: string,
  cardinality: Cardinality,
  type: FieldType,
  ja: string,
  en: string,
  confidence: Confidence = "H",
): FieldDeclaration {
  return { wire, name, ja, en, type, cardinality, confidence };
}

/** The same field, marked as one that carries a decision. */
export function decisive(declaration: FieldDeclaration): FieldDeclaration {
  return { ...declaration, decisive: true };
}

/** The same field, optional. */
export function optional(declaration: FieldDeclaration): FieldDeclaration {
  return { ...declaration, cardinality: "?" };
}

/** The same fields in a message that is less well known. */
export function held(confidence: Confidence, fields: readonly FieldDeclaration[]): readonly FieldDeclaration[] {
  return fields.map((declaration) => ({ ...declaration, confidence }));
}

export const date: FieldType = { kind: "date" };
export const month: FieldType = { kind: "month" };
export const dateTime: FieldType = { kind: "dateTime" };

/** Text of any length and shape. */
export function text(holds: TextContent): FieldType {
  return { kind: "text", holds };
}

/** Text of at most this many characters. */
export function textUpTo(maxLength: number, holds: TextContent): FieldType {
  return { kind: "text", holds, maxLength };
}

/** Bytes in base64, on one line. */
export const base64: FieldType = textLike(
  "^[A-Za-z0-9+/]+={0,2}$",
  "base64 on one line",
  "改行のないBase64",
  "document",
);

/** Text of a fixed form; `format` is for the docs, `formatJa` for the desk. */
export function textLike(pattern: string, format: string, formatJa: string, holds: TextContent): FieldType {
  return { kind: "text", holds, pattern, format, formatJa };
}

/** A code of a table. */
export function code(table: CodeTableId): FieldType {
  return { kind: "code", table };
}

/** Elements that belong together under one tag. */
export function group(declaration: GroupDeclaration): FieldType {
  return { kind: "group", group: declaration };
}

/** A wrapper element around repeated items. */
export function list(item: string, declaration: GroupDeclaration): FieldType {
  return { kind: "list", item, group: declaration };
}
