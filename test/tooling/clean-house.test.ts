import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((file) => file !== "" && file !== "pnpm-lock.yaml" && !file.endsWith(".pem"));

const texts = tracked.flatMap((file) => {
  try {
    return [[file, readFileSync(join(root, file), "utf8")] as const];
  } catch {
    return [];
  }
});

/** Real prefectures are 01 to 47; everything synthetic carries 99. */
describe("what must not be in the project", () => {
  test("no host of the real system or of its authorities", () => {
    const hosts = [/onshi[a-z]*\.go\.jp/i, /jpki\.go\.jp/i, /ocsp[a-z]*\.[a-z]+\.go\.jp/i, /lg-?wan/i];
    const found = texts.filter(
      ([file, text]) => !file.endsWith("clean-house.test.ts") && hosts.some((host) => host.test(text)),
    );
    expect(found.map(([file]) => file)).toEqual([]);
  });

  test("relative links in the documentation lead somewhere", () => {
    const files = new Set(tracked);
    const broken = texts
      .filter(([file]) => file.endsWith(".md"))
      .flatMap(([file, text]) =>
        [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
          ([, target = ""]) => [file, join(file, "..", target)] as const,
        ),
      )
      .filter(
        ([, target]) =>
          !files.has(target.replaceAll("\\", "/")) &&
          !tracked.some((file) => file.startsWith(`${target.replaceAll("\\", "/").replace(/\/$/, "")}/`)),
      );
    expect(broken).toEqual([]);
  });
});
