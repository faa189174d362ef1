import { arch, cpus, platform } from "node:os";
import { lineOf, type Outcome, outcomeOf } from "./outcome.ts";
import type { Effort, Row } from "./row.ts";
import { table } from "./table.ts";

/** Where the results go. */
export interface Report {
  /** One JSON object per line as soon as it is known, instead of the table at the end. */
  readonly json: boolean;
  readonly out: (text: string) => void;
  /** Which row is running; for a person who waits. */
  readonly progress: (text: string) => void;
}

/** Runs the rows one after the other and reports them. A row that fails fails the run: there are no invented numbers. */
export async function runRows(
  rows: readonly Row[],
  effort: Effort,
  { json, out, progress }: Report,
): Promise<readonly Outcome[]> {
  const results: (readonly [Row, Outcome])[] = [];
  for (const row of rows) {
    progress(`… ${row.title}\n`);
    const outcome = outcomeOf(row, await row.measure(effort));
    results.push([row, outcome]);
    if (json) out(`${JSON.stringify(lineOf(outcome))}\n`);
  }
  if (!json) out(`${machine(effort)}\n\n${table(results)}`);
  return results.map(([, outcome]) => outcome);
}

function machine({ rounds, nodeArguments }: Effort): string {
  const [cpu] = cpus();
  const packages = nodeArguments.length === 0 ? "built packages" : "sources";
  return [
    `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpu?.model ?? "unknown processor"}; ${packages}`,
    `medians of up to ${rounds} rounds in turns, ± distance between the quartiles; ratio = ours / peer`,
  ].join("\n");
}
