import { readFileSync } from "node:fs";
import { type CodeTableId, codeLabel } from "@onshi/core/codes";
import { describe, expect, test } from "vitest";
import { type EligibilityResultBody, parseMessageId } from "@onshi/core/messages";
import { simulatedRequests } from "./centre/answer-message.ts";
import type { Persona } from "./centre/personas/persona.ts";
import { inquiryFor, testCentre } from "./test-world.ts";

const centre = testCentre();
const validityTable: CodeTableId = "OQSCD006";

const labels = {
  ja: (validity: string) => codeLabel(validityTable, validity),
  en: (validity: string) => `\`${validity}\``,
};

/** What the table says is what the centre answers. */
function row({ id, label, papers }: Persona, language: "ja" | "en"): string {
  const say = ({ qualificationValidity, processingResultCode }: EligibilityResultBody): string =>
    [qualificationValidity && labels[language](qualificationValidity), processingResultCode].filter(Boolean).join(" ");
  const byNumber = say(centre.eligibility(inquiryFor(papers)).body);
  return `| \`${id}\` | ${label} | ${byNumber} | ${say(centre.checkIn(id).body)} |`;
}

describe.each([
  ["README.md", "en", "| persona | what for | by number | by card |"],
  ["README.ja.md", "ja", "| 名前 | 用途 | 番号で照会 | カードで受付 |"],
] as const)("%s", (file, language, head) => {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

  test("lists every persona as the centre answers", () => {
    const table = [head, "|---|---|---|---|", ...centre.personas.map((persona) => row(persona, language))].join("\n");
    const found = /<!-- personas -->\n(.*)\n<!-- \/personas -->/s.exec(text)?.[1];
    expect(found).toBe(table);
  });

  test("names the messages that are simulated", () => {
    for (const id of simulatedRequests) expect(text).toContain(`\`${parseMessageId(id)?.api}\``);
  });
});
