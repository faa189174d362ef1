import { OnshiError, type Random, randomText } from "../../base/index.ts";
import { parseFileName } from "../../wire/index.ts";
import type { Disk } from "./disk.ts";
import { FolderCheck, type Folders } from "./folder-check.ts";
import { folderError } from "./folder-error.ts";
import { type FolderRole, folderRoles, pathIn } from "./paths.ts";

/** What a look at a folder of the exchange found. */
export type FolderFinding =
  /** It is there, is what it is said to be, and a file could be made and taken away in it. */
  | { readonly folder: FolderRole; readonly kind: "ready" }
  | { readonly folder: FolderRole; readonly kind: "fault"; readonly error: OnshiError }
  /** No file can be made in `res` or `face`, where the client has no need to: whether it may delete stays open. */
  | { readonly folder: FolderRole; readonly kind: "deleteUntested" }
  /** The trial file could not be taken away again and still lies there. */
  | { readonly folder: FolderRole; readonly kind: "cannotDelete"; readonly fileName: string }
  /** Results that do not begin like XML: the terminal may encrypt them (oqs-exchange §2.1). */
  | { readonly folder: FolderRole; readonly kind: "perhapsEncrypted"; readonly count: number }
  /** Requests lie in `req` although the terminal takes them away within seconds (oqs-exchange §2.3, 2). */
  | { readonly folder: FolderRole; readonly kind: "requestsWaiting"; readonly count: number };

/** Few are enough: a terminal encrypts all of a kind or none. */
const mostLooks = 20;

/**
 * Looks at the folders of a site for somebody who sets it up: each is there, not mixed up, and gives the rights the
 * client needs (oqs-exchange §6, 26). The trial file's name belongs to no message; the terminal passes it over.
 */
export async function inspectFolders(disk: Disk, folders: Folders, random: Random): Promise<readonly FolderFinding[]> {
  const findings: FolderFinding[] = [];
  for (const folder of folderRoles) {
    const path = folders[folder];
    if (path === undefined) continue;
    try {
      // Each by itself, so that one folder's fault does not hide what the others are like.
      await new FolderCheck(disk, { [folder]: path }).assertReady(folder);
      findings.push(...(await rights(disk, folder, path, random)), ...(await contents(disk, folder, path)));
    } catch (error) {
      findings.push({ folder, kind: "fault", error: folderError(folder, error) });
    }
  }
  return findings.some(({ kind }) => kind === "fault") ? findings : [...findings, ...(await together(disk, folders))];
}

/** What shows only when the folders are looked at together: two of them are the same. */
async function together(disk: Disk, folders: Folders): Promise<readonly FolderFinding[]> {
  const roles = folderRoles.filter((role) => folders[role] !== undefined);
  try {
    await new FolderCheck(disk, folders).assertReady(...roles);
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
  const names = (await disk.list(path)).filter((name) => /\.xml$/i.test(name) && parseFileName(name) !== undefined);
  if (folder === "req") return names.length > 0 ? [{ folder, kind: "requestsWaiting", count: names.length }] : [];
  const looks = await Promise.all(names.slice(0, mostLooks).map((name) => beginsLikeXml(disk, pathIn(path, name))));
  const count = looks.filter((isXml) => !isXml).length;
  return count > 0 ? [{ folder, kind: "perhapsEncrypted", count }] : [];
}

/** Empty and locked files are still being written, which says nothing. */
async function beginsLikeXml(disk: Disk, path: string): Promise<boolean> {
  const start = await disk.read(path, 64).catch(() => new Uint8Array());
  return start.length === 0 || /^\uFEFF?[\t\r\n ]*</.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(start));
}
