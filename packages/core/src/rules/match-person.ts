import { birthDay } from "./matching/birth-day.ts";
import type { MatchFold } from "./matching/folds.ts";
import { holdsHidden, holdsReadable } from "./matching/hidden-characters.ts";
import * as is from "./tables/shape.ts";
import {
  addressFolds,
  type ComparedFold,
  type FieldMatch,
  kanaFolds,
  kanaWriting,
  matchText,
  nameFolds,
  numberFolds,
  paddedFolds,
} from "./matching/match-text.ts";

/** The fields of a person that are compared. */
export interface MatchablePerson {
  /** 氏名 */
  readonly name?: string;
  /** 氏名（その他）, e.g. a common or maiden name. */
  readonly otherName?: string;
  /** 氏名カナ */
  readonly nameKana?: string;
  /** 氏名カナ（その他） */
  readonly otherNameKana?: string;
  /** 性別: `male`, `female`; anything else is ignored. */
  readonly sex?: string;
  /** 生年月日: `YYYY-MM-DD`; in a chart also `1980/1/31`, `S55.1.31`, `昭和55年1月31日`. */
  readonly birthdate?: string;
  /** 住所 */
  readonly address?: string;
  /** 郵便番号 */
  readonly postNumber?: string;
}

/** The fields of an insurance that are compared. */
export interface MatchableInsurance {
  /** 保険者番号, padded or not. */
  readonly insurerNumber?: string;
  /** 記号 */
  readonly symbol?: string;
  /** 番号 */
  readonly number?: string;
  /** 枝番 */
  readonly branch?: string;
}

/** The answer's side: a `Coverage` of an eligibility answer can be passed as it is. */
export interface MatchableAnswer extends MatchableInsurance {
  readonly person: MatchablePerson;
}

/** A compared field. */
export type MatchField =
  | "name"
  | "nameKana"
  | "sex"
  | "birthdate"
  | "insurerNumber"
  | "symbol"
  | "number"
  | "branch"
  | "postNumber"
  | "address";

/**
 * The overall result, as a proposal to staff (desk-rules §5.8):
 *
 * - `exact`: birth date, sex and kana agree, and no name holds a hidden character
 * - `likely`: the birth date agrees, and so do name or kana after evening out all differences
 * - `differs`: the birth date agrees, the names do not: ask (maiden name, common name)
 * - `otherPerson`: another birth date: stop, do not import
 * - `undecided`: too little to compare
 */
export type MatchLevel = "exact" | "likely" | "differs" | "otherPerson" | "undecided";

/** Something staff have to check, whatever the level. */
export interface MatchWarning {
  /**
   * `hiddenCharacter`: a name holds ●, 〓, ■ or a character of a private-use area. Never overwrite the chart's name with
   * it, and check it before prescription and claim: a private-use character sent back as received can get a claim
   * rejected.
   */
  readonly kind: "hiddenCharacter";
  /** Whose name it is. */
  readonly side: "answer" | "chart";
  readonly field: "name" | "nameKana" | "otherName" | "otherNameKana";
  /** For the desk. */
  readonly operatorMessage: string;
}

/** An answer compared with a chart record. It contains verdicts only, no values of either. */
export interface PersonMatch {
  readonly level: MatchLevel;
  readonly fields: Readonly<Record<MatchField, FieldMatch>>;
  readonly warnings: readonly MatchWarning[];
}

const personShape: is.Shape<MatchablePerson> = {
  name: is.optional(is.text),
  otherName: is.optional(is.text),
  nameKana: is.optional(is.text),
  otherNameKana: is.optional(is.text),
  sex: is.optional(is.text),
  birthdate: is.optional(is.text),
  address: is.optional(is.text),
  postNumber: is.optional(is.text),
};

const insuranceShape: is.Shape<MatchableInsurance> = {
  insurerNumber: is.optional(is.text),
  symbol: is.optional(is.text),
  number: is.optional(is.text),
  branch: is.optional(is.text),
};

const answerShape: is.Shape<MatchableAnswer> = { ...insuranceShape, person: is.group(personShape) };
const chartShape: is.Shape<MatchablePerson & MatchableInsurance> = { ...personShape, ...insuranceShape };

const nameFields = ["name", "nameKana", "otherName", "otherNameKana"] as const;

/**
 * Compares an answer with a chart record, field by field. It overwrites nothing and decides nothing: insurers write
 * names and addresses differently from charts, and staff confirm every change (oqs-exchange §6 pitfalls 4, 14 to 16).
 *
 * The rules for evening out differences are the SDK's own (I), and the table of old character forms is derived from
 * maintained sources and a list of our own (M): `equivalent` means "probably the same", never "the same". The work grows
 * linearly with the length of the values.
 *
 * A field that one side lacks is `missing`: it neither agrees nor differs. Without kana on one side only the name is
 * compared, and the level is at most `likely`; a missing sex does not prevent `exact`.
 *
 * @param answer - a `Coverage` of an eligibility answer
 * @param chart - what the chart holds
 * @returns a verdict per field, and the overall level
 * @throws OnshiError `request.invalid` naming a field that is neither text nor absent
 * @see desk-rules §5.7, §5.8
 *
 * @example
 * ```ts
 * import { matchPerson } from "@onshi/core/rules";
 *
 * const answer = { number: "０００５６７８", person: { name: "髙橋　花子", nameKana: "ﾀｶﾊｼ ﾊﾅｺ", birthdate: "1980-01-31" } };
 * const chart = { number: "0005678", name: "高橋 花子", nameKana: "たかはし はなこ", birthdate: "S55.1.31" };
 * const { level, fields } = matchPerson(answer, chart);
 * console.log(level, fields.name); // exact { verdict: 'equivalent', by: [ 'spaces', 'oldForms' ] }
 * ```
 */
