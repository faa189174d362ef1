// What the PC/SC suite needs from Debian, and pcsclite built in place. The package manager is called only when somebody
// asked for the suite (`npm test -- --with-pcsc`, ONSHI_PCSC=1) or in CI (CI=true); ONSHI_PCSC=0 switches it off.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./lib.mjs";

/** What to look for, and the package that provides it. */
const parts = [
  ["pcscd", () => onPath("pcscd")],
  ["vsmartcard-vpcd", () => existsSync("/etc/reader.conf.d/vpcd")],
  ["opensc", () => onPath("pkcs11-tool") && onPath("pkcs15-tool")],
  ["openssl", () => onPath("openssl")],
  ["util-linux", () => onPath("unshare") && onPath("nsenter")],
  ["iproute2", () => onPath("ip")],
];
/** The same for building pcsclite, needed only until that is built. */
const compilerParts = [
  ["libpcsclite-dev", () => existsSync("/usr/include/PCSC/winscard.h")],
  ["g++", () => onPath("g++")],
  ["make", () => onPath("make")],
  ["python3", () => onPath("python3")],
];

/**
 * Decides whether the suite runs, and prepares it. Returns true if it runs, else prints one line. In CI and on request,
 * any obstacle ends the process: a suite that is skipped silently proves nothing.
 */
export function preparePcsc(args = process.argv.slice(2)) {
  const wish = process.env["ONSHI_PCSC"];
  const isAsked = args.includes("--with-pcsc") || wish === "1";
  if (!isAsked && (wish === "0" || process.env["CI"] !== "true")) {
    process.stdout.write(
      "› PC/SC suite skipped; `npm test -- --with-pcsc` runs it (Debian or Ubuntu; installs packages)\n",
    );
    return false;
  }
  if (process.platform !== "linux") fail("it needs Linux; set ONSHI_PCSC=0 where it cannot run");
  const isBuilt = pcscliteLoads();
  install([...parts, ...(isBuilt ? [] : compilerParts)]);
  if (!isBuilt) buildPcsclite();
  const reason = namespaceProblem();
  if (reason !== undefined) fail(reason);
  process.stdout.write("› PC/SC suite: pcscd, vpcd, OpenSC and pcsclite are ready\n");
  return true;
}

/** Whether a private PC/SC service can be started as things are; installs nothing, prints nothing. */
export function canHavePrivatePcsc() {
  const needed = parts.filter(([name]) => name !== "opensc" && name !== "openssl");
  return process.platform === "linux" && needed.every(([, isThere]) => isThere()) && namespaceProblem() === undefined;
}

/** A call of node inside namespaces with a PC/SC service of its own (see pcsc-namespace.sh), for `spawnSync("unshare", …)`. */
export function besidePrivatePcsc(nodeArgs) {
  const script = join(root, "scripts", "pcsc-namespace.sh");
  return ["--map-root-user", "--mount", "--net", "sh", script, process.execPath, ...nodeArgs];
}

function install(wanted) {
  const missing = wanted.filter(([, isThere]) => !isThere()).map(([name]) => name);
  if (missing.length === 0) return;
  if (!onPath("apt-get")) fail(`${missing.join(", ")} missing, and there is no apt-get to install them`);
  process.stdout.write(`› Installing from Debian: ${missing.join(" ")}\n`);
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  const apt = (...args) => {
    // A later call may find what an earlier one could not update: only the outcome below counts.
    const [command, ...rest] = [
      ...asRoot,
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "--quiet",
      "--yes",
      ...args,
    ];
    spawnSync(command, rest, { stdio: ["ignore", "inherit", "inherit"] });
  };
  apt("update");
  apt("install", "--no-install-recommends", ...missing);
  const still = wanted.filter(([, isThere]) => !isThere()).map(([name]) => name);
  if (still.length > 0) fail(`${still.join(", ")} could not be installed`);
}

/** pcsclite is compiled against the system's headers, by npm's own node-gyp. */
function buildPcsclite() {
  process.stdout.write("› Building pcsclite\n");
  const folder = pcscliteFolder();
  if (folder === undefined) fail("pcsclite is not installed; run `npm run setup` first");
  const npm = process.env["npm_execpath"];
  const [command, ...before] = npm?.endsWith("npm-cli.js") ? [process.execPath, npm] : ["npm"];
  const result = spawnSync(command, [...before, "run", "install"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...headersOfThisNode() },
  });
  if (pcscliteLoads()) return;
  fail(`building pcsclite failed:\n${result.stdout ?? ""}${result.stderr ?? ""}`);
}

/** If the headers of this very node are beside it, nothing has to be downloaded. */
function headersOfThisNode() {
  const prefix = join(dirname(realpathSync(process.execPath)), "..");
  const isThere = existsSync(join(prefix, "include", "node", "node_api.h"));
  return isThere && process.env["npm_config_nodedir"] === undefined ? { npm_config_nodedir: prefix } : {};
}

function pcscliteFolder() {
  try {
    return dirname(realpathSync(createRequire(join(root, "package.json")).resolve("pcsclite/package.json")));
  } catch {
    return undefined;
  }
}

/** In a process of its own: a binary for another version of node must not stay in this one. */
function pcscliteLoads() {
  const folder = pcscliteFolder();
  if (folder === undefined || !existsSync(join(folder, "build"))) return false;
  return spawnSync(process.execPath, ["-e", "require(process.argv[1])", folder], { stdio: "ignore" }).status === 0;
}

function namespaceProblem() {
  const script = join(root, "scripts", "pcsc-namespace.sh");
  const args = ["--map-root-user", "--mount", "--net", "sh", script, "true"];
  const { status, stderr, error } = spawnSync("unshare", args, { encoding: "utf8", timeout: 20_000 });
  if (status === 0) return undefined;
  const said = error?.message ?? stderr.trim().split("\n").at(-1) ?? "";
  return `no namespaces for an ordinary user here (Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0): ${said}`;
}

function onPath(program) {
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/sbin"];
  return folders.some((folder) => folder !== "" && existsSync(join(folder, program)));
}

function fail(text) {
  process.stderr.write(`✗ PC/SC suite: ${text}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) preparePcsc(["--with-pcsc"]);
