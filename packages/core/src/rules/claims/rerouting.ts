import * as is from "../tables/shape.ts";

/**
 * What decides whether the payers themselves correct a claim that names an old insurer (レセプト振替・分割). Leave out what is
 * not known.
 */
export interface ReroutingInput {
  /** Filed online or on media, not on paper. */
  readonly filedElectronically?: boolean;
  /** The eligibility written on the claim was valid on the day of the treatment. */
  readonly writtenEligibilityValid?: boolean;
  /** The new insurer has registered the patient by now. */
  readonly newEligibilityRegistered?: boolean;
  /** Combined with public expense (公費併用). */
  readonly combinedWithPublicExpense?: boolean;
  /** A case of 高額療養費. */
  readonly highCost?: boolean;
}

/** Why a claim comes back instead. */
export type ReroutingObstacle = "paper" | "writtenEligibilityValid" | "notRegistered" | "publicExpense" | "highCost";

/** Whether a claim will be re-routed, and what prevents it. */
export interface Rerouting {
  readonly isPossible: boolean;
  readonly obstacles: readonly ReroutingObstacle[];
  readonly rowIds: readonly string[];
}

const inputShape: is.Shape<ReroutingInput> = {
  filedElectronically: is.optional(is.flag),
  writtenEligibilityValid: is.optional(is.flag),
  newEligibilityRegistered: is.optional(is.flag),
  combinedWithPublicExpense: is.optional(is.flag),
  highCost: is.optional(is.flag),
};

const rules: readonly (readonly [
  obstacle: ReroutingObstacle,
  rowId: string,
  applies: (input: ReroutingInput) => boolean,
])[] = [
  ["paper", "F2", ({ filedElectronically }) => filedElectronically !== true],
  ["writtenEligibilityValid", "F3", ({ writtenEligibilityValid }) => writtenEligibilityValid !== false],
  ["notRegistered", "F4", ({ newEligibilityRegistered }) => newEligibilityRegistered !== true],
  ["publicExpense", "F5", ({ combinedWithPublicExpense }) => combinedWithPublicExpense !== false],
  ["highCost", "F6", ({ highCost }) => highCost !== false],
];

/**
 * Whether the payers re-route or split a claim that names an old insurer (desk-rules §2.6). Whatever is not known counts
 * against it. A returned claim may be filed again with current numbers, or as unknown with a declaration.
 *
 * @example
 * ```ts
 * import { canBeRerouted } from "@onshi/core/rules";
 *
 * const answer = canBeRerouted({
 *   filedElectronically: true, writtenEligibilityValid: false, newEligibilityRegistered: true,
 *   combinedWithPublicExpense: true, highCost: false,
 * });
 * console.log(answer.obstacles); // [ 'publicExpense' ]
 * ```
 */
export function canBeRerouted(input: ReroutingInput): Rerouting {
  is.requireShape("input", input, inputShape);
  const against = rules.filter(([, , applies]) => applies(input));
  return {
    isPossible: against.length === 0,
    obstacles: against.map(([obstacle]) => obstacle),
    rowIds: against.length === 0 ? ["F1"] : against.map(([, rowId]) => rowId),
  };
}
