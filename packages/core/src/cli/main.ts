/** The program behind `onshi`: binds the commands to this process. It runs when imported. */
import { appendFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import process from "node:process";
import { systemClock, systemRandom } from "../base/index.ts";
import { nodeSiteStore } from "../client/index.ts";
import { errorCode } from "../transports/folder/disk.ts";
import { nodeDisk } from "../transports/folder/node-disk.ts";
import { run } from "./run.ts";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
// Whoever read the output has gone (`onshi watch | head -1`): there is nobody left to work for.
process.stdout.on("error", () => stop.abort());

const { version } = createRequire(import.meta.url)("@onshi/core/package.json") as { readonly version: string };

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readFile: async (path) => new Uint8Array(await readFile(path)),
  writeFile,
  appendFile,
  listFolder: async (path) => {
    try {
      return await readdir(path);
    } catch (error) {
      if (errorCode(error) === "ENOTDIR") return undefined;
      throw error;
    }
  },
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  disk: nodeDisk,
  clock: systemClock,
  random: systemRandom,
  site: nodeSiteStore,
  isTerminal: process.stderr.isTTY,
  machine: { sdk: version, node: process.versions.node, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone },
  signal: stop.signal,
});
