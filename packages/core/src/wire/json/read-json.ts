import { OnshiError } from "../../base/index.ts";
import { decodeText } from "../charset/decode-text.ts";
import { resolveLimits, type WireLimits } from "../limits.ts";
import { hasDuplicateKey } from "./duplicate-key.ts";
import { hasMoreValues } from "./value-count.ts";

/** {@link hasMoreValues} counts at most three characters per element: its object, its item's object, and a comma. */
const valuesPerElement = 3;

/**
 * Parses the bytes of a JSON document: UTF-8 with or without byte order mark, bounded in size, each property once. A
 * repeated property is refused, because a parser would silently use the last one.
 *
 * @param bytes - the whole document
 * @param limits - `maxBytes` and `maxElements` count here, the latter before anything is parsed
 * @returns the parsed value, for {@link fromMirror}
 * @throws {@link OnshiError} `wire.malformed`, `wire.refused` with `variant` `duplicateKey`, `wire.tooLarge`,
 * `wire.charset`; each carries the bytes in `rawBytes`
 * @see oqs-exchange §7.2
 *
 * @example
 * ```ts
 * import { readJson } from "@onshi/core/wire";
 *
 * console.log(readJson(new TextEncoder().encode('{"status":"1"}'))); // { status: '1' }
 * ```
 */
export function readJson(bytes: Uint8Array, limits: WireLimits = {}): unknown {
  const { maxBytes, maxElements } = resolveLimits(limits);
  const rawBytes = bytes;
  if (bytes.length > maxBytes) throw new OnshiError("wire.tooLarge", { limit: maxBytes }, { rawBytes });
  const text = decodeText(bytes, "utf-8");
  if (hasMoreValues(text, valuesPerElement * maxElements)) {
    throw new OnshiError("wire.tooLarge", { limit: maxElements, variant: "elements" }, { rawBytes });
  }
  const value = parse(text, rawBytes);
  if (hasDuplicateKey(text)) throw new OnshiError("wire.refused", { variant: "duplicateKey" }, { rawBytes });
  return value;
}

function parse(text: string, rawBytes: Uint8Array): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message quotes the document, so only the position is taken from it and the cause is dropped.
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const before = position === undefined ? undefined : text.slice(0, Number(position)).split("\n");
    const place = before && { line: before.length, column: (before.at(-1) ?? "").length + 1 };
    throw new OnshiError("wire.malformed", place ?? {}, { rawBytes });
  }
}
