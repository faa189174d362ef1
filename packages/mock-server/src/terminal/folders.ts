import { watch } from "node:fs";
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { OnshiError } from "@onshi/core/base";
import { claimFolder } from "./folder-claim.ts";

/** The three folders of the exchange (oqs-exchange §2.1). */
export interface FolderPaths {
  readonly req: string;
  readonly res: string;
  readonly face: string;
}

/** Folders that exist, and how to get rid of them. */
export interface ExchangeFolders {
  readonly base: string;
  readonly paths: FolderPaths;
  /** Removes a temporary folder; a given one stays and is free for the next mock server. */
  remove(): Promise<void>;
}

/**
 * Creates `req`, `res` and `face` in a folder, or in a new temporary one. An existing folder is claimed before anything
 * in it is touched.
 *
 * @throws OnshiError `config.invalid` when they cannot be created there, or another mock server uses the folder
 */
export async function makeFolders(given?: string): Promise<ExchangeFolders> {
  let release: (() => Promise<void>) | undefined;
  try {
    const base = given === undefined ? await mkdtemp(path.join(tmpdir(), "onshi-mock-")) : path.resolve(given);
    await mkdir(base, { recursive: true });
    if (given !== undefined) release = await claimFolder(base);
    const paths = { req: path.join(base, "req"), res: path.join(base, "res"), face: path.join(base, "face") };
    for (const folder of Object.values(paths)) await mkdir(folder, { recursive: true });
    const remove = release ?? (() => rm(base, { recursive: true, force: true, maxRetries: 3 }));
    return { base, paths, remove };
  } catch (cause) {
    await release?.();
    if (OnshiError.is(cause)) throw cause;
    const expected = { ja: "書き込めるフォルダ", en: "a folder that can be written to" };
    throw new OnshiError("config.invalid", { field: "folder", expected }, { cause });
  }
}

/** A file as it is now; `mark` changes whenever the file does. */
export interface FoundFile {
  readonly name: string;
  readonly mark: string;
}

/** The files of a folder with an extension, sorted by name; a missing folder has none. */
export async function listFiles(folder: string, extension: string): Promise<readonly FoundFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found: FoundFile[] = [];
  for (const name of names.toSorted((a, b) => a.localeCompare(b))) {
    if (path.extname(name).toLowerCase() !== extension) continue;
    const facts = await stat(path.join(folder, name)).catch(() => undefined);
    if (facts?.isFile()) found.push({ name, mark: `${facts.size} ${facts.mtimeMs} ${facts.ino}` });
  }
  return found;
}

/** The bytes of a file; undefined when it is gone or cannot be read yet. */
export async function readBytes(folder: string, name: string): Promise<Uint8Array | undefined> {
  return readFile(path.join(folder, name)).catch(() => undefined);
}

/** Removes a file; false when somebody else did, or when it is still locked. */
export async function takeAway(folder: string, name: string): Promise<boolean> {
  return unlink(path.join(folder, name)).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a file under its final name: first empty, then filled, as the real terminal may (oqs-exchange §2.3 no. 4).
 * An existing file is never replaced.
 *
 * @param pause - what happens between the two steps
 */
export async function writeInTwoSteps(
  folder: string,
  name: string,
  bytes: Uint8Array,
  pause: () => Promise<void>,
): Promise<void> {
  const handle = await open(path.join(folder, name), "wx");
  try {
    await pause();
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

/** Calls back when something in a folder may have changed. It can miss changes, so scan as well. */
export function watchFolder(folder: string, onChange: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, onChange);
    // A folder that is replaced or unmounted ends the watch, not the program.
    watcher.on("error", () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
}
