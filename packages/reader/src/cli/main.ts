/** The program behind `onshi-card`: binds the command to this process. It runs when imported. */
import process from "node:process";
import { sourceFor } from "./card-source.ts";
import { run } from "./run.ts";
import { askPinOn, readPinFrom } from "./terminal.ts";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
// Whoever read the output has gone (`onshi-card list | head`): there is nobody left to work for.
process.stdout.on("error", () => stop.abort());

const write = (text: string): void => void process.stderr.write(text);
process.exitCode = await run(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: write,
    readPin: readPinFrom,
    signal: stop.signal,
    ...(process.stdin.isTTY && { askPin: (prompt, signal) => askPinOn(process.stdin, write, prompt, signal) }),
  },
  sourceFor,
);
