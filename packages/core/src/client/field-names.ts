import { OnshiError } from "../base/index.ts";
import { isRepeated } from "../messages/cardinality.ts";
import type { FieldDeclaration, MessageDeclaration } from "../messages/index.ts";

/** A field as the caller wrote it: from the entry of a list on, else without the way through the message. */
export function shortened(path: string): string {
  return /[^.]+\[\d+\].*$/.exec(path)?.[0] ?? path.split(".").at(-1) ?? path;
}

/** The writer names the tag that has no place in the character set; the caller knows it as a property. */
export function asCalled(error: unknown, { header, body }: MessageDeclaration): unknown {
  if (!OnshiError.is(error) || error.code !== "wire.unencodable") return error;
  const { field: tag, path, ...details } = error.details;
  const fields = [...header.fields, ...body.fields];
  const found = path === undefined ? fieldOf(fields, tag) : fieldAt(fields, path.split("/").slice(2));
  if (found === undefined) return error;
  const { field, label } = found;
  return new OnshiError(error.code, { ...details, field: shortened(field), label }, { cause: error });
}

interface Named {
  readonly field: string;
  /** Japanese name. */
  readonly label: string;
}

/** The property at a wire path, with the entries of lists: `inquiries[2].symbol`. */
function fieldAt(
  fields: readonly FieldDeclaration[],
  steps: readonly string[],
  before: string = "",
): Named | undefined {
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

function fieldOf(fields: readonly FieldDeclaration[], tag: string | undefined): Named | undefined {
  for (const { wire, type, name, ja } of fields) {
    const found =
      wire === tag ? { field: name, label: ja } : "group" in type ? fieldOf(type.group.fields, tag) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
