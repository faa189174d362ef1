import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { consentsOf } from "../../client/index.ts";
import {
  applyOverlay,
  declarations,
  type EligibilityResult,
  type Overlay,
  parseOverlay,
  type WireElement,
} from "../../messages/index.ts";
import { createCodec, readXml } from "../../wire/index.ts";
import { Conformance } from "./conform.ts";

const folder = join(import.meta.dirname, "../../../../../test/conformance/golden");
const golden = readdirSync(folder)
  .filter((name) => name.endsWith(".xml"))
  .map((name) => ({ name, xml: readFileSync(join(folder, name), "utf8") }));

type File = (typeof golden)[number];

const idOf = ({ name }: File): string => (name.includes("_face_") ? "OQSsiquc01res_face" : (name.split("_")[0] ?? ""));

const codecs = new Map<Overlay | undefined, ReturnType<typeof createCodec>>();

/** The codec for an overlay, made once. */
function codecOf(overlay?: Overlay): ReturnType<typeof createCodec> {
  const known = codecs.get(overlay);
  if (known) return known;
  const made = createCodec(overlay ? applyOverlay(declarations, overlay) : declarations);
  codecs.set(overlay, made);
  return made;
}

function decoded(file: File, overlay?: Overlay): unknown {
  return codecOf(overlay).decode(idOf(file), readXml(new TextEncoder().encode(file.xml)).root).message;
}

/** The overlay that conform proposes, as it would come out of a file. */
function proposed(files: readonly File[]): Overlay {
  const conformance = new Conformance({ declarations });
  for (const { name, xml } of files) conformance.add(name, new TextEncoder().encode(xml));
  return parseOverlay(JSON.parse(JSON.stringify(conformance.report().overlay)));
}

/** Properties that a corrected message lacks, or that hold something else now. */
function lost(before: unknown, after: unknown, path: string = ""): readonly string[] {
  if (typeof before !== "object" || before === null) return before === after ? [] : [path];
  if (typeof after !== "object" || after === null) return [path];
  const corrected = new Map(Object.entries(after));
  return Object.entries(before).flatMap(([name, value]) =>
    // An element kept raw may have become a property: the document shows that it is still there.
    name === "unknownElements" ? [] : lost(value, corrected.get(name), `${path}.${name}`),
  );
}

/** Tag and text of every leaf of the document that a message is written as; undefined when it cannot be written. */
function leavesOf(file: File, message: unknown, overlay?: Overlay): readonly string[] | undefined {
  const leaves = ({ name, text, children }: WireElement): readonly string[] =>
    children.length === 0 ? [`${name} ${text}`] : children.flatMap(leaves);
  try {
    return leaves(codecOf(overlay).encode(idOf(file), message as never)).toSorted();
  } catch {
    return undefined;
  }
}

/** Blocks with the consents of an answer or list: each unit has results of its own. */
function consentsIn(message: unknown): unknown {
  const { header, body } = message as EligibilityResult & { readonly body: { readonly persons?: readonly object[] } };
  const bodies = body?.persons ?? [body ?? {}];
  return bodies.map((one) => consentsOf({ header, body: one }));
}

function expectNothingLost(file: File, overlay: Overlay): void {
  const before = decoded(file);
  const after = decoded(file, overlay);
  expect(lost(before, after), file.name).toEqual([]);
  const document = leavesOf(file, before);
  if (document) expect(leavesOf(file, after, overlay), file.name).toEqual(document);
  if (idOf(file).endsWith("req")) return;
  expect(consentsIn(after), file.name).toEqual(consentsIn(before));
}

const triplet = (stem: string): string =>
  `<${stem}ConsFlg>1</${stem}ConsFlg><${stem}ConsTime>20261120091503</${stem}ConsTime><${stem}AvailableTime>20261121091503</${stem}AvailableTime>`;

