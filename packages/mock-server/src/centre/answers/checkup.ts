import { addDays, japanDay } from "@onshi/core/base";
import { wireCode } from "@onshi/core/codes";
import type { Checkup, CheckupRequest, CheckupResult } from "@onshi/core/messages";
import type { ConsentLedger } from "../consent-ledger.ts";
import { type Notice, notices } from "../notices.ts";
import type { Persona } from "../personas/persona.ts";
import { standingByKeys } from "../register.ts";
import type { Inquiry } from "./eligibility.ts";

/** Checkups are for the insured aged 40 and over; everybody of that age had one two hundred days ago. */
const ageOfCheckups = 40;
const daysAgo = 200;

/** Answers a request for specific health checkups (oqs-exchange §4.8); requires a live consent. */
export function answerCheckups(
  { header }: CheckupRequest,
  { personas, institutionCode, now }: Inquiry,
  ledger: ConsentLedger,
): CheckupResult {
  if (header.institutionCode !== institutionCode) return refusal(notices.otherInstitution);
  const today = japanDay(now);
  const { persona } = standingByKeys(personas, header, today, institutionCode);
  if (!persona) return refusal(notices.personUnclear);
  const state = ledger.state(persona.id, institutionCode, "checkup", now);
  if (state === "missing") return refusal(notices.consentMissing);
  if (state === "expired") return refusal(notices.consentExpired);
  const { name, nameKana, birthdate, sex1 } = persona.person;
  const sex = sex1 && wireCode("OQSCD007", sex1);
  const checkups = checkupsOf(persona, today);
  return {
    header: {
      person: { name, ...(nameKana !== undefined && { nameKana }), birthdate, ...(sex !== undefined && { sex }) },
    },
    body: { resultCode: "1", ...(checkups.length > 0 && { checkups }) },
  };
}

function refusal({ code, text }: Notice): CheckupResult {
  return { header: {}, body: { resultCode: "9", message: `${code} ${text}` } };
}

function checkupsOf({ person }: Persona, today: string): readonly Checkup[] {
  const examinedOn = addDays(today, -daysAgo);
  if (Number(examinedOn.slice(0, 4)) - Number(person.birthdate.slice(0, 4)) < ageOfCheckups) return [];
  return [
    {
      examinedOn,
      items: [
        { code: "9A755000000000001", name: "収縮期血圧（その他）", dataType: "PQ", value: "128", unit: "mmHg" },
        { code: "9A765000000000001", name: "拡張期血圧（その他）", dataType: "PQ", value: "78", unit: "mmHg" },
        {
          code: "9N501000000000011",
          name: "メタボリックシンドローム判定",
          dataType: "CD",
          value: "3",
          valueName: "非該当",
        },
      ],
    },
  ];
}
