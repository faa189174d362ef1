import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/**
 * Terminals are made by `script` of util-linux, which every Debian and Ubuntu has (package bsdutils is essential), so
 * that neither a package nor Python is needed. Elsewhere these tests do not run.
 */
export const hasTerminals: boolean = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;

/** Runs a shell command in a terminal of its own; `seen` gets all output so far after each piece, and may type. */
export function inTerminal(
  command: string,
  seen: (output: string, type: (keys: string) => void) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], { cwd: root });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      seen(output, (keys) => void child.stdin.write(keys));
    });
    child.on("error", reject);
    child.on("close", () => resolve(output));
  });
}

/** The command line of a TypeScript file of this package. */
export const onNode = (file: string, ...args: readonly string[]): string =>
  [process.execPath, "--conditions=onshi-source", "--import", "tsx", `packages/reader/${file}`, ...args].join(" ");
