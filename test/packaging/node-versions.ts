import { npm, run } from "../../scripts/release/run.ts";

/** Release lines the packages are for. */
export const nodeLines = [20, 22, 24, 26] as const;

/** One of {@link nodeLines}. */
export type NodeLine = (typeof nodeLines)[number];

/** The node program of each line: this one where it is of the line, else from the npm package `node`. */
export async function nodePrograms(cwd: string): Promise<Readonly<Record<NodeLine, string>>> {
  const found = await Promise.all(nodeLines.map(async (line) => [line, await nodeProgram(line, cwd)] as const));
  return Object.fromEntries(found) as Record<NodeLine, string>;
}

async function nodeProgram(line: NodeLine, cwd: string): Promise<string> {
  if (process.version.startsWith(`v${line}.`)) return process.execPath;
  const asked = ["exec", "--yes", "--package", `node@${line}`, "--", "node", "--print", "process.execPath"];
  const program = (await npm(asked, cwd)).stdout.trim();
  const { stdout } = await run(program, ["--version"], cwd);
  if (!stdout.startsWith(`v${line}.`)) throw new Error(`node ${line} is ${stdout}`);
  return program;
}
