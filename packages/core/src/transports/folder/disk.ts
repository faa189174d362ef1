/** What a file is, without its content. */
export interface FileStat {
  /** Bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds, with fractions where the platform has them. */
  readonly modifiedMs: number;
  /** False for folders, pipes, devices: reading them may wait for ever. */
  readonly isFile: boolean;
}

/** A watcher that is running. */
export interface DiskWatch {
  close(): void;
}

/**
 * All access of the folder exchange to files. Tests bring one that lives in memory and breaks on demand.
 *
 * Every method rejects with the error of the platform (`code: "ENOENT"` and so on); meaning is given to it elsewhere.
 */
export interface Disk {
  /** Names of everything in a folder, in no order. */
  list(folder: string): Promise<readonly string[]>;
  /** A text that differs when the path leads to another folder than before. */
  identity(folder: string): Promise<string>;
  /**
   * Content of a file, cut off at `limit + 1` bytes. Shares the file with whoever is writing it. What is no file rejects
   * with `EFTYPE` and is never waited for.
   */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** What is known of a file without opening it; links are followed. */
  stat(path: string): Promise<FileStat>;
  /** A part of a file; shorter at its end. Shares the file like {@link Disk.read}. */
  readPart(path: string, from: number, length: number): Promise<Uint8Array>;
  /** Creates a file that must not exist, and returns when its content is on the medium. */
  create(path: string, bytes: Uint8Array): Promise<void>;
  /** Renames within a folder, in one step. */
  rename(from: string, to: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  remove(path: string): Promise<void>;
  /**
   * Calls `hint` when something may have changed. Only a hint: it may miss changes, stay silent for ever or not be
   * available (network shares). `lost` says that nothing more will come.
   */
  watch(folder: string, hint: () => void, lost: () => void): DiskWatch;
}

/** Code of a platform error. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}
