import { OnshiError } from "../../base/index.ts";
import type { WireElement } from "../../messages/wire-element.ts";
import { decodeText } from "../charset/decode-text.ts";
import { type Charset, sniffCharset } from "../charset/sniff-charset.ts";
import { messageRoot, resolveLimits, type WireLimits } from "../limits.ts";
import { buildTree } from "./build-tree.ts";
import { readPlainDocument } from "./plain-element.ts";

/** Options of {@link readXml}. */
export interface ReadXmlOptions extends WireLimits {
  /** Tag the root must have; `XmlMsg` when left out. */
  readonly rootName?: string;
}

/** A document as read. */
export interface XmlDocument {
  readonly root: WireElement;
  /** The character set it came in. */
  readonly charset: Charset;
}

/**
 * Reads an XML document of the exchange (電文) into its tree. Tolerant of what occurs in the field: any order of elements,
 * unknown elements, byte order mark, UTF-8 and Shift_JIS (by declaration, else by `CharacterCodeIdentifier`), any line
 * ends, comments between elements (dropped). Strict about what no message has: DOCTYPE, declared entities, processing
 * instructions, CDATA, attributes, namespaces, mixed content, XML other than 1.0. Values keep their spaces and zeros.
 *
 * Time and memory are bounded by the limits in the options.
 *
 * @param bytes - the whole document
 * @param options - limits, and the name of the root
 * @returns the tree and the character set
 * @throws {@link OnshiError} `wire.malformed` with line and column (`variant` `incomplete` when the document ends too
 * early), `wire.refused` with a `variant` (`doctype`, `processingInstruction`, `cdata`, `attribute`, `namespace`,
 * `mixedContent`, `commentInText`, `name`, `xmlVersion`), `wire.tooDeep`, `wire.tooLarge`, `wire.charset`,
 * `wire.unexpectedMessage` for another root. Each carries the bytes in `rawBytes`.
 * @see oqs-exchange §4.0, §8.4
 *
 * @example
 * ```ts
 * import { readXml } from "@onshi/core/wire";
 *
 * const { root, charset } = readXml(new TextEncoder().encode("<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>"));
 * console.log(charset, root.children.map((child) => child.name)); // utf-8 [ 'MessageHeader', 'MessageBody' ]
 * ```
 */
export function readXml(bytes: Uint8Array, options: ReadXmlOptions = {}): XmlDocument {
  const { maxBytes, maxDepth, maxElements } = resolveLimits(options);
  if (bytes.length > maxBytes) throw new OnshiError("wire.tooLarge", { limit: maxBytes }, { rawBytes: bytes });
  const charset = sniffCharset(bytes);
  const text = decodeText(bytes, charset);
  const rootName = options.rootName ?? messageRoot;
  const limits = { maxDepth, maxElements };
  const plain = readPlainDocument(text, rootName, limits);
  return { root: plain ?? buildTree(text, { ...limits, rootName, rawBytes: bytes }), charset };
}
