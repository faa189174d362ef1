import type { PrescriptionForm } from "@onshi/core/codes";

/** Kinds of medical information a patient can open, as the typed messages name them (oqs-exchange §4.10). */
export const viewingKinds = ["medication", "treatment", "surgery", "checkup"] as const;

/** One kind of medical information. */
export type ViewingKind = (typeof viewingKinds)[number];

/**
 * What a patient answers at the card reader (カードリーダーでの選択). Anything left out counts as refused,
 * except the limit certificate.
 */
export interface PatientChoices {
  /** 薬剤情報. */
  readonly medication?: boolean;
  /** 診療情報. */
  readonly treatment?: boolean;
  /** 手術情報, asked separately. */
  readonly surgery?: boolean;
  /** 特定健診情報. */
  readonly checkup?: boolean;
  /**
   * 限度額適用認定証. Readers no longer ask since 2024-10-07, and the centre delivers it without a choice (desk-rules §4.1): default
   * true. `false` shows an answer without it.
   */
  readonly limitCertificate?: boolean;
  /** 特定疾病療養受療証. */
  readonly specificDisease?: boolean;
  /** 処方箋の発行形態; default: what the persona prefers. */
  readonly prescriptionForm?: PrescriptionForm;
}

/** The questions that are answered with yes or no. */
export const consentQuestions: readonly [...typeof viewingKinds, "limitCertificate", "specificDisease"] = [
  ...viewingKinds,
  "limitCertificate",
  "specificDisease",
];
