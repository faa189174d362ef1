import { both } from "../tables/bilingual.ts";
import { type RuleOptions, type RuleRow, rowsOn } from "../tables/row.ts";
import * as is from "../tables/shape.ts";

/** Who may use 資格確認限定型, which confirms eligibility and never shows medical data (desk-rules §1.3). */
export interface LimitedUserRow extends RuleRow {
  readonly user: LimitedUser;
  readonly ja: string;
  readonly en: string;
}

/** The closed list of users of 資格確認限定型. */
export const limitedUsers = [
  "therapist",
  "paperClaims",
  "waiverNetwork",
  "waiverRebuilding",
  "waiverHardship",
  "checkup",
  "midwifery",
] as const;

/** One of {@link limitedUsers}. */
export type LimitedUser = (typeof limitedUsers)[number];

const row = (id: string, user: LimitedUser, ja: string, en: string): LimitedUserRow => ({
  id: `1.3-${id}`,
  validFrom: "2024-04-01",
  source: "K3",
  confidence: "H",
  user,
  ...both(ja, en),
});

/** The list. Only the start for 施術所 is dated by the source; the others are taken to begin with it. */
export const limitedUserRows: readonly LimitedUserRow[] = [
  row("a", "therapist", "受領委任を取り扱う柔整・あはきの施術所", "therapists who take 受領委任"),
  row("b", "paperClaims", "紙レセプトでの請求が認められている機関", "institutions allowed to claim on paper"),
  row("c2", "waiverNetwork", "猶予（類型2：ネットワーク）の機関", "institutions under waiver type 2, network"),
  row("c4", "waiverRebuilding", "猶予（類型4：改築・臨時施設）の機関", "institutions under waiver type 4, rebuilding"),
  row(
    "c6",
    "waiverHardship",
    "猶予（類型6：その他の困難な事情）の機関",
    "institutions under waiver type 6, other hardship",
  ),
  row("d", "checkup", "特定健診・特定保健指導の実施機関", "places of 特定健診 and 特定保健指導"),
  row(
    "e",
    "midwifery",
    "出産育児一時金の直接支払制度を利用する助産所",
    "midwives with direct payment of the childbirth lump sum",
  ),
];

/**
 * The row by which somebody may use 資格確認限定型 on a day; undefined: not on the list.
 *
 * @param user - one of the list, or any other word
 * @param day - day in Japan, `YYYY-MM-DD`
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { limitedUse } from "@onshi/core/rules";
 *
 * console.log(limitedUse("midwifery", "2026-11-21")?.id, limitedUse("hospital", "2026-11-21")); // 1.3-e undefined
 * ```
 */
export function limitedUse(user: string, day: string, options: RuleOptions = {}): LimitedUserRow | undefined {
  is.text("user", user);
  is.day("day", day);
  is.requireShape<RuleOptions>("options", options, { includeUncertain: is.optional(is.flag) });
  return rowsOn(limitedUserRows, day, options).find((one) => one.user === user);
}
