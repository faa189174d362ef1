import type { Clock, ProgramIo, Random } from "../base/index.ts";
import type { SiteStore } from "../client/index.ts";
import type { Disk } from "../transports/index.ts";

/** What the commands of `onshi` touch outside themselves. */
export interface CliIo extends ProgramIo {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Adds to the end of a file. */
  readonly appendFile: (path: string, bytes: Uint8Array) => Promise<void>;
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
  readonly machine: Machine;
}

/** What `onshi doctor` tells of the machine it runs on. */
export interface Machine {
  /** Version of this package. */
  readonly sdk: string;
  /** Version of Node, without the `v`. */
  readonly node: string;
  /** Time zone by its name: `Asia/Tokyo`. */
  readonly zone: string;
}
