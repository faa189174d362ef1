// What the other scripts share: running a program and failing loudly. Only node is called, never a shell,
// so that the same line works in PowerShell, cmd and sh.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs node with the arguments, in the workspace root, on this terminal; returns the exit code. */
export function node(args, options = {}) {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** The file behind a program that a dependency of the workspace ships, e.g. `bin("vitest")`. */
export function bin(name, packageName = name) {
  const manifestPath = findManifest(packageName);
  const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
  const entry = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[name];
  return join(dirname(manifestPath), entry);
}

function findManifest(packageName) {
  const direct = join(root, "node_modules", packageName, "package.json");
  if (existsSync(direct)) return direct;
  return createRequire(join(root, "package.json")).resolve(`${packageName}/package.json`);
}

/** With these, node runs TypeScript sources of the workspace without a build. */
export const sourceArguments = ["--conditions=onshi-source", "--import", "tsx"];

/** Runs node on TypeScript sources of the workspace, with the source export condition. */
export function source(args, options = {}) {
  return node([...sourceArguments, ...args], options);
}

/** Runs the steps in order and ends the process with the first failure's code. */
export function steps(list) {
  for (const [title, run] of list) {
    process.stdout.write(`\n› ${title}\n`);
    const code = run();
    if (code !== 0) {
      process.stderr.write(`\n✗ ${title} (exit ${code})\n`);
      process.exit(code);
    }
  }
}
