import { type ExitCode, exitCode, printJson } from "../../base/index.ts";
import type { MessageDeclaration, WireElement } from "../../messages/index.ts";
import { type Codec, fromMirror, readJson, readXml, toMirror } from "../../wire/index.ts";
import { type CliArguments, onlyFile } from "../arguments.ts";
import { codecFor, readInput, writeOutput } from "../files.ts";
import type { CliIo } from "../io.ts";
import { recognise } from "../recognise.ts";

/** `onshi decode FILE [--wire]`: shows what a message says. */
export async function decode(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const path = onlyFile(args);
  const bytes = await readInput(io, path);
  const codec = await codecFor(args, io);
  const { layout, root } = looksLikeJson(bytes)
    ? readMirror(codec, bytes, path, args)
    : readMessage(codec, bytes, path, args);
  if (args.wire) {
    const mirror = toMirror(root, layout);
    if (args.json) printJson(io, "mirror", { message: layout.id, mirror });
    else await writeOutput(args, io, `${JSON.stringify(mirror, null, 2)}\n`);
    return exitCode.done;
  }
  const { message, problems } = codec.decode(layout.id, root);
  const shown = { message: layout.id, value: message, ...(problems.length > 0 && { problems }) };
  if (args.json) printJson(io, "message", shown);
  else await writeOutput(args, io, `${JSON.stringify(shown, null, 2)}\n`);
  return exitCode.done;
}

interface Recognised {
  readonly layout: MessageDeclaration;
  readonly root: WireElement;
}

function readMessage(codec: Codec, bytes: Uint8Array, path: string, { message }: CliArguments): Recognised {
  const { root } = readXml(bytes);
  return { layout: recognise(codec, root, path, message), root };
}

/** Lists need the layout and the layout needs the elements, so the mirror is read twice. */
function readMirror(codec: Codec, bytes: Uint8Array, path: string, { message }: CliArguments): Recognised {
  const json = readJson(bytes);
  const [anyLayout] = codec.declarations;
  const known = codec.declarations.find(({ id }) => id === message) ?? anyLayout;
  if (!known) throw new TypeError("no declarations");
  const layout = recognise(codec, fromMirror(json, known), path, message);
  return { layout, root: fromMirror(json, layout) };
}

/** A brace, perhaps behind a byte order mark and blanks. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 256)));
}
