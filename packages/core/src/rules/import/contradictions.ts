import { ageBoundaries } from "../ages/ages.ts";
import { limitClassOf } from "../limits/limit-class.ts";
import { birthDay } from "../matching/birth-day.ts";
import { schemeOf } from "../numbers/number-check.ts";
import type { ChartInsurance } from "./chart.ts";
import { type ChartEntry, textAt } from "./entries.ts";
import type { ChartPart } from "./field-table.ts";

/** A period that ends before it begins. */
export function isReversed(entry: ChartEntry): boolean {
  const [from, until] = [textAt(entry, "validFrom"), textAt(entry, "validUntil")];
  return from !== undefined && until !== undefined && until < from;
}

/** An insurance called valid whose own days say that it is not in force on a day. */
export function isNotInForce(insurance: ChartInsurance, day: string): boolean {
  const { validFrom = "", qualifiedOn = "", validUntil, disqualifiedOn } = insurance;
  // The day of the loss is the first one without the insurance.
  return (
    validFrom > day ||
    qualifiedOn > day ||
    isOver(
      { ...(validUntil !== undefined && { validUntil }), ...(disqualifiedOn !== undefined && { disqualifiedOn }) },
      day,
    )
  );
}

/** An entry that ended before a day. */
export function isOver(
  { validUntil, disqualifiedOn }: Pick<ChartInsurance, "validUntil" | "disqualifiedOn">,
  day: string,
): boolean {
  return (
    (Boolean(validUntil) && (validUntil ?? "") < day) || (Boolean(disqualifiedOn) && (disqualifiedOn ?? "") <= day)
  );
}

/** Who is insured, as far as ages decide on certificates. */
export interface Insured {
  readonly day: string;
  readonly birthdate?: string | undefined;
  readonly insurerNumber?: string | undefined;
}

/** A limit class or a share that this person cannot have at this age (desk-rules §5.4 to §5.6). */
export function doesNotFitAge(part: ChartPart, field: string, entry: ChartEntry, insured: Insured): boolean {
  const { day, birthdate = "", insurerNumber = "" } = insured;
  const born = birthDay(birthdate);
  if (born === undefined || born > day) return false;
  const { elderlyFrom, lateElderlyFrom } = ageBoundaries(born);
  // Disabled persons change to 後期高齢者 from 65 on.
  const isElderly = day >= elderlyFrom || isLateElderly(insurerNumber);
  if (part === "limitCertificate" && field === "limitClass") {
    const ages = limitClassOf(textAt(entry, field) ?? "")?.ages;
    return ages !== undefined && ages !== (isElderly ? "from70" : "under70");
  }
  if (part !== "elderlyCertificate" || field !== "percent") return false;
  return day < elderlyFrom || day >= lateElderlyFrom || isLateElderly(insurerNumber);
}

const isLateElderly = (insurerNumber: string): boolean =>
  insurerNumber !== "" && schemeOf(insurerNumber)?.lawNumber === "39";
