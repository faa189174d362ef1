import type { Clock } from "../../base/index.ts";
import { isTransient } from "./folder-error.ts";

const betweenTriesMs = 200;
const tries = 10;

/**
 * Does it again for a while when somebody else holds the file for a moment: a virus scanner looks into new files, a share
 * locks what it hands out (oqs-exchange §6, 23).
 */
export async function patiently<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || count >= tries) throw error;
      await clock.sleep(betweenTriesMs);
    }
  }
}

/** What renaming needs of a file system. */
export interface RenamingFiles {
  rename(from: string, to: string): Promise<void>;
  exists(path: string): Promise<boolean>;
}

/** How a rename may be stopped and watched. */
export interface PatientRenameOptions {
  readonly clock: Clock;
  /** Looked at before each try. */
  readonly signal?: AbortSignal;
  /** Told `true` as soon as the new name may be there, `false` when it is known not to be. */
  readonly onTry?: (isThere: boolean) => void;
}

/**
 * Gives a whole file its name in one step, for requests, journal and spool alike.
 *
 * @returns false when the signal stopped it before the file had its name
 */
export async function patientRename(
  files: RenamingFiles,
  from: string,
  to: string,
  { clock, signal, onTry = () => undefined }: PatientRenameOptions,
): Promise<boolean> {
  for (let count = 1; ; count++) {
    if (signal?.aborted) return false;
    onTry(true);
    try {
      await files.rename(from, to);
      return true;
    } catch (error) {
      // Through a network an error can come after the deed: only a draft that is still there proves the contrary.
      const isStillHere = await files.exists(from).catch(() => undefined);
      if (isStillHere !== true) return true;
      onTry(false);
      if (!isTransient(error) || count >= tries) throw error;
    }
    await clock.sleep(betweenTriesMs, signal);
  }
}
