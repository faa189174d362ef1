import { japanDateTime, japanDay } from "@onshi/core/base";
import type {
  BulkReferenceNumberRequest,
  BulkReferenceNumberResultBody,
  ReferenceNumberRegistration,
  ReferenceNumberRequest,
  ReferenceNumberResult,
  ReferenceNumberResultBody,
} from "@onshi/core/messages";
import type { BulkOutcome } from "../bulk-desk.ts";
import { notices } from "../notices.ts";
import { standingByKeys } from "../register.ts";
import type { Inquiry } from "./eligibility.ts";

/** Where the centre keeps reference numbers: persona id to number. */
export type ReferenceNumbers = Map<string, string>;

/** Registers the reference number of one person (oqs-exchange §4.5). */
export function answerReferenceNumber(
  { header, body }: ReferenceNumberRequest,
  inquiry: Inquiry,
  numbers: ReferenceNumbers,
): ReferenceNumberResult {
  const base = {
    executedAt: japanDateTime(inquiry.now),
    institutionCode: header.institutionCode,
    ...(header.fileIdentifier !== undefined && { fileIdentifier: header.fileIdentifier }),
    characterCode: "utf8",
  } as const;
  if (header.institutionCode !== inquiry.institutionCode) {
    const { code, text } = notices.otherInstitution;
    return { header: { ...base, segmentOfResult: "failed", errorCode: code, errorMessage: text }, body: {} };
  }
  return { header: { ...base, segmentOfResult: "completed" }, body: register(body.registration, inquiry, numbers) };
}

/** Registers those of many persons. */
export function answerReferenceNumbers(
  { body }: BulkReferenceNumberRequest,
  inquiry: Inquiry,
  numbers: ReferenceNumbers,
): BulkOutcome<BulkReferenceNumberResultBody> {
  const units = body.registrations.map((one) => register(one, inquiry, numbers));
  const errors = units.filter(({ processingResultStatus }) => processingResultStatus === "error").length;
  return { total: units.length, errors, body: { units } };
}

function register(
  registration: ReferenceNumberRegistration,
  { personas, institutionCode, now }: Inquiry,
  numbers: ReferenceNumbers,
): ReferenceNumberResultBody {
  const { validity, persona } = standingByKeys(personas, registration, japanDay(now), institutionCode);
  if (!persona || (validity !== "valid" && validity !== "validNotEntrusted")) {
    const { code, text } = persona ? notices.insuranceNotInForce : notices.personUnclear;
    return { registration, processingResultStatus: "error", processingResultCode: code, processingResultMessage: text };
  }
  numbers.set(persona.id, registration.referenceNumber);
  return { registration, processingResultStatus: "completed" };
}
