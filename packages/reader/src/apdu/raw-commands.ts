import { OnshiError, toHex } from "@onshi/core/base";
import { type Admission, isNeverSelected } from "./allow-list.ts";
import { instruction } from "./command.ts";
import { type ParsedCommand, parseCommand } from "./parse-command.ts";

/** Commands that carry a PIN or password: VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, each in both codings. */
const carriesSecret: ReadonlySet<number> = new Set([0x20, 0x21, 0x24, 0x25, 0x2c, 0x2d]);

/** Only plain commands on the basic channel: a chained, wrapped or enciphered SELECT could not be judged. */
const plainClasses: ReadonlySet<number> = new Set([0x00, 0x80]);
const wrapping: ReadonlySet<number> = new Set([
  // MANAGE CHANNEL; ENVELOPE in both codings.
  0x70, 0xc2, 0xc3,
]);

const fileIdLength = 2;

/** True for a command that a card may count as a try for a PIN. */
export const isSecretCommand = ({ ins, data }: ParsedCommand): boolean => carriesSecret.has(ins) && data.length > 0;

/**
 * Judges a command for which the caller has taken the responsibility. Two things stay: no application with the My Number
 * (個人番号) is ever selected, whatever the spelling, and before a SELECT by name nothing goes through, because another
 * program may have left such an application open.
 *
 * @throws OnshiError `card.forbidden`
 */
export function admitRaw(hasSelected: boolean, command: Uint8Array): Admission {
  const parsed = parseCommand(command);
  if (parsed === undefined || !mayPass(hasSelected, parsed)) throw new OnshiError("card.forbidden");
  return { command: parsed, after: {} };
}

function mayPass(hasSelected: boolean, { cla, ins, p1, data }: ParsedCommand): boolean {
  if (!plainClasses.has(cla) || wrapping.has(ins)) return false;
  if (ins !== instruction.select) return hasSelected;
  if (p1 === 0x04) return data.length > 0 && !isNeverSelected(toHex(data));
  // Files of the application that is current; any other P1 could lead to an application by its file id or path.
  return hasSelected && p1 === 0x02 && data.length === fileIdLength;
}

/** True when a command, once accepted, makes an application current that was judged here. */
export const selectsByName = ({ ins, p1 }: ParsedCommand): boolean => ins === instruction.select && p1 === 0x04;
