import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { folderTransport, nodeSiteStore, OnshiClient, openSpool } from "@onshi/core";
import { systemClock, systemRandom } from "@onshi/core/base";
import { type Mock, startMock } from "@onshi/mock-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** A program that reads `face`, in a process of its own. */
interface Program {
  readonly lines: readonly string[];
  readonly child: ChildProcessWithoutNullStreams;
  says(line: string, count?: number): Promise<void>;
}

let base: string;
let mock: Mock;
const programs: Program[] = [];

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), "onshi-several-"));
  mock = await startMock({ folder: path.join(base, "oqs") });
});

afterEach(async () => {
  for (const { child } of programs.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await mock.close();
  await rm(base, { recursive: true, force: true });
});

const siteFolder = (): string => path.join(base, "site");

const start = (...more: readonly string[]): Program => run("face-reader.ts", ...more);

function run(program: string, ...more: readonly string[]): Program {
  const script = path.join(import.meta.dirname, "children", program);
  const runner = ["--conditions=onshi-source", "--import", "tsx"];
  const child = spawn(process.execPath, [...runner, script, path.join(base, "oqs"), siteFolder(), ...more]);
  child.stderr.pipe(process.stderr);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  const running: Program = {
    lines,
    child,
    says: (line, count = 1) =>
      vi.waitFor(
        () => {
          if (lines.filter((one) => one === line).length < count) throw new Error(`${line}: ${lines.join(" ")}`);
        },
        { timeout: 15_000, interval: 20 },
      ),
  };
  programs.push(running);
  return running;
}

/** What waits for the chart. */
const waiting = async (): Promise<number> => {
  const spool = openSpool({ store: nodeSiteStore(siteFolder()), clock: systemClock, random: systemRandom });
  return (await spool.waiting("chart")).length;
};

test("one of two programs owns face; it is killed, the other takes over; nothing is lost and nothing comes twice", async () => {
  const first = start();
  await mock.present("insured-valid");
  await first.says("taken");
  const second = start("standBy");
  await second.says("started");
  await mock.present("dependant");
  await first.says("taken", 2);
  expect(second.lines).toEqual(["started"]);

  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  await mock.present("late-elderly");
  await second.says("taken");
  expect(await readdir(mock.folders.face)).toEqual([]);
  expect(await waiting()).toBe(3);

  second.child.stdin.write("stop\n");
  await second.says("ended");
});

test("a program that does not stand by is refused while the owner lives, and let in at once after it ended", async () => {
  const first = start();
  await mock.present("insured-valid");
  await first.says("taken");
  const second = start();
  await second.says("site.inUse");
  first.child.stdin.write("stop\n");
  await first.says("ended");
  const third = start();
  await mock.present("dependant");
  await third.says("taken");
});

test("what one program took, another one opens from the spool; nobody else may look in", async () => {
  const agent = start();
  await mock.present("insured-valid", { medication: true });
  await agent.says("taken");
  const store = nodeSiteStore(siteFolder());
  const spool = openSpool({ store, clock: systemClock, random: systemRandom });
  const chart = new OnshiClient({
    institutionCode: "9910000000",
    transport: folderTransport({ ...mock.folderOptions, pollMs: 20 }),
    site: store,
  });
  const [spooled] = await spool.waiting("chart");
  if (!spooled) expect.fail("nothing waits");
  const checkIn = await chart.openCheckIn(spooled);
  expect(checkIn.answer.validity).toBe("valid");
  expect(checkIn.consents.medication?.kind).toBe("medication");
  if (process.platform !== "win32") {
    const mode = async (...parts: readonly string[]): Promise<number> =>
      (await stat(path.join(siteFolder(), ...parts))).mode & 0o777;
    expect(await mode("spool")).toBe(0o700);
    expect(await mode("spool", spooled.name)).toBe(0o600);
  }
  await checkIn.acknowledge();
  expect(await waiting()).toBe(0);
  await chart.close();
});

test("a closed client's process ends at once and leaves face to the next one, even while its handling hangs", async () => {
  const first = run("hanging-reader.ts");
  await mock.present("insured-valid");
  await first.says("taken");
  const closing = performance.now();
  const ended = once(first.child, "exit");
  first.child.stdin.write("close\n");
  expect(await ended).toEqual([0, null]);
  // The lease's own times are seconds: three to the next beat, fifteen until a silent holder is given up.
  expect(performance.now() - closing).toBeLessThan(2000);
  expect(first.lines).toEqual(["taken", "closed"]);

  const second = start();
  await second.says("taken");
});
