import { outputOf } from "./child.ts";
import type { Effort, Row, Samples } from "./row.ts";

/** What importing a package costs a process that has just started. */
export function importTime(packageName: "core" | "reader"): Row {
  return {
    name: `import-${packageName}`,
    title: `import of @onshi/${packageName}`,
    peerName: "start of node itself, same process",
    unit: "ms",
    goal: { of: "ours", atMost: 150 },
    measure: (effort) => measure(effort, `@onshi/${packageName}`),
  };
}

async function measure(effort: Effort, packageName: string): Promise<Samples> {
  const samples = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < effort.rounds; round++) {
    const text = await outputOf(effort, "import.mjs", [packageName]);
    const times = JSON.parse(text) as { readonly start: number; readonly import: number };
    samples.ours.push(times.import);
    samples.peer.push(times.start);
  }
  return samples;
}
