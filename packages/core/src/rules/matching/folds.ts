import { alike, holdsHidden } from "./hidden-characters.ts";
import { compatible } from "./compatible.ts";
import { commonForms } from "./variant-kanji.ts";

/**
 * Differences in spelling that do not make another person:
 *
 * - `width`: full and half width, composed and decomposed (NFKC), variation selectors
 * - `spaces`: any blanks
 * - `separators`: hyphens and dashes, middle dots, brackets, commas
 * - `script`: hiragana and katakana
 * - `longVowel`: ー and the vowel it stands for: ユーコ ユウコ, オーノ オオノ (オノ stays another name)
 * - `smallKana`: ッ ツ, ョ ヨ
 * - `voicedPairs`: ヂ ジ, ヅ ズ, ヲ オ, ヴァ バ, ヴ ブ
 * - `letterCase`: Latin capitals and small letters
 * - `oldForms`: 髙 高, 邊 辺, 澤 沢
 * - `hiddenCharacter`: ● 〓 ■ and private-use characters each stand for one unreadable character, any
 * - `leadingZeros`: 01 and 1
 * - `addressNumbers`: １丁目２番３号 and 1-2-3
 * - `dateFormat`: the same day in another notation
 */
export type MatchFold =
  | "width"
  | "spaces"
  | "separators"
  | "script"
  | "longVowel"
  | "smallKana"
  | "voicedPairs"
  | "letterCase"
  | "oldForms"
  | "hiddenCharacter"
  | "leadingZeros"
  | "addressNumbers"
  | "dateFormat";

const hyphens = "\\-\u00AD\u02D7\u2010-\u2015\u2043\u2212\uFF0D\u2500\u2501\uFE58\uFE63";
/** Also the long mark, where it is a mistyped hyphen: not after kana. */
const separators = new RegExp(
  `[${hyphens}・･·.．,，、()（）〔〕\\[\\]［］「」【】/／]|(?<![ぁ-ゖァ-ヺーｰ])[ーｰ]+`,
  "gu",
);
const dash = new RegExp(`[${hyphens}ー]`, "gu");
/** Blanks, and characters without width on the screen. */
const blanks = /[\s\u200B-\u200F\u2060]/gu;

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

/** Syllables by vowel, and the characters that can lengthen them. */
const longVowels: readonly RegExp[] = [
  /([アカサタナハマヤラワガザダバパァャヮ])[アー]/gu,
  /([イキシチニヒミリヰギジヂビピィ])[イー]/gu,
  /([ウクスツヌフムユルグズヅブプヴゥュ])[ウー]/gu,
  /([エケセテネヘメレヱゲゼデベペェ])[イエー]/gu,
  /([オコソトノホモヨロヲゴゾドボポォョ])[ウオー]/gu,
];

/** How foreign names are spelt with and without v. */
const withoutV: Readonly<Record<string, string>> = { ァ: "バ", ィ: "ビ", ェ: "ベ", ォ: "ボ", ュ: "ビュ" };
const vSyllables: Readonly<Record<string, string>> = {
  ...withoutV,
  ア: "バ",
  イ: "ビ",
  エ: "ベ",
  オ: "ボ",
};

const addressParts = /(?<=[0-9])(?:丁目|番地の|番地|番|号|の|ノ)/gu;
const kanjiDigits = "〇一二三四五六七八九";

const steps: Readonly<Record<Exclude<MatchFold, "dateFormat" | "hiddenCharacter">, (text: string) => string>> = {
  width: (text) => compatible(text).replaceAll(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, ""),
  spaces: (text) => text.replaceAll(blanks, ""),
  script: (text) => text.replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)),
  // Between kana a dash is a mistyped long mark.
  longVowel: (text) =>
    longVowels.reduce((all, pattern) => all.replaceAll(pattern, "$1ー"), text.replaceAll(dash, "ー")),
  smallKana: (text) => text.replaceAll(/[ァィゥェォッャュョヮヵヶ]/gu, (kana) => smallKana[kana] ?? kana),
  voicedPairs: (text) =>
    text
      .replaceAll(/ヴ([ァィェォュアイエオ])/gu, (all, vowel: string) => vSyllables[vowel] ?? all)
      .replaceAll(/ブ([ァィェォュ])/gu, (all, vowel: string) => withoutV[vowel] ?? all)
      .replaceAll("ヴ", "ブ")
      .replaceAll("ヂ", "ジ")
      .replaceAll("ヅ", "ズ")
      .replaceAll("ヲ", "オ"),
  letterCase: (text) => text.toLowerCase(),
  oldForms: commonForms,
  addressNumbers: (text) =>
    withoutLastHyphens(
      text
        .replaceAll(/[〇一二三四五六七八九](?=丁目|番|号)/gu, (kanji) => String(kanjiDigits.indexOf(kanji)))
        .replaceAll(addressParts, "-"),
    ),
  separators: (text) => text.replaceAll(separators, ""),
  // Also those after a letter of a symbol: あ0012.
  leadingZeros: (text) => text.replaceAll(/(?<![0-9])0+(?=[0-9])/gu, ""),
};

/** By hand: `-+$` would scan a row of hyphens once for each of them. */
function withoutLastHyphens(text: string): string {
  let end = text.length;
  while (text[end - 1] === "-") end--;
  return text.slice(0, end);
}

/** The ways in which a text field may differ, in the order in which they are evened out. */
export type TextFold = keyof typeof steps;

/** A text after some of the folds. */
export function folded(text: string, folds: readonly TextFold[]): string {
  return folds.reduce((all, fold) => steps[fold](all), text);
}

/**
 * The fewest folds that make two texts equal; undefined if even all of them do not. A text with a hidden character is
 * never equal without `hiddenCharacter`: the same sign may hide another character.
 */
export function neededFolds(
  one: string,
  other: string,
  folds: readonly (TextFold | "hiddenCharacter")[],
): readonly (TextFold | "hiddenCharacter")[] | undefined {
  const isHidden = folds.includes("hiddenCharacter") && (holdsHidden(one) || holdsHidden(other));
  const steady = folds.filter((fold): fold is TextFold => fold !== "hiddenCharacter");
  const areEqual = (some: readonly TextFold[]): boolean => {
    const [left, right] = [folded(one, some), folded(other, some)];
    return isHidden ? alike(left, right) : left === right;
  };
  if (!areEqual(steady)) return undefined;
  const needed = steady.reduce<readonly TextFold[]>((kept, fold) => {
    const without = kept.filter((candidate) => candidate !== fold);
    return areEqual(without) ? without : kept;
  }, steady);
  return isHidden ? [...needed, "hiddenCharacter"] : needed;
}
