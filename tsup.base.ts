import type { Options } from "tsup";

/** What the builds of all packages share: ESM for the oldest supported Node, one d.ts per entry. */
export function build(entry: Record<string, string>): Options {
  const { cli: _program, ...api } = entry;
  return {
    entry,
    format: "esm",
    target: "node20.19",
    platform: "node",
    dts: { entry: api },
    clean: true,
    sourcemap: true,
    splitting: true,
    treeshake: true,
    // Maps lead to file and line of the repository; carrying every source along would double the packages.
    esbuildOptions: (options) => {
      options.sourcesContent = false;
    },
  };
}
