import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { OnshiError } from "@onshi/core/base";
import { readXml, type ReadXmlOptions, salvageXml, type WireLimits } from "@onshi/core/wire";
import { readPlainDocument } from "../../packages/core/src/wire/xml/plain-element.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Budget, type Done, eachCase } from "./command-line.ts";
import { randomDocument, spoil } from "./xml-documents.ts";

const folder = new URL("../conformance/golden/", import.meta.url);

/** Messages typed by hand, each as its bytes and as text. */
const golden = readdirSync(folder)
  .filter((name) => name.endsWith(".xml"))
  .map((name) => readFileSync(new URL(name, folder)))
  .map((bytes) => ({ bytes: new Uint8Array(bytes), text: new TextDecoder().decode(bytes) }));

/**
 * Documents changed at random: `readXml`, which passes the parser by where a document is plain, gives the same tree or
 * the same error at the same place as `salvageXml`, which never does. Accepted counts what passed the parser by.
 */
export function fuzzPlainXml(budget: Budget): Promise<Done> {
  return eachCase(budget, (seed) => {
    const chance = chanceFrom(seed);
    const bytes = changedDocument(chance);
    const limits = someLimits(chance);
    assertSame(bytes, limits);
    return isPlain(bytes, limits);
  });
}

/** The judge is the reader that has every document parsed. */
export function assertSame(bytes: Uint8Array, limits: WireLimits = {}): void {
  const { root, faults, charset } = salvageXml(bytes, limits);
  const [fault] = faults;
  const read = attempt(bytes, limits);
  if (OnshiError.is(read)) {
    assert.deepEqual([read.code, read.details], [fault?.code, fault?.details]);
    assert.equal(read.rawBytes, bytes);
  } else assert.deepEqual([read.root, read.charset, undefined], [root, charset, fault]);
}

function attempt(bytes: Uint8Array, options: ReadXmlOptions): ReturnType<typeof readXml> | OnshiError {
  try {
    return readXml(bytes, options);
  } catch (error) {
    if (OnshiError.is(error)) return error;
    throw error;
  }
}

function isPlain(bytes: Uint8Array, { maxDepth = 64, maxElements = 1_000_000 }: WireLimits): boolean {
  return readPlainDocument(new TextDecoder().decode(bytes), "XmlMsg", { maxDepth, maxElements }) !== undefined;
}

/** A golden file, or one of chance, changed as text, as bytes, or in its lines. */
function changedDocument(chance: Chance): Uint8Array {
  const { bytes, text } = golden[chance.below(golden.length)] ?? { bytes: new Uint8Array(), text: "" };
  const encode = (document: string): Uint8Array => new TextEncoder().encode(document);
  switch (chance.below(6)) {
    case 0:
      return encode(spoil(randomDocument(chance), chance));
    case 1:
      return changeBytes(bytes, chance);
    case 2:
      return encode(spoil(text, chance));
    case 3:
      return encode(spoil(changeLines(text, chance), chance));
    default:
      return encode(changeLines(text, chance));
  }
}

/** Most of these leave a document plain. */
const lineChanges: readonly [LineChange, ...LineChange[]] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ""),
  (lines, at, chance) => lines.toSpliced(at, 0, lines[chance.below(lines.length)] ?? ""),
  (lines, at) => lines.with(at, (lines[at] ?? "").trimStart()),
  (lines, at, chance) => lines.with(at, (lines[at] ?? "").replace(/>[^<]+</, `>${chance.pick(values)}<`)),
  (lines, at) => lines.with(at, (lines[at] ?? "").replace(/<(\w+)><\/\1>/, "<$1/>")),
  (lines, at, chance) => lines.with(at, (lines[at] ?? "").replace(/<\w+/, `<${chance.pick(names)}`)),
  (lines, at, chance) => lines.with(at, (lines[at] ?? "").replaceAll(/<\w+|<\/\w+/g, `$&${chance.pick(names)}`)),
  (lines, at, chance) => lines.with(at, `${lines[at] ?? ""}${chance.pick(blanks)}`),
  (lines, _, chance) => lines.with(0, chance.pick(declarations)),
];

type LineChange = (lines: readonly string[], at: number, chance: Chance) => string[];

const values = [
  "1",
  " ",
  "",
  "a > b",
  '"',
  "'",
  "/",
  "=",
  "試験　花子",
  "\u0085",
  "\u2028",
  "\ufeff",
  "\u007f",
] as const;
const names = ["A", "x-1", "_", "B.c", "N1", ".", "1", "-", "é", "氏名", "constructor", "a:b"] as const;
const blanks = [
  "",
  " ",
  "\t",
  "\r",
  "\n\n",
  " \t ",
  "\r\n",
  "\n",
  "\u3000",
  "\u00a0",
  "\u000b",
  "\u000c",
  "\u0085",
  "\u2028",
] as const;
const declarations = [
  "",
  '<?xml version="1.0"?>',
  "<?xml version='1.0' encoding='Shift_JIS'?>",
  '<?xml version="1.0" encoding="Windows-31J" standalone="yes"?>',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<?xml version="1.0" encoding="x_.-1" standalone="no" ?>',
  '<?xml version="1.0" standalone="no"?>',
  '<?xml version="1.0"  encoding="UTF-8"?>',
  '<?xml version="1.0" standalone="no" encoding="UTF-8"?>',
  '<?xml version="1.0" encoding="1"?>',
  '<?xml version="1.0" encoding=""?>',
  `<?xml version="1.0' encoding="UTF-8"?>`,
  '<?xml version="1.1"?>',
] as const;

function changeLines(text: string, chance: Chance): string {
  let lines = text.split("\n");
  for (let count = 1 + chance.below(2); count > 0 && lines.length > 0; count--) {
    lines = chance.pick(lineChanges)(lines, chance.below(lines.length), chance);
  }
  return (
    chance.pick(["", "", "", "", "\ufeff", "\n", "\ufeff\ufeff"]) + lines.join(chance.pick(["\n", "\r\n", "\r", ""]))
  );
}

/** Bytes as a line or a disk spoils them; the character set may break with them. */
function changeBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length);
  const strangers = chance.pick([[0], [0xff], [0x80], [0x83], [0xef, 0xbb, 0xbf], [0xed, 0xa0, 0x80], [0x1a], [0x3c]]);
  switch (chance.below(5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return bytes.with(at, chance.below(256));
    case 2:
      return Uint8Array.from([...bytes.subarray(0, at), ...strangers, ...bytes.subarray(at)]);
    case 3:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + chance.below(3))]);
    default:
      return Uint8Array.from([...bytes.subarray(at), ...bytes.subarray(0, at)]);
  }
}

function someLimits(chance: Chance): WireLimits {
  if (!chance.oneIn(4)) return {};
  return { maxDepth: chance.pick([1, 2, 4, 5, 64]), maxElements: chance.pick([1, 5, 30, 60, 1_000]) };
}
