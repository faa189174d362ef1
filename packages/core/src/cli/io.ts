import type { ProgramIo } from "../base/index.ts";

/** What the commands of `onshi` touch outside themselves. */
export interface CliIo extends ProgramIo {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}