export function matchPerson(answer: MatchableAnswer, chart: MatchablePerson & MatchableInsurance): PersonMatch {
  is.group(answerShape)("answer", answer);
  is.group(chartShape)("chart", chart);
  const { person } = answer;
  const fields: Record<MatchField, FieldMatch> = {
    ...matchNames(person, chart),
    sex: matchSex(person.sex, chart.sex),
    birthdate: matchBirthdate(person.birthdate, chart.birthdate),
    insurerNumber: matchText(answer.insurerNumber, chart.insurerNumber, paddedFolds),
    symbol: matchText(answer.symbol, chart.symbol, paddedFolds),
    number: matchText(answer.number, chart.number, paddedFolds),
    branch: matchText(answer.branch, chart.branch, paddedFolds),
    postNumber: matchText(person.postNumber, chart.postNumber, numberFolds),
    address: matchText(person.address, chart.address, addressFolds),
  };
  const warnings = [...hiddenIn("answer", person), ...hiddenIn("chart", chart)];
  const level = levelOf({
    ...fields,
    // A name of which nothing can be read matches everybody.
    ...matchNames(readableNames(person), readableNames(chart)),
  });
  return { level: level === "exact" && warnings.length > 0 ? "likely" : level, fields, warnings };
}

function hiddenIn(side: MatchWarning["side"], person: MatchablePerson): readonly MatchWarning[] {
  return nameFields
    .filter((field) => holdsHidden(person[field] ?? ""))
    .map((field) => ({
      kind: "hiddenCharacter",
      side,
      field,
      operatorMessage: "氏名に読めない文字（●など）があります。上書きせず、処方・請求の前に確認してください",
    }));
}

type Names = Pick<MatchablePerson, (typeof nameFields)[number]>;

function readableNames(names: Names): Names {
  return Object.fromEntries(nameFields.map((field) => [field, readable(names[field])]));
}

function readable(name: string = ""): string {
  return holdsReadable(name) ? name : "";
}

function matchNames(person: Names, chart: Names): Record<"name" | "nameKana", FieldMatch> {
  return {
    name: matchName(person.name, person.otherName, [chart.name, chart.otherName], nameFolds),
    nameKana: matchName(person.nameKana, person.otherNameKana, [chart.nameKana, chart.otherNameKana], kanaFolds),
  };
}

/** Each of the answer's names against each of the chart's; the best match counts. */
function matchName(
  name: string | undefined,
  otherName: string | undefined,
  charted: readonly (string | undefined)[],
  folds: readonly ComparedFold[],
): FieldMatch {
  const own = charted.map((one) => matchText(name, one, folds));
  const other = charted.map((one): FieldMatch => ({ ...matchText(otherName, one, folds), isOtherName: true }));
  const all = [...own, ...other.filter((one) => agrees(one))];
  const rank = ({ verdict }: FieldMatch): number => ["same", "equivalent", "different", "missing"].indexOf(verdict);
  return all.toSorted((a, b) => rank(a) - rank(b))[0] ?? { verdict: "missing" };
}

function matchSex(one: string | undefined, other: string | undefined): FieldMatch {
  const isTold = (sex: string | undefined): boolean => sex === "male" || sex === "female";
  if (!isTold(one) || !isTold(other)) return { verdict: "missing" };
  return { verdict: one === other ? "same" : "different" };
}

/** An unreadable date proves nothing; it must not turn a person into another one. */
function matchBirthdate(one: string = "", other: string = ""): FieldMatch {
  const [day, charted] = [birthDay(one), birthDay(other)];
  if (day === undefined || charted === undefined) return { verdict: "missing" };
  if (day !== charted) return { verdict: "different" };
  return one === other ? { verdict: "same" } : { verdict: "equivalent", by: ["dateFormat"] };
}

function agrees({ verdict }: FieldMatch): boolean {
  return verdict === "same" || verdict === "equivalent";
}

function levelOf({ birthdate, sex, name, nameKana }: Readonly<Record<MatchField, FieldMatch>>): MatchLevel {
  if (birthdate.verdict === "different") return "otherPerson";
  if (birthdate.verdict === "missing") return "undecided";
  const isWriting = (fold: MatchFold): boolean => (kanaWriting as readonly MatchFold[]).includes(fold);
  if (agrees(nameKana) && (nameKana.by ?? []).every(isWriting) && sex.verdict !== "different") return "exact";
  if (agrees(name) || agrees(nameKana)) return "likely";
  return name.verdict === "different" || nameKana.verdict === "different" ? "differs" : "undecided";
}
