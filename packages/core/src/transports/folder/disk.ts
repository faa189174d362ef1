/** What a file is, without its content. */
export interface FileStat {
  /** Bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds, with fractions where the platform provides them. */
  readonly modifiedMs: number;
  /** False for folders, pipes, devices: reading them may wait for ever. */
  readonly isFile: boolean;
}

/** A running watcher. */
export interface DiskWatch {
  close(): void;
}

/**
 * All access of the folder exchange to files. Tests use one in memory that fails on demand.
 *
 * Every method rejects with the platform's error (`code: "ENOENT"` and so on); what it means is decided elsewhere.
 */
export interface Disk {
  /** Names of everything in a folder, in no particular order. */
  list(folder: string): Promise<readonly string[]>;
  /** A text that changes when the path leads to another folder than before. */
  identity(folder: string): Promise<string>;
  /**
   * Content of a file, cut off at `limit + 1` bytes. Shares the file with whoever is writing it. Anything but a regular
   * file rejects with `EFTYPE` and is never waited for.
   */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** What is known of a file without opening it; links are followed. */
  stat(path: string): Promise<FileStat>;
  /** A part of a file; shorter at its end. Shares the file like {@link Disk.read}. */
  readPart(path: string, from: number, length: number): Promise<Uint8Array>;
  /** Creates a file that must not exist yet, and returns when its content is on disk. */
  create(path: string, bytes: Uint8Array): Promise<void>;
  /** Renames within a folder, in one step. */
  rename(from: string, to: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  remove(path: string): Promise<void>;
  /**
   * Calls `hint` when something may have changed. Only a hint: it may miss changes, stay silent for ever or be
   * unavailable (network shares). `lost` means that no more hints will come.
   */
  watch(folder: string, hint: () => void, lost: () => void): DiskWatch;
}

/** The code of a platform error. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}
