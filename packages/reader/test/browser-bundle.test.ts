import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

interface Esbuild {
  build(options: Readonly<Record<string, unknown>>): Promise<{
    readonly outputFiles: readonly { readonly text: string }[];
  }>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const fromTsup = createRequire(createRequire(import.meta.url).resolve("tsup"));
const esbuild = fromTsup("esbuild") as Esbuild;

/** Bundles a page's program for browsers; the built file of the `browser` condition is replaced by its source. */
async function bundled(program: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: program, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "browser",
    format: "esm",
    write: false,
    logLevel: "silent",
    plugins: [
      {
        name: "unbuilt",
        setup: (build: { onResolve(filter: object, found: () => object): void }) =>
          build.onResolve({ filter: /^@onshi\/reader$/ }, () => ({ path: `${root}src/browser.ts` })),
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

test("a page that imports the package is built, and says at its start what is wrong", async () => {
  const text = await bundled('import { waitForCard } from "@onshi/reader"; console.log(waitForCard);');
  await expect(import(`data:text/javascript,${encodeURIComponent(text)}`)).rejects.toThrow(/needs Node\.js.*Electron/);
});

test("the stand-in has every name of the real module", async () => {
  const names = Object.keys(await import("../src/index.ts")).sort();
  const source = readFileSync(`${root}src/browser.ts`, "utf8");
  const standIns = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => String(name)).toSorted();
  expect(standIns).toEqual(names);
});

test("the package points bundlers for browsers at it, before anything else", () => {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
    exports: { ".": Record<string, string> };
    publishConfig: { exports: { ".": Record<string, string> } };
  };
  for (const { ".": main } of [manifest.exports, manifest.publishConfig.exports]) {
    expect(main["browser"]).toBe("./dist/browser.js");
    expect(Object.keys(main).indexOf("browser")).toBe(Object.keys(main).indexOf("default") - 1);
  }
});
