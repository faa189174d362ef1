import { basename } from "node:path";
import { type ExitCode, exitCode, OnshiError, printJson, wrongArgument } from "../../base/index.ts";
import { Anonymiser, type AnonymousFile, fileLabel } from "../../fidelity/index.ts";
import { type CliArguments, onlyFile } from "../arguments.ts";
import { below, filesBelow, layoutsFor, readInput, writeFile } from "../files.ts";
import type { CliIo } from "../io.ts";

/** `onshi anonymise FILE|DIR`: the same structure, lengths and character classes with other values, for bug reports. */
export async function anonymise(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const path = onlyFile(args, "FILE|DIR");
  const { layouts } = await layoutsFor(args, io);
  const anonymiser = new Anonymiser(layouts.codec.declarations, io.random);
  const files = path === "-" ? undefined : await filesBelow(io, path);
  if (files) return folder(args, io, anonymiser, files);
  return single(args, io, anonymiser.file(basename(path), await readInput(io, path)));
}

async function single({ out, json }: CliArguments, io: CliIo, { name, bytes }: AnonymousFile): Promise<ExitCode> {
  if (out !== undefined) await writeFile(io, out, bytes);
  else if (json) throw wrongArgument("--out", "a file, with --json", "ファイル（--json のとき）");
  else io.data(utf8(bytes));
  if (json) printJson(io, "anonymised", { number: 1, name });
  return exitCode.done;
}

/** Standard output carries text; bytes in another character set would be corrupted. */
function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw wrongArgument("--out", "a file, because this one is not UTF-8", "ファイル（UTF-8 でないため）");
  }
}

async function folder(
  args: CliArguments,
  io: CliIo,
  anonymiser: Anonymiser,
  files: readonly string[],
): Promise<ExitCode> {
  const { out } = args;
  if (out === undefined)
    throw wrongArgument("--out", "a folder for the anonymous files", "匿名化したファイルを置くフォルダ");
  await io.makeFolder(out);
  const taken = new Set<string>();
  let isWhole = true;
  for (const [at, file] of files.entries()) {
    const made = await attempt(io, anonymiser, below(onlyFile(args, "DIR"), file), basename(file));
    const line = { number: at + 1, from: fileLabel(basename(file)) };
    if ("code" in made) {
      isWhole = false;
      if (args.json) printJson(io, "passedOver", { ...line, code: made.code });
      else io.err(`#${line.number} ${line.from}: ${made.code}\n`);
      continue;
    }
    const name = unused(taken, made.name);
    await writeFile(io, below(out, name), made.bytes);
    if (args.json) printJson(io, "anonymised", { number: line.number, name });
    else io.out(`${name}\n`);
  }
  return isWhole ? exitCode.done : exitCode.negative;
}

/** What is not well-formed XML cannot be judged and is left out. */
async function attempt(
  io: CliIo,
  anonymiser: Anonymiser,
  path: string,
  name: string,
): Promise<AnonymousFile | { readonly code: string }> {
  try {
    return anonymiser.file(name, await io.readFile(path));
  } catch (error) {
    return { code: OnshiError.is(error) ? error.code : "file.unreadable" };
  }
}

/** Files in two folders may have had the same name. */
function unused(taken: Set<string>, name: string): string {
  let candidate = name;
  for (let more = 2; taken.has(candidate); more++) candidate = `${more}-${name}`;
  taken.add(candidate);
  return candidate;
}
