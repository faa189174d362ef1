/** The program behind `onshi`: binds the commands to this process. It runs when imported. */
import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { run } from "./run.ts";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readFile: async (path) => new Uint8Array(await readFile(path)),
  writeFile,
  signal: stop.signal,
});
