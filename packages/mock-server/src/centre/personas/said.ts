import type { Bilingual, OnshiError } from "@onshi/core/base";
import type * as z from "zod";
import { invalidPersona } from "./invalid-persona.ts";

/** What should stand there, in the one text for which zod has room. */
export function said(ja: string, en: string): string {
  return JSON.stringify({ ja, en } satisfies Bilingual);
}

/**
 * A value as a schema reads it.
 *
 * @param place - where the value stands in the file, for the error: `[insured-valid]`
 * @throws OnshiError `config.invalid` about the first mistake, naming persona and field
 */
export function checked<Value>(schema: z.ZodType<Value>, value: unknown, place: string): Value {
  const result = schema.safeParse(value);
  if (!result.success) throw mistake(result.error, place);
  return result.data;
}

function mistake({ issues }: z.ZodError, place: string): OnshiError {
  // A field that nobody knows explains the one that is missing.
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  if (!issue) throw new TypeError("an error without an issue");
  const strangers = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const steps = [...issue.path, ...strangers];
  const at = steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  const { ja, en } = JSON.parse(issue.message) as Bilingual;
  return invalidPersona(`${place}${at}`, ja, en);
}
