import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { type Mock, startMock } from "@onshi/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");

let mock: Mock;
let child: ChildProcess | undefined;
beforeEach(async () => {
  mock = await startMock();
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await mock.close();
});

interface Line {
  readonly type: string;
  readonly id?: string;
  readonly code?: string;
}

/** The program as a vendor starts it, in a process of its own. */
function watch(...more: readonly string[]) {
  const program = path.join(root, "packages/core/src/cli/main.ts");
  const args = ["--conditions=onshi-source", "--import", "tsx", program, "watch"];
  const site = path.join(path.dirname(mock.folders.face), "site");
  const folders = ["--institution", "9910000000", "--test-only", "--face", mock.folders.face, "--site", site];
  const started = spawn(process.execPath, [...args, ...folders, ...more], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  child = started;
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  const exit = once(started, "exit") as Promise<[code: number | null, signal: string | null]>;
  return {
    process: started,
    exit,
    next: async (): Promise<Line> => JSON.parse((await lines.next()).value as string) as Line,
    say: (text: string): void => void started.stdin.write(`${text}\n`),
  };
}

const files = async (): Promise<number> => (await readdir(mock.folders.face)).length;

describe("a check-in whose line nobody could read", () => {
  test.each([["--acknowledge"], ["--acknowledge-by=stdin"]])("stays, exit 3: %s", async (option) => {
    const program = watch(option);
    program.process.stdout.destroy();
    await mock.present("insured-valid", { medication: true });
    expect(await program.exit).toEqual([3, null]);
    expect(await files()).toBe(1);
  });
});

describe("--acknowledge-by stdin", () => {
  test("a file goes once its reader has confirmed it; what was not confirmed stays", async () => {
    const program = watch("--acknowledge-by", "stdin");
    await mock.present("insured-valid", {});
    expect(await program.next()).toMatchObject({ type: "checkIn", id: "1" });
    await mock.present("dependant", {});
    expect(await program.next()).toMatchObject({ type: "checkIn", id: "2" });
    expect(await files()).toBe(2);
    program.say("ack 2");
    expect(await program.next()).toMatchObject({ type: "acknowledged", id: "2" });
    expect(await files()).toBe(1);
    program.process.stdin.end();
    expect(await program.exit).toEqual([0, null]);
    expect(await files()).toBe(1);
  });

  test.each(["ack 7", "ack", "ack 1 2", "nack 1", "ack -1"])("%j confirms nothing and is told so", async (said) => {
    const program = watch("--acknowledge-by", "stdin");
    await mock.present("insured-valid", {});
    expect(await program.next()).toMatchObject({ type: "checkIn", id: "1" });
    program.say(said);
    expect(await program.next()).toMatchObject({ type: "notAcknowledged", code: "request.invalid" });
    expect(await files()).toBe(1);
  });
});

describe("a signal", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends it in order, and the lease goes back", async (name) => {
    const program = watch();
    await mock.present("insured-valid", {});
    await program.next();
    program.process.kill(name);
    expect(await program.exit).toEqual([0, null]);
    // The next program gets the folder at once, without waiting for the first to go stale.
    const next = watch();
    expect(await next.next()).toMatchObject({ type: "checkIn" });
  });
});
