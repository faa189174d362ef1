import { OnshiError, type OnshiErrorCode } from "../../base/index.ts";
import { errorCode } from "./disk.ts";
import type { FolderRole } from "./paths.ts";

const meanings: Readonly<Record<string, OnshiErrorCode>> = {
  ENOENT: "folder.missing",
  ENOTDIR: "folder.missing",
  ENODEV: "folder.missing",
  ENXIO: "folder.missing",
  // A terminal that is off looks like this through a network share.
  EHOSTUNREACH: "folder.missing",
  EHOSTDOWN: "folder.missing",
  ENETUNREACH: "folder.missing",
  ENOTCONN: "folder.missing",
  ETIMEDOUT: "folder.missing",
  EACCES: "folder.denied",
  EPERM: "folder.denied",
  EROFS: "folder.denied",
  ENOSPC: "folder.full",
  EDQUOT: "folder.full",
};

/** What an error of the platform means for a folder of the exchange. */
export function folderError(folder: FolderRole, error: unknown, fileName?: string): OnshiError {
  if (OnshiError.is(error)) return error;
  const code = meanings[errorCode(error) ?? ""] ?? "folder.failed";
  return new OnshiError(code, { folder, ...(fileName === undefined ? {} : { fileName }) }, { cause: error });
}

const transient = new Set(["EBUSY", "EPERM", "EACCES", "ETXTBSY", "EAGAIN", "EMFILE", "ENFILE", "UNKNOWN"]);

/** Share locks and virus scanners hold a file for a moment (oqs-exchange §6, 23); the next try may succeed. */
export function isTransient(error: unknown): boolean {
  return transient.has(errorCode(error) ?? "");
}
