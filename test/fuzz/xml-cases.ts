import assert from "node:assert/strict";
import { OnshiError } from "@onshi/core/base";
import type { WireElement } from "@onshi/core/messages";
import { readXml, readXmlUnits, salvageXml, writeXml, type XmlDocument } from "@onshi/core/wire";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Budget, type Done, eachCase } from "./command-line.ts";
import { randomDocument, spoiltDocument, unit } from "./xml-documents.ts";
import { canonicalXml, fastXmlParserTree, libxmlVerdict, type Tree, treeOf } from "./xml-judges.ts";

/** A document and what our reader made of it. */
interface Case {
  readonly seed: number;
  readonly bytes: Uint8Array;
  readonly tree?: Tree;
  /** Code of the refusal. */
  readonly refusal?: string;
}

/** What libxml2 takes although XML 1.0 does not: after `1.` a version needs a digit. */
const libxmlIsWrong = /^\uFEFF?<\?xml[\t\n\r ]+version[\t\n\r ]*=[\t\n\r ]*(["'])1\.\1/;

const batch = 500;
/** As it stands in the bytes: half a surrogate pair has become U+FFFD on the way there. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Random documents: what others accept too gives the same tree, everything else is refused in the right way. */
export async function fuzzXml(budget: Budget): Promise<Done> {
  let waiting: Case[] = [];
  const done = await eachCase(budget, async (seed) => {
    const chance = chanceFrom(seed);
    const bytes = new TextEncoder().encode(chance.oneIn(3) ? randomDocument(chance) : spoiltDocument(chance));
    const one = await tryOne(seed, bytes, chance);
    waiting.push(one);
    if (waiting.length >= batch) {
      await judgeWithLibxml(waiting);
      waiting = [];
    }
    return one.tree !== undefined;
  });
  await judgeWithLibxml(waiting);
  return done;
}

async function tryOne(seed: number, bytes: Uint8Array, chance: Chance): Promise<Case> {
  const read = attempt(() => readXml(bytes));
  await assertOtherReaders(bytes, read, chance);
  if (OnshiError.is(read)) {
    assert.match(read.code, /^wire\.(malformed|refused|charset|tooDeep|unexpectedMessage)$/);
    return { seed, bytes, refusal: read.code };
  }
  const tree = treeOf(read.root);
  const text = decoder.decode(bytes);
  const judged = fastXmlParserTree(text);
  assert(judged, "fast-xml-parser refuses it");
  assert.deepEqual(tree, judged);
  assert.deepEqual(readXml(writeXml(read.root)).root, read.root);
  return { seed, bytes, tree };
}

/** The tolerant reader and the one for bulk files are the same reader, wherever the pieces are cut. */
async function assertOtherReaders(bytes: Uint8Array, read: XmlDocument | OnshiError, chance: Chance): Promise<void> {
  const { root, faults } = salvageXml(bytes);
  const inUnits = await readInUnits(bytes, chance);
  if (OnshiError.is(read)) {
    assert.equal(faults[0]?.code, read.code);
    assert(OnshiError.is(inUnits) && inUnits.code === read.code, `in pieces otherwise than ${read.code}`);
    return;
  }
  assert.deepEqual([root, faults], [read.root, []]);
  const blocks = read.root.children.flatMap(({ children }) => children.filter(({ name }) => name === unit));
  assert.deepEqual(inUnits, blocks);
}

async function readInUnits(bytes: Uint8Array, chance: Chance): Promise<readonly WireElement[] | OnshiError> {
  const units: WireElement[] = [];
  try {
    for await (const one of readXmlUnits(inPieces(bytes, chance), unit)) units.push(one);
    return units;
  } catch (error) {
    if (OnshiError.is(error)) return error;
    throw error;
  }
}

// oxlint-disable-next-line typescript/require-await -- stands for a file
async function* inPieces(bytes: Uint8Array, chance: Chance): AsyncGenerator<Uint8Array> {
  const most = chance.pick([1, 40, 2_000, 100_000]);
  for (let at = 0; at < bytes.length;) {
    const length = 1 + chance.below(most);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** libxml2 says the same of every document: what is well-formed, and what stands in what we accepted. */
async function judgeWithLibxml(cases: readonly Case[]): Promise<void> {
  if (cases.length === 0) return;
  const { isWellFormed } = await libxmlVerdict(cases.map(({ bytes }) => bytes));
  for (const [index, { seed, bytes, refusal }] of cases.entries()) {
    const says = `libxml2 ${isWellFormed[index] === true ? "accepts" : "refuses"} --seed ${seed} --cases 1`;
    if (refusal === undefined) assert(isWellFormed[index], says);
    else if (refusal === "wire.malformed")
      assert(!isWellFormed[index] || libxmlIsWrong.test(decoder.decode(bytes)), says);
  }
  const accepted = cases.filter(({ tree }) => tree !== undefined);
  if (await isCanonical(accepted)) return;
  for (const one of accepted) assert(await isCanonical([one]), `another tree in libxml2: --seed ${one.seed} --cases 1`);
}

async function isCanonical(accepted: readonly Case[]): Promise<boolean> {
  const { canonical } = await libxmlVerdict(accepted.map(({ bytes }) => bytes));
  return accepted.map(({ tree }) => (tree ? canonicalXml(tree) : "")).join("") === canonical;
}

function attempt<T>(work: () => T): T | OnshiError {
  try {
    return work();
  } catch (error) {
    if (OnshiError.is(error)) return error;
    throw error;
  }
}
