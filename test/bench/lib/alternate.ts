import type { Effort, Samples } from "./row.ts";

/** One side of a row. */
export interface Sides<T> {
  readonly ours: T;
  readonly peer: T;
}

/** Takes a number from each side in turns; who begins changes, so that a machine that slows down harms both alike. */
export async function alternate(rounds: number, sides: Sides<() => number | Promise<number>>): Promise<Samples> {
  const samples = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const)) {
      samples[side].push(await sides[side]());
    }
  }
  return samples;
}

/** Calls per second of two functions. Each is warmed up for as long as a round takes. */
export async function callsPerSecond(effort: Effort, sides: Sides<() => unknown>): Promise<Samples> {
  const side = (work: () => unknown) => () => callRate(work, effort.roundMs);
  const measured = { ours: side(sides.ours), peer: side(sides.peer) };
  await alternate(1, measured);
  return alternate(effort.rounds, measured);
}

async function callRate(work: () => unknown, milliseconds: number): Promise<number> {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  do {
    const result = work();
    if (result instanceof Promise) await result;
    calls++;
    elapsed = performance.now() - start;
  } while (elapsed < milliseconds);
  return (calls / elapsed) * 1000;
}
