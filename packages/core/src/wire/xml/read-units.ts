import type { WireElement } from "../../messages/wire-element.ts";
import { decodeChunks } from "../charset/decode-chunks.ts";
import { defaultLimits } from "../limits.ts";
import { defaultBudget } from "./element-budget.ts";
import type { UnitLimits } from "./unit-builder.ts";
import { UnitSplitter } from "./unit-splitter.ts";

/** A unit is one person with all insurances: about a hundred elements and a few kilobytes. */
const defaultUnitLimits: UnitLimits = {
  maxDepth: defaultLimits.maxDepth,
  maxElements: 100_000,
  maxCharacters: 8 * 1024 * 1024,
  budget: defaultBudget,
};

/**
 * Reads a bulk result (一括結果) block by block, in memory that does not grow with the document. It accepts the
 * same character sets and refuses the same things as {@link readXml}.
 *
 * @param chunks - the document in pieces of any size
 * @param unitName - tag of the repeated block inside the body: `BulkConfirmUnit`
 * @param limits - how much one block may cost
 * @returns a generator of the blocks; its return value is the document without them, header included
 * @throws {@link OnshiError} as {@link readXml}, with line and column but without `rawBytes`; blocks before the fault
 *   have been yielded by then
 * @see oqs-exchange §4.4
 *
 * @example
 * ```ts
 * import { readXmlUnits, sourceOfBytes } from "@onshi/core/wire";
 *
 * const text = "<XmlMsg><MessageHeader/><MessageBody><Unit><A>1</A></Unit><Unit/></MessageBody></XmlMsg>";
 * for await (const unit of readXmlUnits(sourceOfBytes(new TextEncoder().encode(text)).read(), "Unit")) {
 *   console.log(unit.children.length); // 1, then 0
 * }
 * ```
 */
export async function* readXmlUnits(
  chunks: AsyncIterable<Uint8Array>,
  unitName: string,
  limits: Partial<UnitLimits> = {},
): AsyncGenerator<WireElement, WireElement, undefined> {
  const splitter = new UnitSplitter(unitName, { ...defaultUnitLimits, ...limits });
  for await (const text of decodeChunks(chunks)) yield* splitter.write(text);
  return yield* splitter.close();
}
