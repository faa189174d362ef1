import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { node, workspace } from "./run.ts";

const require = createRequire(import.meta.url);

/** What publint finds in a tarball, warnings and suggestions included. */
export async function publintFindings(tarball: string): Promise<readonly string[]> {
  const bytes = await readFile(tarball);
  const { messages, pkg } = await publint({ pack: { tarball: Uint8Array.from(bytes).buffer }, strict: true });
  return messages.map(
    (message) => formatMessage(message, pkg as Record<string, unknown>, { color: false }) ?? message.code,
  );
}

/**
 * What "are the types wrong" finds in a tarball, for the resolutions of Node and of bundlers.
 *
 * Not asked: the resolution of Node 10, which knows no `exports`, so that no subpath could ever be found. Not counted:
 * that `require()` gets ES modules, because every supported Node can do that (engines: 20.19, 22.12 and newer).
 */
export async function typeFindings(tarball: string): Promise<readonly unknown[]> {
  const options = ["--format", "json", "--profile", "node16", "--ignore-rules", "cjs-resolves-to-esm"];
  const script = path.join(workspace, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // The exit code is judged by the same options, and it is not 0 for a package without types.
  const { stdout } = await node([script, tarball, ...options, "--no-definitely-typed"], workspace);
  const { problems } = (JSON.parse(stdout) as { analysis: { problems: readonly TypeProblem[] } }).analysis;
  return problems.filter(({ kind, resolutionKind }) => kind !== "CJSResolvesToESM" && resolutionKind !== "node10");
}

interface TypeProblem {
  readonly kind: string;
  readonly resolutionKind?: string;
}

/** Type-checks files of a project with the workspace's TypeScript, as strictly as it goes, declarations included. */
export async function compile(project: string, files: readonly string[], options: readonly string[]): Promise<string> {
  const tsc = require.resolve("typescript/bin/tsc");
  const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--types", "node"];
  return (await node([tsc, ...strict, ...options, ...files], project)).stdout;
}
