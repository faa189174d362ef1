import { type Clock, OnshiError } from "../../base/index.ts";
import { type ByteSource, readXml } from "../../wire/index.ts";
import type { Incoming, IncomingContent } from "../transport.ts";
import type { FileFormat } from "./completeness.ts";
import { type Disk, errorCode } from "./disk.ts";
import { folderError } from "./folder-error.ts";
import { type FolderRole, pathIn } from "./paths.ts";
import { patiently } from "./patient.ts";

/** A whole file that was read from `res` or `face`. */
export interface ReceivedFile {
  readonly id: string;
  readonly role: FolderRole;
  readonly folder: string;
  readonly fileName: string;
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
  /** Where a large file is read instead. */
  readonly source?: ByteSource;
  readonly limit: number;
}

/** The file as a message. The file itself stays until it is acknowledged, and for ever when it cannot be read. */
export function incomingFile(disk: Disk, clock: Clock, file: ReceivedFile, onRemoved?: () => void): Incoming {
  let removal: Promise<void> | undefined;
  const remove = async (): Promise<void> => {
    try {
      await removeFile(disk, clock, pathIn(file.folder, file.fileName));
      onRemoved?.();
    } catch (error) {
      removal = undefined;
      throw folderError(file.role, error, file.fileName);
    }
  };
  return {
    id: file.id,
    content: contentOf(file),
    route: "folder",
    fileName: file.fileName,
    rawBytes: file.bytes,
    receivedAt: clock.now(),
    acknowledge: () => (removal ??= remove()),
  };
}

function contentOf({ format, bytes, source, fileName, limit }: ReceivedFile): IncomingContent {
  if (source && format !== "pdf") return { format: "stream", of: format, source };
  if (format !== "xml") return { format, bytes };
  try {
    return { format, document: readXml(bytes, { maxBytes: limit }).root };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    throw new OnshiError(error.code, { ...error.details, fileName }, { cause: error, rawBytes: bytes });
  }
}

/** Removes a file that a scanner may hold for a moment. A file that is gone already is as good as removed. */
async function removeFile(disk: Disk, clock: Clock, path: string): Promise<void> {
  return patiently(clock, async () => {
    try {
      await disk.remove(path);
    } catch (error) {
      if (errorCode(error) !== "ENOENT") throw error;
    }
  });
}
