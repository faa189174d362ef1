import { readFileSync, statSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { node, npm, workspace } from "./run.ts";

/** The packages, in the order in which they depend on each other. */
export const packageNames = ["core", "reader", "mock-server"] as const;

/** One of {@link packageNames}. */
export type PackageName = (typeof packageNames)[number];

/** Packages as they would be published. */
export interface Packed {
  /** Where the tarballs lie; whoever asked for a temporary folder removes it. */
  readonly folder: string;
  readonly tarballs: Readonly<Record<PackageName, string>>;
}

/**
 * Builds the packages if their sources changed, and packs them with the pnpm that package.json names.
 *
 * @param into - a folder that is there; a temporary one when left out
 */
export async function pack(into?: string): Promise<Packed> {
  await node(["scripts/setup.mjs"], workspace);
  const folder = into ?? (await mkdtemp(path.join(tmpdir(), "onshi-packaging-")));
  const manifest = JSON.parse(readFileSync(path.join(workspace, "package.json"), "utf8")) as { packageManager: string };
  const pnpm = ["exec", "--yes", "--package", manifest.packageManager, "--", "pnpm"];
  // Recursive packing replaces `workspace:`, `catalog:` and the source condition as publishing would.
  await npm([...pnpm, "--recursive", "--filter", "./packages/*", "pack", "--pack-destination", folder], workspace);
  const { version } = JSON.parse(readFileSync(path.join(workspace, "packages/core/package.json"), "utf8")) as {
    version: string;
  };
  const tarball = (name: PackageName): string => path.join(folder, `onshi-${name}-${version}.tgz`);
  return {
    folder,
    tarballs: { core: tarball("core"), reader: tarball("reader"), "mock-server": tarball("mock-server") },
  };
}

/** Size of a packed package in kB. */
export function packedSize(tarball: string): number {
  return statSync(tarball).size / 1000;
}
