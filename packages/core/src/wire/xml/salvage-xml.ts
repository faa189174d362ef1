import { OnshiError } from "../../base/index.ts";
import type { WireElement } from "../../messages/wire-element.ts";
import { decodeText } from "../charset/decode-text.ts";
import { type Charset, sniffCharset } from "../charset/sniff-charset.ts";
import { messageRoot, resolveLimits, type WireLimits } from "../limits.ts";
import { salvageTree } from "./build-tree.ts";

/** What {@link salvageXml} could read of a document. */
export interface SalvagedDocument {
  /** The elements closed before the break; undefined when not even the root could be read. */
  readonly root?: WireElement;
  /** Undefined when it could not be determined. */
  readonly charset?: Charset;
  /** The faults in order; empty for a sound document. */
  readonly faults: readonly OnshiError[];
  /** Line of each element's start tag. */
  readonly lines: ReadonlyMap<WireElement, number>;
}

/**
 * Reads as much of a broken document as can be read, for a person looking for the cause. Never for an answer the desk acts
 * on: what comes after the break is unknown, and so is everything a missing element would have said.
 *
 * @param bytes - the document, or what there is of it
 * @param limits - as for `readXml`; beyond them nothing is read
 * @returns elements up to the first break, and the faults with line, column and path
 * @see oqs-exchange §2.3
 *
 * @example
 * ```ts
 * import { salvageXml } from "@onshi/core/wire";
 *
 * const { root, faults } = salvageXml(new TextEncoder().encode("<XmlMsg>\n<MessageHeader/>\n<MessageBo"));
 * console.log(root?.children.length, faults[0]?.details.line); // 1 3
 * ```
 */
export function salvageXml(bytes: Uint8Array, limits: WireLimits = {}): SalvagedDocument {
  const { maxBytes, maxDepth, maxElements } = resolveLimits(limits);
  const lines = new Map<WireElement, number>();
  if (bytes.length > maxBytes) {
    return { faults: [new OnshiError("wire.tooLarge", { limit: maxBytes }, { rawBytes: bytes })], lines };
  }
  const faults: OnshiError[] = [];
  const charset = attempt(faults, () => sniffCharset(bytes));
  if (charset === undefined) return { faults, lines };
  const text = attempt(faults, () => decodeText(bytes, charset)) ?? decodeAnyhow(bytes, charset);
  const tree = salvageTree(text, { maxDepth, maxElements, rootName: messageRoot, rawBytes: bytes, lines });
  if (tree.fault) faults.push(tree.fault);
  return { ...(tree.root && { root: tree.root }), charset, faults, lines };
}

function attempt<Result>(faults: OnshiError[], work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    faults.push(error);
    return undefined;
  }
}

/** With U+FFFD for invalid bytes. Control bytes would come out swapped (see `decodeText`). */
function decodeAnyhow(bytes: Uint8Array, charset: Charset): string {
  const tame = bytes.map((byte) => ((byte < 0x20 && !isBlankByte(byte)) || byte === 0x7f ? 0x3f : byte));
  return new TextDecoder(charset).decode(tame);
}

const isBlankByte = (byte: number): boolean => byte === 0x09 || byte === 0x0a || byte === 0x0d;
