import type { Bilingual } from "../../base/index.ts";
import { both } from "../tables/bilingual.ts";

const rows = [
  ["sameNumbers", "unchanged", "請求どおりで有効です", "Valid with the numbers of the claim"],
  [
    "otherNumbers",
    "changed",
    "番号が変わっています。新しい番号で請求してください",
    "Valid under other numbers: file with these",
  ],
  ["branchDiffers", "changed", "枝番が違います。直してから請求してください", "The branch number differs: correct it"],
  [
    "lapsed",
    "lapsed",
    "資格(無効)です。新しい保険を患者に確かめてください",
    "Lapsed: ask the patient for the new insurance, else file as former",
  ],
  [
    "newerExists",
    "newer",
    "新しい資格があります。カードか新しい番号で照会してください",
    "A newer insurance exists: ask by card or by its numbers, never claim on the old row silently",
  ],
  [
    "notFound",
    "notFound",
    "該当資格なし。番号・枝番・生年月日を確かめてください",
    "Not found: check numbers and birth date",
  ],
  ["multipleMatches", "ask", "複数該当です。枝番を加えて照会してください", "Several match: add the branch number"],
  [
    "severalInsurances",
    "ask",
    "有効な資格が複数あります。使う保険を選んでください",
    "Several insurances: staff choose",
  ],
  [
    "lossAfterVisit",
    "ask",
    "喪失日は受診日より後です。保険者に確かめてください",
    "Called lapsed, yet lost after the visit",
  ],
  [
    "contradiction",
    "ask",
    "有効とありますが期間が合いません。保険者に確かめてください",
    "Called valid, yet not in force that day",
  ],
  [
    "assistanceOnly",
    "ask",
    "医療扶助だけです。福祉事務所に確かめてください",
    "Public assistance only: phone the welfare office",
  ],
  [
    "notEntrusted",
    "ask",
    "医療扶助は委託の登録前です。福祉事務所に確かめてください",
    "Not entrusted yet: phone the welfare office",
  ],
  [
    "notProcessed",
    "ask",
    "センターで処理できませんでした。個別に照会してください",
    "The centre could not process it: ask alone",
  ],
  [
    "unknownValidity",
    "ask",
    "資格の状態が分かりません。個別に照会してください",
    "A validity that nobody knows: ask alone",
  ],
  ["notAnswered", "ask", "回答がありません。個別に照会してください", "No answer: ask alone"],
] as const;

/** What became of an insurance since the visit; `ask`: it cannot be said for sure. */
export type RecheckStatus = (typeof rows)[number][1];

/** Why. */
export type RecheckReason = (typeof rows)[number][0];

/** Every {@link RecheckReason} with its status and what to do: Japanese for the desk, English for the vendor. */
export const recheckReasons: Readonly<
  Record<RecheckReason, { readonly status: RecheckStatus; readonly todo: Bilingual }>
> = Object.fromEntries(rows.map(([reason, status, ja, en]) => [reason, { status, todo: both(ja, en) }])) as Record<
  RecheckReason,
  { readonly status: RecheckStatus; readonly todo: Bilingual }
>;
