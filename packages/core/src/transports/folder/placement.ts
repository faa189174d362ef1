import { checkInId, parseMessageId } from "../../messages/index.ts";
import { parseFileName } from "../../wire/index.ts";
import { type FolderRole, folderRoles } from "./paths.ts";

/** Names in those folders that could be listed. */
export type FolderNames = { readonly [Role in FolderRole]?: readonly string[] | undefined };

/**
 * Where a file belongs by its name; undefined when it does not belong to the exchange. Only a hint: a name says what its
 * writer meant, not what the file contains.
 */
export function homeOf(name: string): FolderRole | undefined {
  const kind = parseFileName(name)?.kind;
  if (kind === undefined) return undefined;
  if (kind === "face") return "face";
  return kind === "request" ? "req" : "res";
}

/** Files of the exchange in the wrong folder. Each concerns only itself. */
export function straysIn(role: FolderRole, names: readonly string[]): readonly string[] {
  const all = new Set(names);
  return names.filter((name) => {
    const home = homeOf(name);
    return home !== undefined && home !== role && !(role === "res" && isPutBack(name, all));
  });
}

/**
 * A file that proves, together with the other folders, that two folders are mixed up; undefined when the folder is right,
 * or when its strays can have come there one by one.
 *
 * A swap shows when neither folder holds anything that belongs in it. One stray alone proves nothing, whatever it
 * contains: somebody may have copied it there. It takes a second one, or its counterpart in the other folder.
 */
export function proofOfSwap(role: FolderRole, folders: FolderNames): string | undefined {
  const names = folders[role] ?? [];
  if (names.some((name) => homeOf(name) === role)) return undefined;
  for (const other of folderRoles) {
    if (other === role) continue;
    const there = folders[other] ?? [];
    if (there.some((name) => homeOf(name) === other)) continue;
    const strays = straysIn(role, names).filter((name) => homeOf(name) === other && isWitness(role, name));
    const isMutual = there.some((name) => homeOf(name) === role);
    if (strays.length >= (isMutual ? 1 : 2)) return strays[0];
  }
  return undefined;
}

/**
 * Whether a stray says anything about the folder. Copies made by people do not, nor does a rejection that somebody put
 * beside its request, nor results of other services, which tools push into `face` too.
 */
function isWitness(role: FolderRole, name: string): boolean {
  const parts = parseFileName(name);
  if (!parts || parts.kind === "error" || /\s/.test(name)) return false;
  return role !== "face" || parseMessageId(parts.id)?.system === parseMessageId(checkInId)?.system;
}

/** A rejected request may be put back into `res` beside its .err (oqs-exchange §2.6). */
function isPutBack(name: string, all: ReadonlySet<string>): boolean {
  const parts = parseFileName(name);
  return parts?.kind === "request" && all.has(`${parts.id}_${parts.free}.err`);
}
