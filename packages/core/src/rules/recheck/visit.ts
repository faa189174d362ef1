import { type Bilingual, isCalendarDay, OnshiError, trueOrFalse } from "../../base/index.ts";
import type { ClaimDetails, DeclaredKind, KnownInsurance } from "../claims/claim.ts";

/** A visit with the numbers that its claim is about to be filed with. */
export interface FiledVisit extends KnownInsurance {
  /** Your own handle of the visit, each only once: e.g. the chart's number and the day. At most 50 characters. */
  readonly id: string;
  /** Day of the visit in Japan, `YYYY-MM-DD`. */
  readonly day: string;
  /** 生年月日, `YYYY-MM-DD`. */
  readonly birthdate: string;
  /** The claim goes online or on media, not on paper. Default: true. */
  readonly filedElectronically?: boolean;
  /** 公費併用. Default: not known, which counts against re-routing. */
  readonly combinedWithPublicExpense?: boolean;
  /** 高額療養費. Default: not known, which counts against re-routing. */
  readonly highCost?: boolean;
  /** A declaration (被保険者資格申立書) was handed in. */
  readonly hasDeclaration?: boolean;
  readonly declaredKind?: DeclaredKind;
  /** From the declaration, for the note of a claim with unknown numbers. */
  readonly details?: ClaimDetails;
}

const flags = ["filedElectronically", "combinedWithPublicExpense", "highCost", "hasDeclaration"] as const;
const declaredKinds: readonly unknown[] = [undefined, "employees", "residents", "lateElderly", "other", "unknown"];

/**
 * Refuses a visit that cannot be one.
 *
 * @throws OnshiError `request.invalid` naming the field
 */
export function checkVisit(visit: FiledVisit): void {
  const { id, day, birthdate } = visit;
  if (typeof id !== "string" || id.trim() === "" || id.length > 50)
    throw wrong("id", "識別子", { ja: "50文字以内の値", en: "1 to 50 characters" });
  const existing = { ja: "実在する日付（YYYY-MM-DD）", en: "a day that exists, YYYY-MM-DD" };
  if (typeof day !== "string" || !isCalendarDay(day)) throw wrong("day", "受診日", existing);
  if (typeof birthdate !== "string" || !isCalendarDay(birthdate)) throw wrong("birthdate", "生年月日", existing);
  if (day < birthdate)
    throw wrong("day", "受診日", { ja: "生年月日以後の日付", en: "a day not before the birth date" });
  for (const [name, label] of [
    ["insurerNumber", "保険者番号"],
    ["number", "番号"],
  ] as const)
    if (typeof visit[name] !== "string" || visit[name].trim() === "")
      throw wrong(name, label, { ja: "値", en: "a value" });
  for (const flag of flags)
    if (visit[flag] !== undefined && typeof visit[flag] !== "boolean") throw wrong(flag, "", trueOrFalse);
  if (!declaredKinds.includes(visit.declaredKind)) {
    const words = declaredKinds.slice(1).join(" | ");
    throw wrong("declaredKind", "保険の種類", { ja: "社保・国保・後期・その他・わからない", en: words });
  }
}

function wrong(field: string, label: string, expected: Bilingual): OnshiError {
  return new OnshiError("request.invalid", { field, ...(label !== "" && { label }), expected });
}
