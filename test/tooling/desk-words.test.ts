import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const sources = ["core", "reader", "mock-server"].flatMap((name) =>
  readdirSync(join(root, "packages", name, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => join(root, "packages", name, "src", path)),
);

test("what would have been right is told in Japanese: no literal of the program gets to the desk", () => {
  const found = sources.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\bja: ["'`][^"'`]*\b(?:true|false|null|undefined)\b[^"'`]*["'`]/g)].map(
      ([text]) => `${path}: ${text}`,
    ),
  );
  expect(sources.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});
