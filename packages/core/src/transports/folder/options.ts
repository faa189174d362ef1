import { type Clock, OnshiError, type Random, systemClock, systemRandom } from "../../base/index.ts";
import { flag, wholeNumber } from "../limits.ts";
import type { Charset } from "../../wire/index.ts";
import type { Disk } from "./disk.ts";
import { nodeDisk } from "./node-disk.ts";
import type { FolderRole } from "./paths.ts";

/** Options of {@link folderTransport}. Paths may be local, `//TERMINAL/OQS/req` or `\\TERMINAL\OQS\req`. */
export interface FolderTransportOptions {
  /** Folder that requests are put into (要求フォルダ). The account needs the right to create and rename there. */
  readonly req: string;
  /** Folder that results come back in (結果フォルダ). The account needs the right to delete there. */
  readonly res: string;
  /** Folder that check-ins at the card reader are pushed into. Needed for `checkIns` only. */
  readonly face?: string;
  /**
   * Character set requests are written in; `utf-8` when left out. Terminals take both (oqs-exchange §4.0); `shift_jis`
   * is Windows-31J; a character it cannot represent is refused before anything is sent. Results are read in whichever
   * they come.
   */
  readonly charset?: Charset;
  /**
   * The terminal is a test terminal, e.g. the simulated centre's: only test numbers (prefecture 99) go there, and
   * answers have `source.isTest`. False when left out: test numbers never go to a real terminal.
   */
  readonly testOnly?: boolean;
  /** How long to wait for an answer, in milliseconds; 60,000 when left out. Each call may say otherwise. */
  readonly timeoutMs?: number;
  /**
   * Called once for each request that is still in `req` after five seconds: the terminal is off, its 連携アプリケーション is
   * not running or not logged in, or the folder is the wrong one. The call goes on waiting. Anything this throws is ignored.
   */
  readonly onNotPickedUp?: (request: NotPickedUp) => void;
  /** Longest pause between two looks at a folder, in milliseconds; 500 when left out. Hints from the system come sooner. */
  readonly pollMs?: number;
  /** Largest file that is read, in bytes; 32 MiB when left out. */
  readonly maxAnswerBytes?: number;
  /** Largest bulk result that is read piece by piece, in bytes; 1 GiB when left out. */
  readonly maxBulkBytes?: number;
  /** Source of time, for tests. */
  readonly clock?: Clock;
  /** Source of randomness for file names, for tests. */
  readonly random?: Random;
  /** Access to files, for tests. */
  readonly disk?: Disk;
}

/** A request that the terminal has not picked up yet. */
export interface NotPickedUp {
  readonly fileName: string;
  /** Handle of the request, for `awaitAnswer`. */
  readonly reference: string;
  /** How long the call has been running, in milliseconds. */
  readonly waitedMs: number;
}

/** Options that may remain undefined. */
type Open = "face" | "onNotPickedUp";

/** Options with everything filled in. */
export type FolderSettings = Required<Omit<FolderTransportOptions, Open>> & Pick<FolderTransportOptions, Open>;

/** The checked options, or `config.invalid` with the name of the wrong one. */
export function folderSettings(options: FolderTransportOptions): FolderSettings {
  const path = (role: FolderRole): string => {
    const value: unknown = options[role];
    if (typeof value === "string" && value.trim() !== "" && !value.includes("\0")) return value;
    throw new OnshiError("config.invalid", {
      field: role,
      expected: { ja: "フォルダのパス", en: "the path of a folder" },
    });
  };
  return {
    req: path("req"),
    res: path("res"),
    ...(options.face === undefined ? {} : { face: path("face") }),
    ...(options.onNotPickedUp === undefined ? {} : { onNotPickedUp: handlerOf(options.onNotPickedUp) }),
    charset: charsetOf(options.charset),
    testOnly: flag("testOnly", options.testOnly),
    timeoutMs: wholeNumber("timeoutMs", options.timeoutMs ?? 60_000),
    pollMs: wholeNumber("pollMs", options.pollMs ?? 500, 10, 60_000),
    maxAnswerBytes: wholeNumber("maxAnswerBytes", options.maxAnswerBytes ?? 32 * 1024 * 1024),
    maxBulkBytes: wholeNumber("maxBulkBytes", options.maxBulkBytes ?? 1024 * 1024 * 1024),
    clock: options.clock ?? systemClock,
    random: options.random ?? systemRandom,
    disk: options.disk ?? nodeDisk,
  };
}

function handlerOf(handler: unknown): NonNullable<FolderTransportOptions["onNotPickedUp"]> {
  if (typeof handler === "function") return handler as NonNullable<FolderTransportOptions["onNotPickedUp"]>;
  throw new OnshiError("config.invalid", { field: "onNotPickedUp", expected: { ja: "関数", en: "a function" } });
}

function charsetOf(charset: unknown = "utf-8"): Charset {
  if (charset === "utf-8" || charset === "shift_jis") return charset;
  const expected = "utf-8 | shift_jis";
  throw new OnshiError("config.invalid", { field: "charset", expected: { ja: expected, en: expected } });
}
