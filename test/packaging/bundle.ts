import { createRequire } from "node:module";
import path from "node:path";
import { workspace } from "../../scripts/release/run.ts";

/** As much of esbuild as is used; it comes with tsup. */
interface Esbuild {
  build(options: Readonly<Record<string, unknown>>): Promise<{
    readonly warnings: readonly { readonly text: string }[];
  }>;
}

const fromTsup = createRequire(createRequire(import.meta.url).resolve("tsup", { paths: [workspace] }));
const esbuild = fromTsup("esbuild") as Esbuild;

/**
 * Bundles a program of a project into one file, without a warning. Native addons stay outside as in any vendor's build,
 * and so does the mock server, which reads files of its own and is no part of a product.
 */
export async function bundle(project: string, entry: string, format: "esm" | "cjs"): Promise<string> {
  const outfile = path.join(project, `bundle-${path.parse(entry).name}.${format === "esm" ? "mjs" : "cjs"}`);
  const { warnings } = await esbuild.build({
    entryPoints: [path.join(project, entry)],
    absWorkingDir: project,
    bundle: true,
    platform: "node",
    target: "node20",
    format,
    outfile,
    external: ["pcsc-mini", "pcsclite", "@onshi/mock-server"],
    logLevel: "silent",
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  return outfile;
}
