import { nfkc } from "../../base/index.ts";

/** Voiced marks without a kana to belong to; a later fold must not combine them with one. */
const strayMarks = /[\u3099\u309A]/g;

/** NFKC without stray voiced marks. */
export function compatible(text: string): string {
  return nfkc(text).replaceAll(strayMarks, "");
}
