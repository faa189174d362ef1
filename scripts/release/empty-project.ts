import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import entries from "../../entries.json" with { type: "json" };
import { installedDependencies } from "./installed.ts";
import { type Packed, packageNames } from "./packed.ts";
import { Refusal } from "./refusal.ts";
import { node, npm, workspace } from "./run.ts";

const programs = { onshi: "core", "onshi-card": "reader", "onshi-mock": "mock-server" } as const;

/**
 * An empty project into which npm installs the tarballs, everything else as the lockfile has it: without a network.
 *
 * @param folder - where the project is made; it must not be there yet; `…-parts` beside it is made too
 */
export async function emptyProject({ tarballs }: Packed, folder: string): Promise<string> {
  await mkdir(folder);
  const ours = Object.fromEntries(packageNames.map((name) => [`@onshi/${name}`, `file:${tarballs[name]}`]));
  const others: Record<string, string> = {};
  for (const [name, place] of installedDependencies(workspace)) {
    // npm stumbles over folders as pnpm lays them out.
    const plain = path.join(`${folder}-parts`, name);
    await cp(place, plain, { recursive: true, dereference: true });
    others[name] = `file:${plain}`;
  }
  await writeManifest(folder, { ...ours, ...others });
  // Copies instead of links, so that nothing reaches back into the workspace; no scripts of the others' own builds.
  const options = ["--offline", "--install-links", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await npm(["install", ...options], folder);
  // What was laid beside the packages is now theirs.
  await writeManifest(folder, ours);
  return folder;
}

async function writeManifest(folder: string, dependencies: Readonly<Record<string, string>>): Promise<void> {
  const manifest = { name: "empty", version: "1.0.0", private: true, dependencies };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
}

/**
 * Imports every entry and starts every program of a project.
 *
 * @throws Refusal when one does not come from this version
 */
export async function tryOut(project: string, version: string): Promise<readonly string[]> {
  const names = Object.entries(entries).flatMap(([name, list]) =>
    Object.keys(list).map((entry) => `@onshi/${name}${entry.slice(1)}`),
  );
  const imports = `for (const name of ${JSON.stringify(names)}) await import(name);`;
  await node(["--input-type=module", "--eval", imports], project);
  for (const [program, name] of Object.entries(programs)) {
    const file = path.join("node_modules/@onshi", name, "bin", `${program}.mjs`);
    const { stdout } = await node([file, "--version"], project);
    if (!stdout.includes(version)) throw new Refusal(`${program} --version says ${stdout.trim()}, not ${version}.`);
  }
  return names;
}
