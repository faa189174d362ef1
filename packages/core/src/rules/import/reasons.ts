import type { Bilingual } from "../../base/index.ts";
import { both } from "../tables/bilingual.ts";

const reasons = [
  ["same", "一致しています", "The same"],
  ["sameWriting", "書き方の違いだけで、同じ内容です", "The same but for its writing"],
  ["otherNameFits", "氏名（その他）と一致しています", "The other name fits"],
  ["registeredForm", "保険者の登録どおりの書き方にします", "The form the insurer registered, which is sent back"],
  ["chartEmpty", "カルテにないので取り込みます", "The chart has none"],
  ["changed", "回答の内容が新しいので取り込みます", "The answer says something else"],
  ["staffOnly", "カルテと違います。患者に確かめてください", "Differs from the chart; never changed without staff"],
  [
    "hiddenCharacter",
    "読めない文字（●など）があります。処方・請求の前に確かめてください",
    "Holds an unreadable character: check before prescription and claim",
  ],
  ["unknownCode", "意味の分からないコードです。券面や保険者で確かめてください", "A code that nobody knows"],
  ["contradiction", "回答の中で食い違っています。保険者に確かめてください", "The answer contradicts itself"],
  ["nameDiffers", "氏名が違います。旧姓・通称か確かめてください", "The names differ: maiden or common name?"],
  ["personUndecided", "本人か判断できません。生年月日と氏名を確かめてください", "Too little to know the person by"],
  ["lapsed", "資格(無効)の内容です。旧資格の請求以外に使わないでください", "Lapsed: for claims of the past only"],
  ["lossStated", "資格喪失の届けがあります", "The insurer states the loss"],
  [
    "notEntrusted",
    "医療扶助は委託の登録前です。福祉事務所に確かめてください",
    "Not entrusted yet: phone the welfare office",
  ],
  ["unknownValidity", "資格の状態が分かりません。職員が確かめてください", "A validity that nobody knows"],
  ["severalInsurances", "有効な資格が複数あります。使う保険を選んでください", "Several insurances: staff choose"],
  ["answerEmpty", "回答にありません（削除はしません）", "The answer has none; absence is no deletion"],
  [
    "endAbsent",
    "回答に終了日がありません。前の期限を消すか確かめてください",
    "No end stated: neither as before nor expired",
  ],
  ["expired", "期限が過ぎ、回答にもありません。消すか確かめてください", "Expired, and the answer has none"],
  ["notInAnswer", "この回答にはない内容です（紙の証は引き続き有効）", "Not in this answer; papers still count"],
  ["perhapsOver", "新しい資格があります。前の保険が終わったか確かめてください", "A newer insurance: is this one over?"],
] as const;

const stops = [
  [
    "otherPerson",
    "別の人の回答です。取り込まず、カルテを選び直してください",
    "The answer is of another person: do not import",
  ],
  [
    "severalPersons",
    "回答に生年月日の違う資格があります。取り込まず、コールセンターへ",
    "The answer holds insurances of different persons",
  ],
  ["nothingToImport", "取り込める資格がありません", "The answer has no insurance to import"],
  ["testAnswer", "試験用の回答です。本物のカルテに取り込めません", "An answer of a test centre"],
] as const;

/** Why a field is treated as it is. */
export type ImportReason = (typeof reasons)[number][0];

/** Why nothing at all is imported. */
export type ImportStopReason = (typeof stops)[number][0];

/** Every {@link ImportReason} in words: Japanese for the desk, English for the vendor. */
export const importReasons: Readonly<Record<ImportReason, Bilingual>> = inWords(reasons);

/** Every {@link ImportStopReason} in words. */
export const stopReasons: Readonly<Record<ImportStopReason, Bilingual>> = inWords(stops);

function inWords<Word extends string>(
  rows: readonly (readonly [word: Word, ja: string, en: string])[],
): Readonly<Record<Word, Bilingual>> {
  return Object.fromEntries(rows.map(([word, ja, en]) => [word, both(ja, en)])) as Record<Word, Bilingual>;
}
