import { toHex } from "@onshi/core/base";

/** The closed list again, over hexadecimal text and what was selected before; it shares no code with the gate. */

const digestInfo = "3031300D060960864801650304020105000420";
const closedFiles: ReadonlySet<number> = new Set([0x01, 0x1a, 0x1b]);
const instructions = /^(00A4|00B0|0020|802A|00C0|0084|00CA)/;

/** What a card of the wire has selected, as far as the commands tell. */
interface Selected {
  jpki: boolean;
  file?: number | undefined;
}

/** The commands among those sent that nobody may ever send, whatever they call or configure. */
export function forbiddenAmong(commands: readonly Uint8Array[]): readonly string[] {
  const at: Selected = { jpki: false };
  return commands.map((command) => toHex(command)).filter((command) => !isHarmless(at, command));
}

function isHarmless(at: Selected, command: string): boolean {
  if (!instructions.test(command)) return false;
  const ins = command.slice(2, 4);
  const [p1, p2] = [Number.parseInt(command.slice(4, 6), 16), Number.parseInt(command.slice(6, 8), 16)];
  if (ins === "A4") return isHarmlessSelect(at, p1, command);
  const named = ins === "B0" ? p1 : p2;
  const file = ins === "B0" && p1 < 0x80 ? at.file : named & 0x1f || at.file;
  // A short id makes its file the current one.
  if (["B0", "20", "2A"].includes(ins)) at.file = file;
  if (ins === "B0") {
    return file !== undefined && !closedFiles.has(file) && (p1 < 0x80 || (p1 & 0x60) === 0);
  }
  if (ins === "20") return at.jpki && file === 0x18 && p1 === 0 && (p2 & 0xe0) === 0x80;
  if (ins === "2A") {
    const isFramed = command.startsWith(`33${digestInfo}`, 8) || command.startsWith(`000033${digestInfo}`, 8);
    return at.jpki && file === 0x17 && p1 === 0 && (p2 & 0xe0) === 0x80 && isFramed;
  }
  return true;
}

function isHarmlessSelect(at: Selected, p1: number, command: string): boolean {
  const body = command.slice(8);
  const data = body.startsWith("00")
    ? body.slice(6, 6 + 2 * Number.parseInt(body.slice(2, 6) || "0", 16))
    : body.slice(2, 2 + 2 * Number.parseInt(body.slice(0, 2) || "0", 16));
  if (p1 === 0x04) {
    at.jpki = data === "D392F000260100000001";
    at.file = undefined;
    return data !== "" && !data.startsWith("D392100031") && !"D392100031".startsWith(data);
  }
  at.file = Number.parseInt(data, 16);
  return p1 === 0x02 && data.length === 4 && !closedFiles.has(at.file);
}
