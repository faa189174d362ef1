import process from "node:process";
import { parseArgs } from "node:util";
import { systemClock } from "@onshi/core/base";

/** How long a fuzzer goes on, and where it begins. */
export interface Budget {
  readonly seed: number;
  readonly cases: number;
  readonly isOver?: () => boolean;
}

/** What a fuzzer did; it throws when it found something. */
export interface Done {
  readonly cases: number;
  /** How many of them the code under test took: a run that is refused from end to end tries little. */
  readonly accepted: number;
}

/** Runs a fuzzer from the command line: `--seconds N`, `--cases N`, `--seed N`. Ends with 0 when it found nothing. */
export async function runFuzzer(
  unit: string,
  usualCases: number,
  fuzz: (budget: Budget) => Promise<Done>,
): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: "string" }, cases: { type: "string" }, seed: { type: "string" } },
  });
  const started = systemClock.monotonic();
  const elapsed = (): number => (systemClock.monotonic() - started) / 1_000;
  const seed = Number(values.seed ?? systemClock.now().getTime() % 2 ** 32);
  const seconds = values.seconds === undefined ? Infinity : Number(values.seconds);
  const cases = Number(values.cases ?? (values.seconds === undefined ? usualCases : Infinity));
  try {
    const done = await fuzz({ seed, cases, isOver: () => elapsed() >= seconds });
    const rate = Math.round(done.cases / elapsed());
    process.stdout.write(
      `${done.cases} ${unit}, ${done.accepted} accepted, ${elapsed().toFixed(1)} s (${rate}/s), seed ${seed}: nothing found\n`,
    );
  } catch (error) {
    process.stderr.write(`seed ${seed}\n`);
    throw error;
  }
}

/** Runs one case after another, each with a seed of its own, so that one can be run again without the others. */
export async function eachCase(
  { seed, cases, isOver = () => false }: Budget,
  tryOne: (seed: number) => boolean | Promise<boolean>,
): Promise<Done> {
  let accepted = 0;
  let done = 0;
  for (; done < cases && !isOver(); done++) {
    const own = (seed + done) >>> 0;
    try {
      const result = tryOne(own);
      if (typeof result === "boolean" ? result : await result) accepted++;
    } catch (cause) {
      throw new Error(`case with --seed ${own} --cases 1`, { cause });
    }
  }
  return { cases: done, accepted };
}
