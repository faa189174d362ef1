export type { Bulk, BulkOptions, BulkProgress, PendingBulk } from "./bulk/bulk.ts";
export type { BulkKindName } from "./bulk/bulk-kinds.ts";
export type { BulkState } from "./bulk/journal.ts";
export type { BulkEligibilityQuestion, VerifyManyOptions } from "./bulk/bulk-eligibility.ts";
export type {
  BulkCoverage,
  BulkEligibilityAnswer,
  BulkInsuredAnswer,
  BulkUninsuredAnswer,
} from "./bulk/bulk-eligibility-answer.ts";
export { type CardCapability, type PatientChoice } from "./check-ins/card.ts";
export type { CheckIn, CheckInOptions } from "./check-ins/check-ins.ts";
export type { CheckupResults, CheckupsCapability } from "./viewing/checkups.ts";
export { OnshiClient } from "./client.ts";
export { type Consent, type ConsentOptions, type Consents, consentsOf } from "./viewing/consent.ts";
export { type ConsentKind, consentKinds, type StatedConsent } from "./viewing/consent-kinds.ts";
export type { ContributionRatio, Coverage, CoveredPerson } from "./eligibility/coverage.ts";
export type { DrugLine, DrugRecord, DrugSource } from "./viewing/drug-lines.ts";
export type { EligibilityCapability, EligibilityQuestion, LateAnswerOptions } from "./eligibility/eligibility.ts";
export type {
  CentreNotice,
  EligibilityAnswer,
  InvalidAnswer,
  NoSingleMatchAnswer,
  NotEntrustedAnswer,
  NotProcessedAnswer,
  UnknownValidityAnswer,
  ValidAnswer,
} from "./eligibility/eligibility-answer.ts";
export type { DoorCall, DoorResult, Middleware } from "./door/call.ts";
export type {
  AcknowledgedEvent,
  AnsweredEvent,
  CheckedInEvent,
  ConsentUsedEvent,
  FailedEvent,
  Observer,
  OnshiEvent,
  SentEvent,
} from "./door/events.ts";
export type { NamedPerson } from "./door/about.ts";
export { type AuditEntry, auditLog, type AuditOptions, type AuditSink } from "./door/audit-log.ts";
export type { LogFields, LogLevel, OnshiLogger } from "./door/logger.ts";
export type { ClientCall, DoorOperation } from "./door/names.ts";
export { type OnshiLayouts, onshiLayouts, type SuperfluousChange } from "./layouts.ts";
export type { ListedPersonAnswer } from "./lists/listed-person.ts";
export type { Onshi } from "./onshi.ts";
export type { MedicationCapability, MedicationHistory, MedicationPeriod } from "./viewing/medication.ts";
export type { MonthEndCapability, Recheck } from "./month-end/month-end.ts";
export type { RecheckOptions, RecheckProgress } from "./month-end/recheck-options.ts";
export type { AwaitOptions, CallOptions, OnshiClientOptions } from "./options.ts";
export type { DayRange } from "./lists/days.ts";
export type {
  HomeVisitsCapability,
  ListCapabilities,
  ListRequests,
  OnlineConsultationDays,
  OnlineConsultationsCapability,
  PublicAssistanceCapability,
} from "./lists/list-kinds.ts";
export type { PendingRequest } from "./pending.ts";
export type { CallName } from "./question/ask-journal.ts";
export type { PersonKey } from "./eligibility/person-key.ts";
export type {
  ReferenceNumberAnswer,
  ReferenceNumberEntry,
  ReferenceNumbersCapability,
} from "./reference-numbers/reference-numbers.ts";
export type { AnswerIdOf, RawAnswer, RequestId, SentAnswer } from "./send.ts";
export type { AnswerSource } from "./source.ts";
export { memorySiteStore } from "./site/memory-store.ts";
export { nodeSiteStore, type NodeSiteStoreOptions } from "./site/node-store.ts";
export { holdLease, type HoldOptions } from "./site/hold.ts";
export type { Lease, LeaseOptions } from "./site/lease.ts";
export {
  openSpool,
  type Spool,
  type SpooledAnswer,
  type SpooledForm,
  type SpoolOptions,
  type SpoolProtection,
} from "./site/spool.ts";
export type { SiteStore } from "./site/store.ts";
export type { TreatmentLine } from "./viewing/treatment-lines.ts";
export type { TreatmentConsents, TreatmentHistory, TreatmentsCapability } from "./viewing/treatments.ts";
export type { PrintedRecord, ViewingPeriod } from "./viewing/viewing.ts";
export type { UnknownElement } from "./unknown-elements.ts";
