import { type Clock, OnshiError } from "../../base/index.ts";
import { errorCode } from "./disk.ts";
import type { FolderRole } from "./paths.ts";

/** Operations on folders: look (identity, listing, size), read, create, rename, remove. */
export type FolderOperation = "look" | "read" | "create" | "rename" | "remove";

/**
 * How often an operation is tried before its error counts, with 200 ms between two tries, or none where it says "at
 * once".
 */
type Tries = Readonly<Record<FolderOperation, number>>;

/** What can be wrong with a folder itself. */
type FolderFault = "folder.missing" | "folder.denied" | "folder.full" | "folder.failed";

const betweenTriesMs = 200;

/** A scanner, a backup or a share's lock holds a file for a moment (oqs-exchange §6, 23). */
const held: Tries = { look: 10, read: 10, create: 10, rename: 10, remove: 10 };
/** A network share that fails for a moment; the next packet may get through. */
const stumbled: Tries = held;
/** A folder that is being reconnected is gone for one look. If it is still gone then, it is missing. */
const gone: Tries = { look: 2, read: 2, create: 2, rename: 2, remove: 1 };
/** Trying again would give the same answer. */
const settled: Tries = { look: 1, read: 1, create: 1, rename: 1, remove: 1 };

/** What each code of the platform means for a folder of the exchange, and how often each operation is tried. */
const table: Readonly<Record<string, readonly [meaning: FolderFault, tries: Tries]>> = {
  EBUSY: ["folder.failed", held],
  ETXTBSY: ["folder.failed", held],
  EAGAIN: ["folder.failed", held],
  EMFILE: ["folder.failed", held],
  ENFILE: ["folder.failed", held],
  // Share violations on Windows look like this, and so do missing rights.
  EACCES: ["folder.denied", held],
  EPERM: ["folder.denied", held],
  UNKNOWN: ["folder.failed", held],
  EIO: ["folder.failed", stumbled],
  ESTALE: ["folder.failed", stumbled],
  EPIPE: ["folder.failed", stumbled],
  ECONNRESET: ["folder.failed", stumbled],
  ECONNABORTED: ["folder.failed", stumbled],
  // A terminal that is off looks like this through a network share.
  ETIMEDOUT: ["folder.missing", stumbled],
  EHOSTDOWN: ["folder.missing", stumbled],
  EHOSTUNREACH: ["folder.missing", stumbled],
  ENETDOWN: ["folder.missing", stumbled],
  ENETRESET: ["folder.missing", stumbled],
  ENETUNREACH: ["folder.missing", stumbled],
  ENOTCONN: ["folder.missing", stumbled],
  ENOENT: ["folder.missing", gone],
  ENOTDIR: ["folder.missing", settled],
  ENODEV: ["folder.missing", settled],
  ENXIO: ["folder.missing", settled],
  EROFS: ["folder.denied", settled],
  ENOSPC: ["folder.full", settled],
  EDQUOT: ["folder.full", settled],
};

/** What an error of the platform means for a folder of the exchange. */
export function folderError(folder: FolderRole, error: unknown, fileName?: string): OnshiError {
  if (OnshiError.is(error)) return error;
  const code = table[errorCode(error) ?? ""]?.[0] ?? "folder.failed";
  return new OnshiError(code, { folder, ...(fileName === undefined ? {} : { fileName }) }, { cause: error });
}

/** Whether another try may help after `count` of them. An unlisted code would only come again. */
export function isWorthAnother(operation: FolderOperation, error: unknown, count: number): boolean {
  const [, tries] = table[errorCode(error) ?? ""] ?? [undefined, settled];
  return count < tries[operation];
}

/** The pause before the next try. Waiting does not bring back what is gone: that is checked again at once. */
export async function pauseAfter(error: unknown, clock: Clock, signal?: AbortSignal): Promise<void> {
  if (errorCode(error) !== "ENOENT") await clock.sleep(betweenTriesMs, signal);
}
