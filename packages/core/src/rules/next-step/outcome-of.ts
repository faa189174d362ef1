import * as is from "../tables/shape.ts";
import { type DeskOutcome, type Failure, failures } from "./situation.ts";

/** One insurance of an answer, as far as the next step depends on it. */
export interface DeskCoverage {
  readonly classification?: string;
  readonly insurerNumber?: string;
  readonly contributionRatio?: { readonly percent: number };
}

/** An answer at the desk: every `EligibilityAnswer` fits as it is. */
export interface DeskAnswer {
  /** 資格有効性 as OQSCD006 names it. */
  readonly validity: string;
  readonly insurances?: readonly DeskCoverage[];
  readonly publicAssistance?: DeskCoverage;
  readonly notice?: { readonly code?: string };
}

/** What a program knows beyond the answer. */
export interface OutcomeOptions {
  /**
   * What result codes of the centre mean (処理結果コード). The real list is not public [L], so there is no default: bring the codes your
   * site has seen, e.g. the one for the grace period of a certificate.
   */
  readonly noticeCauses?: Readonly<Record<string, Failure | "grace">>;
  /** `planImport` or staff found that the answer is of another person. */
  readonly isOtherPerson?: boolean;
}

const coverageShape: is.Shape<DeskCoverage> = {
  classification: is.optional(is.text),
  insurerNumber: is.optional(is.text),
  contributionRatio: is.optional(is.group({ percent: is.count })),
};

const answerShape: is.Shape<DeskAnswer> = {
  validity: is.text,
  insurances: is.optional(is.listOf(is.group(coverageShape))),
  publicAssistance: is.optional(is.group(coverageShape)),
  notice: is.optional(is.group({ code: is.optional(is.text) })),
};

const optionsShape: is.Shape<OutcomeOptions> = {
  noticeCauses: is.optional(is.valuesOf(is.oneOf([...failures, "grace"]))),
  isOtherPerson: is.optional(is.flag),
};

/**
 * What happened, as {@link nextStep} asks for it, from an answer of the client. Of several insurances only what all of them agree on
 * counts; which one is used is for staff to choose.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { nextStep, outcomeOf } from "@onshi/core/rules";
 *
 * const outcome = outcomeOf({ validity: "valid", insurances: [{ insurerNumber: "39990011", contributionRatio: { percent: 20 } }] });
 * console.log(nextStep({ day: "2026-11-25", birthdate: "1945-05-05", presented: ["physicalCard"], outcome }).pays.percent); // 20
 * ```
 */
export function outcomeOf(answer: DeskAnswer, options: OutcomeOptions = {}): DeskOutcome {
  is.requireShape("answer", answer, answerShape);
  is.requireShape("options", options, optionsShape);
  const { validity, insurances = [], publicAssistance, notice } = answer;
  const { noticeCauses = {}, isOtherPerson = false } = options;
  const code = notice?.code ?? "";
  const known = Object.hasOwn(noticeCauses, code) ? noticeCauses[code] : undefined;
  if (known !== undefined && known !== "grace" && validity !== "valid") return { kind: "failure", cause: known };
  // Insurance first: public assistance decides only where there is nothing else (desk-rules §5.5).
  const coverages = insurances.length === 0 && publicAssistance ? [publicAssistance] : insurances;
  const classification = agreed(coverages.map((one) => one.classification));
  const insurerNumber = agreed(coverages.map((one) => one.insurerNumber));
  const percent = agreed(coverages.map((one) => one.contributionRatio?.percent));
  return {
    kind: "answer",
    validity,
    ...(classification !== undefined && { classification }),
    ...(insurerNumber !== undefined && { insurerNumber }),
    // A share that no rule knows is for staff to ask about.
    ...(percent !== undefined && is.shares.includes(percent) && { percent }),
    ...(known === "grace" && { isGrace: true }),
    ...(isOtherPerson && { isOtherPerson }),
  };
}

function agreed<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
