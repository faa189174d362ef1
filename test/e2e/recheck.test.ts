import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { folderTransport, nodeSiteStore, OnshiClient } from "@onshi/core";
import { addDays } from "@onshi/core/base";
import type { FiledVisit, RecheckedVisit } from "@onshi/core/rules";
import { type Mock, startMock } from "@onshi/mock-server";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
let mock: Mock;
const clients: OnshiClient[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "onshi-recheck-"));
  mock = await startMock();
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

/** Another program of the same site, as after a restart. */
function another(): OnshiClient {
  const client = new OnshiClient({
    institutionCode: "9910000000",
    transport: folderTransport({ ...mock.folderOptions, pollMs: 20 }),
    site: nodeSiteStore(folder),
  });
  clients.push(client);
  return client;
}

const ids = ["insured-valid", "lapsed", "changed-insurer", "not-registered", "public-assistance-elsewhere"];
const quick = { pollIntervalMs: 20 };

/** One visit each, half of them yesterday. */
const visits = (): readonly FiledVisit[] =>
  mock.personas
    .filter(({ id }) => ids.includes(id))
    .map(({ id, papers }, index) => ({
      ...papers,
      id,
      day: addDays(mock.centre.today(), -(index % 2)),
      combinedWithPublicExpense: false,
      highCost: false,
    }));

async function collect(all: AsyncIterable<RecheckedVisit>): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for await (const { visit, status } of all) found[visit.id] = status;
  return found;
}

const outcome = {
  "insured-valid": "unchanged",
  lapsed: "lapsed",
  "changed-insurer": "newer",
  "not-registered": "notFound",
  "public-assistance-elsewhere": "ask",
};

test("every visit is judged for its own day, and nothing is left over", async () => {
  const onshi = another();
  const recheck = await onshi.monthEnd.recheck(visits(), quick);
  expect(recheck.receptionNumbers).toHaveLength(2);
  expect(await collect(recheck)).toEqual(outcome);
  expect(recheck.progress).toEqual({ asked: 5, days: 2, delivered: 5 });
  expect(await onshi.eligibility.pendingBulks()).toEqual([]);
});

test("left early, another program goes on with the same requests and hands out everybody", async () => {
  const first = await another().monthEnd.recheck(visits(), quick);
  let seen = 0;
  for await (const _ of first) if (++seen === 4) break;
  const again = await another().monthEnd.recheck(visits().toReversed(), quick);
  expect(again.receptionNumbers.toSorted()).toEqual(first.receptionNumbers.toSorted());
  expect(await collect(again)).toEqual(outcome);
  const later = await another().monthEnd.recheck(visits(), quick);
  expect(later.receptionNumbers.some((one) => first.receptionNumbers.includes(one))).toBe(false);
});

test("other visits are another request", async () => {
  const [one, two] = [visits().slice(0, 1), visits().slice(1, 2)];
  const first = await another().monthEnd.recheck(one, quick);
  const second = await another().monthEnd.recheck(two, quick);
  expect(second.receptionNumbers).not.toEqual(first.receptionNumbers);
});

test.each<[string, (all: readonly FiledVisit[]) => readonly FiledVisit[]]>([
  ["visits", () => []],
  ["visits[1].day", (all) => all.map((one, at) => (at === 1 ? { ...one, day: "2026-02-30" } : one))],
  ["visits[0].day", (all) => all.map((one) => ({ ...one, day: addDays(mock.centre.today(), 1) }))],
  ["visits[1].id", (all) => all.map((one) => ({ ...one, id: "x" }))],
  ["visits[3].insurerNumber", (all) => all.map((one, at) => (at === 3 ? { ...one, insurerNumber: "12" } : one))],
])("%s that is wrong is named, and nothing is sent for its day", async (field, spoil) => {
  const onshi = another();
  await expect(onshi.monthEnd.recheck(spoil(visits()), quick)).rejects.toMatchObject({
    code: "request.invalid",
    details: { field },
  });
});

test("without a site it is refused", async () => {
  const onshi = new OnshiClient({ institutionCode: "9910000000", transport: folderTransport(mock.folderOptions) });
  clients.push(onshi);
  await expect(onshi.monthEnd.recheck(visits())).rejects.toMatchObject({
    code: "config.invalid",
    details: { field: "site" },
  });
});
