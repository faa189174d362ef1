import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { checkEntryName, type SiteArea, type SiteStore } from "./store.ts";

/** Only the account of the program may look in. On Windows modes say nothing: the folder's access list has to. */
const folderMode = 0o700;
const fileMode = 0o600;

/** Drafts begin with a dot, which no entry does. */
const draftPrefix = ".draft-";

/**
 * A site in a folder of the machine or of a share that all its programs reach: `journal`, `spool`, `locks` and `keys` are
 * made inside, for the account of the program alone (0700, files 0600). Windows does not know these modes; give the folder
 * an access list there (`docs/en/several-processes.md`).
 *
 * @param folder - where; it is made when it is missing
 *
 * @example
 * ```ts
 * import { nodeSiteStore } from "@onshi/core";
 *
 * const site = nodeSiteStore("/var/lib/clinic/onshi");
 * console.log(typeof site.write); // function
 * ```
 */
export function nodeSiteStore(folder: string): SiteStore {
  const made = new Map<SiteArea, Promise<unknown>>();
  const areaFolder = (area: SiteArea): string => path.join(folder, area);
  const fileOf = (area: SiteArea, name: string): string => path.join(areaFolder(area), checkEntryName(name));
  const ready = (area: SiteArea): Promise<unknown> => {
    const making = made.get(area) ?? mkdir(areaFolder(area), { recursive: true, mode: folderMode });
    made.set(area, making);
    making.catch(() => made.delete(area));
    return making;
  };
  return {
    async list(area) {
      const names = await readdir(areaFolder(area)).catch(orIfMissing([] as string[]));
      return names.filter((name) => !name.startsWith("."));
    },
    async read(area, name) {
      return readFile(fileOf(area, name)).catch(orIfMissing(undefined));
    },
    async write(area, name, bytes) {
      const target = fileOf(area, name);
      await ready(area);
      const draft = path.join(areaFolder(area), `${draftPrefix}${randomUUID()}`);
      try {
        await writeNew(draft, bytes);
        await rename(draft, target);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(areaFolder(area));
    },
    async create(area, name, bytes) {
      const target = fileOf(area, name);
      await ready(area);
      try {
        await writeNew(target, bytes);
      } catch (error) {
        if ((error as { code?: unknown }).code === "EEXIST") return false;
        throw error;
      }
      await syncFolder(areaFolder(area));
      return true;
    },
    async remove(area, name) {
      await rm(fileOf(area, name), { force: true });
    },
  };
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  await withFile(await open(file, "wx", fileMode), async (handle) => {
    await handle.writeFile(bytes);
    await handle.sync();
  });
}

/** A new name outlives a power cut only when the folder is written too. Not possible on Windows and on shares. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await withFile(await open(folder, "r"), (handle) => handle.sync());
  } catch {
    // The file itself is on the medium; that is as much as this platform gives.
  }
}

async function withFile(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}

const orIfMissing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if ((error as { code?: unknown }).code === "ENOENT") return instead;
    throw error;
  };
