import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Effort } from "./row.ts";

const run = promisify(execFile);

/** Path of a program of the benchmark. */
export function childPath(name: string): string {
  return fileURLToPath(new URL(`../children/${name}`, import.meta.url));
}

/** Milliseconds from the start of a node process to its first message; waits for its end. */
export async function readyTime({ nodeArguments }: Effort, name: string): Promise<number> {
  const start = performance.now();
  const child = fork(childPath(name), { execArgv: [...nodeArguments], env: cleanEnvironment() });
  const ended = once(child, "exit");
  await Promise.race([once(child, "message"), ended.then(([code]) => Promise.reject(new Error(`${name}: ${code}`)))]);
  const elapsed = performance.now() - start;
  await ended;
  return elapsed;
}

/** What a program of the benchmark writes. */
export async function outputOf({ nodeArguments }: Effort, name: string, args: readonly string[]): Promise<string> {
  const loader = nodeArguments.length === 0 && name.endsWith(".ts") ? ["--import", "tsx"] : nodeArguments;
  const { stdout } = await run(process.execPath, [...loader, childPath(name), ...args], { env: cleanEnvironment() });
  return stdout;
}

/** Without the options that this process was started with: a loader in them would be measured too. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}