/** What files of a real centre may have otherwise. */
const changes: readonly (readonly [string, (xml: string) => string])[] = [
  ["nothing", (xml) => xml],
  ["a consent kind of tomorrow", (xml) => xml.replaceAll("<Name>", `${triplet("DentalInfo")}<Name>`)],
  ["one that is spelt almost like a known one", (xml) => xml.replaceAll("<Name>", `${triplet("RestInfo")}<Name>`)],
  [
    "one that comes without an end",
    (xml) => xml.replaceAll("<Name>", "<DentalInfoConsFlg>1</DentalInfoConsFlg><Name>"),
  ],
  ["a new leaf", (xml) => xml.replaceAll("<Name>", "<NewLeaf>1</NewLeaf><Name>")],
  ["a new day", (xml) => xml.replaceAll("<Name>", "<NewValidDate>20261231</NewValidDate><Name>")],
  ["a new group", (xml) => xml.replaceAll("<Name>", "<NewGroup><Inner>1</Inner></NewGroup><Name>")],
  ["no insurer name", (xml) => xml.replaceAll(/<InsurerName>[^<]*<\/InsurerName>/g, "")],
  ["a long reference", (xml) => xml.replaceAll(/(?<=<ReferenceNumber>)[^<]*/g, "9".repeat(60))],
  ["an end nobody can read", (xml) => xml.replaceAll(/(?<=AvailableTime>)\d+/g, "20261399091611")],
];

test.each(changes)("what conform proposes for all golden files makes none of them poorer: with %s", (_, change) => {
  const mutated = golden.map(({ name, xml }) => ({ name, xml: change(xml) }));
  const overlay = proposed([...mutated, ...golden]);
  for (const file of [...mutated, ...golden]) expectNothingLost(file, overlay);
});

test("the changes above are such that conform proposes something, and a consent kind is never a proposal", () => {
  const all = changes.flatMap(
    ([, change]) => proposed(golden.map(({ name, xml }) => ({ name, xml: change(xml) }))).changes,
  );
  expect(new Set(all.map((one) => one.do))).toEqual(new Set(["addElement", "setElement"]));
  const consenting = all.filter(
    (one) => "message" in one && /^OQS(?:siquc01res|mu(?:hvq|onq|tic)02res)/.test(one.message),
  );
  expect(consenting.length).toBeGreaterThan(0);
  expect(JSON.stringify(consenting)).not.toMatch(/DentalInfo|RestInfo/);
});

/** One leaf of a file, changed as a centre or another vendor's tool might. */
const mutations: readonly ((tag: string, value: string) => string)[] = [
  (tag, value) => `<${tag.slice(0, -1)}>${value}</${tag.slice(0, -1)}>`,
  (tag, value) => `<${tag}s>${value}</${tag}s>`,
  (tag, value) => `<New${tag}>${value}</New${tag}>`,
  (tag, value) => `<${tag}>${value}</${tag}><${tag}>${value}</${tag}>`,
  (tag) => `<${tag}>?</${tag}>`,
  (tag) => `<${tag}>${"9".repeat(120)}</${tag}>`,
  (tag, value) => `<${tag}>${value}</${tag}><X${tag}>${value}</X${tag}>`,
  () => "",
];

test("nor do its proposals for files one of which has any leaf changed", () => {
  const leaf = /<([A-Za-z0-9]+)>([^<]*)<\/\1>/g;
  fc.assert(
    fc.property(
      fc.constantFrom(...golden),
      fc.nat(),
      fc.constantFrom(...mutations),
      fc.boolean(),
      (file, chance, mutation, isAlone) => {
        const count = [...file.xml.matchAll(leaf)].length;
        const chosen = chance % Math.max(count, 1);
        let at = -1;
        const xml = file.xml.replaceAll(leaf, (whole, tag: string, value: string) =>
          ++at === chosen ? mutation(tag, value) : whole,
        );
        const mutated = { name: file.name, xml };
        const files = isAlone ? [mutated] : [mutated, ...golden.filter((one) => idOf(one) === idOf(file))];
        const overlay = proposed(files);
        for (const one of files) if (isReadable(one)) expectNothingLost(one, overlay);
      },
    ),
    { numRuns: 60 },
  );
});

/** What nobody can read has nothing to lose. */
function isReadable(file: File): boolean {
  try {
    return decoded(file) !== undefined;
  } catch {
    return false;
  }
}
