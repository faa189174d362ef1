import { OnshiError } from "@onshi/core/base";
import type { Persona } from "./persona.ts";

/**
 * A persona by name.
 *
 * @throws OnshiError `config.invalid` (`persona`) when there is no such persona; the text lists the known ones
 */
export function findPersona(personas: readonly Persona[], id: string): Persona {
  const persona = personas.find((candidate) => candidate.id === id);
  if (persona) return persona;
  const names = personas.map((candidate) => candidate.id).join(", ");
  throw new OnshiError("config.invalid", {
    field: "persona",
    expected: { ja: `次のいずれか：${names}`, en: `one of ${names}` },
  });
}
