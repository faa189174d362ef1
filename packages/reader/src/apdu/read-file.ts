import { concat, OnshiError } from "@onshi/core/base";
import { readAt, readFromStart } from "./command.ts";
import { exchange } from "./exchange.ts";
import type { CardGate } from "./gate.ts";
import type { ReaderAbilities } from "./reader-ability.ts";
import { type CardResponse, unexpected } from "./response.ts";
import type { StatusMeaning } from "./status-word.ts";
import { tlvAt } from "./tlv.ts";

/** Reads over one reader, with what is known about it. */
export interface FileAccess {
  readonly gate: CardGate;
  readonly readerName: string;
  readonly abilities: ReaderAbilities;
}

const shortRead = 256;
const extendedRead = 65_536;
/** READ BINARY has 15 bits of offset. */
const longestFile = 0x7fff;
const mostReads = 300;

/** Answers that are about the file, not about the length: shorter reads would meet them again. */
const aboutTheFile: ReadonlySet<StatusMeaning> = new Set(["notFound", "pinNeeded", "beyondEnd"]);
const isGood = ({ meaning }: CardResponse): boolean => meaning === "ok" || meaning === "endOfFile";

/**
 * Reads the one DER element at the start of a file, in as few commands as reader and card allow (jpki-card §3): one
 * extended read, or short reads whose first answer already tells the size, the last one of exactly what is missing.
 * Filler behind the element is cut off. Undefined when the file is missing or empty.
 *
 * @throws OnshiError `card.unexpectedAnswer` for anything that is neither a DER element nor emptiness; what the channel
 * throws.
 */
export async function readDerFile(access: FileAccess, file: number): Promise<Uint8Array | undefined> {
  const { readerName, abilities } = access;
  const known = abilities.extended(readerName);
  const whole = known === false ? undefined : await readExtended(access, file);
  if (whole !== undefined) {
    if (aboutTheFile.has(whole.meaning)) return absent(whole);
    const size = isGood(whole) ? derSize(whole) : undefined;
    if (size !== undefined && whole.data.length >= size) {
      abilities.learn(readerName, true);
      return whole.data.slice(0, size);
    }
  }
  // A status word or a truncated answer: this reader does not carry extended length. A thrown error never leads here.
  const first = await exchange(access.gate, readFromStart(file, shortRead));
  const element = isGood(first) && !isBlank(first.data) ? await readRest(access.gate, first) : absent(first);
  if (element !== undefined && whole !== undefined) abilities.learn(readerName, false);
  return element;
}

/**
 * Whether the file still begins as `known`: the whole of it when extended length works, else its first 256 bytes, which
 * for a certificate hold serial number, issuer and validity. One command either way.
 */
export async function fileStillHolds(access: FileAccess, file: number, known: Uint8Array): Promise<boolean> {
  const extended = access.abilities.extended(access.readerName) === true;
  const length = extended ? known.length : Math.min(known.length, shortRead);
  const response = await exchange(access.gate, readFromStart(file, length));
  return isGood(response) && Buffer.compare(response.data, known.subarray(0, length)) === 0;
}

async function readExtended(access: FileAccess, file: number): Promise<CardResponse> {
  const { gate, readerName, abilities } = access;
  try {
    return await exchange(gate, readFromStart(file, extendedRead));
  } catch (error) {
    // The session is over, but the next one on this reader must not fail in the same way (jpki-card §2.4).
    const isReader = OnshiError.is(error) && error.code === "card.communication";
    if (isReader && abilities.extended(readerName) === undefined) abilities.learn(readerName, false);
    throw error;
  }
}

async function readRest(gate: CardGate, first: CardResponse): Promise<Uint8Array> {
  const size = derSize(first);
  if (size === undefined || first.data.length > shortRead) throw unexpected(first, "der");
  const parts = [first.data];
  let length = first.data.length;
  while (length < size) {
    const missing = Math.min(size - length, shortRead);
    const response = await exchange(gate, readAt(length, missing));
    const count = response.data.length;
    if (!isGood(response) || count === 0 || count > missing || parts.length > mostReads) {
      throw unexpected(response, "truncated");
    }
    parts.push(response.data);
    length += count;
  }
  return concat(...parts).slice(0, size);
}

/** Size of the SEQUENCE at the start, header included. */
function derSize({ data }: CardResponse): number | undefined {
  const element = tlvAt(data);
  return element?.tag === 0x30 && element.end <= longestFile ? element.end : undefined;
}

/** Nothing, or nothing but filler. */
const isBlank = (data: Uint8Array): boolean =>
  data.every((byte) => byte === 0x00) || data.every((byte) => byte === 0xff);

function absent(response: CardResponse): undefined {
  if (response.meaning === "notFound" || response.meaning === "beyondEnd" || isGood(response)) return undefined;
  throw unexpected(response);
}
