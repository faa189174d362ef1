import type { Clock } from "../../base/index.ts";
import { type FolderOperation, isWorthAnother, pauseAfter } from "./folder-error.ts";
import { HungError } from "./steady-disk.ts";

/** What to try, and what ends the attempts early. */
export interface PatienceOptions {
  readonly operation?: FolderOperation;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Retries for a while when somebody else holds the file for a moment: a virus scanner inspects new files, a share locks
 * a file it serves or fails briefly (oqs-exchange §6, 23). Only for what may be done twice without harm.
 */
export async function patiently<T>(
  clock: Clock,
  work: () => Promise<T>,
  { operation = "remove", signal }: PatienceOptions = {},
): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted || error instanceof HungError || !isWorthAnother(operation, error, count)) throw error;
      await pauseAfter(error, clock, signal);
    }
  }
}

/** What renaming needs of a file system. */
export interface RenamingFiles {
  rename(from: string, to: string): Promise<void>;
  exists(path: string): Promise<boolean>;
}

/** How to stop and observe a rename. */
export interface PatientRenameOptions {
  readonly clock: Clock;
  /** Checked before each try. */
  readonly signal?: AbortSignal;
  /** Called with `true` as soon as the new name may be there, with `false` when it is known not to be. */
  readonly onTry?: (isThere: boolean) => void;
}

/**
 * Gives a complete file its name in one step, for requests, journal and spool alike.
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
      // Over a network an error can come after the rename: only a draft that is still there proves that it failed.
      const isStillHere = await files.exists(from).catch(() => undefined);
      if (isStillHere !== true) return true;
      onTry(false);
      if (!isWorthAnother("rename", error, count)) throw error;
      await pauseAfter(error, clock, signal);
    }
  }
}
