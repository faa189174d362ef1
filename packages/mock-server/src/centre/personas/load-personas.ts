import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { dataFile } from "../../data-folder.ts";
import { invalidPersona } from "./invalid-persona.ts";
import type { Persona } from "./persona.ts";
import { loadZod } from "./load-zod.ts";
import { personaReader } from "./read-persona.ts";
import { checked, said } from "./said.ts";

/**
 * Reads personas from the text of a YAML file. Every scalar is text, so leading zeros need no quotes.
 *
 * @param yaml - the file: `personas:` and a list; see `data/personas.yaml`
 * @param today - the day in Japan to which relative dates refer, `YYYY-MM-DD`
 * @throws OnshiError `config.invalid` naming persona and field, never a value
 *
 * @example
 * ```ts
 * import { parsePersonas } from "@onshi/mock-server";
 *
 * const yaml = `
 * personas:
 *   - id: somebody
 *     label: 国保・本人
 *     person: { name: 試験　一郎, nameKana: ｼｹﾝ ｲﾁﾛｳ, sex1: male, birthdate: 1980-01-31 }
 *     insurances:
 *       - { cardClassification: general, insurerNumber: 990010, number: 0005678, insurerName: 試験市 }
 * `;
 * console.log(parsePersonas(yaml, "2026-11-20")[0]?.papers.number); // 0005678
 * ```
 */
export function parsePersonas(yaml: string, today: string): readonly Persona[] {
  const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    const line = yaml.slice(0, fault.pos[0]).split("\n").length;
    throw invalidPersona(`:${line}`, `YAML（${line}行目）`, `YAML (line ${line})`);
  }
  const z = loadZod();
  const file = z.looseObject({}, { error: said("項目と値の組", "a mapping of fields") });
  const list = z.array(z.unknown(), { error: said("リスト", "a list") }).optional();
  const given = checked(list, checked(file, plainValue(document), "")["personas"], "");
  const personas = (given ?? []).map(personaReader(z, today));
  requireUnique(personas, ({ id }) => id, "id");
  requireUnique(personas, ({ certificateSerial }) => certificateSerial, "id");
  return personas;
}

function plainValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch {
    // Aliases of aliases of aliases: a few lines that would fill the memory.
    throw invalidPersona("", "参照（&と*）の少ないYAML", "YAML with fewer aliases");
  }
}

/** The personas that come with the package (`data/personas.yaml`). */
export function shippedPersonas(today: string): readonly Persona[] {
  return parsePersonas(readFileSync(dataFile("personas.yaml"), "utf8"), today);
}

function requireUnique(personas: readonly Persona[], key: (persona: Persona) => unknown, field: string): void {
  const seen = new Set<unknown>();
  for (const persona of personas) {
    if (seen.has(key(persona))) throw invalidPersona(`[${persona.id}].${field}`, "重複しない名前", "a unique name");
    seen.add(key(persona));
  }
}
