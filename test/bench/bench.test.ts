import { expect, test } from "vitest";
import { lineOf, outcomeOf } from "./lib/outcome.ts";
import type { Effort, Row } from "./lib/row.ts";
import { runRows } from "./lib/run-rows.ts";
import { median, spread } from "./lib/statistics.ts";
import { rows } from "./rows/index.ts";

/** Only the shape is tested: a machine that runs tests says nothing about speed. */
const tiny: Effort = {
  rounds: 1,
  roundMs: 1,
  bulkBytes: 100_000,
  nodeArguments: ["--conditions=onshi-source", "--import", "tsx"],
};

const keys = ["name", "ours", "peer", "peerName", "ratio", "unit"];

test("every row measures both sides and gives one JSON object per line", { timeout: 90_000 }, async () => {
  const lines: string[] = [];
  await runRows(rows, tiny, { json: true, out: (text) => void lines.push(text), progress: () => undefined });
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(parsed.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
  for (const line of parsed) {
    expect(Object.keys(line)).toEqual(keys);
    const { name, ours, peer, ratio } = line as Record<string, number>;
    expect(ours, `${name} ours`).toBeGreaterThanOrEqual(0);
    expect(peer, `${name} peer`).toBeGreaterThanOrEqual(0);
    if (peer) expect(ratio).toBeCloseTo((ours ?? 0) / peer);
  }
  const commands = parsed.filter(({ unit }) => unit === "commands");
  expect(commands.map(({ ours }) => ours)).toEqual([2, 8, 5, 6]);
  const peers = commands.map(({ peer }) => peer as number);
  // With a PC/SC service the installed OpenSC is counted, and its versions differ by a command.
  if (process.env["ONSHI_PCSC"] === "1") for (const peer of peers) expect(peer).toBeGreaterThan(6);
  else expect(peers).toEqual([14, 14, 9, 9]);
});

const row: Row = {
  name: "example",
  title: "An example",
  peerName: "another",
  unit: "ms",
  goal: { of: "ours", atMost: 2 },
  measure: async () => ({ ours: [1, 3, 2], peer: [8, 8] }),
};

test("the table says what was reached, how steady it was, and whether the goal is met", async () => {
  const text: string[] = [];
  const report = { json: false, out: (line: string): void => void text.push(line), progress: (): void => undefined };
  await runRows([row, { ...row, goal: { of: "ratio", atLeast: 0.5 }, note: "for the test" }], tiny, report);
  expect(text.join("")).toMatch(/An example {2}2\.00 ±50% {2}8\.00 ±0% {2}0\.250 +ms +<= 2 +met +another\n/);
  expect(text.join("")).toMatch(/ratio >= 0\.5 +NOT MET/);
  expect(text.join("")).toContain("An example: for the test");
});

test("goals are judged by the right number", () => {
  const met = (goal: NonNullable<Row["goal"]>): boolean | undefined =>
    outcomeOf({ ...row, goal }, { ours: [6], peer: [3] }).isMet;
  expect(met({ of: "ours", atLeast: 6 })).toBe(true);
  expect(met({ of: "ours", atMost: 5 })).toBe(false);
  expect(met({ of: "ratio", atLeast: 2 })).toBe(true);
  expect(met({ of: "ratio", atMost: 1.9 })).toBe(false);
  expect(Object.keys(lineOf(outcomeOf(row, { ours: [1], peer: [1] })))).toEqual(keys);
});

test("a row that fails fails the run", async () => {
  const broken: Row = { ...row, measure: () => Promise.reject(new Error("no server")) };
  const report = { json: true, out: (): void => undefined, progress: (): void => undefined };
  await expect(runRows([broken], tiny, report)).rejects.toThrow("no server");
});

test("median and distance between the quartiles", () => {
  expect([median([3]), median([4, 1, 2, 3]), median([9, 1, 5])]).toEqual([3, 2.5, 5]);
  expect([spread([2, 2]), spread([1, 2, 3, 4, 5])]).toEqual([0, 2 / 3]);
});
