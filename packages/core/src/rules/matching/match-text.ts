import { type MatchFold, neededFolds } from "./folds.ts";
import { holdsHidden } from "./hidden-characters.ts";

/**
 * How a field of the answer compares with the chart:
 *
 * - `same`: character by character, all of them readable
 * - `equivalent`: the same after differences in spelling are evened out
 * - `different`
 * - `missing`: one side has none, so nothing can be said
 */
export type MatchVerdict = "same" | "equivalent" | "different" | "missing";

/** The comparison of one field. */
export interface FieldMatch {
  readonly verdict: MatchVerdict;
  /** With `equivalent`: which differences were evened out. */
  readonly by?: readonly MatchFold[];
  /** The answer's other name (氏名（その他）) matched, not the name itself. */
  readonly isOtherName?: true;
}

/** What text may differ in; days are compared apart. */
export type ComparedFold = Exclude<MatchFold, "dateFormat">;

/** What names may differ in. */
export const nameFolds: readonly ComparedFold[] = [
  "width",
  "spaces",
  "separators",
  "oldForms",
  "voicedPairs",
  "letterCase",
  "hiddenCharacter",
];
/** What the same kana may be written in. */
export const kanaWriting: readonly ComparedFold[] = ["width", "spaces", "script"];
/** What kana may differ in. */
export const kanaFolds: readonly ComparedFold[] = [
  ...kanaWriting,
  "voicedPairs",
  "smallKana",
  "longVowel",
  "separators",
  "letterCase",
  "hiddenCharacter",
];
/** What numbers may differ in. */
export const numberFolds: readonly ComparedFold[] = ["width", "spaces", "separators"];
/** What numbers may differ in that are padded somewhere. */
export const paddedFolds: readonly ComparedFold[] = [...numberFolds, "leadingZeros"];
/** What addresses may differ in. */
export const addressFolds: readonly ComparedFold[] = [
  "width",
  "spaces",
  "addressNumbers",
  "separators",
  "oldForms",
  "hiddenCharacter",
];

/** Compares two texts; `by` says which differences were evened out. */
export function matchText(
  one: string | undefined,
  other: string | undefined,
  folds: readonly ComparedFold[],
): FieldMatch {
  if (!one?.trim() || !other?.trim()) return { verdict: "missing" };
  const isHidden = folds.includes("hiddenCharacter") && holdsHidden(one);
  if (one === other && !isHidden) return { verdict: "same" };
  const by = neededFolds(one, other, folds);
  return by ? { verdict: "equivalent", by } : { verdict: "different" };
}
