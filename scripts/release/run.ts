import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** Root of the workspace. */
export const workspace: string = path.join(import.meta.dirname, "../..");

/** What a program wrote; it ended with 0. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

const execute = promisify(execFile);

/** Runs a program without a shell. Anything but exit code 0 is an error that shows what the program wrote. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<Output> {
  // The test runner's own conditions and loaders would reach the programs that are to behave as at a vendor's.
  const { NODE_OPTIONS: _options, NODE_PATH: _path, ...rest } = process.env;
  const env = Object.fromEntries(Object.entries(rest).filter(([name]) => !/^(npm_|VITEST)/i.test(name)));
  try {
    return await execute(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (cause) {
    const { stdout, stderr } = cause as Output;
    throw new Error(`${program} ${args.join(" ")}\n${stdout}\n${stderr}`, { cause });
  }
}

/** Runs this node. */
export function node(args: readonly string[], cwd: string): Promise<Output> {
  return run(process.execPath, args, cwd);
}

/** Runs npm: the one that runs the tests, or the one on the path. */
export function npm(args: readonly string[], cwd: string): Promise<Output> {
  const script = process.env["npm_execpath"];
  if (script?.endsWith("npm-cli.js")) return node([script, ...args], cwd);
  if (process.platform === "win32") throw new Error("run the tests through npm: npm test");
  return run("npm", args, cwd);
}
