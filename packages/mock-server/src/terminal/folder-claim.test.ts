import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder } from "./folder-claim.ts";

let folder: string;
let claim: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "onshi-claim-"));
  claim = path.join(folder, "onshi-mock.lock");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inUse = { code: "config.invalid", details: { field: "folder" } };
const endedProcess = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

test("one has it, the next has it after the first", async () => {
  const release = await claimFolder(folder);
  await expect(claimFolder(folder)).rejects.toMatchObject(inUse);
  await release();
  expect(await readdir(folder)).toEqual([]);
  await (
    await claimFolder(folder)
  )();
});

test("of ten at once one gets it, even when the claim of an ended process is there", async () => {
  await writeFile(claim, `${endedProcess()}\n`);
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => claimFolder(folder)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await readdir(folder)).toEqual(["onshi-mock.lock"]);
});

test.each(["no process", "-1\n", "1 2\n"])("a claim that names no process (%j) is taken over", async (text) => {
  await writeFile(claim, text);
  await claimFolder(folder);
  expect(await readFile(claim, "utf8")).toBe(`${process.pid}\n`);
});

test("an empty claim belongs to somebody who is still writing it", async () => {
  await writeFile(claim, "");
  await expect(claimFolder(folder)).rejects.toMatchObject(inUse);
});

test("a planted link is moved away, not written through", async () => {
  const outside = path.join(folder, "outside");
  await writeFile(outside, "untouched");
  await symlink(outside, claim);
  await claimFolder(folder);
  expect(await readFile(outside, "utf8")).toBe("untouched");
  expect(await readFile(claim, "utf8")).toBe(`${process.pid}\n`);
});
