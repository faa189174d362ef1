import { OnshiError } from "../../base/index.ts";
import { parseFileName } from "../../wire/index.ts";
import type { Disk } from "./disk.ts";
import { folderError } from "./folder-error.ts";
import { type FolderRole, folderRoles } from "./paths.ts";

/** Paths of the folders as configured. */
export type Folders = { readonly [Role in FolderRole]?: string };

/**
 * Looks once at the folders before their first use: each is there and may be listed, no two are the same, and none
 * holds what only another one can hold. An empty folder is always right.
 */
export class FolderCheck {
  readonly #disk: Disk;
  readonly #folders: Folders;
  readonly #passed = new Map<FolderRole, Promise<void>>();

  constructor(disk: Disk, folders: Folders) {
    this.#disk = disk;
    this.#folders = folders;
  }

  /**
   * Resolves when all the roles are in order. That they exist is asked for every call, before anything is sent whose
   * answer nobody could see; the rest once.
   */
  async assertReady(...roles: readonly FolderRole[]): Promise<void> {
    await Promise.all(roles.map((role) => this.#identity(role).catch((error: unknown) => fail(role, error))));
    await Promise.all(roles.map((role) => this.#once(role)));
  }

  #once(role: FolderRole): Promise<void> {
    let check = this.#passed.get(role);
    if (!check) {
      check = this.#inspect(role);
      this.#passed.set(role, check);
      check.catch(() => this.#passed.delete(role));
    }
    return check;
  }

  async #inspect(role: FolderRole): Promise<void> {
    const identity = await this.#identity(role).catch((error: unknown) => fail(role, error));
    for (const other of folderRoles) {
      if (other === role || this.#folders[other] === undefined) continue;
      // Whether the other one is reachable is for its own check to say.
      const otherIdentity = await this.#identity(other).catch(() => undefined);
      if (otherIdentity === identity) throw new OnshiError("folder.swapped", { folder: role });
      // This folder may be empty where another one already gives the mixture away.
      this.#assertInPlace(other, await this.#disk.list(this.#folders[other] ?? "").catch(() => []));
    }
    const names = await this.#disk.list(this.#folders[role] ?? "").catch((error: unknown) => fail(role, error));
    this.#assertInPlace(role, names);
  }

  #assertInPlace(role: FolderRole, names: readonly string[]): void {
    const fileName = misplaced(role, names);
    if (fileName !== undefined) throw new OnshiError("folder.swapped", { folder: role, fileName });
  }

  #identity(role: FolderRole): Promise<string> {
    return this.#disk.identity(this.#folders[role] ?? "");
  }
}

function fail(role: FolderRole, error: unknown): never {
  throw folderError(role, error);
}

/** A file that proves that the folder is not what it is configured as. */
function misplaced(role: FolderRole, names: readonly string[]): string | undefined {
  const all = new Set(names);
  return names.find((name) => {
    const parts = parseFileName(name);
    if (!parts) return false;
    if (role === "req") return parts.kind !== "request";
    if (role === "face") return parts.kind === "result" || parts.kind === "request" || parts.kind === "error";
    // A rejected request may be put back into `res` beside its .err (oqs-exchange §2.6).
    return parts.kind === "face" || (parts.kind === "request" && !all.has(`${parts.id}_${parts.free}.err`));
  });
}
