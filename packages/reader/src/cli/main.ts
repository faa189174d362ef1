/** The program behind `onshi-card`: binds the command to this process. It runs when imported. */
import { createRequire } from "node:module";
import process from "node:process";
import { sourceFor } from "./card-source.ts";
import { run } from "./run.ts";
import { askPinOn, readPinFrom } from "./terminal.ts";

const stop = new AbortController();
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let stoppedBy: keyof typeof signalNumbers | undefined;
// The first signal ends the work cleanly: terminal restored, card unpowered. A second one ends the process at once.
for (const name of Object.keys(signalNumbers) as (keyof typeof signalNumbers)[]) {
  process.once(name, () => {
    stoppedBy ??= name;
    stop.abort();
  });
}
// The reader of the output has gone (`onshi-card list | head`), so there is no point in going on.
process.stdout.on("error", () => stop.abort());

const { version } = createRequire(import.meta.url)("@onshi/reader/package.json") as { readonly version: string };

const write = (text: string): void => void process.stderr.write(text);
const code = await run(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: write,
    system: { locale: new Intl.DateTimeFormat().resolvedOptions().locale, version },
    readPin: readPinFrom,
    signal: stop.signal,
    ...(process.stdin.isTTY && { askPin: (prompt, signal) => askPinOn(process.stdin, write, prompt, signal) }),
  },
  sourceFor,
);
// The exit code that shells use for an end by signal.
process.exitCode = stoppedBy === undefined ? code : 128 + signalNumbers[stoppedBy];
