import { asTyped, wrongArgument } from "../base/index.ts";
import { type OnshiLayouts, onshiLayouts } from "../client/layouts.ts";
import type { Overlay } from "../messages/index.ts";
import { type Codec, readJson } from "../wire/index.ts";
import type { CliArguments } from "./arguments.ts";
import type { CliIo, Draft } from "./io.ts";

/** A file named on the command line; `-` is standard input. */
export async function readInput(io: CliIo, path: string): Promise<Uint8Array> {
  try {
    return await (path === "-" ? io.readStdin() : io.readFile(path));
  } catch {
    throw wrongArgument("FILE", "a file that can be read", "読み取れるファイル");
  }
}

/** A JSON file named on the command line. */
export async function readJsonInput(io: CliIo, path: string): Promise<unknown> {
  const bytes = await readInput(io, path);
  try {
    return readJson(bytes);
  } catch (error) {
    throw asTyped(error);
  }
}

/** The layouts in use, and the overlays that correct them. */
export interface Layouts {
  readonly layouts: OnshiLayouts;
  readonly overlays: readonly Overlay[];
}

/**
 * The layouts, corrected by each `--overlay` in turn.
 *
 * @throws OnshiError `overlay.invalid` naming the change, and of several files which one (`overlays.1.changes.0.path`)
 */
export async function layoutsFor({ overlay: paths = [] }: CliArguments, io: CliIo): Promise<Layouts> {
  const overlays: Overlay[] = [];
  // Unchecked until they are applied.
  for (const path of paths) overlays.push((await readJsonInput(io, path)) as Overlay);
  const [only, ...more] = overlays;
  return { layouts: onshiLayouts(only !== undefined && more.length === 0 ? only : overlays), overlays };
}

/** The codec, corrected by `--overlay`. */
export async function codecFor(args: CliArguments, io: CliIo): Promise<Codec> {
  return (await layoutsFor(args, io)).layouts.codec;
}

/** Writes a result to `--out`, else to standard output. */
export async function writeOutput({ out }: CliArguments, io: CliIo, text: string): Promise<void> {
  if (out === undefined) io.out(text);
  else await writeFile(io, out, new TextEncoder().encode(text));
}

/**
 * Writes a file in one step, for its owner only.
 *
 * @throws OnshiError `config.invalid` (`--out`) when it cannot be written; then nothing is left behind
 */
export async function writeFile(io: CliIo, path: string, bytes: Uint8Array): Promise<void> {
  const draft = await outDraft(io, path);
  try {
    await draft.append(bytes);
    await draft.commit();
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

/** A draft whose every failure names `--out`. */
export async function outDraft(io: CliIo, path: string): Promise<Draft> {
  const draft = await told(io.draft(path));
  return {
    append: (bytes) => told(draft.append(bytes)),
    commit: () => told(draft.commit()),
    discard: () => draft.discard().catch(() => undefined),
  };
}

async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch {
    throw wrongArgument("--out", "a file that can be written", "書き込めるファイル");
  }
}

/** Path of something in a folder of the command line. */
export function below(folder: string, name: string): string {
  return `${folder.replace(/[\\/]+$/, "")}/${name}`;
}

/** Deeper than the folders of any site; keeps a circular link from being followed for ever. */
const deepest = 5;

/**
 * All files below a folder in the order of their names, as paths relative to it; undefined when the path is not a folder.
 *
 * @throws OnshiError `config.invalid` when it cannot be listed
 */
export async function filesBelow(io: CliIo, path: string): Promise<readonly string[] | undefined> {
  const names = await io.listFolder(path).catch(() => {
    throw wrongArgument("DIR", "a folder that can be listed", "一覧できるフォルダ");
  });
  if (!names) return undefined;
  const visit = async (folder: string, inside: readonly string[], depth: number): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const name of inside.toSorted()) {
      const at = folder === "" ? name : below(folder, name);
      const deeper = depth < deepest ? await io.listFolder(below(path, at)).catch(() => undefined) : undefined;
      if (deeper) found.push(...(await visit(at, deeper, depth + 1)));
      else found.push(at);
    }
    return found;
  };
  return visit("", names, 1);
}
