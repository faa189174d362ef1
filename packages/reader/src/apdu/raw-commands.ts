import { OnshiError, toHex } from "@onshi/core/base";
import { type Admission, fileId, fileOfRead, type Selection, selectionAfter } from "./allow-list.ts";
import { instruction } from "./command.ts";
import { type ParsedCommand, parseCommand } from "./parse-command.ts";

/**
 * The applications of the card's face and of the resident register; two of them hold the My Number (個人番号), whose
 * collection is restricted by law (jpki-card §1.3, §1.4).
 */
const neverSelected = "D392100031";

/** Signature certificate with name and address, its key, its password; in the face's text application, the My Number. */
const neverNamed: ReadonlySet<number> = new Set([0x0001, 0x001a, 0x001b]);

/** GET CHALLENGE and GET DATA, which name no file. */
const harmless: ReadonlySet<number> = new Set([0x84, 0xca]);
const fileIdLength = 2;

/** True for a name by which a card might select one of them. A card may accept a shortened name (jpki-card §1.1). */
const isNeverSelected = (application: string): boolean =>
  application.startsWith(neverSelected) || neverSelected.startsWith(application);

/** True for a command that a card may count as a PIN try. */
export const isSecretCommand = ({ ins, data }: ParsedCommand): boolean => ins === instruction.verify && data.length > 0;

/**
 * Judges a command that the caller takes responsibility for. It may read more than the package itself does, but some
 * things stay closed: applications with the My Number, however they are named; the signature certificate with its key and
 * password; every PIN but that of user authentication; every signature but one over a framed value. Commands whose target
 * cannot be told do not pass, and nothing passes before a SELECT by name, because another program may have left such an
 * application selected.
 *
 * @throws OnshiError `card.forbidden`
 */
export function admitRaw(at: Selection, command: Uint8Array): Admission {
  const parsed = parseCommand(command);
  const after = parsed && (selectionAfter(at, parsed) ?? rawSelectionAfter(at, parsed));
  if (parsed === undefined || after === undefined) throw new OnshiError("card.forbidden");
  return { command: parsed, after };
}

function rawSelectionAfter(at: Selection, command: ParsedCommand): Selection | undefined {
  const { cla, ins, p1, p2, data } = command;
  // Only plain commands on the basic channel: a chained, wrapped or enciphered one could not be judged.
  if (cla !== 0x00) return undefined;
  // The low bits of P2 ask for the next application of a name, which is not the one that was judged.
  if (ins === instruction.select && (p2 & 0x03) !== 0) return undefined;
  if (ins === instruction.select && p1 === 0x04) {
    const application = toHex(data);
    return isNeverSelected(application) ? undefined : { application };
  }
  const { application } = at;
  if (application === undefined) return undefined;
  if (ins === instruction.select && p1 === 0x02 && data.length === fileIdLength) {
    return named({ application, file: fileId(data) });
  }
  if (ins === instruction.readBinary && data.length === 0) {
    const file = fileOfRead(at, command);
    return file === undefined ? undefined : named({ application, file });
  }
  return harmless.has(ins) ? at : undefined;
}

const named = (selection: Required<Pick<Selection, "application" | "file">>): Selection | undefined =>
  neverNamed.has(selection.file) ? undefined : selection;
