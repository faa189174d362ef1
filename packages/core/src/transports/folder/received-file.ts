import { type Clock, OnshiError } from "../../base/index.ts";
import { readXml } from "../../wire/index.ts";
import type { Incoming, IncomingContent } from "../transport.ts";
import { type Disk } from "./disk.ts";
import { folderError } from "./folder-error.ts";
import { type FolderRole, pathIn } from "./paths.ts";
import { Removal } from "./removal.ts";

/** What the folder exchange calls itself. */
export const folderRoute = "folder";

/** A complete file read from `res` or `face`. */
export interface ReceivedFile {
  readonly id: string;
  readonly role: FolderRole;
  readonly folder: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly content: IncomingContent;
}

/** How long `acknowledge` waits, and what happens then. */
export interface Acknowledgement {
  /** Called by `acknowledge`: how long to wait for the removal, in milliseconds. */
  readonly patienceMs: () => number;
  /** The file is gone. */
  readonly onRemoved?: () => void;
}

/**
 * The file as a message. The file itself stays until it is acknowledged, and for ever if it cannot be read. A removal
 * that takes longer than the caller waits goes on by itself; the caller learns that the file may still be there.
 */
export function incomingFile(
  disk: Disk,
  clock: Clock,
  file: ReceivedFile,
  { patienceMs, onRemoved }: Acknowledgement,
): Incoming {
  const { role, folder, fileName } = file;
  const removal = new Removal(disk, clock, pathIn(folder, fileName), onRemoved);
  return {
    id: file.id,
    content: file.content,
    route: folderRoute,
    fileName,
    rawBytes: file.bytes,
    receivedAt: clock.now(),
    acknowledge: async () => {
      try {
        await removal.within(patienceMs());
      } catch (error) {
        throw folderError(role, error, fileName);
      }
    },
  };
}

/** The document in an XML file, or the error that names the file and holds its bytes. */
export function readContent(fileName: string, bytes: Uint8Array, limit: number): IncomingContent {
  try {
    return { format: "xml", document: readXml(bytes, { maxBytes: limit }).root };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    throw error.with({ fileName }, { rawBytes: bytes });
  }
}
