import { type ExitCode, exitCode, wrongArgument } from "../../base/index.ts";
import type { WireElement } from "../../messages/index.ts";
import { type Codec, fromMirror, writeXml } from "../../wire/index.ts";
import { type CliArguments, onlyFile } from "../arguments.ts";
import { codecFor, readJsonInput, writeFile } from "../files.ts";
import type { CliIo } from "../io.ts";
import { idByPath, recognise } from "../recognise.ts";

/** `onshi encode FILE.json`: writes the XML of what `onshi decode` shows, typed or `--wire`. */
export async function encode(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const path = onlyFile(args);
  const json = await readJsonInput(io, path);
  const codec = await codecFor(args, io);
  const bytes = writeXml(documentOf(codec, json, path, args));
  if (args.out === undefined) io.data(new TextDecoder().decode(bytes));
  else await writeFile(io, args.out, bytes);
  return exitCode.done;
}

function documentOf(codec: Codec, json: unknown, path: string, { message }: CliArguments): WireElement {
  if (typeof json !== "object" || json === null) throw wrongArgument("FILE", "a JSON object", "JSON のオブジェクト");
  if ("XmlMsg" in json) {
    const layouts = codec.declarations.filter(({ id }) => message === undefined || id === message);
    const first = layouts[0];
    if (!first) throw wrongArgument("--message", codec.declarations.map(({ id }) => id).join(" | "));
    return fromMirror(json, recognise(codec, fromMirror(json, first), path, message));
  }
  const { message: named, value } = json as { readonly message?: unknown; readonly value?: unknown };
  const id = message ?? (typeof named === "string" ? named : idByPath(path));
  if (id === undefined || !codec.declarations.some((one) => one.id === id)) {
    throw wrongArgument("--message", codec.declarations.map((one) => one.id).join(" | "));
  }
  return codec.encode(id, value ?? json);
}
