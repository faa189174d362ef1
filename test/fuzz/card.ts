/** A fuzzed card: random and spoiled answers to every command of every session (`npm run fuzz`). */
import process from "node:process";
import { parseArgs } from "node:util";
import { systemClock } from "@onshi/core/base";
import { fuzzCard } from "./card-sessions.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string" }, exchanges: { type: "string" }, seed: { type: "string" } },
});
const started = systemClock.monotonic();
const elapsed = (): number => (systemClock.monotonic() - started) / 1_000;
const seed = Number(values.seed ?? systemClock.now().getTime() % 2 ** 32);
const seconds = values.seconds === undefined ? Infinity : Number(values.seconds);
const exchanges = Number(values.exchanges ?? (values.seconds === undefined ? 1_000_000 : Infinity));

try {
  const done = await fuzzCard({ seed, exchanges, isOver: () => elapsed() >= seconds });
  const rate = Math.round(done.exchanges / elapsed());
  process.stdout.write(
    `${done.exchanges} exchanges in ${done.sessions} sessions, ${done.accepted} calls accepted, ` +
      `${elapsed().toFixed(1)} s (${rate}/s), seed ${seed}: nothing found\n`,
  );
} catch (error) {
  process.stderr.write(`seed ${seed}\n`);
  throw error;
}
