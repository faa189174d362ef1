import { golden } from "./golden.ts";

/** Message id of the bulk result (一括照会の結果, oqs-exchange §4.4). */
export const bulkResultId = "OQSmuquc02res";

/** Tag of one person's block in it. */
export const bulkUnit = "BulkConfirmUnit";

/** A bulk result of the given size or a little more: the hand-typed persons over and over. */
export function bulkResult(bytes: number): Uint8Array {
  const text = new TextDecoder().decode(golden("OQSmuquc02res_full.xml"));
  const start = text.indexOf(`<${bulkUnit}>`);
  const end = text.lastIndexOf(`</${bulkUnit}>`) + bulkUnit.length + 3;
  const units = text.slice(start, end);
  const count = Math.ceil(bytes / Buffer.byteLength(units));
  return new TextEncoder().encode(text.slice(0, start) + units.repeat(count) + text.slice(end));
}
