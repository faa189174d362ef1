import { createHash } from "node:crypto";
import { addDays, isCalendarDay } from "@onshi/core/base";
import { type PrescriptionForm, wireCode } from "@onshi/core/codes";
import { declaredGroups } from "./declared-groups.ts";
import { invalidPersona } from "./invalid-persona.ts";
import {
  insuranceFields,
  type InquiryKeys,
  type MedicalHistory,
  type Persona,
  type PersonData,
  personFields,
  type RegisteredInsurance,
} from "./persona.ts";
import { readGroup, readList, readMap, readText } from "./read-group.ts";
import { readNextStep } from "./read-next-step.ts";
import { resolveDay } from "./relative-date.ts";
import { requireSynthetic } from "./synthetic.ts";

const known = new Set([
  "id",
  "label",
  "person",
  "insurances",
  "papers",
  "certificate",
  "pin",
  "referenceNumber",
  "prescriptionForm",
  "nextStep",
  "history",
]);

/** Ten keys are shipped (`data/keys`); with more personas two cards share a key, never a certificate. */
const shippedKeys = 10;

/**
 * Reads one persona.
 *
 * @throws OnshiError `config.invalid` naming persona and field
 */
export function readPersona(value: unknown, index: number, today: string): Persona {
  const given = readMap(value, `[${index}]`);
  const id = readText(given["id"], `[${index}].id`);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    throw invalidPersona(`[${index}].id`, "英小文字・数字をハイフンでつないだ名前", "kebab-case");
  }
  const place = `[${id}]`;
  const stranger = Object.keys(given).find((name) => !known.has(name));
  if (stranger !== undefined) {
    throw invalidPersona(
      `${place}.${stranger}`,
      `次のいずれか：${[...known].join(", ")}`,
      `one of ${[...known].join(", ")}`,
    );
  }
  const person = readPerson(given["person"], `${place}.person`, today);
  const insurances = readList(given["insurances"], `${place}.insurances`).map((insurance, at) =>
    readInsurance(insurance, `${place}.insurances[${at}]`, today),
  );
  const papers = readPapers(given["papers"], `${place}.papers`, today, person, insurances[0]);
  const history = given["history"] ?? {};
  const persona = {
    id,
    label: readText(given["label"], `${place}.label`),
    person,
    insurances,
    papers,
    certificateExpiresOn: readExpiry(given["certificate"], `${place}.certificate`, today, person.birthdate),
    pin: readPin(given["pin"], `${place}.pin`),
    cardKey: `auth-${String((index % shippedKeys) + 1).padStart(2, "0")}`,
    certificateSerial: serialFor(id),
    ...readOptional(given, place),
    ...(given["nextStep"] !== undefined && { nextStep: readNextStep(given["nextStep"], `${place}.nextStep`) }),
    history: readGroup(declaredGroups.history, history, `${place}.history`, today, [
      "receiptMonths",
      "dispensing",
      "prescriptions",
    ]) as MedicalHistory,
  };
  requireSynthetic(persona, place);
  return persona;
}

function readPerson(value: unknown, place: string, today: string): PersonData {
  const person = readGroup(declaredGroups.insurance, value, place, today, personFields);
  for (const name of ["name", "nameKana", "sex1", "birthdate"]) readText(person[name], `${place}.${name}`);
  return person as unknown as PersonData;
}

function readInsurance(value: unknown, place: string, today: string): RegisteredInsurance {
  const insurance = readGroup(declaredGroups.insurance, value, place, today, insuranceFields);
  for (const name of ["cardClassification", "insurerNumber", "number", "insurerName"]) {
    readText(insurance[name], `${place}.${name}`);
  }
  return { ...insurance, insurerNumber: padded(insurance["insurerNumber"]) } as RegisteredInsurance;
}

function readPapers(
  value: unknown,
  place: string,
  today: string,
  { birthdate }: PersonData,
  first: RegisteredInsurance | undefined,
): InquiryKeys {
  if (value === undefined) {
    if (!first)
      throw invalidPersona(
        place,
        "登録がないときの券面の番号",
        "the numbers on the papers of a person without insurance",
      );
    const { insurerNumber, symbol, number, branch } = first;
    return { insurerNumber, ...(symbol && { symbol }), number, ...(branch && { branch }), birthdate };
  }
  const keys = readGroup(declaredGroups.insurance, value, place, today, [
    "insurerNumber",
    "symbol",
    "number",
    "branch",
  ]);
  for (const name of ["insurerNumber", "number"]) readText(keys[name], `${place}.${name}`);
  return { ...keys, insurerNumber: padded(keys["insurerNumber"]), birthdate } as InquiryKeys;
}

/** As on the wire: 8 characters with leading spaces (oqs-exchange §4.2). */
const padded = (number: unknown): string => String(number).padStart(8);

function readExpiry(value: unknown, place: string, today: string, birthdate: string): string {
  // A certificate ends on a birthday (desk-rules §3, row E1).
  if (value === undefined) {
    const birthday = `${Number(today.slice(0, 4)) + 3}${birthdate.slice(4)}`;
    return isCalendarDay(birthday) ? birthday : addDays(`${birthday.slice(0, 8)}28`, 1);
  }
  const text = readText(readMap(value, place)["expiresOn"], `${place}.expiresOn`);
  const day = resolveDay(text, today);
  if (day === undefined) throw invalidPersona(`${place}.expiresOn`, "日付または today-40d の形", "a day, or today-40d");
  return day;
}

function readPin(value: unknown, place: string): string {
  const pin = value === undefined ? "1234" : readText(value, place);
  if (!/^\d{4}$/.test(pin)) throw invalidPersona(place, "数字4桁", "four digits");
  return pin;
}

function readOptional(
  given: Readonly<Record<string, unknown>>,
  place: string,
): Pick<Persona, "referenceNumber" | "prescriptionForm"> {
  const { referenceNumber, prescriptionForm } = given;
  if (prescriptionForm !== undefined && wireCode("OQSCD017", readText(prescriptionForm, place)) === undefined) {
    throw invalidPersona(`${place}.prescriptionForm`, "electronic または paper", "electronic or paper");
  }
  return {
    ...(referenceNumber !== undefined && { referenceNumber: readText(referenceNumber, `${place}.referenceNumber`) }),
    ...(prescriptionForm !== undefined && { prescriptionForm: prescriptionForm as PrescriptionForm }),
  };
}

/** A positive serial of 4 octets that depends on the persona's name only (`jpki-card §4.1`). */
function serialFor(id: string): bigint {
  const digest = createHash("sha256").update(`serial ${id}`).digest().subarray(0, 4);
  return BigInt((digest.readUInt32BE(0) & 0x3fff_ffff) + 0x4000_0000);
}
