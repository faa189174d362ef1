import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { once } from "node:events";
import { expect, test } from "vitest";

const child = fileURLToPath(new URL("pin-memory-child.ts", import.meta.url));
const root = fileURLToPath(new URL("../../../..", import.meta.url));
const pin = "8264";
/** So that the PIN is not in the child's memory by its arguments. */
const masked = pin
  .split("")
  .map((digit) => (digit.charCodeAt(0) ^ 0x35).toString(16))
  .join("");
const verify = Buffer.concat([Buffer.from("0020009804", "hex"), Buffer.from(pin)]);

/** How often a pattern is in the memory of another process that it can write to. */
function countInMemory(pid: number, pattern: Buffer): { readonly count: number; readonly searched: number } {
  const regions = readFileSync(`/proc/${pid}/maps`, "utf8").matchAll(/^([\da-f]+)-([\da-f]+) rw/gm);
  const memory = openSync(`/proc/${pid}/mem`, "r");
  let [count, searched] = [0, 0];
  try {
    for (const [, from = "", to = ""] of regions) {
      const start = Number.parseInt(from, 16);
      const bytes = Buffer.alloc(Number.parseInt(to, 16) - start);
      try {
        searched += readSync(memory, bytes, 0, bytes.length, start);
      } catch {
        // Pages that nobody has touched, or the kernel's own; hence the count of what was searched.
      }
      for (let at = bytes.indexOf(pattern); at >= 0; at = bytes.indexOf(pattern, at + 1)) count += 1;
    }
  } finally {
    closeSync(memory);
  }
  return { count, searched };
}

/** Only Linux shows the memory of a process. */
test.runIf(existsSync("/proc/self/maps")).each(["bytes", "callback", "cli"])(
  "30 sessions leave no PIN behind, neither in memory nor in a string of the heap: %s",
  { timeout: 60_000 },
  async (way) => {
    const flags = ["--expose-gc", "--conditions=onshi-source", "--import", "tsx"];
    const program = spawn(process.execPath, [...flags, child, way, masked], { cwd: root });
    let out = "";
    let errors = "";
    program.stderr.on("data", (text: Buffer) => (errors += text.toString()));
    const told = new Promise<void>((resolve) => {
      program.stdout.on("data", (text: Buffer) => {
        out += text.toString();
        if (out.includes("\n")) resolve();
      });
      program.on("close", () => resolve());
    });
    if (way === "cli") program.stdin.write(`${pin}\n`.repeat(30));
    await told;
    expect([errors, out]).toEqual(["", `{"verified":30}\n`]);
    const { count, searched } = countInMemory(program.pid ?? 0, verify);
    expect(searched).toBeGreaterThan(10_000_000);
    expect(count).toBe(0);
    program.stdin.end();
    await once(program, "close");
    expect(out).toBe(`{"verified":30}\n{"found":[]}\n`);
  },
);
