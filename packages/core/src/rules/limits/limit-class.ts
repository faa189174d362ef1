import type { RuleRow } from "../tables/row.ts";
import * as is from "../tables/shape.ts";

/**
 * Limit class (適用区分) of 高額療養費, as named in OQSCD012, without the variants that do not change the amount:
 * `a` to `o` are ア to オ, the rest is for people aged 70 and over.
 */
export type LimitClass =
  | "a"
  | "i"
  | "u"
  | "e"
  | "o"
  | "activeIncome3"
  | "activeIncome2"
  | "activeIncome1"
  | "general"
  | "general2"
  | "general1"
  | "lowIncome2"
  | "lowIncome1";

/** A class with its wire codes and its remark on the claim (特記事項). */
export interface LimitClassRow extends RuleRow {
  readonly limitClass: LimitClass;
  /** Its codes in OQSCD012. */
  readonly codes: readonly string[];
  /** Its literals in OQSCD012. */
  readonly literals: readonly string[];
  readonly ja: string;
  /** 特記事項 in ordinary months. */
  readonly remark: string;
  /** 特記事項 from the fourth month of high costs on (多数回該当). */
  readonly remarkFourthMonth: string;
  /** Whom the class is for. */
  readonly ages: "under70" | "from70";
}

const row = (
  limitClass: LimitClass,
  codes: readonly string[],
  literals: readonly string[],
  ja: string,
  remark: string,
  remarkFourthMonth: string,
  ages: LimitClassRow["ages"],
): LimitClassRow => ({
  id: `5.6-class-${limitClass}`,
  source: "D44",
  confidence: "H",
  limitClass,
  codes,
  literals,
  ja,
  remark,
  remarkFourthMonth,
  ages,
});

/** Every class (desk-rules §5.6). */
export const limitClassRows: readonly LimitClassRow[] = [
  row("a", ["A01"], ["a"], "ア", "26区ア", "31多ア", "under70"),
  row("i", ["A02"], ["i"], "イ", "27区イ", "32多イ", "under70"),
  row("u", ["A03"], ["u"], "ウ", "28区ウ", "33多ウ", "under70"),
  row("e", ["A04"], ["e"], "エ", "29区エ", "34多エ", "under70"),
  row("o", ["A05", "A06"], ["o", "oBorderline"], "オ", "30区オ", "35多オ", "under70"),
  row("activeIncome3", ["B01"], ["activeIncome3"], "現役並みⅢ", "26区ア", "31多ア", "from70"),
  row("activeIncome2", ["B02"], ["activeIncome2"], "現役並みⅡ", "27区イ", "32多イ", "from70"),
  row("activeIncome1", ["B03"], ["activeIncome1"], "現役並みⅠ", "28区ウ", "33多ウ", "from70"),
  row("general", ["B04"], ["general"], "一般", "29区エ", "34多エ", "from70"),
  row("general2", ["B09"], ["general2"], "一般Ⅱ", "41区カ", "43多カ", "from70"),
  row("general1", ["B10"], ["general1"], "一般Ⅰ", "42区キ", "44多キ", "from70"),
  row("lowIncome2", ["B05"], ["lowIncome2"], "低所得Ⅱ", "30区オ", "35多オ", "from70"),
  row(
    "lowIncome1",
    ["B06", "B07", "B08"],
    ["lowIncome1", "lowIncome1OldAgePension", "lowIncome1Borderline"],
    "低所得Ⅰ",
    "30区オ",
    "35多オ",
    "from70",
  ),
];

/**
 * The class for a code or literal of OQSCD012; undefined for an unknown one: then staff decide.
 *
 * @example
 * ```ts
 * import { limitClassOf } from "@onshi/core/rules";
 *
 * console.log(limitClassOf("A03")?.remark, limitClassOf("activeIncome1")?.ja); // 28区ウ 現役並みⅠ
 * ```
 */
export function limitClassOf(code: string, rows: readonly LimitClassRow[] = limitClassRows): LimitClassRow | undefined {
  is.rows("rows", rows);
  return rows.find(({ codes, literals }) => codes.includes(code) || literals.includes(code));
}
