import { japanDateTime, japanDay } from "@onshi/core/base";
import type { EligibilityResult, EligibilityResultBody, Insurance } from "@onshi/core/messages";
import { type CertificateState, certificateState } from "@onshi/core/rules";
import type { ConsentLedger, GivenConsent } from "../consent-ledger.ts";
import { type Notice, notices } from "../notices.ts";
import { type PatientChoices, type ViewingKind, viewingKinds } from "../patient-choices.ts";
import type { Persona } from "../personas/persona.ts";
import { standingByCard } from "../register.ts";
import { insuranceView } from "./insurance-view.ts";

/** A card on the reader, and whose reader it is. */
export interface Presented {
  /** Undefined when the certificate is not in the register. */
  readonly persona: Persona | undefined;
  /** Last day of the certificate in Japan. */
  readonly certificateExpiresOn: string;
  readonly institutionCode: string;
  /** 任意のファイル識別子: an opaque text was seen (oqs-exchange §4.3). */
  readonly fileIdentifier: string;
  readonly now: Date;
}

const noticeOf: Readonly<Record<CertificateState, Notice | undefined>> = {
  valid: undefined,
  expiringSoon: notices.certificateExpiresSoon,
  grace: notices.certificateInGrace,
  ended: notices.certificateEnded,
};

/** Answers a card check-in in the layout of the face file (oqs-exchange §2.5, §4.3). */
export function answerCheckIn(presented: Presented, choices: PatientChoices, ledger: ConsentLedger): EligibilityResult {
  const { persona, institutionCode, now } = presented;
  const day = japanDay(now);
  const state = certificateState(presented.certificateExpiresOn, day);
  const notice = noticeOf[state];
  const outcome = {
    processingResultStatus: state === "ended" ? "error" : "completed",
    ...(notice && { processingResultCode: notice.code, processingResultMessage: notice.text }),
  } as const;
  const header = {
    executedAt: japanDateTime(now),
    confirmationDate: day,
    institutionCode,
    fileIdentifier: presented.fileIdentifier,
    referenceClassification: "myNumberCard",
    segmentOfResult: "completed",
    characterCode: "utf8",
  } as const;
  if (state === "ended") return { header, body: outcome };
  if (!persona) return { header, body: { ...outcome, qualificationValidity: "notFound" } };

  const { validity, insurances } = standingByCard(persona, day, institutionCode);
  const isUsable = validity === "valid" || validity === "validNotEntrusted";
  // In the grace period no consent can be given (desk-rules §3, row E4); without eligibility there is nothing to view.
  const mayConsent = state !== "grace" && isUsable;
  const given = ledger.register(persona.id, institutionCode, (kind) => mayConsent && choices[kind] === true, now);
  const results = insurances.map((insurance) => ({
    ...insuranceView(persona, insurance, {
      day,
      now,
      institutionCode,
      // No question of the reader since 2024-10-07: it comes without a choice (desk-rules §4.1).
      limitCertificate: choices.limitCertificate !== false,
      specificDisease: choices.specificDisease === true,
    }),
    ...viewingConsents(given),
  }));
  const prescriptionForm = choices.prescriptionForm ?? persona.prescriptionForm;
  const body: EligibilityResultBody = {
    ...(results.length > 0 && { results }),
    ...(prescriptionForm !== undefined && isUsable && { prescriptionForm }),
    ...outcome,
    qualificationValidity: validity,
  };
  return { header, body };
}

/** Flag, time and end of each kind; a refused consent is flag 0 without times. */
function viewingConsents(given: ReadonlyMap<ViewingKind, GivenConsent>): Insurance {
  const entries = viewingKinds.flatMap((kind) => {
    const consent = given.get(kind);
    if (!consent) return [[`${kind}Consent`, "notConsented"]];
    return [
      [`${kind}Consent`, "consented"],
      [`${kind}ConsentAt`, japanDateTime(consent.at)],
      [`${kind}UsableUntil`, japanDateTime(consent.until)],
    ];
  });
  return Object.fromEntries(entries) as Insurance;
}
