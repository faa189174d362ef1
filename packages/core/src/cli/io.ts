import { type Clock, type ProgramIo, type Random, terminalText, terminalValue } from "../base/index.ts";
import type { SiteStore } from "../client/index.ts";
import type { Disk } from "../transports/index.ts";

/** What `onshi` touches outside itself. */
export interface OutsideIo extends ProgramIo {
  /** Resolves when all that was handed to `out` has been taken; rejects when it cannot be, because the reader has gone. */
  readonly written: () => Promise<void>;
  /** Calls back for each line of standard input, and at its end, until the signal is aborted. */
  readonly onLine: (listener: (line: string) => void, onEnd: () => void, signal: AbortSignal) => void;
  /** All of standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Begins a file that only its owner may read. */
  readonly draft: (path: string) => Promise<Draft>;
  /** Names in a folder, in no order; undefined when the path is no folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | undefined>;
  /** Makes a folder unless it is there. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** The folders of the exchange. */
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  /** Where the journal of a site lies. */
  readonly site: (folder: string) => SiteStore;
  /** Standard error is a terminal: progress may be shown there. */
  readonly isTerminal: boolean;
  /** Standard output is a terminal; otherwise a file or a pipe. */
  readonly showsOutput?: boolean;
  readonly machine: Machine;
}

/** A file that is being written; under its name there is nothing new until it is whole. */
export interface Draft {
  append(bytes: Uint8Array): Promise<void>;
  /** Gives it its name, in place of what had that before. */
  commit(): Promise<void>;
  /** Takes it away. */
  discard(): Promise<void>;
}

/** What the programs tell of the machine they run on. */
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

/** What the commands get of it: all that they print is harmless to a terminal. */
export interface CliIo extends OutsideIo {
  /** Writes a document to standard output: as it is, unless a terminal would obey it. */
  readonly data: (text: string) => void;
  /** Writes over the line that was shown last on standard error. */
  readonly redraw: (line: string) => void;
}

/**
 * Keeps orders to the terminal out of what is printed: file names, messages of the centre and values of a message come
 * from outside.
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
