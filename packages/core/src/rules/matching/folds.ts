import { commonForms } from "./variant-kanji.ts";

/**
 * Differences of writing that do not make another person:
 *
 * - `width`: full and half width, composed and decomposed (NFKC), variation selectors
 * - `spaces`: any blanks
 * - `separators`: hyphens and dashes, middle dots, brackets, commas
 * - `script`: hiragana and katakana
 * - `longVowel`: ー and the vowel it stands for: ユーコ ユウコ, オーノ オオノ (オノ stays another name)
 * - `smallKana`: ッ ツ, ョ ヨ
 * - `voicedPairs`: ヂ ジ, ヅ ズ, ヲ オ
 * - `oldForms`: 髙 高, 邊 辺, 澤 沢
 * - `leadingZeros`: 01 and 1
 * - `addressNumbers`: １丁目２番３号 and 1-2-3
 * - `dateFormat`: the same day written in another way
 */
export type MatchFold =
  | "width"
  | "spaces"
  | "separators"
  | "script"
  | "longVowel"
  | "smallKana"
  | "voicedPairs"
  | "oldForms"
  | "leadingZeros"
  | "addressNumbers"
  | "dateFormat";

const hyphens = "\\-\u2010-\u2015\u2212\uFF0D\u2500\u2501\uFE63";
/** The long mark too, where it is a badly typed hyphen: not behind kana. */
const separators = new RegExp(`[${hyphens}・･·.．,，、()（）〔〕\\[\\]［］「」【】/／]|(?<![ァ-ヺー])[ーｰ]`, "gu");
const dash = new RegExp(`[${hyphens}ー]`, "gu");

const smallKana: Readonly<Record<string, string>> = {
  ァ: "ア",
  ィ: "イ",
  ゥ: "ウ",
  ェ: "エ",
  ォ: "オ",
  ッ: "ツ",
  ャ: "ヤ",
  ュ: "ユ",
  ョ: "ヨ",
  ヮ: "ワ",
  ヵ: "カ",
  ヶ: "ケ",
};

/** Syllables by vowel, and what may lengthen them. */
const longVowels: readonly RegExp[] = [
  /([アカサタナハマヤラワガザダバパァャヮ])[アー]/gu,
  /([イキシチニヒミリヰギジヂビピィ])[イー]/gu,
  /([ウクスツヌフムユルグズヅブプヴゥュ])[ウー]/gu,
  /([エケセテネヘメレヱゲゼデベペェ])[イエー]/gu,
  /([オコソトノホモヨロヲゴゾドボポォョ])[ウオー]/gu,
];

const addressParts = /(?<=[0-9])(?:丁目|番地の|番地|番|号|の|ノ)/gu;
const kanjiDigits = "〇一二三四五六七八九";

const steps: Readonly<Record<Exclude<MatchFold, "dateFormat">, (text: string) => string>> = {
  width: (text) => text.normalize("NFKC").replaceAll(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, ""),
  spaces: (text) => text.replaceAll(/\s/gu, ""),
  script: (text) => text.replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)),
  // In kana a dash between letters is a badly typed long mark.
  longVowel: (text) =>
    longVowels.reduce((all, pattern) => all.replaceAll(pattern, "$1ー"), text.replaceAll(dash, "ー")),
  smallKana: (text) => text.replaceAll(/[ァィゥェォッャュョヮヵヶ]/gu, (kana) => smallKana[kana] ?? kana),
  voicedPairs: (text) => text.replaceAll("ヂ", "ジ").replaceAll("ヅ", "ズ").replaceAll("ヲ", "オ"),
  oldForms: commonForms,
  addressNumbers: (text) =>
    text
      .replaceAll(/[〇一二三四五六七八九](?=丁目|番|号)/gu, (kanji) => String(kanjiDigits.indexOf(kanji)))
      .replaceAll(addressParts, "-")
      .replaceAll(/-+$/gu, ""),
  separators: (text) => text.replaceAll(separators, ""),
  leadingZeros: (text) => text.replace(/^0+(?=.)/u, ""),
};

/** What one text field may differ in, in the order in which it is smoothed. */
export type TextFold = keyof typeof steps;

/** A text after some of the folds. */
export function folded(text: string, folds: readonly TextFold[]): string {
  return folds.reduce((all, fold) => steps[fold](all), text);
}

/** The fewest of the folds that make two texts equal; undefined when all of them do not. */
export function neededFolds(one: string, other: string, folds: readonly TextFold[]): readonly TextFold[] | undefined {
  const areEqual = (some: readonly TextFold[]): boolean => folded(one, some) === folded(other, some);
  if (!areEqual(folds)) return undefined;
  return folds.reduce<readonly TextFold[]>((kept, fold) => {
    const without = kept.filter((candidate) => candidate !== fold);
    return areEqual(without) ? without : kept;
  }, folds);
}
