/** The program behind `onshi`: binds the commands to this process. It runs when imported. */
import { mkdir, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import process from "node:process";
import { createInterface } from "node:readline";
import { buffer } from "node:stream/consumers";
import { systemClock, systemRandom } from "../base/index.ts";
import { nodeSiteStore } from "../client/index.ts";
import { errorCode } from "../transports/folder/disk.ts";
import { nodeDisk } from "../transports/folder/node-disk.ts";
import { nodeDraft } from "./node-draft.ts";
import { run } from "./run.ts";

const stop = new AbortController();
// The first signal ends the work cleanly (leases are released); a second one ends the process at once, as always.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => stop.abort());
// Whoever read the output is gone (`onshi watch | head -1`): there is nobody left to work for.
process.stdout.on("error", () => stop.abort());

const { version } = createRequire(import.meta.url)("@onshi/core/package.json") as { readonly version: string };
const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();

// Writes finish in the order in which they started, so the last one covers all before it.
let written: Promise<void> = Promise.resolve();

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => {
    written = new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    });
    written.catch(() => undefined);
  },
  err: (text) => void process.stderr.write(text),
  written: () => written,
  onLine: (listener, onEnd, signal) => {
    const lines = createInterface({ input: process.stdin });
    lines.on("line", listener);
    lines.once("close", onEnd);
    signal.addEventListener("abort", () => lines.close(), { once: true });
  },
  readStdin: async () => new Uint8Array(await buffer(process.stdin)),
  readFile: async (path) => new Uint8Array(await readFile(path)),
  draft: (path) => nodeDraft(path, systemRandom),
  listFolder: async (path) => {
    try {
      return await readdir(path);
    } catch (error) {
      if (errorCode(error) === "ENOTDIR") return undefined;
      throw error;
    }
  },
  makeFolder: async (path) => void (await mkdir(path, { recursive: true, mode: 0o700 })),
  disk: nodeDisk,
  clock: systemClock,
  random: systemRandom,
  site: nodeSiteStore,
  isTerminal: process.stderr.isTTY,
  showsOutput: process.stdout.isTTY,
  machine: { sdk: version, node: process.versions.node, zone: timeZone, locale },
  signal: stop.signal,
});
