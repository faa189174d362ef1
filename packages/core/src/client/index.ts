export type { Bulk, BulkOptions, BulkProgress, PendingBulk } from "./bulk/bulk.ts";
export type { BulkKindName, BulkState } from "./bulk/journal.ts";
export type { BulkEligibilityQuestion, VerifyManyOptions } from "./bulk-eligibility.ts";
export type {
  BulkCoverage,
  BulkEligibilityAnswer,
  BulkInsuredAnswer,
  BulkUninsuredAnswer,
} from "./bulk-eligibility-answer.ts";
export { type CardCapability, type PatientChoice } from "./card.ts";
export type { CheckIn, CheckInOptions } from "./check-ins.ts";
export type { CheckupResults, CheckupsCapability } from "./checkups.ts";
export { OnshiClient } from "./client.ts";
export { type Consent, type ConsentOptions, type Consents, consentsOf } from "./consent.ts";
export { type ConsentKind, consentKinds, type StatedConsent } from "./consent-kinds.ts";
export type { ContributionRatio, Coverage, CoveredPerson } from "./coverage.ts";
export type { DrugLine, DrugRecord, DrugSource } from "./drug-lines.ts";
export type { EligibilityCapability, EligibilityQuestion, LateAnswerOptions } from "./eligibility.ts";
export type {
  CentreNotice,
  EligibilityAnswer,
  InvalidAnswer,
  NoSingleMatchAnswer,
  NotEntrustedAnswer,
  NotProcessedAnswer,
  UnknownValidityAnswer,
  ValidAnswer,
} from "./eligibility-answer.ts";
export { type OnshiLayouts, onshiLayouts, type SuperfluousChange } from "./layouts.ts";
export type { ListedPersonAnswer } from "./listed-person.ts";
export type { MedicationCapability, MedicationHistory, MedicationPeriod } from "./medication.ts";
export type { AwaitOptions, CallOptions, OnshiClientOptions } from "./options.ts";
export type {
  DayRange,
  HomeVisitsCapability,
  ListRequests,
  OnlineConsultationDays,
  OnlineConsultationsCapability,
  PublicAssistanceCapability,
} from "./person-lists.ts";
export type { PendingRequest } from "./pending.ts";
export type { CallName } from "./question/ask-journal.ts";
export type { PersonKey } from "./person-key.ts";
export type { ReferenceNumberAnswer, ReferenceNumberEntry, ReferenceNumbersCapability } from "./reference-numbers.ts";
export type { AnswerIdOf, RawAnswer, RequestId, SentAnswer } from "./send.ts";
export type { AnswerSource } from "./source.ts";
export { memorySiteStore } from "./site/memory-store.ts";
export { nodeSiteStore, type NodeSiteStoreOptions } from "./site/node-store.ts";
export { holdLease, type HoldOptions } from "./site/hold.ts";
export type { Lease, LeaseOptions } from "./site/lease.ts";
export { openSpool, type Spool, type SpooledAnswer, type SpoolOptions, type SpoolProtection } from "./site/spool.ts";
export type { SiteArea, SiteStore } from "./site/store.ts";
export type { TreatmentLine } from "./treatment-lines.ts";
export type { TreatmentConsents, TreatmentHistory, TreatmentsCapability } from "./treatments.ts";
export type { PrintedRecord, ViewingPeriod } from "./viewing.ts";
export type { UnknownElement } from "./unknown-elements.ts";
