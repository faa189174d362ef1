// Brings a fresh clone to the point where everything runs: dependencies through the pinned pnpm, then the build
// the command-line programs need. Does nothing that is already done. Never calls a system package manager.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./lib.mjs";

const stampFolder = join(root, "node_modules", ".onshi");
const installInputs = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ...manifests()];

/** Runs the set-up; ends the process when a step fails. */
export async function setup() {
  requireNode();
  const installKey = digest([process.version, ...installInputs.map((file) => readIfThere(join(root, file)))]);
  if (stamp("install") !== installKey) {
    process.stdout.write("› Installing dependencies (pinned pnpm)\n");
    pnpm(["install", "--frozen-lockfile", "--reporter=append-only"]);
    setStamp("install", installKey);
  }
  const settings = ["entries.json", "tsup.base.ts"].map((file) => readIfThere(join(root, file)));
  const buildKey = digest([installKey, ...settings, ...sources()]);
  if (stamp("build") !== buildKey || !built()) {
    process.stdout.write("› Building the packages\n");
    const { build } = await import("./build.mjs");
    await build();
    setStamp("build", buildKey);
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  fail(`Onshi needs Node 20.19 or newer, or 22.12 or newer; this is ${process.version}.`);
}

/** pnpm through npm, so that nobody has to install it; the version is in package.json. */
function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const npm = process.env["npm_execpath"];
  const command = npm?.endsWith("npm-cli.js") ? [process.execPath, npm] : ["npm"];
  const call = [...command.slice(1), "exec", "--yes", "--package", packageManager, "--", "pnpm", ...args];
  const result = spawnSync(command[0], call, {
    cwd: root,
    stdio: "inherit",
    shell: command.length === 1 && process.platform === "win32",
  });
  if (result.status !== 0) fail("Installing the dependencies failed; the lines above say why.");
}

function manifests() {
  return readdirSync(join(root, "packages")).map((name) => `packages/${name}/package.json`);
}

function built() {
  return manifests().every((file) => existsSync(join(root, file, "..", "dist", "cli.js")));
}

function* sources() {
  for (const file of manifests()) {
    const folder = join(root, file, "..", "src");
    for (const name of readdirSync(folder, { recursive: true }).toSorted((a, b) => (a < b ? -1 : 1))) {
      if (!name.endsWith(".ts") || name.endsWith(".test.ts")) continue;
      const { mtimeMs, size } = statSync(join(folder, name));
      yield `${name} ${mtimeMs} ${size}`;
    }
  }
}

function digest(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part}\0`);
  return hash.digest("hex");
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function stamp(name) {
  return readIfThere(join(stampFolder, name));
}

function setStamp(name, value) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(join(stampFolder, name), value);
}

function fail(text) {
  process.stderr.write(`✗ ${text}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
