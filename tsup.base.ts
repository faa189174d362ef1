import type { Options } from "tsup";
import entries from "./entries.json" with { type: "json" };

/** What the builds of all packages share: ESM for the oldest supported Node, one d.ts per entry; entries as listed. */
export function build(name: keyof typeof entries): Options {
  const listed: readonly { readonly source: string; readonly browser?: string }[] = Object.values(entries[name]);
  const api = named(listed.map(({ source }) => source));
  const twins = named(listed.flatMap(({ browser }) => browser ?? []));
  return {
    entry: { ...api, ...twins, cli: "src/cli/main.ts" },
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

/** The name each source has in `dist`, and where the source is. */
function named(sources: readonly string[]): Record<string, string> {
  return Object.fromEntries(sources.map((source) => [source.replace(/\.ts$/, ""), `src/${source}`]));
}
