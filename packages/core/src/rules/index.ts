/**
 * Desk rules (窓口の取り扱い) as pure functions over dated tables: days come in as arguments, nothing is fetched. Every
 * table can be replaced by the caller's own, and every answer names the rows it is based on.
 *
 * @module
 */
export { type AgeBoundaries, ageBoundaries, type AgeGroup, ageGroup, isTurning75 } from "./ages/ages.ts";
export {
  type CertificateState,
  certificateState,
  type CertificateStateOptions,
  graceEnd,
} from "./certificate/certificate-grace.ts";
export {
  type CertificateFacts,
  type CertificateOutlook,
  certificateOutlook,
  type CertificateOutlookOptions,
} from "./certificate/certificate-outlook.ts";
export { type FeeCandidate, feeCandidates, type FeeQuestion, feesNotTogether } from "./fees/fee-candidates.ts";
export { type FacilityKind, type FeeRow, feeRows, type FeeVisit } from "./fees/fee-tables.ts";
export {
  type Claim,
  type ClaimDetails,
  claimFor,
  type ClaimInput,
  type ClaimOptions,
  type DeclaredKind,
  type KnownInsurance,
} from "./claims/claim.ts";
export {
  type AddresseeRow,
  addresseeRows,
  type ClaimKind,
  type ClaimRow,
  claimRows,
  plannedFundName,
} from "./claims/claim-tables.ts";
export { canBeRerouted, type Rerouting, type ReroutingInput, type ReroutingObstacle } from "./claims/rerouting.ts";
export {
  type ConsentMode,
  consentModes,
  type ConsentMoment,
  type ConsentUse,
  consentUse,
  type ConsentWindowRow,
  consentWindowRows,
} from "./consent/consent-window.ts";
export { type CauseRow, causeRows, type LeafletId, readerWays } from "./next-step/cause-table.ts";
export { type LadderStep, type Rung, tolerance } from "./next-step/ladder.ts";
export { type NextStep, nextStep } from "./next-step/next-step.ts";
export { nextStepLines } from "./next-step/next-step-text.ts";
export { type DeskAnswer, type DeskCoverage, outcomeOf, type OutcomeOptions } from "./next-step/outcome-of.ts";
export {
  type DeskOutcome,
  type DeskSituation,
  type Failure,
  failures,
  type Presentable,
  presentables,
} from "./next-step/situation.ts";
export {
  type PrescriptionForm,
  prescriptionForm,
  prescriptionEnds,
  type PrescriptionInput,
} from "./prescription/prescription-form.ts";
export { applyPlan, type AppliedImport, type ApplyOptions, type ImportUndo, undoImport } from "./import/apply-plan.ts";
export type {
  Chart,
  ChartDiseaseCertificate,
  ChartElderlyCertificate,
  ChartInsurance,
  ChartLimitCertificate,
  ChartPublicExpense,
  Subsidy,
} from "./import/chart.ts";
export type { ChartValue, ImportDecision } from "./import/decide.ts";
export {
  type ChartPart,
  type FieldComparison,
  type FieldPolicy,
  type ImportFieldRow,
  importFieldRows,
} from "./import/field-table.ts";
export type { ImportableAnswer, ImportableCoverage, ImportableTicket } from "./import/importable.ts";
export { type ImportOptions, type ImportPlan, planImport } from "./import/plan-import.ts";
export type { PlannedField } from "./import/planned-field.ts";
export { planHtml, type PlanReportOptions, planText } from "./import/plan-report.ts";
export { type ImportReason, importReasons, type ImportStopReason } from "./import/reasons.ts";
export { recheckReasons, type RecheckReason, type RecheckStatus } from "./recheck/recheck-reasons.ts";
export {
  recheckCells,
  recheckCsv,
  recheckHead,
  recheckHtml,
  type RecheckReportOptions,
} from "./recheck/recheck-report.ts";
export {
  type RecheckAnswer,
  type RecheckCoverage,
  type RecheckedVisit,
  recheckVisit,
} from "./recheck/recheck-visit.ts";
export { checkVisit, type FiledVisit } from "./recheck/visit.ts";
export { htmlPage } from "./report/html.ts";
export { checkDeclaration, type DeclarationCheck } from "./forms/check-declaration.ts";
export type { DeclarationDoubt } from "./forms/declaration-doubts.ts";
export {
  type Declaration,
  type DeclarationFieldRow,
  declarationFields,
  type DeclarationUse,
  type DeclaredShare,
} from "./forms/declaration-fields.ts";
export { declarationHtml } from "./forms/declaration-html.ts";
export { leafletHtml, leafletIds } from "./forms/leaflet-html.ts";
export { type LeafletText, leafletTexts } from "./forms/leaflet-texts.ts";
export { type OutageEntry, outageLogHtml, type OutageLogOptions } from "./forms/outage-log.ts";
export type { PrintOptions } from "./forms/print-page.ts";
export {
  limitedUse,
  type LimitedUser,
  type LimitedUserRow,
  limitedUserRows,
  limitedUsers,
} from "./limited/limited-users.ts";
export { type UseRateQuestion, useRateNeeded, type UseRateRow, useRateRows } from "./fees/use-rates.ts";
export { type LimitClass, limitClassOf, type LimitClassRow, limitClassRows } from "./limits/limit-class.ts";
export { type MonthlyLimitRow, monthlyLimitRows, type YearlyCapRow, yearlyCapRows } from "./limits/limit-tables.ts";
export {
  type LimitOptions,
  type LimitQuestion,
  type MonthlyLimit,
  monthlyLimit,
  specificDiseaseLimit,
} from "./limits/monthly-limit.ts";
export { checkDigit, hasValidCheckDigit } from "./numbers/check-digit.ts";
export {
  checkNumber,
  type NumberCheck,
  type NumberKind,
  type NumberWarning,
  reservedNumbers,
  schemeOf,
} from "./numbers/number-check.ts";
export {
  type PayerKind,
  type PublicExpenseRow,
  publicExpenseRows,
  type SchemeRow,
  schemeRows,
} from "./numbers/schemes.ts";
export {
  type MatchableAnswer,
  type MatchableInsurance,
  type MatchablePerson,
  type MatchField,
  type MatchLevel,
  matchPerson,
  type MatchWarning,
  type PersonMatch,
} from "./match-person.ts";
export type { FieldMatch, MatchVerdict } from "./matching/match-text.ts";
export type { MatchFold } from "./matching/folds.ts";
export { type Contribution, contribution, type ContributionInput } from "./ratio/contribution.ts";
export type { RuleConfidence, RuleOptions, RuleRow } from "./tables/row.ts";
export { visibleFrom } from "./viewing/visible-from.ts";
export {
  roleMaySee,
  type RoleRow,
  roleRows,
  type Viewable,
  viewables,
  type ViewerRole,
  viewerRoles,
  type ViewingMode,
  viewingModes,
  type Visibility,
  visibility,
  type VisibilityRow,
  visibilityRows,
} from "./viewing/visible.ts";
