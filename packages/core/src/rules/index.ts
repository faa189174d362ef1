/**
 * Desk rules (窓口の取り扱い) as pure functions: dates come in as arguments, nothing is looked up.
 *
 * @module
 */
export {
  type CertificateState,
  certificateState,
  type CertificateStateOptions,
  graceEnd,
} from "./certificate-grace.ts";
export { checkDigit, hasValidCheckDigit } from "./check-digit.ts";
export {
  type FieldMatch,
  type MatchableAnswer,
  type MatchableInsurance,
  type MatchablePerson,
  type MatchField,
  type MatchLevel,
  matchPerson,
  type MatchVerdict,
  type PersonMatch,
} from "./match-person.ts";
export type { MatchFold } from "./matching/folds.ts";
