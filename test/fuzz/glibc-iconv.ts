import { spawnSync } from "node:child_process";
import process from "node:process";

/** glibc's name for Windows-31J. Its `SHIFT_JIS` is the older table with ¥ in the place of the backslash. */
const windows31j = "CP932";

/** True when the `iconv` of glibc is there; other libraries of that name have other tables. Linux in CI must have it. */
export function hasGlibcIconv(): boolean {
  const { stdout } = spawnSync("iconv", ["--version"], { encoding: "utf8" });
  const isThere = typeof stdout === "string" && /GLIBC|GNU libc/i.test(stdout);
  if (!isThere && process.platform === "linux" && process.env["CI"] === "true") throw new Error("no iconv of glibc");
  return isThere;
}

/** What iconv makes of each piece, undefined for what it refuses. A piece may not hold a line feed. */
function convert(from: string, to: string, pieces: readonly Uint8Array[]): readonly Buffer[] {
  const input = Buffer.concat(pieces.flatMap((piece) => [piece, lineFeed]));
  // With -c it drops what it cannot convert and goes on.
  const { stdout } = spawnSync("iconv", ["-c", "-f", from, "-t", to], { input, maxBuffer: 2 ** 26 });
  const lines: Buffer[] = [];
  for (let at = 0, end = stdout.indexOf(0x0a); end >= 0; at = end + 1, end = stdout.indexOf(0x0a, at)) {
    lines.push(stdout.subarray(at, end));
  }
  if (lines.length !== pieces.length) throw new Error("iconv lost a line");
  return lines;
}

const lineFeed = Buffer.from("\n");

/** Bytes in hexadecimal, one or two, and the character they stand for. */
export type Windows31jTable = ReadonlyMap<string, string>;

/** First bytes of pairs. */
export const isLead = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);

/** The whole table of glibc from bytes to characters. */
export function decodingTable(): Windows31jTable {
  const bytes = Array.from({ length: 0x100 }, (_, byte) => byte).filter((byte) => byte !== 0x0a);
  const singles = bytes.filter((byte) => !isLead(byte)).map((byte) => Uint8Array.of(byte));
  const pairs = bytes.filter(isLead).flatMap((lead) => bytes.map((trail) => Uint8Array.of(lead, trail)));
  const table = new Map<string, string>([["0a", "\n"]]);
  const take = (pieces: readonly Uint8Array[], isDropped: (piece: Uint8Array, text: string) => boolean): void => {
    for (const [index, line] of convert(windows31j, "UTF-8", pieces).entries()) {
      const [piece, text] = [pieces[index] ?? new Uint8Array(), line.toString("utf8")];
      if (text !== "" && !isDropped(piece, text)) table.set(Buffer.from(piece).toString("hex"), text);
    }
  };
  take(singles, () => false);
  // A pair that means nothing loses its first byte, and the second one stands for itself.
  take(pairs, ([, trail = 0], text) => text === table.get(trail.toString(16).padStart(2, "0")));
  return table;
}

/** Characters (not line feeds) to bytes in hexadecimal by glibc; "" for one without a place. */
export function encodedByGlibc(characters: readonly string[]): readonly string[] {
  const pieces = characters.map((character) => Buffer.from(character));
  return convert("UTF-8", windows31j, pieces).map((line) => line.toString("hex"));
}
