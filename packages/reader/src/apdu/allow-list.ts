import { OnshiError, fromHex, sameBytes, toHex } from "@onshi/core/base";
import { instruction } from "./command.ts";
import { type ParsedCommand, parseCommand } from "./parse-command.ts";

/** One thing that may be done with the card: an instruction on a file of an application. */
export interface AllowedUse {
  /** Whole name of the application (AID), hexadecimal. */
  readonly application: string;
  /** Id of the elementary file, `0x0001`–`0x001E`. */
  readonly file: number;
  readonly instruction: "readBinary" | "verify" | "sign";
  /** How long the command data may be; none at all when absent. */
  readonly dataLengths?: readonly number[];
  /** What the command data has to begin with, hexadecimal. */
  readonly dataPrefix?: string;
}

/** What is known to be selected on the card. Nothing is known at the start of a transaction. */
export interface Selection {
  readonly application?: string;
  readonly file?: number;
  /** The last answer was `61xx`, so GET RESPONSE has its place. */
  readonly moreData?: boolean;
}

/** A command that may be sent, and what is selected when the card accepts it. */
export interface Admission {
  readonly command: ParsedCommand;
  readonly after: Selection;
}

/**
 * The applications of the card's face and of the resident register; two of them hold the My Number (個人番号), whose
 * collection is restricted by law (jpki-card §1.3, §1.4). No profile opens them, whatever it lists.
 */
const neverSelected = "D392100031";

/** True for a name by which a card might select one of them. A card may take a shortened name (jpki-card §1.1). */
export const isNeverSelected = (application: string): boolean =>
  application.startsWith(neverSelected) || neverSelected.startsWith(application);

/**
 * Judges a command before it reaches the card: everything that is not on the list throws `card.forbidden`.
 *
 * It judges bytes, not intentions: the command is taken apart again, so that a mistake in a builder is caught as well.
 */
export function admit(list: readonly AllowedUse[], at: Selection, command: Uint8Array): Admission {
  const parsed = parseCommand(command);
  const after = parsed && selectionAfter(list, at, parsed);
  if (parsed === undefined || after === undefined) throw new OnshiError("card.forbidden");
  return { command: parsed, after };
}

function selectionAfter(list: readonly AllowedUse[], at: Selection, command: ParsedCommand): Selection | undefined {
  switch (command.ins) {
    case instruction.select:
      return afterSelect(list, at, command);
    case instruction.readBinary:
      if (command.cla !== 0x00 || command.le === undefined) return undefined;
      // Bit 8 of P1 set: short file id in the low bits; else P1 and P2 are an offset in the current file.
      return command.p1 < 0x80 ? using(list, at, "readBinary", at.file, command) : byShortId(list, at, command);
    case instruction.verify:
      if (command.cla !== 0x00 || command.p1 !== 0x00 || command.le !== undefined) return undefined;
      return byShortId(list, at, command);
    case instruction.sign:
      // P1 other than 00 would let the card build another scheme than ours (jpki-card §2.5).
      if (command.cla !== 0x80 || command.p1 !== 0x00) return undefined;
      return byShortId(list, at, command);
    case instruction.getResponse:
      if (!at.moreData || command.cla !== 0x00 || command.p1 + command.p2 + command.data.length > 0) return undefined;
      return command.le === undefined ? undefined : at;
    default:
      return undefined;
  }
}

function afterSelect(list: readonly AllowedUse[], at: Selection, command: ParsedCommand): Selection | undefined {
  const { cla, p1, p2, data } = command;
  if (cla !== 0x00 || p2 !== 0x0c || command.le !== undefined) return undefined;
  if (p1 === 0x04) {
    const application = toHex(data);
    if (isNeverSelected(application)) return undefined;
    return list.some((use) => use.application === application) ? { application } : undefined;
  }
  if (p1 !== 0x02 || data.length !== 2) return undefined;
  const file = Number.parseInt(toHex(data), 16);
  const listed = list.some((use) => use.application === at.application && use.file === file);
  return listed && at.application !== undefined ? { application: at.application, file } : undefined;
}

const byInstruction: Readonly<Record<number, AllowedUse["instruction"]>> = {
  [instruction.readBinary]: "readBinary",
  [instruction.verify]: "verify",
  [instruction.sign]: "sign",
};

function byShortId(list: readonly AllowedUse[], at: Selection, command: ParsedCommand): Selection | undefined {
  const reference = command.ins === instruction.readBinary ? command.p1 : command.p2;
  if ((reference & 0xe0) !== 0x80) return undefined;
  const name = byInstruction[command.ins];
  return name && using(list, at, name, reference & 0x1f || at.file, command);
}

function using(
  list: readonly AllowedUse[],
  at: Selection,
  name: AllowedUse["instruction"],
  file: number | undefined,
  command: ParsedCommand,
): Selection | undefined {
  if (at.application === undefined || file === undefined) return undefined;
  const use = list.find((one) => one.application === at.application && one.file === file && one.instruction === name);
  return use && dataFits(use, command.data) ? { application: at.application, file } : undefined;
}

function dataFits({ dataLengths = [0], dataPrefix = "" }: AllowedUse, data: Uint8Array): boolean {
  const prefix = fromHex(dataPrefix);
  return dataLengths.includes(data.length) && sameBytes(data.subarray(0, prefix.length), prefix);
}
