import { type Bilingual, OnshiError } from "@onshi/core/base";

/** A mistake in a persona file; it names persona and field, never the value. */
export function invalidPersona(place: string, ja: string, en: string): OnshiError {
  const expected: Bilingual = { ja, en };
  return new OnshiError("config.invalid", { field: `personas${place}`, expected });
}
