import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const contributing = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
const walk = /^## What one `eligibility\.verify` passes through$([^]*?)^Over HTTPS/m.exec(contributing)?.[1] ?? "";
const named = [...walk.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file = ""]) => file);

/** Data has no functions that could run. */
const isData = (file: string): boolean => file.startsWith("messages/declarations/");

test("the walk through the code names files that one call really passes through", () => {
  const args = ["--conditions=onshi-source", "--import", "tsx", join(root, "test/tooling/walk/record.ts")];
  const ran = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" })) as readonly string[];
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !isData(file) && !ran.some((path) => `/${path}`.endsWith(`/${file}`)))).toEqual([]);
  expect(named.filter((file) => isData(file) && !existsSync(join(root, "packages/core/src", file)))).toEqual([]);
}, 60_000);
