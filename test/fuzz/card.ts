/** A fuzzed card: random and spoiled answers to every command of every session (`npm run fuzz -- --only card`). */
import { fuzzCard } from "./card-sessions.ts";
import { runFuzzer } from "./command-line.ts";

await runFuzzer("exchanges", 1_000_000, async ({ cases, ...budget }) => {
  const { exchanges, accepted } = await fuzzCard({ ...budget, exchanges: cases });
  return { cases: exchanges, accepted };
});
