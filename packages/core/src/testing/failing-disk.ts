import type { Disk, DiskWatch, FileStat } from "../transports/folder/disk.ts";

/** Operations of a disk that can be made to fail. */
export type DiskOperation =
  | "list"
  | "identity"
  | "read"
  | "stat"
  | "readPart"
  | "create"
  | "rename"
  | "exists"
  | "remove"
  | "watch";

interface Fault {
  readonly operation: DiskOperation;
  readonly path: string;
  readonly code: string;
  times: number;
  /** The operation is carried out all the same, as over a network that loses the answer. */
  readonly afterwards: boolean;
}

/**
 * Folders and files in memory that fail on demand, for the option `disk` of `folderTransport`.
 *
 * @param folders - folders that exist from the start; default those of an exchange
 * @example
 * ```ts
 * import { folderTransport } from "@onshi/core";
 * import { failingDisk, manualClock } from "@onshi/core/testing";
 *
 * const disk = failingDisk();
 * const transport = folderTransport({ req: "/req", res: "/res", face: "/face", disk, clock: manualClock(), testOnly: true });
 * disk.fail("create", "/req", "ENOSPC"); // the share is full
 * disk.heal();
 * await transport.close();
 * ```
 */
export function failingDisk(...folders: readonly string[]): FailingDisk {
  return new FailingDisk(...(folders.length > 0 ? folders : ["/req", "/res", "/face"]));
}

/** What {@link failingDisk} makes. Paths are `/folder/name`. */
export class FailingDisk implements Disk {
  readonly files: Map<string, Uint8Array> = new Map();
  /** What was done, in order: `list /res`. */
  readonly journal: string[] = [];
  /** When files were last written, in milliseconds; each one millisecond after the previous one, unless set. */
  readonly modified: Map<string, number> = new Map();
  /** Names of {@link files} that are folders or pipes: reading them never ends. */
  readonly special: Set<string> = new Set();
  /** Watchers that give hints; empty it to let them die silently. */
  readonly watchers: Set<{ readonly folder: string; readonly hint: () => void }> = new Set();
  /** Operations that never return. */
  readonly hanging: Set<DiskOperation> = new Set();
  readonly #folders = new Map<string, number>();
  readonly #faults: Fault[] = [];
  #identities = 0;
  #writes = 0;

  constructor(...folders: readonly string[]) {
    for (const folder of folders) this.makeFolder(folder);
  }

  /** Creates a folder, different from any before. */
  makeFolder(folder: string): void {
    this.#folders.set(folder, ++this.#identities);
  }

  /** Removes a folder, as when a share is gone. */
  removeFolder(folder: string): void {
    this.#folders.delete(folder);
  }

  /**
   * Makes the next operations on a path, or on everything below it, fail.
   *
   * @param code - of the platform: `ENOSPC`, `EBUSY`, `ETIMEDOUT`
   * @param times - how often; default until {@link FailingDisk.heal}
   * @param afterwards - the operation is carried out all the same, as over a network that loses the answer
   */
  fail(
    operation: DiskOperation,
    path: string,
    code: string,
    times: number = Infinity,
    afterwards: boolean = false,
  ): void {
    this.#faults.push({ operation, path, code, times, afterwards });
  }

  /** Ends all faults. */
  heal(): void {
    this.#faults.length = 0;
    this.hanging.clear();
  }

  /** A write by somebody else, with a hint to the watchers. */
  put(path: string, content: Uint8Array | string): void {
    this.files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
    this.modified.set(path, ++this.#writes);
    this.#hint(path);
  }

  /** A removal by somebody else, with a hint to the watchers. */
  delete(path: string): void {
    this.files.delete(path);
    this.#hint(path);
  }

  /** Names of the files in a folder, in order. */
  names(folder: string): string[] {
    return [...this.files.keys()]
      .filter((path) => parts(path).folder === folder)
      .map((path) => parts(path).name)
      .sort();
  }

  list(folder: string): Promise<readonly string[]> {
    return this.#do("list", folder, () => {
      if (!this.#folders.has(folder)) throw broken("ENOENT");
      return this.names(folder);
    });
  }

  identity(folder: string): Promise<string> {
    return this.#do("identity", folder, () => {
      const identity = this.#folders.get(folder);
      if (identity === undefined) throw broken("ENOENT");
      return String(identity);
    });
  }

  read(path: string, limit: number): Promise<Uint8Array> {
    return this.#do("read", path, () => this.#content(path).slice(0, limit + 1));
  }

  stat(path: string): Promise<FileStat> {
    return this.#do("stat", path, () => {
      if (this.special.has(path)) return { size: 0, modifiedMs: 0, isFile: false };
      return { size: this.#content(path).length, modifiedMs: this.modified.get(path) ?? 0, isFile: true };
    });
  }

  readPart(path: string, from: number, length: number): Promise<Uint8Array> {
    return this.#do("readPart", path, () => this.#content(path).slice(from, from + length));
  }

  create(path: string, bytes: Uint8Array): Promise<void> {
    return this.#do("create", path, () => {
      if (!this.#folders.has(parts(path).folder)) throw broken("ENOENT");
      if (this.files.has(path)) throw broken("EEXIST");
      this.put(path, bytes);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do("rename", from, () => {
      const content = this.#content(from);
      this.files.delete(from);
      this.put(to, content);
    });
  }

  exists(path: string): Promise<boolean> {
    return this.#do("exists", path, () => this.files.has(path));
  }

  remove(path: string): Promise<void> {
    return this.#do("remove", path, () => {
      this.#content(path);
      this.delete(path);
    });
  }

  watch(folder: string, hint: () => void, _lost: () => void): DiskWatch {
    this.journal.push(`watch ${folder}`);
    const fault = this.#faults.find((candidate) => candidate.operation === "watch");
    if (fault) throw broken(fault.code);
    const watcher = { folder, hint };
    this.watchers.add(watcher);
    return { close: () => this.watchers.delete(watcher) };
  }

  #content(path: string): Uint8Array {
    const content = this.files.get(path);
    if (!content) throw broken("ENOENT");
    return content;
  }

  async #do<T>(operation: DiskOperation, path: string, work: () => T): Promise<T> {
    this.journal.push(`${operation} ${path}`);
    await Promise.resolve();
    if (this.hanging.has(operation) || (operation === "read" && this.special.has(path)))
      await new Promise(() => undefined);
    const fault = this.#faults.find(
      (candidate) => candidate.operation === operation && path.startsWith(candidate.path) && candidate.times > 0,
    );
    if (!fault) return work();
    fault.times--;
    if (fault.afterwards) work();
    throw broken(fault.code);
  }

  #hint(path: string): void {
    for (const watcher of this.watchers) if (watcher.folder === parts(path).folder) watcher.hint();
  }
}

function parts(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf("/");
  return { folder: path.slice(0, at), name: path.slice(at + 1) };
}

function broken(code: string): Error {
  return Object.assign(new Error(`${code}: memory disk`), { code });
}
