import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { consentsOf } from "../../client/index.ts";
import { applyOverlay, declarations, type EligibilityResult, parseOverlay } from "../../messages/index.ts";
import { createCodec, readXml } from "../../wire/index.ts";
import { Conformance } from "./conform.ts";

const golden = join(import.meta.dirname, "../../../../../test/conformance/golden");
const text = (name: string): string => readFileSync(join(golden, name), "utf8");
const answers = readdirSync(golden).filter((name) => /res(?:_|\d)[^]*\.xml$/.test(name));

/** What real files were seen to have: new elements, new consent kinds, a missing element, an over-long value. */
const changes: readonly (readonly [string, (xml: string) => string])[] = [
  ["as it is", (xml) => xml],
  ["a consent kind of tomorrow", (xml) => xml.replaceAll("<Name>", `${triplet("DentalInfo")}<Name>`)],
  ["a new leaf", (xml) => xml.replaceAll("<Name>", "<NewLeaf>1</NewLeaf><Name>")],
  ["a new day", (xml) => xml.replaceAll("<Name>", "<NewValidDate>20261231</NewValidDate><Name>")],
  ["a new group", (xml) => xml.replaceAll("<Name>", "<NewGroup><Inner>1</Inner></NewGroup><Name>")],
  ["no insurer name", (xml) => xml.replaceAll(/<InsurerName>[^<]*<\/InsurerName>/g, "")],
  ["a long reference", (xml) => xml.replaceAll(/(?<=<ReferenceNumber>)[^<]*/g, "9".repeat(60))],
];

const triplet = (stem: string): string =>
  `<${stem}ConsFlg>1</${stem}ConsFlg><${stem}ConsTime>20261120091503</${stem}ConsTime><${stem}AvailableTime>20261121091503</${stem}AvailableTime>`;

/** Every value that an answer holds, wherever it stands. */
function valuesOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  // An element kept raw has a tag, which is no value.
  const isElement = "children" in value;
  return Object.entries(value).flatMap(([key, inner]) => (isElement && key === "name" ? [] : valuesOf(inner)));
}

test.each(changes)("applying what conform proposes makes no answer poorer: %s", (_, change) => {
  let proposals = 0;
  for (const name of answers) {
    const [id = ""] = name.split("_");
    const bytes = new TextEncoder().encode(change(text(name)));
    const conformance = new Conformance({ declarations });
    conformance.add(name, bytes);
    const { overlay } = conformance.report();
    proposals += overlay.changes.length;
    const before = createCodec();
    const after = createCodec(applyOverlay(declarations, parseOverlay(JSON.parse(JSON.stringify(overlay)))));
    const [old, corrected] = [before, after].map(
      (codec) => codec.decode(id, readXml(bytes).root).message as EligibilityResult,
    );
    if (!old || !corrected) continue;
    const kept = valuesOf(corrected).map((value) => value.replaceAll(/[-:T]|\+09:00/g, ""));
    for (const value of valuesOf(old)) expect(kept, name).toContain(value.replaceAll(/[-:T]|\+09:00/g, ""));
    if (!id.startsWith("OQSsiquc01res")) continue;
    expect(consentsOf(corrected), name).toEqual(consentsOf(old));
  }
  expect(proposals).toBeGreaterThanOrEqual(0);
});
