import { addDays } from "../../base/index.ts";
import { schemeOf } from "../numbers/number-check.ts";
import * as is from "../tables/shape.ts";

/** What decides whether an e-prescription can be issued (desk-rules §7). */
export interface PrescriptionInput {
  /** 資格有効性 as OQSCD006 names it; absent: there was no answer. */
  readonly validity?: string;
  /** How the patient was confirmed, where not online: document or declaration. */
  readonly confirmedOnline: boolean;
  /** Of the current insurance. */
  readonly insurerNumber?: string;
  /** Treatment not paid by health insurance: 自費, 労災, 自賠責, 公費単独. */
  readonly outsideInsurance?: boolean;
  /** 医療扶助. */
  readonly publicAssistance?: boolean;
  /** What the patient chose. */
  readonly chosen?: "electronic" | "paper";
}

/** The form of the prescription and why. */
export interface PrescriptionForm {
  readonly form: "electronic" | "paper" | "ask";
  readonly rowIds: readonly string[];
}

const inputShape: is.Shape<PrescriptionInput> = {
  validity: is.optional(is.text),
  confirmedOnline: is.flag,
  insurerNumber: is.optional(is.text),
  outsideInsurance: is.optional(is.flag),
  publicAssistance: is.optional(is.flag),
  chosen: is.optional(is.oneOf(["electronic", "paper"])),
};

const paper = (...rowIds: readonly string[]): PrescriptionForm => ({ form: "paper", rowIds });

/**
 * Electronic or paper. Electronic only after a valid answer from the centre for an insurance that the service covers; an
 * unknown validity or insurer leads to `ask`, never to a certainty.
 *
 * @example
 * ```ts
 * import { prescriptionForm } from "@onshi/core/rules";
 *
 * console.log(prescriptionForm({ validity: "notFound", confirmedOnline: true }).form); // paper
 * ```
 */
export function prescriptionForm(input: PrescriptionInput): PrescriptionForm {
  is.requireShape("input", input, inputShape);
  const { validity, confirmedOnline, insurerNumber, outsideInsurance, publicAssistance, chosen } = input;
  if (outsideInsurance) return paper("Q6");
  if (validity === "validNotEntrusted") return paper("Q4");
  if (!confirmedOnline || validity === undefined || negative.includes(validity)) return paper("Q2");
  if (validity !== "valid") return { form: "ask", rowIds: ["Q1"] };
  if (!publicAssistance) {
    const scheme = insurerNumber === undefined ? undefined : schemeOf(insurerNumber);
    if (!scheme) return { form: "ask", rowIds: ["Q7"] };
    if (!scheme.ePrescription) return paper("Q7");
  }
  const rowIds = [publicAssistance ? "Q3" : "Q1"];
  return chosen === "paper" ? paper(...rowIds) : { form: "electronic", rowIds };
}

const negative: readonly string[] = ["invalid", "invalidNewerExists", "notFound", "multipleMatches"];

/**
 * Last day on which a prescription can be dispensed: four days, including the day of issue (Q10).
 *
 * @param issuedOn `YYYY-MM-DD`
 * @throws OnshiError `request.invalid` (`issuedOn`)
 */
export function prescriptionEnds(issuedOn: string): string {
  is.day("issuedOn", issuedOn);
  return addDays(issuedOn, 3);
}
