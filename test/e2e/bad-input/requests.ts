import { readdir } from "node:fs/promises";
import type { Consent, EligibilityQuestion, MedicationPeriod, OnshiClient } from "@onshi/core";
import type { ErrorDetails, OnshiErrorCode } from "@onshi/core/base";
import { expect } from "vitest";
import type { BadInput } from "./bad-input.ts";
import { failure } from "./judge.ts";
import { expectAnswer, medicationConsent, morning, papersOf, type Place } from "./place.ts";

type Door = "folder" | "https";

/** Value and what of it no text may show; a value too short to be told from other text shows nothing. */
type Wrong = readonly [what: string, field: string, value: unknown];

const long = "ZQX7".repeat(13);

// One case a line.
// oxfmt-ignore
const questions: readonly Wrong[] = [
  ["five digits", "insurerNumber", "73519"],
  ["letters", "insurerNumber", "ZQX731"],
  ["full-width digits", "insurerNumber", "７３５１９８"],
  ["nine digits", "insurerNumber", "735198246"],
  ["nothing", "insurerNumber", ""],
  ["missing", "insurerNumber", undefined],
  ["null", "insurerNumber", null],
  ["a number", "insurerNumber", 735198],
  ["too long", "symbol", long],
  ["blanks", "symbol", "　 　"],
  ["two lines", "symbol", "ZQX\n731"],
  ["a number", "symbol", 735198],
  ["too long", "number", long],
  ["nothing", "number", ""],
  ["missing", "number", undefined],
  ["a NUL", "number", "ZQX\u0000731"],
  ["an object", "number", { ZQX731: "ZQX731" }],
  ["one digit", "branch", "7"],
  ["full-width digits", "branch", "７３"],
  ["letters", "branch", "ZQX731"],
  ["a number", "branch", 73],
  ["a day that does not exist", "birthdate", "1973-02-31"],
  ["the wire's form", "birthdate", "19730131"],
  ["a Japanese year", "birthdate", "昭和48年1月31日"],
  ["a day to come", "birthdate", "2073-01-31"],
  ["a Date", "birthdate", new Date("1973-01-31")],
  ["nothing", "birthdate", ""],
  ["missing", "birthdate", undefined],
  ["a day that does not exist", "confirmationDate", "2073-02-31"],
  ["the wire's form", "confirmationDate", "20730131"],
  ["null", "confirmationDate", null],
  ["a text", "limitCertificate", "ZQX731"],
  ["a number", "limitCertificate", 735198],
  ["null", "limitCertificate", null],
  ["too long", "arbitraryIdentifier", long],
  ["nothing", "arbitraryIdentifier", ""],
  ["a list", "arbitraryIdentifier", ["ZQX731"]],
];

// oxfmt-ignore
const periods: readonly Wrong[] = [
  ["a month that does not exist", "from", "1973-13"],
  ["the wire's form", "from", "197305"],
  ["a day", "from", "1973-05-01"],
  ["a number", "from", 197305],
  ["words", "from", "ZQX731"],
  ["nothing", "from", ""],
  ["missing", "from", undefined],
  ["later than the end", "from", "2073-05"],
  ["a month that does not exist", "to", "2073-13"],
  ["the wire's form", "to", "207305"],
  ["a day", "to", "2073-05-01"],
  ["month before year", "to", "05/2073"],
  ["a number", "to", 207305],
  ["nothing", "to", ""],
  ["missing", "to", undefined],
  ["a text", "prescriptions", "ZQX731"],
  ["null", "prescriptions", null],
];

type Changed = readonly [
  what: string,
  code: OnshiErrorCode,
  details: Partial<ErrorDetails>,
  change: (consent: Consent<"medication">, place: Place) => unknown,
  planted?: readonly string[],
];

// oxfmt-ignore
const consents: readonly Changed[] = [
  ["no consent", "consent.missing", { field: "medication" }, () => undefined],
  ["null for a consent", "consent.missing", { field: "medication" }, () => null],
  ["the patient's choice for a consent", "consent.missing", { field: "medication" }, () => ({ medication: true })],
  ["a consent of another kind", "consent.missing", { field: "medication" }, (consent) => ({ ...consent, kind: "surgery" })],
  ["a consent given to another institution", "consent.otherInstitution", {}, (consent) => ({ ...consent, institutionCode: "9917351983" }), ["9917351983"]],
  ["a consent that has run out", "consent.expired", {}, (consent, { clock }) => { clock.set("2026-11-21T09:15:04+09:00"); return consent; }],
  ["a consent whose end nobody can read", "consent.expired", {}, (consent) => ({ ...consent, usableUntil: "ZQX731" }), ["ZQX731"]],
  ["a consent of a person without a number", "request.invalid", { field: "number" }, ({ person, ...consent }) => ({ ...consent, person: { ...person, number: undefined } })],
  ["a consent of an impossible insurer", "request.invalid", { field: "insurerNumber" }, ({ person, ...consent }) => ({ ...consent, person: { ...person, insurerNumber: "73519" } }), ["73519"]],
];

function piecesOf(value: unknown): readonly string[] {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : JSON.stringify(value ?? "");
  return text.match(/[A-Za-z0-9\-/年月日昭和０-９]{4,}/g) ?? [];
}

/** Nothing of it has left, and the next question is answered. */
const afterwards = (place: Place, client: OnshiClient) => async () => {
  place.clock.set(morning);
  expect(await readdir(place.mock.folders.req)).toEqual([]);
  await expectAnswer(place, client);
};

const questionRows = (door: Door): readonly BadInput[] =>
  questions.map(([what, field, value]) => ({
    what: `eligibility.verify: ${field}: ${what}`,
    code: "request.invalid",
    details: { field },
    planted: piecesOf(value),
    run: async (place) => {
      const question = { ...papersOf(place), [field]: value } as EligibilityQuestion;
      const error = await failure(place[door].eligibility.verify(question));
      return { error, afterwards: afterwards(place, place[door]) };
    },
  }));

const periodRows = (door: Door): readonly BadInput[] =>
  periods.map(([what, field, value]) => ({
    what: `medication.history: ${field}: ${what}`,
    code: "request.invalid",
    details: { field },
    planted: piecesOf(value),
    run: async (place) => {
      const consent = await medicationConsent(place);
      const period = { from: "2026-05", to: "2026-11", [field]: value } as MedicationPeriod;
      const error = await failure(place[door].medication.history(consent, period));
      return { error, afterwards: afterwards(place, place[door]) };
    },
  }));

const consentRows = (door: Door): readonly BadInput[] =>
  consents.map(([what, code, details, change, planted = []]) => ({
    what: `medication.history: ${what}`,
    code,
    details,
    planted,
    run: async (place) => {
      const consent = change(await medicationConsent(place), place) as Consent<"medication">;
      const error = await failure(place[door].medication.history(consent, { from: "2026-05", to: "2026-11" }));
      return { error, afterwards: afterwards(place, place[door]) };
    },
  }));

/** Requests that must not leave, through each door. */
export const requestRows: readonly BadInput[] = (["folder", "https"] as const).flatMap((door) =>
  [...questionRows(door), ...periodRows(door), ...consentRows(door)].map((row) => ({
    ...row,
    what: `${door}: ${row.what}`,
  })),
);
