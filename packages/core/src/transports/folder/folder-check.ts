import { type Clock, OnshiError } from "../../base/index.ts";
import type { Disk } from "./disk.ts";
import { folderError } from "./folder-error.ts";
import { patiently } from "./patient.ts";
import { type FolderRole, folderRoles } from "./paths.ts";
import { type FolderNames, homeOf, proofOfSwap, straysIn } from "./placement.ts";

/** Paths of the folders as configured. */
export type Folders = { readonly [Role in FolderRole]?: string };

/** A check that takes this long counts as hanging: later calls do not wait for it. */
const hangingMs = 250;

interface Look {
  readonly work: Promise<void>;
  readonly since: number;
  isDone: boolean;
}

/**
 * Checks the folders once before their first use: each exists and may be listed, no two are the same, and they are not
 * mixed up. An empty folder is always accepted, and a stray file is no reason to stop.
 */
export class FolderCheck {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #folders: Folders;
  /** The check of each role, if it passed or is still running. */
  readonly #looks = new Map<FolderRole, Look>();
  readonly #strays = new Map<FolderRole, number>();

  constructor(disk: Disk, clock: Clock, folders: Folders) {
    this.#disk = disk;
    this.#clock = clock;
    this.#folders = folders;
  }

  /** How many files of the exchange were in a folder where they do not belong, when it was checked. */
  strayCount(role: FolderRole): number {
    return this.#strays.get(role) ?? 0;
  }

  /**
   * Resolves when all the roles are in order. Whether the folders exist is checked for every call, before anything is sent
   * whose answer nobody could see; the rest is checked once.
   */
  async assertReady(...roles: readonly FolderRole[]): Promise<void> {
    await Promise.all(roles.map((role) => this.#identity(role)));
    await Promise.all(roles.map((role) => this.#once(role)));
  }

  #once(role: FolderRole): Promise<void> {
    const now = this.#clock.monotonic();
    const known = this.#looks.get(role);
    if (known && (known.isDone || now - known.since < hangingMs)) return known.work;
    const look: Look = { work: this.#inspect(role), since: now, isDone: false };
    this.#looks.set(role, look);
    look.work.then(
      () => (look.isDone = true),
      () => this.#looks.get(role) === look && this.#looks.delete(role),
    );
    return look.work;
  }

  async #inspect(role: FolderRole): Promise<void> {
    const [identity, names] = await Promise.all([this.#identity(role), this.#list(role)]);
    const folders: { [Role in FolderRole]?: readonly string[] | undefined } = { [role]: names };
    await Promise.all(
      folderRoles.map(async (other) => {
        if (other === role || this.#folders[other] === undefined) return;
        // Whether the other one is reachable is a matter for its own check.
        const listed = await this.#disk.list(this.#folders[other] ?? "").catch(() => undefined);
        folders[other] = listed;
        if (await this.#isSame(role, other, identity, { ...folders, [other]: listed })) {
          throw new OnshiError("folder.swapped", { folder: role });
        }
      }),
    );
    // This folder may be empty when another one already shows that they are mixed up.
    for (const suspect of [role, ...folderRoles]) {
      const fileName = proofOfSwap(suspect, folders);
      if (fileName !== undefined) throw new OnshiError("folder.swapped", { folder: suspect, fileName });
    }
    this.#strays.set(role, straysIn(role, names).length);
  }

  /**
   * Two paths to one folder. Some shares give every folder the same number, even the parent's: there only the path, or the
   * same files of the exchange in both, prove anything.
   */
  async #isSame(role: FolderRole, other: FolderRole, identity: string, names: FolderNames): Promise<boolean> {
    const [path, otherPath] = [plain(this.#folders[role]), plain(this.#folders[other])];
    if (path === otherPath) return true;
    const otherIdentity = await this.#disk.identity(this.#folders[other] ?? "").catch(() => undefined);
    if (otherIdentity !== identity) return false;
    const above = await this.#disk.identity(parentOf(path)).catch(() => undefined);
    if (above !== undefined) return above !== identity;
    return haveTheSame(names[role] ?? [], names[other] ?? []);
  }

  #list(role: FolderRole): Promise<readonly string[]> {
    return this.#look(role, (path) => this.#disk.list(path));
  }

  #identity(role: FolderRole): Promise<string> {
    return this.#look(role, (path) => this.#disk.identity(path));
  }

  /** One failure of a share is no reason to fail a call. */
  async #look<T>(role: FolderRole, work: (path: string) => Promise<T>): Promise<T> {
    try {
      return await patiently(this.#clock, () => work(this.#folders[role] ?? ""), { operation: "look" });
    } catch (error) {
      throw folderError(role, error);
    }
  }
}

/** A path without the parts that make no difference. */
function plain(path: string = ""): string {
  return path.replaceAll("\\", "/").replace(/(?<=.)\/+$/, "");
}

function parentOf(path: string): string {
  return path.replace(/\/[^/]*$/, "") || "/";
}

/** File names of the exchange are used once, so one that is in both folders is in one folder. */
function haveTheSame(names: readonly string[], others: readonly string[]): boolean {
  const all = new Set(others);
  return names.length === all.size && names.some((name) => homeOf(name) !== undefined && all.has(name));
}
