import { execFileSync, spawnSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { testKey } from "./test-keys.ts";

const folder = new URL("../../data/keys/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".pem"));

describe.each(files)("the shipped key %s", (file) => {
  const text = readFileSync(new URL(file, folder), "utf8");

  test("says in its first line what it is", () => {
    expect(text).toMatch(/^JPKI-TEST: [^\n]+\n-----BEGIN PRIVATE KEY-----\n/);
  });

  test("is read by Node in spite of that line", () => {
    expect(createPrivateKey(text).equals(testKey(file.replace(".pem", "")))).toBe(true);
  });

  test.runIf(spawnSync("openssl", ["version"]).status === 0)("is read by openssl in spite of that line", () => {
    const read = execFileSync("openssl", ["pkey", "-in", fileURLToPath(new URL(file, folder))]);
    expect(createPrivateKey(read).equals(createPrivateKey(text))).toBe(true);
  });
});
