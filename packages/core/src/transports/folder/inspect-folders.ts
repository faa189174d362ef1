import { type Clock, OnshiError, type Random, randomText, systemClock } from "../../base/index.ts";
import type { Disk } from "./disk.ts";
import { FolderCheck, type Folders } from "./folder-check.ts";
import { folderError } from "./folder-error.ts";
import { type FolderRole, folderRoles, pathIn } from "./paths.ts";
import { homeOf, straysIn } from "./placement.ts";
import { answeredWithin } from "./steady-disk.ts";

/** What the inspection of a folder found. */
export type FolderFinding =
  /** It exists, is the folder it is meant to be, and a file could be created and removed in it. */
  | { readonly folder: FolderRole; readonly kind: "ready" }
  | { readonly folder: FolderRole; readonly kind: "fault"; readonly error: OnshiError }
  /** No file can be created in `res` or `face`, where the client need not do so: whether it may delete remains unknown. */
  | { readonly folder: FolderRole; readonly kind: "deleteUntested" }
  /** The trial file could not be removed again and is still there. */
  | { readonly folder: FolderRole; readonly kind: "cannotDelete"; readonly fileName: string }
  /** A file of the exchange that belongs in another folder. Nobody delivers it, and nobody waits for it. */
  | { readonly folder: FolderRole; readonly kind: "stray"; readonly fileName: string }
  /** A folder, pipe or the like with the name of a message; it is ignored. */
  | { readonly folder: FolderRole; readonly kind: "special"; readonly fileName: string }
  /** There are more such files than are listed one by one. */
  | { readonly folder: FolderRole; readonly kind: "moreStrays"; readonly count: number }
  /** Results that do not start like XML: the terminal may encrypt them (oqs-exchange §2.1). */
  | { readonly folder: FolderRole; readonly kind: "perhapsEncrypted"; readonly count: number }
  /** Requests are still in `req`, although the terminal takes them away within seconds (oqs-exchange §2.3, 2). */
  | { readonly folder: FolderRole; readonly kind: "requestsWaiting"; readonly count: number };

/** A share that has not answered by then is not going to. */
const patienceMs = 5000;

/** Enough to see what kind of files they are. */
const mostStrays = 20;

/** A few are enough: a terminal encrypts all of a kind or none. */
const mostLooks = 20;

/**
 * Inspects the folders of a site during set-up: each exists, is not mixed up with another, and grants the rights the
 * client needs (oqs-exchange §6, 26). The trial file's name belongs to no message, so the terminal ignores it.
 */
export async function inspectFolders(
  disk: Disk,
  folders: Folders,
  random: Random,
  clock: Clock = systemClock,
): Promise<readonly FolderFinding[]> {
  const looks = folderRoles.map(async (folder): Promise<readonly FolderFinding[]> => {
    const path = folders[folder];
    if (path === undefined) return [];
    try {
      // Each on its own, so that one folder's fault does not hide the state of the others.
      return await answeredWithin(inspect(disk, clock, random, { folder, path }), patienceMs, clock);
    } catch (error) {
      return [{ folder, kind: "fault", error: folderError(folder, error) }];
    }
  });
  const findings = (await Promise.all(looks)).flat();
  return findings.some(({ kind }) => kind === "fault")
    ? findings
    : [...findings, ...(await together(disk, clock, folders))];
}

async function inspect(
  disk: Disk,
  clock: Clock,
  random: Random,
  { folder, path }: { readonly folder: FolderRole; readonly path: string },
): Promise<readonly FolderFinding[]> {
  await new FolderCheck(disk, clock, { [folder]: path }).assertReady(folder);
  return [
    ...(await rights(disk, folder, path, random)),
    ...(await contents(disk, folder, path)),
    ...(await strays(disk, folder, path)),
  ];
}

/** What shows only when the folders are compared: two of them are the same. */
async function together(disk: Disk, clock: Clock, folders: Folders): Promise<readonly FolderFinding[]> {
  const roles = folderRoles.filter((role) => folders[role] !== undefined);
  try {
    await answeredWithin(new FolderCheck(disk, clock, folders).assertReady(...roles), patienceMs, clock);
    return [];
  } catch (error) {
    const fault = folderError(roles[0] ?? "res", error);
    return [{ folder: roles.find((role) => role === fault.details.folder) ?? "res", kind: "fault", error: fault }];
  }
}

async function rights(disk: Disk, folder: FolderRole, path: string, random: Random): Promise<readonly FolderFinding[]> {
  const fileName = `onshi-doctor-${randomText(random, 12)}.tmp`;
  try {
    await disk.create(pathIn(path, fileName), new Uint8Array());
  } catch (error) {
    if (folder === "req") throw folderError(folder, error);
    return [{ folder, kind: "deleteUntested" }];
  }
  try {
    await disk.remove(pathIn(path, fileName));
  } catch {
    return [{ folder, kind: "cannotDelete", fileName }];
  }
  return [{ folder, kind: "ready" }];
}

async function contents(disk: Disk, folder: FolderRole, path: string): Promise<readonly FolderFinding[]> {
  const names = (await disk.list(path)).filter((name) => /\.xml$/i.test(name) && homeOf(name) === folder);
  if (folder === "req") return names.length > 0 ? [{ folder, kind: "requestsWaiting", count: names.length }] : [];
  const looks = await Promise.all(names.slice(0, mostLooks).map((name) => beginsLikeXml(disk, pathIn(path, name))));
  const count = looks.filter((isXml) => !isXml).length;
  return count > 0 ? [{ folder, kind: "perhapsEncrypted", count }] : [];
}

/** Files that are where nobody looks for them, each by name, so that somebody can remove them. */
async function strays(disk: Disk, folder: FolderRole, path: string): Promise<readonly FolderFinding[]> {
  const names = await disk.list(path);
  const foreign = new Set(straysIn(folder, names));
  const own = names.filter((name) => !foreign.has(name) && (homeOf(name) !== undefined || /\.xml$/i.test(name)));
  const stats = await Promise.all(own.map((name) => disk.stat(pathIn(path, name)).catch(() => undefined)));
  const special = own.filter((_, at) => stats[at]?.isFile === false);
  const found: readonly FolderFinding[] = [
    ...[...foreign].map((fileName) => ({ folder, kind: "stray", fileName }) as const),
    ...special.map((fileName) => ({ folder, kind: "special", fileName }) as const),
  ];
  if (found.length <= mostStrays) return found;
  return [...found.slice(0, mostStrays), { folder, kind: "moreStrays", count: found.length - mostStrays }];
}

/** Empty and locked files are still being written, and a pipe is never read: none of that proves anything. */
async function beginsLikeXml(disk: Disk, path: string): Promise<boolean> {
  const isFile = await disk.stat(path).then(
    (stat) => stat.isFile,
    () => false,
  );
  if (!isFile) return true;
  const start = await disk.read(path, 64).catch(() => new Uint8Array());
  return start.length === 0 || /^\uFEFF?[\t\r\n ]*</.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(start));
}
