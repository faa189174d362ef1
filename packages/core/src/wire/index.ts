/**
 * Bytes ⇄ messages: the XML of the folder exchange, the JSON mirror of the Web API, file names, and the codec between
 * their common tree and typed messages.
 *
 * @module
 */
export { type ByteSource, readPart, sourceOfBytes } from "./byte-source.ts";
export type { Charset } from "./charset/sniff-charset.ts";
export { type DocumentForm, type DocumentFormat, readDocument, writeDocument } from "./document-bytes.ts";
export {
  errorFileName,
  type FileExtension,
  type FileKind,
  type FileName,
  newFreePart,
  parseFileName,
  requestFileName,
  resultBaseName,
} from "./file-name.ts";
export { fromMirror } from "./json/from-mirror.ts";
export type { MirrorObject, MirrorValue } from "./json/mirror-value.ts";
export { readJson } from "./json/read-json.ts";
export { toMirror } from "./json/to-mirror.ts";
export { messageRoot, type WireLimits } from "./limits.ts";
export { type SalvagedDocument, salvageXml } from "./xml/salvage-xml.ts";
export { readXmlUnits } from "./xml/read-units.ts";
export { type ReadXmlOptions, readXml, type XmlDocument } from "./xml/read-xml.ts";
export { type WriteXmlOptions, writeXml } from "./xml/write-xml.ts";
export { readZippedXml, type ZippedXml } from "./zip/read-zip.ts";

export { type Codec, createCodec, type DecodedMessage, type MessageId } from "./codec/codec.ts";
export type { Problem } from "./codec/problem.ts";
export { fieldOnWire, hasElement, type NamedField } from "./codec/property-path.ts";
export { type DecodedUnit, type UnitCodec, unitCodec } from "./codec/units.ts";
