import { wrongArgument } from "../base/index.ts";
import { applyOverlay, declarations, parseOverlay } from "../messages/index.ts";
import { type Codec, createCodec, readJson } from "../wire/index.ts";
import type { CliArguments } from "./arguments.ts";
import type { CliIo } from "./io.ts";

/** A file named on the command line. */
export async function readInput(io: CliIo, path: string): Promise<Uint8Array> {
  try {
    return await io.readFile(path);
  } catch {
    throw wrongArgument("FILE", "a file that can be read");
  }
}

/** The codec, corrected by `--overlay`. */
export async function codecFor({ overlay }: CliArguments, io: CliIo): Promise<Codec> {
  if (overlay === undefined) return createCodec();
  return createCodec(applyOverlay(declarations, parseOverlay(readJson(await readInput(io, overlay)))));
}

/** Writes a result to `--out`, else to standard output. */
export async function writeOutput({ out }: CliArguments, io: CliIo, text: string): Promise<void> {
  if (out === undefined) io.out(text);
  else await io.writeFile(out, new TextEncoder().encode(text));
}
