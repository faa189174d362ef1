import { outputOf } from "./child.ts";
import type { Effort, Samples } from "./row.ts";

/** Institutions that one process of a vendor serves. */
const institutions = 2_000;

/** What a client cost, in megabytes, and milliseconds of processor time until its first answer, or until one more. */
interface ClientCost {
  readonly megabytesPerClient: number;
  readonly firstAnswer: number;
  readonly usedClient: number;
}

/** A few rounds say enough: each is a process of its own. */
const mostRounds = 3;

/** Memory of all clients: with layouts that are shared, and with an overlay that each compiles for itself. */
export async function memorySamples(effort: Effort): Promise<Samples> {
  const [shared, own] = [await costs(effort, "shared"), await costs(effort, "own")];
  const memory = ({ megabytesPerClient }: ClientCost): number => megabytesPerClient * institutions;
  return { ours: shared.map(memory), peer: own.map(memory) };
}

/** The first answer of a new client, construction included, and an answer of a client that has had many. */
export async function firstAnswerSamples(effort: Effort): Promise<Samples> {
  const all = await costs(effort, "shared");
  return { ours: all.map(({ firstAnswer }) => firstAnswer), peer: all.map(({ usedClient }) => usedClient) };
}

/** Without shared layouts fewer clients are made, for each takes ten times as much. */
async function costs(effort: Effort, kind: "shared" | "own"): Promise<readonly ClientCost[]> {
  const count = kind === "own" ? 20 : Math.min(institutions, effort.rounds * 100);
  const all: ClientCost[] = [];
  for (let round = 0; round < Math.min(effort.rounds, mostRounds); round++) {
    all.push(JSON.parse(await outputOf(effort, "clients.mjs", [String(count), kind])) as ClientCost);
  }
  return all;
}
