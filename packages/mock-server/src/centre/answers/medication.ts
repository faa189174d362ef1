import { japanDay } from "@onshi/core/base";
import { wireCode } from "@onshi/core/codes";
import type { MedicationRequest, MedicationResult } from "@onshi/core/messages";
import type { ConsentLedger } from "../consent-ledger.ts";
import { type Notice, notices } from "../notices.ts";
import type { ViewingKind } from "../patient-choices.ts";
import type { PersonData } from "../personas/persona.ts";
import { standingByKeys } from "../register.ts";
import type { Inquiry } from "./eligibility.ts";
import { visibleHistory } from "./visible-history.ts";

/** What a file category opens (oqs-exchange §4.7): 1 and 2 drugs, 3 and 4 treatments as well. */
const kindsOf: Readonly<Record<string, readonly ViewingKind[]>> = {
  "1": ["medication"],
  "2": ["medication"],
  "3": ["medication", "treatment"],
  "4": ["medication", "treatment"],
};

/** Answers a request for drug and treatment information (oqs-exchange §4.7); requires live consents. */
export function answerMedication(
  { header, body }: MedicationRequest,
  { personas, institutionCode, now }: Inquiry,
  ledger: ConsentLedger,
): MedicationResult {
  if (header.institutionCode !== institutionCode) return refusal(notices.otherInstitution);
  if (body.from > body.to) return refusal(notices.periodReversed);
  const today = japanDay(now);
  const { persona } = standingByKeys(personas, header, today, institutionCode);
  if (!persona) return refusal(notices.personUnclear);
  const kinds = kindsOf[body.fileCategory] ?? [];
  const states = kinds.map((kind) => ledger.state(persona.id, institutionCode, kind, now));
  if (states.includes("missing")) return refusal(notices.consentMissing);
  if (states.includes("expired")) return refusal(notices.consentExpired);
  return {
    header: { person: quaInf(persona.person) },
    body: { resultCode: "1", ...visibleHistory(persona.history, body, today) },
  };
}

function quaInf({ name, nameKana, birthdate, sex1 }: PersonData): NonNullable<MedicationResult["header"]["person"]> {
  const sex = sex1 && wireCode("OQSCD007", sex1);
  return { name, ...(nameKana !== undefined && { nameKana }), birthdate, ...(sex !== undefined && { sex }) };
}

/** Which codes the real centre uses besides 1 is not known; 9 is a guess (oqs-exchange §8.3 no. 8). */
function refusal({ code, text }: Notice): MedicationResult {
  return { header: {}, body: { resultCode: "9", message: `${code} ${text}` } };
}
