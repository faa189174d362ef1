import { readFileSync } from "node:fs";
import path from "node:path";
import { packageNames } from "./packed.ts";
import { Refusal } from "./refusal.ts";

interface Manifest {
  readonly name: string;
  readonly version: string;
}

/**
 * The number that all packages carry.
 *
 * @throws Refusal when they differ, or when it is no version
 */
export function commonVersion(workspace: string): string {
  const manifests = packageNames.map(
    (name) => JSON.parse(readFileSync(path.join(workspace, "packages", name, "package.json"), "utf8")) as Manifest,
  );
  const [version = "", ...others] = new Set(manifests.map((manifest) => manifest.version));
  if (others.length > 0) {
    const list = manifests.map((manifest) => `${manifest.name} ${manifest.version}`).join(", ");
    throw new Refusal(`The packages carry one number; here they differ: ${list}.`);
  }
  if (!/^\d+\.\d+\.\d+(?:-[0-9a-z.]+)?$/.test(version)) throw new Refusal(`"${version}" is no version.`);
  return version;
}
