import { type AgeGroup, ageGroup } from "../ages/ages.ts";
import * as is from "../tables/shape.ts";

/** What is known about a person that decides the share they pay (一部負担金割合). */
export interface ContributionInput {
  /** Day of the treatment in Japan, `YYYY-MM-DD`. */
  readonly day: string;
  readonly birthdate: string;
  /** 被保険者証区分 of the answer, as OQSCD010 names it. */
  readonly classification?: string;
  /** The percentage stated by the answer or a document: from the 高齢受給者証 or from the insurance itself. */
  readonly statedPercent?: number;
  /** 未就学区分 of the answer. */
  readonly preschool?: boolean;
  /** The percentage the patient declared (被保険者資格申立書). */
  readonly declaredPercent?: number;
}

/** The share, where it comes from, and whether it is certain. */
export interface Contribution {
  /** 0, 10, 20, 30 or 100. */
  readonly percent: number;
  readonly from:
    | "answer"
    | "declaration"
    | "age"
    | "specialMedicalExpense"
    | "publicAssistance"
    | "provisional"
    | "nothingPresented";
  /** False: has to be confirmed, because from 70 on the share is read, never computed. */
  readonly isCertain: boolean;
  readonly rowIds: readonly string[];
}

const inputShape: is.Shape<ContributionInput> = {
  day: is.day,
  birthdate: is.day,
  classification: is.optional(is.text),
  statedPercent: is.optional(is.share),
  preschool: is.optional(is.flag),
  declaredPercent: is.optional(is.share),
};

const shares: readonly number[] = [10, 20, 30];

/**
 * The share a patient pays (desk-rules §5.5). Below 70 the age decides, from 70 on the answer or a document; without
 * either, three tenths are charged provisionally, and the result says so.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { contribution } from "@onshi/core/rules";
 *
 * console.log(contribution({ day: "2026-11-21", birthdate: "1950-05-05", statedPercent: 20 }).percent); // 20
 * ```
 */
export function contribution(input: ContributionInput): Contribution {
  is.requireShape("input", input, inputShape);
  const { day, birthdate, classification, statedPercent, declaredPercent } = input;
  const age = ageGroup(birthdate, day);
  if (classification === "specialMedicalExpense") {
    return { percent: 100, from: "specialMedicalExpense", isCertain: true, rowIds: ["5.5", "C21"] };
  }
  if (classification === "publicAssistance") {
    return { percent: 0, from: "publicAssistance", isCertain: true, rowIds: ["5.5"] };
  }
  if (isShare(statedPercent)) return { percent: statedPercent, from: "answer", isCertain: true, rowIds: ["5.5"] };
  if (age === "elderly" || age === "lateElderly") return undecided(declaredPercent);
  return byAge(input, age);
}

function byAge({ preschool = false }: ContributionInput, age: AgeGroup): Contribution {
  const isPreschool = preschool || age === "preschool";
  return {
    percent: isPreschool ? 20 : 30,
    from: "age",
    isCertain: true,
    rowIds: isPreschool ? ["5.5", "A1"] : ["5.5"],
  };
}

/** From 70 on it is not computed. */
function undecided(declaredPercent: number | undefined): Contribution {
  return isShare(declaredPercent)
    ? { percent: declaredPercent, from: "declaration", isCertain: false, rowIds: ["5.5", "2.4"] }
    : { percent: 30, from: "provisional", isCertain: false, rowIds: ["5.5"] };
}

const isShare = (percent: number | undefined): percent is number => percent !== undefined && shares.includes(percent);
