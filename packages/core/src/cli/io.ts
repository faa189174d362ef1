import { type Clock, type ProgramIo, type Random, terminalText, terminalValue } from "../base/index.ts";
import type { SiteStore } from "../client/index.ts";
import type { Disk } from "../transports/index.ts";

/** What `onshi` touches outside itself. */
export interface OutsideIo extends ProgramIo {
  /** Resolves when everything passed to `out` has been taken; rejects when it cannot be, because the reader is gone. */
  readonly written: () => Promise<void>;
  /** Calls back for each line of standard input, and at its end, until the signal is aborted. */
  readonly onLine: (listener: (line: string) => void, onEnd: () => void, signal: AbortSignal) => void;
  /** All of standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Starts a file that only its owner may read. */
  readonly draft: (path: string) => Promise<Draft>;
  /** Names in a folder, in no particular order; undefined when the path is not a folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | undefined>;
  /** Creates a folder unless it exists. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** The folders of the exchange. */
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  /** Where the journal of a site is kept. */
  readonly site: (folder: string) => SiteStore;
  /** Standard error is a terminal: progress may be shown there. */
  readonly isTerminal: boolean;
  /** Standard output is a terminal; otherwise a file or a pipe. */
  readonly showsOutput?: boolean;
  readonly machine: Machine;
}

/** A file that is being written; under its final name nothing changes until it is complete. */
export interface Draft {
  append(bytes: Uint8Array): Promise<void>;
  /** Gives it its name, replacing what had that name before. */
  commit(): Promise<void>;
  /** Removes it. */
  discard(): Promise<void>;
}

/** What the programs report about the machine they run on. */
export interface Machine {
  /** Version of this package. */
  readonly sdk: string;
  /** Version of Node, without the `v`. */
  readonly node: string;
  /** Time zone by its name: `Asia/Tokyo`. */
  readonly zone: string;
  /** Language of the system: `ja-JP`. */
  readonly locale: string;
}

/** The part of it that commands get: everything they print is made harmless to a terminal. */
export interface CliIo extends OutsideIo {
  /** Writes a document to standard output: as it is, unless a terminal would obey it. */
  readonly data: (text: string) => void;
  /** Overwrites the last line shown on standard error. */
  readonly redraw: (line: string) => void;
}

/**
 * Keeps terminal commands out of what is printed: file names, texts of the centre and values in a message come from
 * outside.
 */
export function harmless(outside: OutsideIo): CliIo {
  const out = (text: string): void => outside.out(terminalText(text));
  return {
    ...outside,
    out,
    err: (text) => outside.err(terminalText(text)),
    data: outside.showsOutput ? (text) => out(text.replaceAll("\r\n", "\n")) : outside.out,
    redraw: (line) => outside.err(`\r${terminalValue(line)}\u001b[K`),
  };
}
