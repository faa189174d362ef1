import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const megabytes = process.env["ONSHI_LARGE"] ?? "8";

/**
 * The heap has room for the program but not for the document: a tree of it takes ten times its bytes. With
 * `ONSHI_LARGE=50` the same is shown for 50 MB.
 */
const heapMegabytes = 64;

test("a bulk result larger than the heap is taken person by person", { timeout: 120_000 }, async () => {
  const base = await mkdtemp(path.join(tmpdir(), "onshi-large-"));
  try {
    const script = path.join(import.meta.dirname, "children/large-bulk.ts");
    const runner = [`--max-old-space-size=${heapMegabytes}`, "--conditions=onshi-source", "--import", "tsx"];
    const { stdout } = await promisify(execFile)(process.execPath, [...runner, script, base, megabytes]);
    const { expected, found } = JSON.parse(stdout) as { expected: number; found: number };
    expect(found).toBe(expected);
    expect(found).toBeGreaterThan(10_000);
  } finally {
    await rm(base, { recursive: true, force: true });
  }
});
