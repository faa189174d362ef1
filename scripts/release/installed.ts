import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { packageNames } from "./packed.ts";
import { Refusal } from "./refusal.ts";

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Everything that the packages need from others, with the folder in which the workspace has it: the versions of the
 * lockfile, at hand without a network.
 *
 * @throws Refusal when something is missing, or is there in two versions
 */
export function installedDependencies(workspace: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (folder: string): void => {
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (name.startsWith("@onshi/")) continue;
      const place = placeOf(name, folder);
      // What is optional is there on some platforms only.
      if (place === undefined && name in optionalDependencies) continue;
      if (place === undefined) throw new Refusal(`${name} is not installed; npm run setup installs it.`);
      const known = found.get(name);
      if (known === place) continue;
      if (known !== undefined)
        throw new Refusal(`${name} is there twice: ${versionAt(known)} and ${versionAt(place)}.`);
      found.set(name, place);
      visit(place);
    }
  };
  for (const name of packageNames) visit(path.join(workspace, "packages", name));
  return found;
}

function placeOf(name: string, from: string): string | undefined {
  const roots = createRequire(path.join(from, "package.json")).resolve.paths(name) ?? [];
  const place = roots
    .map((root) => path.join(root, name))
    .find((folder) => existsSync(path.join(folder, "package.json")));
  return place === undefined ? undefined : realpathSync(place);
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
}

const versionAt = (folder: string): string => manifestOf(folder).version;
