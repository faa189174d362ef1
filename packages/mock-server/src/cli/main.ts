/** The program behind `onshi-mock`: binds the command to this process. It runs when imported. */
import process from "node:process";
import { createInterface } from "node:readline";
import { systemClock } from "@onshi/core/base";
import { run } from "./run.ts";

const stop = new AbortController();
// A second signal ends the process at once, as always.
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
// Whoever read the output has gone (`onshi-mock personas | head`): there is nobody left to work for.
process.stdout.on("error", () => stop.abort());

process.exitCode = await run(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    signal: stop.signal,
    onLine: (listener, signal) => {
      const lines = createInterface({ input: process.stdin });
      lines.on("line", listener);
      signal.addEventListener("abort", () => lines.close(), { once: true });
    },
  },
  systemClock,
);
