import type { Random } from "@onshi/core/base";
import type { CommandApdu } from "./command-apdu.ts";
import type { Application, ElementaryFile } from "./file-system.ts";
import type { VirtualCardQuirks } from "./quirks.ts";
import type { SecurityState } from "./security-state.ts";

/** The state of a powered card that commands work on. */
export interface CardState {
  readonly applications: readonly Application[];
  readonly security: SecurityState;
  readonly random: Random;
  readonly quirks: VirtualCardQuirks;
  /** True on the device profile that knows the closing command `80 FC` (`jpki-card §6.1`). */
  readonly acceptsLastCommand: boolean;
  /** The current application; undefined is the issuer security domain, as after power-up. */
  application: Application | undefined;
  /** The current file. */
  file: ElementaryFile | undefined;
}

/** Carries out one command and returns data and status word. */
export type CommandHandler = (state: CardState, command: CommandApdu) => Uint8Array;
