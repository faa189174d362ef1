import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateAll, generatedFolders } from "../../scripts/generate/all.ts";

const root = join(import.meta.dirname, "../../../..");
const files = generateAll();

describe("what is generated is what is committed", () => {
  test.each(files.map(({ path, content }) => [path, content] as const))("%s", (path, content) => {
    expect(readFileSync(join(root, path), "utf8")).toBe(content);
  });

  test("and nothing else lies in the generated folders", () => {
    const found = generatedFolders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll("\\", "/"),
        ),
    );
    expect(found.toSorted()).toEqual(files.map(({ path }) => path).toSorted());
  });

  test("each file once, inside a generated folder", () => {
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { path } of files) expect(generatedFolders.some((folder) => path.startsWith(`${folder}/`))).toBe(true);
  });

  test("the same twice in a row", () => {
    expect(generateAll()).toEqual(files);
  });
});
