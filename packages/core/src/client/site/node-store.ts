import { randomUUID } from "node:crypto";
import { access, type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { type Clock, systemClock } from "../../base/index.ts";
import { patiently, patientRename, type RenamingFiles } from "../../transports/folder/patient.ts";
import { checkEntryName, type SiteArea, type SiteStore } from "./store.ts";

/** For the program's own account only. On Windows modes have no effect: the folder's access list has to do it. */
const folderMode = 0o700;
const fileMode = 0o600;

/** Draft names begin with a dot; names of entries never do. */
const draftPrefix = ".draft-";

/** How to keep a site in a folder. */
export interface NodeSiteStoreOptions {
  /** Source of time, for the pauses while another program holds a file. Default: the machine's clock. */
  readonly clock?: Clock;
}

/**
 * A site in a folder, on the machine or on a share that all its programs can reach: `journal`, `spool`, `locks` and `keys`
 * are created inside, readable by the program's account alone (0700, files 0600). Windows does not know these modes; set
 * an access list on the folder there (`docs/en/several-processes.md`).
 *
 * When a virus scanner or a share holds a file for a moment, it waits up to two seconds.
 *
 * @param folder - path; created if missing
 *
 * @example
 * ```ts
 * import { nodeSiteStore } from "@onshi/core";
 *
 * const site = nodeSiteStore("/var/lib/clinic/onshi");
 * console.log(typeof site.write); // function
 * ```
 */
export function nodeSiteStore(folder: string, { clock = systemClock }: NodeSiteStoreOptions = {}): SiteStore {
  const made = new Map<SiteArea, Promise<void>>();
  const areaFolder = (area: SiteArea): string => path.join(folder, area);
  const fileOf = (area: SiteArea, name: string): string => path.join(areaFolder(area), checkEntryName(name));
  const ready = (area: SiteArea): Promise<void> => {
    const making = made.get(area) ?? makeFolder(areaFolder(area));
    made.set(area, making);
    making.catch(() => made.delete(area));
    return making;
  };
  /** A share may have disappeared and come back without its folders. */
  const inArea = async <T>(area: SiteArea, work: () => Promise<T>): Promise<T> => {
    await ready(area);
    try {
      return await patiently(clock, work);
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
      made.delete(area);
      await ready(area);
      return patiently(clock, work);
    }
  };
  return {
    async list(area) {
      const names = await readdir(areaFolder(area)).catch(orIfMissing([] as string[]));
      return names.filter((name) => !name.startsWith("."));
    },
    async read(area, name) {
      const file = fileOf(area, name);
      return patiently(clock, () => readFile(file)).catch(orIfMissing(undefined));
    },
    async write(area, name, bytes) {
      const target = fileOf(area, name);
      const draft = path.join(areaFolder(area), `${draftPrefix}${randomUUID()}`);
      await inArea(area, () => writeNew(draft, bytes));
      try {
        await patientRename(files, draft, target, { clock });
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw error;
      }
      await syncFolder(areaFolder(area));
    },
    async create(area, name, bytes) {
      const target = fileOf(area, name);
      try {
        await inArea(area, () => writeNew(target, bytes));
      } catch (error) {
        if (codeOf(error) === "EEXIST") return false;
        throw error;
      }
      await syncFolder(areaFolder(area));
      return true;
    },
    async remove(area, name) {
      const file = fileOf(area, name);
      await patiently(clock, () => rm(file, { force: true }));
    },
  };
}

/** Renames that replace a file: a Windows share refuses them while anybody reads the old one. */
const files: RenamingFiles = {
  rename,
  exists: async (file) => {
    try {
      await access(file);
      return true;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return false;
      throw error;
    }
  },
};

/** A new folder survives a power cut only if the folders above it are written too. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: folderMode });
  if (first === undefined) return;
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    await syncFolder(above);
    if (above === path.dirname(first) || above === path.dirname(above)) return;
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/** A failed write leaves nothing behind: an empty lock would keep everybody waiting. */
async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", fileMode);
  try {
    await withFile(handle, async () => {
      await handle.writeFile(bytes);
      await handle.sync();
    });
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A new name survives a power cut only if the folder is written too. Not possible on Windows and on shares. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await withFile(await open(folder, "r"), (handle) => handle.sync());
  } catch {
    // The file itself is on disk; this platform offers no more than that.
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
    if (codeOf(error) === "ENOENT") return instead;
    throw error;
  };
