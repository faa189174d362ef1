import { concat, OnshiError, sameBytes } from "@onshi/core/base";
import { readAt, readFromStart } from "./command.ts";
import { exchange } from "./exchange.ts";
import { type NamingMemory, sendOnFile } from "./file-naming.ts";
import type { CardGate } from "./gate.ts";
import { chunkSizes, type ReaderAbilities } from "./reader-ability.ts";
import { type CardResponse, unexpected } from "./response.ts";
import type { StatusMeaning } from "./status-word.ts";
import { tlvAt } from "./tlv.ts";

/** Access to the files of one card in one reader, with what is known about both. */
export interface FileAccess {
  readonly gate: CardGate;
  readonly readerName: string;
  readonly abilities: ReaderAbilities;
  readonly naming: NamingMemory;
}

/** The content of a file, or why there is none. `guarded`: the file requires the PIN first. */
export type FileContent = Uint8Array | "missing" | "empty" | "guarded";

const shortRead = 256;
const extendedRead = 65_536;
/** READ BINARY has 15 bits of offset. */
const longestFile = 0x7fff;
const mostReads = 300;

/** Answers about the file rather than the length: shorter reads would get them again. */
const aboutTheFile: ReadonlySet<StatusMeaning> = new Set(["notFound", "pinNeeded", "beyondEnd"]);
const isGood = ({ meaning }: CardResponse): boolean => meaning === "ok" || meaning === "endOfFile";

/**
 * Reads the one DER element at the start of a file, in as few commands as reader and card allow (jpki-card §3): one
 * extended read, or short reads whose first answer already tells the size, the last one of exactly what is missing.
 * Filler behind the element is cut off.
 *
 * @throws OnshiError `card.unexpectedAnswer` for content that is neither a DER element nor empty; whatever the
 * channel throws.
 */
export async function readDerFile(access: FileAccess, file: number): Promise<FileContent> {
  const { readerName, abilities } = access;
  const { extended } = abilities.of(readerName);
  const whole = extended === false ? undefined : await readExtended(access, file);
  if (whole !== undefined) {
    if (aboutTheFile.has(whole.meaning)) return absence(whole);
    const size = isGood(whole) ? derSize(whole) : undefined;
    if (size !== undefined && whole.data.length >= size) {
      abilities.learn(readerName, { extended: true });
      return whole.data.slice(0, size);
    }
  }
  // A status word or a truncated answer: this reader does not support extended length. A thrown error never gets here.
  const { response: first, chunk } = await readShort(access, file, shortRead);
  const hasElement = isGood(first) && !isBlank(first.data);
  const content = hasElement ? await readRest(access.gate, first, chunk) : absence(first);
  if (hasElement && whole !== undefined) abilities.learn(readerName, { extended: false });
  return content;
}

/** Reads up to `length` bytes, 256 at most, from the start of a file; fewer when the reader cannot carry more at once. */
export async function readStartOfFile(access: FileAccess, file: number, length: number): Promise<FileContent> {
  const { response } = await readShort(access, file, length);
  return isGood(response) && response.data.length > 0 ? response.data.slice(0, length) : absence(response);
}

/**
 * Whether the file still begins like `known`: the whole of it when extended length works, else as much as one short read
 * gives, which for a certificate holds serial number, issuer and validity. One command either way.
 *
 * @throws OnshiError `card.unexpectedAnswer` for an answer that says neither yes nor no
 */
export async function fileStillHolds(access: FileAccess, file: number, known: Uint8Array): Promise<boolean> {
  const { extended, chunk = shortRead } = access.abilities.of(access.readerName);
  const length = extended === true ? known.length : Math.min(known.length, chunk);
  const response = await readBy(access, file, length);
  if (response.meaning === "notFound" || response.meaning === "pinNeeded") return false;
  if (!isGood(response)) throw unexpected(response);
  const { data } = response;
  const agrees = sameBytes(data, known.subarray(0, data.length));
  if (agrees && data.length < length) throw unexpected(response, "truncated");
  return agrees;
}

const readBy = ({ gate, naming }: FileAccess, file: number, length: number): Promise<CardResponse> =>
  sendOnFile({ gate, naming, file }, "readBinary", (named) => exchange(gate, readFromStart(named, length)));

async function readExtended(access: FileAccess, file: number): Promise<CardResponse> {
  const { readerName, abilities } = access;
  try {
    return await readBy(access, file, extendedRead);
  } catch (error) {
    // The session is over, but the next one on this reader must not fail in the same way (jpki-card §2.4).
    const isReader = OnshiError.is(error) && error.code === "card.communication";
    if (isReader && abilities.of(readerName).extended === undefined) abilities.learn(readerName, { extended: false });
    throw error;
  }
}

/** A short read from the start. `6700` says that the reader wants smaller ones; what works is remembered. */
async function readShort(
  access: FileAccess,
  file: number,
  length: number,
): Promise<{ readonly response: CardResponse; readonly chunk: number }> {
  const { abilities, readerName } = access;
  const { chunk: known = shortRead } = abilities.of(readerName);
  const [first = known, ...smaller] = chunkSizes.filter((size) => size <= known);
  let chunk = first;
  let response = await readBy(access, file, Math.min(length, chunk));
  for (const size of smaller) {
    if (response.meaning !== "wrongLength") break;
    if (size >= length) continue;
    chunk = size;
    response = await readBy(access, file, chunk);
  }
  if (chunk < known && isGood(response)) abilities.learn(readerName, { chunk });
  return { response, chunk };
}

async function readRest(gate: CardGate, first: CardResponse, chunk: number): Promise<Uint8Array> {
  const size = derSize(first);
  if (size === undefined || first.data.length > shortRead) throw unexpected(first, "der");
  const parts = [first.data];
  let length = first.data.length;
  while (length < size) {
    const missing = Math.min(size - length, chunk);
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

function absence(response: CardResponse): "missing" | "empty" | "guarded" {
  if (response.meaning === "notFound") return "missing";
  if (response.meaning === "pinNeeded") return "guarded";
  if (response.meaning === "beyondEnd" || isGood(response)) return "empty";
  throw unexpected(response);
}
