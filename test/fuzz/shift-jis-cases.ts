import assert from "node:assert/strict";
import { OnshiError } from "@onshi/core/base";
import { decodeChunks } from "../../packages/core/src/wire/charset/decode-chunks.ts";
import { decodeText } from "../../packages/core/src/wire/charset/decode-text.ts";
import { encodeShiftJis } from "../../packages/core/src/wire/charset/shift-jis.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { type Budget, type Done, eachCase } from "./command-line.ts";
import { decodingTable, hasGlibcIconv, isLead, type Windows31jTable } from "./glibc-iconv.ts";

const declaration = '<?xml version="1.0" encoding="Shift_JIS"?>';

/** Bytes of chance: decoded as glibc's table says or refused, whole and in pieces alike, and back again. */
export async function fuzzShiftJis(budget: Budget): Promise<Done> {
  const table = hasGlibcIconv() ? decodingTable() : undefined;
  return eachCase(budget, async (seed) => {
    const chance = chanceFrom(seed);
    const bytes = randomBytes(chance);
    const text = attempt(() => decodeText(bytes, "shift_jis"));
    if (table) assertJudged(bytes, text, table);
    await assertInPieces(bytes, text, chance);
    if (text instanceof OnshiError) {
      const { line } = text.details;
      assert(typeof line === "number" && line >= 1 && line <= lines(bytes), "line of the fault");
      return false;
    }
    const back = encodeShiftJis(text);
    assert(back, "no place for what was decoded");
    // Signs that stand twice come back in one of their places, so bytes may differ, but not what they say.
    assert.equal(decodeText(back, "shift_jis"), text);
    assert.deepEqual(encodeShiftJis(decodeText(back, "shift_jis")), back);
    return true;
  });
}

function assertJudged(bytes: Uint8Array, text: string | OnshiError, table: Windows31jTable): void {
  const judged = byTable(bytes, table);
  assert.equal(text instanceof OnshiError ? undefined : text, judged);
}

/** A decoder in the simplest way: a first byte takes the next one with it. */
function byTable(bytes: Uint8Array, table: Windows31jTable): string | undefined {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const length = isLead(bytes[at] ?? 0) ? 2 : 1;
    const character = table.get(Buffer.from(bytes.subarray(at, at + length)).toString("hex"));
    if (character === undefined || isControl(character)) return undefined;
    text += character;
    at += length;
  }
  return text;
}

/** Control characters that no message has; glibc has them (docs/en/shift-jis.md). */
const isControl = (character: string): boolean =>
  character === "\u007f" || (character < " " && !"\t\n\r".includes(character));

async function assertInPieces(bytes: Uint8Array, text: string | OnshiError, chance: Chance): Promise<void> {
  const document = Buffer.concat([Buffer.from(declaration), bytes]);
  let decoded = "";
  try {
    for await (const part of decodeChunks(inPieces(document, chance))) decoded += part;
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    assert(text instanceof OnshiError, "refused only in pieces");
    return;
  }
  assert.equal(decoded, text instanceof OnshiError ? undefined : declaration + text);
}

// oxlint-disable-next-line typescript/require-await -- stands for a file
async function* inPieces(bytes: Uint8Array, chance: Chance): AsyncGenerator<Uint8Array> {
  const most = chance.pick([3, 50, 70_000]);
  for (let at = 0; at < bytes.length;) {
    const length = 1 + chance.below(most);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** Mostly what Japanese text is made of, so that a fair part of it means something. */
function randomBytes(chance: Chance): Uint8Array {
  // Once in a while past the head that is looked at for the character set.
  const count = chance.oneIn(200) ? 20_000 + chance.below(40_000) : chance.below(60);
  const rarity = chance.pick([10, 100, 100_000]);
  const bytes: number[] = [];
  for (let index = 0; index < count; index++) bytes.push(...randomCharacter(chance, rarity));
  return Uint8Array.from(bytes);
}

function randomCharacter(chance: Chance, rarity: number): readonly number[] {
  if (chance.oneIn(rarity)) return [chance.below(0x100)];
  const trail = (): number =>
    chance.pick([0x40, 0x5c, 0x7c, 0x7e, 0x80, 0x81, 0x9e, 0x9f, 0xfc, 0x3c, 0x41 + chance.below(0x3d)]);
  switch (chance.below(6)) {
    case 0:
      return [chance.pick([0x09, 0x0a, 0x0d, 0x3c, 0x26, 0x5c, 0x7e, 0x20 + chance.below(0x5f)])];
    case 1:
      return [0xa1 + chance.below(0x3f)];
    case 2:
      return [chance.pick([0x82, 0x83, 0x90, 0xfa, 0xfb, 0xed, 0x87]), trail()];
    case 3:
      return [0xf0 + chance.below(10), 0x80 + chance.below(0x7d)];
    default:
      return [0x89 + chance.below(0x16), 0x9f + chance.below(0x5e)];
  }
}

const lines = (bytes: Uint8Array): number => bytes.filter((byte) => byte === 0x0a).length + 1;

function attempt(work: () => string): string | OnshiError {
  try {
    return work();
  } catch (error) {
    if (OnshiError.is(error) && error.code === "wire.charset") return error;
    throw error;
  }
}
