import * as files from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nodeSiteStore } from "./node-store.ts";

vi.mock("node:fs/promises", async (original) => {
  const actual = await original<typeof files>();
  return { ...actual, rename: vi.fn(actual.rename), readFile: vi.fn(actual.readFile), rm: vi.fn(actual.rm) };
});

let folder: string;
let slept: number;
const clock = {
  now: () => new Date(),
  monotonic: () => slept,
  sleep: (ms: number) => {
    slept += ms;
    return Promise.resolve();
  },
};

beforeEach(async () => {
  slept = 0;
  folder = await files.mkdtemp(path.join(tmpdir(), "onshi-site-"));
});
afterEach(async () => {
  vi.mocked(files.rename).mockClear();
  await files.rm(folder, { recursive: true, force: true });
});

const bytes = new TextEncoder().encode("1");
const coded = (code: string): Error => Object.assign(new Error(code), { code });

describe("a store in a folder", () => {
  test.each(["EBUSY", "EPERM", "EACCES"])(
    "waits for a file that somebody holds (%s): write, read, remove",
    async (code) => {
      const store = nodeSiteStore(folder, { clock });
      vi.mocked(files.rename).mockRejectedValueOnce(coded(code)).mockRejectedValueOnce(coded(code));
      await store.write("journal", "a", bytes);
      vi.mocked(files.readFile).mockRejectedValueOnce(coded(code));
      expect(new Uint8Array((await store.read("journal", "a")) ?? [])).toEqual(bytes);
      vi.mocked(files.rm).mockRejectedValueOnce(coded(code));
      await store.remove("journal", "a");
      expect(await store.list("journal")).toEqual([]);
      expect(slept).toBe(800);
    },
  );

  test("gives up in time, and leaves no draft", async () => {
    const store = nodeSiteStore(folder, { clock });
    for (let count = 0; count < 10; count++) vi.mocked(files.rename).mockRejectedValueOnce(coded("EBUSY"));
    await expect(store.write("journal", "a", bytes)).rejects.toThrow("EBUSY");
    expect(slept).toBeLessThanOrEqual(2000);
    expect(await files.readdir(path.join(folder, "journal"))).toEqual([]);
  });

  test("does not wait where waiting cannot help", async () => {
    const store = nodeSiteStore(folder, { clock });
    vi.mocked(files.rename).mockRejectedValueOnce(coded("ENOSPC"));
    await expect(store.write("journal", "a", bytes)).rejects.toThrow("ENOSPC");
    expect(slept).toBe(0);
  });

  test("goes on after the site's folder was gone and came back empty", async () => {
    const store = nodeSiteStore(folder, { clock });
    await store.write("journal", "a", bytes);
    expect(await store.create("locks", "face.1", bytes)).toBe(true);
    await files.rm(folder, { recursive: true });
    await store.write("journal", "b", bytes);
    expect(await store.create("locks", "face.1", bytes)).toBe(true);
    expect(await store.list("journal")).toEqual(["b"]);
  });
});
