/** The program behind `onshi-mock`: binds the command to this process. It runs when imported. */
import { createRequire } from "node:module";
import process from "node:process";
import { createInterface } from "node:readline";
import { systemClock } from "@onshi/core/base";
import { run } from "./run.ts";

const stop = new AbortController();
// A second signal ends the process at once, as always.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => stop.abort());
// The reader of the output has gone (`onshi-mock personas | head`), so there is no point in going on.
process.stdout.on("error", () => stop.abort());

const { version } = createRequire(import.meta.url)("@onshi/mock-server/package.json") as { readonly version: string };

process.exitCode = await run(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    signal: stop.signal,
    system: { locale: new Intl.DateTimeFormat().resolvedOptions().locale, version },
    onLine: (listener, signal) => {
      const lines = createInterface({ input: process.stdin });
      lines.on("line", listener);
      signal.addEventListener("abort", () => lines.close(), { once: true });
    },
  },
  systemClock,
);
