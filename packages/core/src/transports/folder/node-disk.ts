import { constants, watch } from "node:fs";
import { access, type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { type Disk, errorCode } from "./disk.ts";

/** The machine's own file system, network shares included. */
export const nodeDisk: Disk = {
  list: (folder) => readdir(folder),

  async identity(folder) {
    const { dev, ino } = await stat(folder, { bigint: true });
    return `${dev}:${ino}`;
  },

  read: (path, limit) =>
    withFile(path, reading, async (file) => {
      const size = await sizeOf(file);
      // One byte more than expected, so that a file that grows meanwhile is noticed.
      const buffer = new Uint8Array(Math.min(size, limit) + 1);
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    }),

  async stat(path) {
    const found = await stat(path);
    return { size: found.size, modifiedMs: found.mtimeMs, isFile: found.isFile() };
  },

  readPart: (path, from, length) =>
    withFile(path, reading, async (file) => {
      await sizeOf(file);
      const buffer = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(buffer, filled, length - filled, from + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    }),

  create: (path, bytes) =>
    withFile(path, "wx", async (file) => {
      await file.writeFile(bytes);
      await file.sync();
    }),

  async rename(from, to) {
    await rename(from, to);
    await syncFolder(dirname(to));
  },

  async exists(path) {
    try {
      await access(path);
      return true;
    } catch (error) {
      if (errorCode(error) === "ENOENT") return false;
      throw error;
    }
  },

  remove: (path) => rm(path),

  watch(folder, hint, lost) {
    const watcher = watch(folder, { persistent: false }, hint);
    watcher.on("error", () => {
      watcher.close();
      lost();
    });
    return watcher;
  },
};

/** Opening a pipe that nobody writes to would wait for ever and block one of the process's few threads. */
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function sizeOf(file: FileHandle): Promise<number> {
  const found = await file.stat();
  if (found.isFile()) return found.size;
  throw Object.assign(new Error("EFTYPE: not a regular file"), { code: "EFTYPE" });
}

async function withFile<T>(path: string, flags: string | number, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** A new name outlives a power cut only when the folder is written too. Not possible on Windows and on shares. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await withFile(folder, "r", (handle) => handle.sync());
  } catch {
    // The file itself is on the medium; that is as much as this platform gives.
  }
}
