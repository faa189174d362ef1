import type { DeskOutcome, Failure } from "./situation.ts";

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

/**
 * What happened, as {@link nextStep} asks for it, from an answer of the client. Of several insurances only what all of them agree on
 * counts; which one is used is for staff to choose.
 *
 * @example
 * ```ts
 * import { nextStep, outcomeOf } from "@onshi/core/rules";
 *
 * const outcome = outcomeOf({ validity: "valid", insurances: [{ insurerNumber: "39990011", contributionRatio: { percent: 20 } }] });
 * console.log(nextStep({ day: "2026-11-25", birthdate: "1945-05-05", presented: ["physicalCard"], outcome }).pays.percent); // 20
 * ```
 */
export function outcomeOf(
  { validity, insurances = [], publicAssistance, notice }: DeskAnswer,
  { noticeCauses = {}, isOtherPerson = false }: OutcomeOptions = {},
): DeskOutcome {
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
    ...(percent !== undefined && { percent }),
    ...(known === "grace" && { isGrace: true }),
    ...(isOtherPerson && { isOtherPerson }),
  };
}

function agreed<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
