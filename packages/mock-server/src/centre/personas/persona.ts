import type { PrescriptionForm } from "@onshi/core/codes";
import type { LadderStep, Presentable } from "@onshi/core/rules";
import type { Insurance, MedicationResultBody } from "@onshi/core/messages";

/** Fields of an insurance that belong to the person and are the same in each of them. */
export const personFields = [
  "name",
  "nameKana",
  "otherName",
  "otherNameKana",
  "sex1",
  "sex2",
  "birthdate",
  "address",
  "postNumber",
] as const;

/** Fields of an insurance that a persona states; consents and echoes are the centre's to add. */
export const insuranceFields = [
  "cardClassification",
  "insurerNumber",
  "symbol",
  "number",
  "branch",
  "personalFamily",
  "insuredName",
  "qualifiedOn",
  "disqualifiedOn",
  "issuedOn",
  "validFrom",
  "validUntil",
  "contributionRatio",
  "preschool",
  "reasonOfLoss",
  "insurerName",
  "elderlyRecipientCertificate",
  "limitCertificate",
  "specificDiseaseCertificates",
  "medicalTickets",
] as const;

/** The person as registered; full-width name, half-width kana (oqs-exchange §4.3). */
export type PersonData = Pick<Insurance, (typeof personFields)[number]> & {
  readonly name: string;
  readonly birthdate: string;
};

/** What the person's papers say, as a desk types it in (oqs-exchange §4.2). */
export interface InquiryKeys {
  /** 8 characters, shorter numbers with leading spaces. */
  readonly insurerNumber: string;
  readonly symbol?: string;
  readonly number: string;
  readonly branch?: string;
  /** `YYYY-MM-DD`. */
  readonly birthdate: string;
}

/** One insurance in the register. */
export type RegisteredInsurance = Pick<Insurance, (typeof insuranceFields)[number]> & {
  readonly insurerNumber: string;
  readonly number: string;
  readonly insurerName: string;
};

/** Drugs and treatments of the past, in the three trees of oqs-exchange §4.7. */
export type MedicalHistory = Pick<MedicationResultBody, "receiptMonths" | "dispensing" | "prescriptions">;

/** A step of the desk, and the cause it rests on (desk-rules §2.2, §2.3). */
export interface ExpectedStep {
  readonly step: LadderStep;
  /** Row of the cause: `C1`; absent for a plain valid answer. */
  readonly cause?: string;
}

/** What the desk should do next when this persona comes for the first time. */
export interface ExpectedNextStep {
  /** What the persona brings. */
  readonly presented: readonly Presentable[];
  /** After a reading at the card reader. */
  readonly byCard: ExpectedStep;
  /** After an inquiry with the numbers of the papers. */
  readonly byNumber: ExpectedStep;
}

/** A synthetic person whom the simulated centre knows. All relative dates are resolved. */
export interface Persona {
  /** Stable name for scripts, e.g. `insured-valid`. */
  readonly id: string;
  /** What the persona is for, in Japanese, for lists. */
  readonly label: string;
  readonly person: PersonData;
  /** In the register; empty when the centre has none (該当資格なし). */
  readonly insurances: readonly RegisteredInsurance[];
  /** What a desk can type in: the first insurance, or papers that the register does not know. */
  readonly papers: InquiryKeys;
  /** Last day of the user-authentication certificate on the card, `YYYY-MM-DD` in Japan. */
  readonly certificateExpiresOn: string;
  /** Four digits. */
  readonly pin: string;
  /** Which of the shipped keys the card holds, e.g. `auth-01`. */
  readonly cardKey: string;
  /** Serial number of the certificate (発行番号), by which the centre knows the holder. */
  readonly certificateSerial: bigint;
  /** 照会番号 registered by this institution. */
  readonly referenceNumber?: string;
  /** What the person chooses at the reader when asked about the form of the prescription. */
  readonly prescriptionForm?: PrescriptionForm;
  /** What `nextStep` of `@onshi/core/rules` should answer; to test a desk against. */
  readonly nextStep?: ExpectedNextStep;
  readonly history: MedicalHistory;
}
