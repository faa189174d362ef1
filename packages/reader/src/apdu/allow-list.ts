import { OnshiError, sameBytes, toHex } from "@onshi/core/base";
import { digestInfoLength, jpkiApplication, jpkiFile, pinLength, sha256DigestInfo } from "./card-map.ts";
import { instruction } from "./command.ts";
import { type ParsedCommand, parseCommand } from "./parse-command.ts";

/** What may be done with a file. */
export type FileUse = "readBinary" | "verify" | "sign";

/** What is known to be selected on the card. Nothing is known at the start of a transaction. */
export interface Selection {
  /** Whole name of the application (AID), hexadecimal. */
  readonly application?: string;
  readonly file?: number;
  /** The last answer was `61xx`, so GET RESPONSE may follow. */
  readonly moreData?: boolean;
}

/** A command that may be sent, and what is selected when the card accepts it. */
export interface Admission {
  readonly command: ParsedCommand;
  readonly after: Selection;
}

/**
 * The closed list: each file and its one use. The signature certificate (EF 0001, name and address), its key (001A) and
 * its password (001B) are not on it, and neither is any other application. It cannot be configured and never will be.
 */
const useOf: ReadonlyMap<number, FileUse> = new Map<number, FileUse>([
  [jpkiFile.certificate, "readBinary"],
  [jpkiFile.authorityCertificate, "readBinary"],
  [jpkiFile.tokenInformation, "readBinary"],
  [jpkiFile.availability, "readBinary"],
  [jpkiFile.pin, "verify"],
  [jpkiFile.key, "sign"],
]);

/** What the data of a command has to look like. */
const dataFits: Readonly<Record<FileUse, (data: Uint8Array) => boolean>> = {
  readBinary: (data) => data.length === 0,
  // No data asks for the counter; no PIN of this file has another length.
  verify: (data) => data.length === 0 || data.length === pinLength,
  // Only a framed SHA-256 value is ever signed: nobody gets a signature over a structure of their choosing (jpki-card
  // §5.9).
  sign: (data) =>
    data.length === digestInfoLength && sameBytes(data.subarray(0, sha256DigestInfo.length), sha256DigestInfo),
};

/**
 * Judges a command before it reaches the card: everything that is not on the list throws `card.forbidden`.
 *
 * It judges bytes, not intentions: the command is parsed again, so that a mistake in a builder is caught too.
 */
export function admit(at: Selection, command: Uint8Array): Admission {
  const parsed = parseCommand(command);
  const after = parsed && selectionAfter(at, parsed);
  if (parsed === undefined || after === undefined) throw new OnshiError("card.forbidden");
  return { command: parsed, after };
}

/** What is selected after a listed command; undefined for any other. */
export function selectionAfter(at: Selection, command: ParsedCommand): Selection | undefined {
  switch (command.ins) {
    case instruction.select:
      return afterSelect(at, command);
    case instruction.readBinary:
      if (command.cla !== 0x00 || command.le === undefined) return undefined;
      return using(at, "readBinary", fileOfRead(at, command), command);
    case instruction.verify:
      if (command.cla !== 0x00 || command.p1 !== 0x00 || command.le !== undefined) return undefined;
      return using(at, "verify", fileByReference(at, command.p2), command);
    case instruction.sign:
      // Any other P1 would make the card use another signature scheme (jpki-card §2.5).
      if (command.cla !== 0x80 || command.p1 !== 0x00) return undefined;
      return using(at, "sign", fileByReference(at, command.p2), command);
    case instruction.getResponse:
      if (!at.moreData || command.cla !== 0x00 || command.p1 + command.p2 + command.data.length > 0) return undefined;
      return command.le === undefined ? undefined : at;
    default:
      return undefined;
  }
}

function afterSelect(at: Selection, command: ParsedCommand): Selection | undefined {
  const { cla, p1, p2, data } = command;
  if (cla !== 0x00 || p2 !== 0x0c || command.le !== undefined) return undefined;
  if (p1 === 0x04) return toHex(data) === jpkiApplication ? { application: jpkiApplication } : undefined;
  if (p1 !== 0x02 || data.length !== 2 || at.application !== jpkiApplication) return undefined;
  const file = fileId(data);
  return useOf.has(file) ? { application: jpkiApplication, file } : undefined;
}

/** The id in the data of a SELECT. */
export const fileId = (data: Uint8Array): number => (data[0] ?? 0) * 256 + (data[1] ?? 0);

/** The file of a READ BINARY. Bit 8 of P1 set: short file id in the low bits; else P1 and P2 are an offset in the current file. */
export const fileOfRead = (at: Selection, { p1 }: ParsedCommand): number | undefined =>
  p1 < 0x80 ? at.file : fileByReference(at, p1);

/** The file named by a short id, or the current one for id 0; undefined for bits that no short id has. */
function fileByReference(at: Selection, reference: number): number | undefined {
  return (reference & 0xe0) === 0x80 ? reference & 0x1f || at.file : undefined;
}

function using(at: Selection, use: FileUse, file: number | undefined, command: ParsedCommand): Selection | undefined {
  if (at.application !== jpkiApplication || file === undefined || useOf.get(file) !== use) return undefined;
  return dataFits[use](command.data) ? { application: jpkiApplication, file } : undefined;
}
