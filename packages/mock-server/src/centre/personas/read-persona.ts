import { createHash } from "node:crypto";
import { addDays, isCalendarDay } from "@onshi/core/base";
import { type PrescriptionForm, wireCode } from "@onshi/core/codes";
import type * as zod from "zod";
import { declaredGroups } from "./declared-groups.ts";
import { fileSchemas, type ReadGroup } from "./group-schema.ts";
import { invalidPersona } from "./invalid-persona.ts";
import { nextStepSchema } from "./next-step-schema.ts";
import {
  type ExpectedNextStep,
  insuranceFields,
  type InquiryKeys,
  type Persona,
  type PersonData,
  personFields,
  type RegisteredInsurance,
} from "./persona.ts";
import { checked, said } from "./said.ts";
import { requireSynthetic } from "./synthetic.ts";

/** Ten keys are shipped (`data/keys`); with more personas two cards share a key, never a certificate. */
const shippedKeys = 10;

/** Reads one persona of a list: the value as YAML has it, and its place in the list. */
export type PersonaReader = (value: unknown, index: number) => Persona;

/**
 * Reads the personas of a file.
 *
 * @param today - the day in Japan to which relative dates refer
 * @throws OnshiError `config.invalid` naming persona and field
 */
export function personaReader(z: typeof zod, today: string): PersonaReader {
  const schemas = fileSchemas(z, today);
  const { text, day, textThat, list, fields, group } = schemas;
  const { insurance, history } = declaredGroups;
  const kebab = textThat(
    (id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id),
    "英小文字・数字をハイフンでつないだ名前",
    "kebab-case",
  );
  const named = z.looseObject({ id: kebab }, { error: said("項目と値の組", "a mapping of fields") });
  const persona = fields({
    id: kebab,
    label: text,
    person: group(insurance, personFields, ["name", "nameKana", "sex1", "birthdate"]),
    insurances: list(
      group(insurance, insuranceFields, ["cardClassification", "insurerNumber", "number", "insurerName"]),
    ).optional(),
    papers: group(insurance, ["insurerNumber", "symbol", "number", "branch"], ["insurerNumber", "number"]).optional(),
    certificate: fields({ expiresOn: day }).optional(),
    pin: textThat((pin) => /^\d{4}$/.test(pin), "数字4桁", "four digits").optional(),
    referenceNumber: text.optional(),
    prescriptionForm: textThat(
      (form) => wireCode("OQSCD017", form) !== undefined,
      "electronic または paper",
      "electronic or paper",
    ).optional(),
    nextStep: nextStepSchema(schemas).optional(),
    history: group(history, ["receiptMonths", "dispensing", "prescriptions"]).optional(),
  });

  return (value, index) => {
    const { id } = checked(named, value, `[${index}]`);
    const place = `[${id}]`;
    const given = checked(persona, value, place);
    const person = given.person as unknown as PersonData;
    const insurances = (given.insurances ?? []).map(
      (one) => ({ ...one, insurerNumber: padded(one["insurerNumber"]) }) as unknown as RegisteredInsurance,
    );
    const { referenceNumber, prescriptionForm, nextStep } = given;
    const made: Persona = {
      id,
      label: given.label,
      person,
      insurances,
      papers: papersOf(given.papers, `${place}.papers`, person, insurances[0]),
      certificateExpiresOn: given.certificate?.expiresOn ?? thirdBirthday(today, person.birthdate),
      pin: given.pin ?? "1234",
      cardKey: `auth-${String((index % shippedKeys) + 1).padStart(2, "0")}`,
      certificateSerial: serialFor(id),
      ...(referenceNumber !== undefined && { referenceNumber }),
      ...(prescriptionForm !== undefined && { prescriptionForm: prescriptionForm as PrescriptionForm }),
      ...(nextStep !== undefined && { nextStep: { presented: [], ...nextStep } as unknown as ExpectedNextStep }),
      history: given.history ?? {},
    };
    requireSynthetic(made, place);
    return made;
  };
}

function papersOf(
  given: ReadGroup | undefined,
  place: string,
  { birthdate }: PersonData,
  first: RegisteredInsurance | undefined,
): InquiryKeys {
  if (given !== undefined) return { ...given, insurerNumber: padded(given["insurerNumber"]), birthdate } as InquiryKeys;
  if (!first) {
    throw invalidPersona(
      place,
      "登録がないときの券面の番号",
      "the numbers on the papers of a person without insurance",
    );
  }
  const { insurerNumber, symbol, number, branch } = first;
  return { insurerNumber, ...(symbol && { symbol }), number, ...(branch && { branch }), birthdate };
}

/** As on the wire: 8 characters with leading spaces (oqs-exchange §4.2). */
const padded = (number: unknown): string => String(number).padStart(8);

/** A certificate ends on a birthday (desk-rules §3, row E1). */
function thirdBirthday(today: string, birthdate: string): string {
  const birthday = `${Number(today.slice(0, 4)) + 3}${birthdate.slice(4)}`;
  return isCalendarDay(birthday) ? birthday : addDays(`${birthday.slice(0, 8)}28`, 1);
}

/** A positive serial of 4 octets that depends on the persona's name only (`jpki-card §4.1`). */
function serialFor(id: string): bigint {
  const digest = createHash("sha256").update(`serial ${id}`).digest().subarray(0, 4);
  return BigInt((digest.readUInt32BE(0) & 0x3fff_ffff) + 0x4000_0000);
}
