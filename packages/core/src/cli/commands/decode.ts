import { type ExitCode, exitCode, OnshiError, printJson } from "../../base/index.ts";
import type { MessageDeclaration, WireElement } from "../../messages/index.ts";
import { type Codec, fromMirror, type Problem, readJson, readXml, salvageXml, toMirror } from "../../wire/index.ts";
import { looksLikeJson } from "../../fidelity/index.ts";
import { type CliArguments, onlyFile } from "../arguments.ts";
import { codecFor, readInput, writeOutput } from "../files.ts";
import { type FirstProblem, firstProblem, lineOfSecond } from "../first-problem.ts";
import type { CliIo } from "../io.ts";
import { recognise } from "../recognise.ts";

/** `onshi decode FILE [--wire] [--lenient]`: shows the content of a message. */
export async function decode(args: CliArguments, io: CliIo): Promise<ExitCode> {
  const path = onlyFile(args);
  const bytes = await readInput(io, path);
  const codec = await codecFor(args, io);
  const found = readAny(codec, bytes, path, args);
  const { type, ...fields } = shown(codec, found, bytes, args);
  if (args.json) printJson(io, type, fields);
  else await writeOutput(args, io, `${JSON.stringify(type === "mirror" ? fields.mirror : fields, null, 2)}\n`);
  if (!args.json)
    for (const fault of found.faults) {
      const { operatorMessage, code, vendorMessage } = fault.with({ origin: "commandLine" });
      io.err(`${operatorMessage}\n${code}: ${vendorMessage}\n`);
    }
  return found.faults.length > 0 ? exitCode.badUse : exitCode.done;
}

/** What a file is and contains. */
interface Found {
  readonly layout: MessageDeclaration;
  readonly root: WireElement;
  readonly isXml: boolean;
  /** With `--lenient`, what prevented the file from being read to its end. */
  readonly faults: OnshiError[];
}

function readAny(codec: Codec, bytes: Uint8Array, path: string, args: CliArguments): Found {
  if (looksLikeJson(bytes)) return readMirror(codec, bytes, path, args);
  const { root, faults } = args.lenient ? salvaged(bytes) : { root: readXml(bytes).root, faults: [] };
  return { layout: recognise(codec, root, path, args.message), root, isXml: true, faults };
}

function salvaged(bytes: Uint8Array): { readonly root: WireElement; readonly faults: OnshiError[] } {
  const { root, faults } = salvageXml(bytes);
  if (root) return { root, faults: [...faults] };
  throw faults[0] ?? new OnshiError("wire.malformed", {}, { rawBytes: bytes });
}

/** Lists need the layout and the layout needs the elements, so the mirror is read twice. */
function readMirror(codec: Codec, bytes: Uint8Array, path: string, { message }: CliArguments): Found {
  const json = readJson(bytes);
  const [anyLayout] = codec.declarations;
  const known = codec.declarations.find(({ id }) => id === message) ?? anyLayout;
  if (!known) throw new TypeError("no declarations");
  const layout = recognise(codec, fromMirror(json, known), path, message);
  return { layout, root: fromMirror(json, layout), isXml: false, faults: [] };
}

/** One answer of the command. */
interface Shown {
  readonly type: "message" | "mirror";
  readonly message: string;
  readonly mirror?: unknown;
  readonly value?: unknown;
  readonly problems?: readonly Problem[];
  readonly firstProblem?: FirstProblem;
  readonly faults?: readonly Pick<OnshiError, "code" | "details">[];
}

function shown(codec: Codec, { layout, root, isXml, faults }: Found, bytes: Uint8Array, args: CliArguments): Shown {
  const asMirror = (): Shown => ({
    type: "mirror",
    message: layout.id,
    mirror: toMirror(root, layout),
    ...(faults.length > 0 && { faults: faults.map(({ code, details }) => ({ code, details })) }),
  });
  if (args.wire) return asMirror();
  try {
    const { message, problems: all } = codec.decode(layout.id, root);
    // Anything may follow the break, so nothing is reported as missing.
    const problems = faults.length > 0 ? all.filter(({ kind }) => kind !== "missing") : all;
    const first = isXml && problems.length > 0 && faults.length === 0 ? firstProblem(bytes, layout) : undefined;
    return {
      type: "message",
      message: layout.id,
      value: message,
      ...(problems.length > 0 && { problems }),
      ...(first && { firstProblem: first }),
      ...(faults.length > 0 && { faults: faults.map(({ code, details }) => ({ code, details })) }),
    };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    const placed = isXml ? lineOfSecond(bytes, layout, error) : error;
    // Nobody can say which of two decisions counts, so --lenient shows the elements as they are.
    if (!args.lenient) throw placed;
    faults.push(placed);
    return asMirror();
  }
}
