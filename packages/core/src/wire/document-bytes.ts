import type { MessageDeclaration, WireElement } from "../messages/index.ts";
import type { Charset } from "./charset/sniff-charset.ts";
import { fromMirror } from "./json/from-mirror.ts";
import { readJson } from "./json/read-json.ts";
import { toMirror } from "./json/to-mirror.ts";
import type { WireLimits } from "./limits.ts";
import { readXml } from "./xml/read-xml.ts";
import { writeXml } from "./xml/write-xml.ts";

/** How a document stands in bytes: the XML of the folder exchange, or its mirror in JSON. */
export type DocumentFormat = "xml" | "json";

/** How the documents of a door are written. */
export interface DocumentForm {
  readonly format: DocumentFormat;
  /** Of XML; JSON is UTF-8 whatever stands here. */
  readonly charset: Charset;
}

const encoder = new TextEncoder();

/**
 * A document as bytes.
 *
 * @param layout - tells JSON lists from single elements
 * @throws OnshiError `wire.unencodable` naming the element whose text the character set has no place for
 *
 * @example
 * ```ts
 * import { declarations, leaf, parent } from "@onshi/core/messages";
 * import { readDocument, writeDocument } from "@onshi/core/wire";
 *
 * const layout = declarations.find(({ id }) => id === "OQSsiquc01req")!;
 * const document = parent("XmlMsg", [parent("MessageHeader", [leaf("ArbitraryFileIdentifier", "1")])]);
 * const bytes = writeDocument(document, layout, { format: "json", charset: "utf-8" });
 * console.log(readDocument(bytes, layout, "json").name); // XmlMsg
 * ```
 */
export function writeDocument(
  document: WireElement,
  layout: MessageDeclaration,
  { format, charset }: DocumentForm,
): Uint8Array {
  if (format === "xml") return writeXml(document, { charset });
  return encoder.encode(JSON.stringify(toMirror(document, layout)));
}

/**
 * The document in bytes of a form that is known; XML says its character set itself.
 *
 * @throws OnshiError `wire.…` for bytes that hold no such document
 */
export function readDocument(
  bytes: Uint8Array,
  layout: MessageDeclaration,
  format: DocumentFormat,
  limits: WireLimits = {},
): WireElement {
  if (format === "xml") return readXml(bytes, limits).root;
  return fromMirror(readJson(bytes, limits), layout, limits);
}
