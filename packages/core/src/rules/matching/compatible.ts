/** More marks on one letter than any script has (the bound is that of Unicode's Stream-Safe Text Format). */
const pile = /([\p{M}\uFF9E\uFF9F]{30})[\p{M}\uFF9E\uFF9F]+/gu;

/** Voiced marks without a kana to belong to; a later fold must not combine them with one. */
const strayMarks = /[\u3099\u309A]/g;

/**
 * NFKC in linear time: full and half width, composed and decomposed. The engine sorts the marks on a letter one by one,
 * in quadratic time, so no letter keeps more than thirty.
 */
export function compatible(text: string): string {
  return text.replaceAll(pile, "$1").normalize("NFKC").replaceAll(strayMarks, "");
}
