import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Packed } from "../../scripts/release/packed.ts";
import { npm } from "../../scripts/release/run.ts";

/**
 * A project as a vendor would have it: npm, no workspace, the packages from their tarballs, everything else from the
 * registry. The fixtures lie in it.
 */
export async function plainProject({ folder, tarballs }: Packed): Promise<string> {
  const project = path.join(folder, "plain");
  await mkdir(project);
  const manifest = { name: "plain", version: "1.0.0", private: true };
  await writeFile(path.join(project, "package.json"), JSON.stringify(manifest));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  await npm(["install", ...quiet, ...Object.values(tarballs), "@types/node@20"], project);
  await cp(path.join(import.meta.dirname, "fixtures"), project, { recursive: true });
  // The same program as CommonJS: TypeScript turns its imports into require().
  await cp(path.join(project, "consumer.ts"), path.join(project, "consumer.cts"));
  await cp(path.join(project, "consumer.ts"), path.join(project, "consumer.mts"));
  return project;
}
