import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The rules with types have to bite; a fixture that is wrong on purpose shows it. */
describe("lint rules that need types", () => {
  let config: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(root, "test/tooling/.lint-"));
    config = join(folder, "oxlintrc.json");
    const settings = JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8")) as Record<string, unknown>;
    // The project's own settings, only without the line that keeps the fixtures out.
    writeFileSync(config, JSON.stringify({ ...settings, ignorePatterns: [] }));
  });

  afterAll(() => rm(folder, { recursive: true }));

  test.each([
    ["floating-promise.ts", "no-floating-promises"],
    ["open-switch.ts", "switch-exhaustiveness-check"],
  ])("%s breaks %s", (fixture, rule) => {
    const program = join(root, "node_modules/oxlint/bin/oxlint");
    const args = [program, "--type-aware", "--config", config, join(root, "test/tooling/fixtures", fixture)];
    let output = "";
    try {
      output = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    } catch (error) {
      output = String((error as { stdout: unknown }).stdout);
    }
    expect(output).toContain(rule);
  });
});
