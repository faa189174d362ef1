import { OnshiError } from "../../base/index.ts";
import type { MessageDeclaration } from "../../messages/index.ts";
import { decodeText } from "../../wire/charset/decode-text.ts";
import { encodeText } from "../../wire/charset/encode-text.ts";
import type { Charset } from "../../wire/index.ts";
import { isBlank } from "../../wire/xml/characters.ts";
import { anonymousTag, type FieldLookup, fieldLookup, type Replace } from "./places.ts";

const token = /<\?[^]*?\?>|<!--[^]*?-->|<[^>]*>|[^<]+/g;
const tagParts = /^<(\/?)([^\s/>]+)(\s*)(\/?)(\s*)>$/;

/**
 * Replaces the values in the text of a document that has been read before, so that line ends, blanks, order and byte
 * order mark stay: they are often what a report is about. Comments are emptied.
 *
 * @throws OnshiError `wire.unencodable` when a stand-in cannot be encoded in the character set
 */
export function replaceValues(
  bytes: Uint8Array,
  charset: Charset,
  layout: MessageDeclaration | undefined,
  replace: Replace,
): Uint8Array {
  const fields = fieldLookup(layout);
  const tags = new Map<string, string>();
  const open: string[] = [];
  const text = decodeText(bytes, charset).replaceAll(token, (part) => {
    if (part.startsWith("<?")) return part;
    if (part.startsWith("<!--")) return `<!--${part.slice(4, -3).replaceAll(/[^\r\n]/g, " ")}-->`;
    if (!part.startsWith("<")) {
      return isBlank(part) && !part.includes("&") ? part : value(open, fields, replace, part);
    }
    const [, close = "", name = "", inner = "", empty = "", blank = ""] = tagParts.exec(part) ?? [];
    if (close) open.pop();
    else if (!empty) open.push(name);
    return `<${close}${anonymousTag(tags, name)}${inner}${empty}${blank}>`;
  });
  const encoded = encodeText(text, charset);
  if (!encoded) throw new OnshiError("wire.unencodable", { field: "document", variant: charset });
  return hasMark(bytes) ? Uint8Array.from([0xef, 0xbb, 0xbf, ...encoded]) : encoded;
}

function value(open: readonly string[], fields: FieldLookup, replace: Replace, part: string): string {
  const path = open.slice(1).join("/");
  return escaped(replace(open.at(-1) ?? "", fields(path), unescaped(part)));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));/g, (_all, hex, decimal, name: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex as string, 16));
    return decimal === undefined ? (entities[name] ?? "") : String.fromCodePoint(Number(decimal));
  });
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", (sign) => `&#${sign.charCodeAt(0)};`);
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
