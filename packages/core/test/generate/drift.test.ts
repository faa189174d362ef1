import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateAll, generatedFolders, generatedPages } from "../../scripts/generate/all.ts";

const root = join(import.meta.dirname, "../../../..");
const files = generateAll();

describe("what is generated is what is committed", () => {
  test.each(files.map(({ path, content }) => [path, content] as const))("%s", (path, content) => {
    expect(readFileSync(join(root, path), "utf8")).toBe(content);
  });

  test("and nothing else is in the generated folders", () => {
    const found = generatedFolders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll("\\", "/"),
        ),
    );
    const paths = files.map(({ path }) => path).filter((path) => !generatedPages.includes(path));
    expect(found.toSorted()).toEqual(paths.toSorted());
  });

  test("each file once, inside a generated folder or named", () => {
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { path } of files) {
      const isInside = generatedFolders.some((folder) => path.startsWith(`${folder}/`));
      expect(isInside || generatedPages.includes(path), path).toBe(true);
    }
  });

  test("the same twice in a row", () => {
    expect(generateAll()).toEqual(files);
  });
});
