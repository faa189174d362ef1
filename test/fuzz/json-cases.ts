import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { OnshiError } from "@onshi/core/base";
import { declarations, type MessageDeclaration, type WireElement } from "@onshi/core/messages";
import { createCodec, fromMirror, readJson, readXml, toMirror, writeXml } from "@onshi/core/wire";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Budget, type Done, eachCase } from "./command-line.ts";
import { spoiltJson } from "./json-documents.ts";

interface Sample {
  readonly layout: MessageDeclaration;
  readonly mirror: unknown;
}

/** The hand-typed messages, as mirrors. */
function loadSamples(): readonly [Sample, ...Sample[]] {
  const folder = new URL("../conformance/golden/", import.meta.url);
  const samples = readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .flatMap((name): readonly Sample[] => {
      const layout = declarations.find(({ id }) => name.startsWith(id));
      return layout ? [{ layout, mirror: toMirror(readXml(readFileSync(new URL(name, folder))).root, layout) }] : [];
    });
  const [first, ...others] = samples;
  if (!first) throw new Error("no hand-typed messages");
  return [first, ...others];
}

const codec = createCodec();

/** Spoilt mirrors: read as JSON.parse reads them, each property once, and as messages that XML can carry too. */
export function fuzzJson(budget: Budget): Promise<Done> {
  const samples = loadSamples();
  return eachCase(budget, (seed) => {
    const chance = chanceFrom(seed);
    const { layout, mirror } = chance.pick(samples);
    return tryOne(new TextEncoder().encode(spoiltJson(mirror, chance)), layout, chance);
  });
}

function tryOne(bytes: Uint8Array, layout: MessageDeclaration, chance: Chance): boolean {
  const value = attempt(() => readJson(bytes));
  assertJudged(bytes, value);
  if (value instanceof OnshiError) return false;
  const limits = chance.oneIn(10) ? { maxDepth: 1 + chance.below(10), maxElements: 1 + chance.below(200) } : {};
  const tree = attempt(() => fromMirror(value, layout, limits));
  if (tree instanceof OnshiError) return false;
  // Both formats carry the same messages, and both writers give what their reader has read.
  assert.deepEqual(readXml(writeXml(tree)).root, tree);
  const again = fromMirror(toMirror(tree, layout), layout);
  assert.deepEqual(toMirror(again, layout), toMirror(tree, layout));
  assertDecoded(tree, layout);
  return true;
}

/** What is read does not depend on which of the two ways through JSON it took. */
function assertDecoded(tree: WireElement, layout: MessageDeclaration): void {
  const decoded = attempt(() => codec.decode(layout.id, tree));
  const again = attempt(() => codec.decode(layout.id, fromMirror(toMirror(tree, layout), layout)));
  if (decoded instanceof OnshiError) assert(again instanceof OnshiError && again.code === decoded.code);
  else assert(!(again instanceof OnshiError) && decoded.problems.length === again.problems.length);
}

/** JSON.parse judges the grammar; keys are counted in the text and in the value to find one that stands twice. */
function assertJudged(bytes: Uint8Array, value: unknown): void {
  const text = new TextDecoder().decode(bytes);
  const judged = parse(text);
  if (!judged) return assert.equal(value instanceof OnshiError && value.code, "wire.malformed");
  const isTwice = keysInText(text) !== keysInValue(judged.value);
  if (isTwice) return assert.equal(value instanceof OnshiError && value.details.variant, "duplicateKey");
  assert.deepEqual(value, judged.value);
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function keysInText(text: string): number {
  const strings = text.matchAll(/"(?:[^"\\]|\\.)*"([\t\n\r ]*:)?/gs);
  return [...strings].filter(([, colon]) => colon !== undefined).length;
}

function keysInValue(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, one) => sum + keysInValue(one), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

function attempt<T>(work: () => T): T | OnshiError {
  try {
    return work();
  } catch (error) {
    if (OnshiError.is(error) && error.code.startsWith("wire.")) return error;
    throw error;
  }
}
