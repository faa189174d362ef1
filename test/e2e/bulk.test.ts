import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BulkEligibilityAnswer, folderTransport, nodeSiteStore, OnshiClient, type PendingBulk } from "@onshi/core";
import { httpTransport } from "@onshi/core/http";
import { type Mock, type MockOptions, startMock } from "@onshi/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let folder: string;
let mock: Mock;
const clients: OnshiClient[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "onshi-bulk-"));
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(options: MockOptions = {}): Promise<OnshiClient> {
  mock = await startMock(options);
  return another();
}

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

const people = () => mock.personas.map(({ id, papers }) => ({ ...papers, arbitraryIdentifier: id }));
const quick = { pollIntervalMs: 20 };

async function collect<Answer>(answers: AsyncIterable<Answer>): Promise<readonly Answer[]> {
  const all: Answer[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}

const validities = (answers: readonly BulkEligibilityAnswer[]): Readonly<Record<string, string>> =>
  Object.fromEntries(answers.map((one) => [one.arbitraryIdentifier ?? "", one.validity]));

describe("a bulk request over folders", () => {
  test.each([
    ["XML", false],
    ["zip", true],
  ])("answers every person, from %s", async (_, zipBulk) => {
    const onshi = await open({ zipBulk });
    const states: string[] = [];
    const bulk = await onshi.eligibility.verifyMany(people(), {
      ...quick,
      onProgress: ({ state, polls }) => states.push(`${state} ${polls}`),
    });
    expect(bulk.receptionNumber).toMatch(/^\d{14}$/);
    const answers = await collect(bulk);
    expect(validities(answers)).toMatchObject({
      "insured-valid": "valid",
      lapsed: "invalid",
      "changed-insurer": "invalidNewerExists",
      "not-registered": "notFound",
      "public-assistance-elsewhere": "validNotEntrusted",
    });
    expect(answers).toHaveLength(mock.personas.length);
    const count = mock.personas.length;
    expect(bulk.progress).toMatchObject({ state: "delivered", asked: count, total: count, errors: 0, polls: 3 });
    expect(new Set(states)).toEqual(new Set(["waiting 1", "waiting 2", "waiting 3", "ready 3", "delivered 3"]));
    expect(await readdir(mock.folders.res)).toEqual([]);
    expect(await onshi.eligibility.pendingBulks()).toEqual([]);
  });

  test("says when the limit certificate is another than the one in the chart", async () => {
    const onshi = await open();
    const { papers, insurances } = mock.personas.find(({ id }) => id === "under70-limit") ?? expect.fail();
    const held = insurances[0]?.limitCertificate ?? expect.fail();
    const bulk = await onshi.eligibility.verifyMany(
      [
        { ...papers, arbitraryIdentifier: "same", heldLimitCertificate: held },
        { ...papers, arbitraryIdentifier: "none" },
      ],
      quick,
    );
    const changed = (await collect(bulk)).map((one) => ("insurances" in one ? one.limitCertificateChanged : undefined));
    expect(changed).toEqual([false, true]);
  });

  test("goes on in another program, from the reception number or the journal", async () => {
    const onshi = await open();
    const { receptionNumber } = await onshi.eligibility.verifyMany(people(), quick);
    await onshi.close();
    const later = another();
    const [pending] = await later.eligibility.pendingBulks();
    expect(pending).toMatchObject({ receptionNumber, state: "waiting", count: mock.personas.length });
    const bulk = await later.eligibility.resumeMany(receptionNumber, quick);
    for await (const answer of bulk) {
      expect(answer.validity).toBe("valid");
      break;
    }
    expect((await later.eligibility.pendingBulks())[0]?.state).toBe("ready");
    expect(await readdir(mock.folders.res)).toHaveLength(1);
    await later.close();
    const third = another();
    const resumed = await third.eligibility.resumeMany(pending as PendingBulk, quick);
    expect(await collect(resumed)).toHaveLength(mock.personas.length);
    // The file that was left behind was taken, not asked for again.
    expect(resumed.progress.polls).toBe(0);
    expect(await readdir(mock.folders.res)).toEqual([]);
  });

  test("the journal knows nobody", async () => {
    const onshi = await open();
    await collect(await onshi.eligibility.verifyMany(people(), quick));
    const site = nodeSiteStore(folder);
    const names = await site.list("journal");
    const text = (await Promise.all(names.map((name) => site.read("journal", name))))
      .map((bytes) => new TextDecoder().decode(bytes))
      .join("");
    // The request itself, and the digests by which its result is known.
    expect(names).toHaveLength(2);
    for (const { id, papers, person } of mock.personas) {
      for (const value of [id, papers.number, papers.birthdate, person.name]) expect(text).not.toContain(`"${value}"`);
    }
  });

  test("a number the centre does not know is a failure, and is not asked for again", async () => {
    const onshi = await open();
    const bulk = await onshi.eligibility.resumeMany("00000000000000", { ...quick, acceptUnchecked: true });
    await expect(collect(bulk)).rejects.toMatchObject({ code: "centre.failed", details: { centreCode: "SIMB0001E" } });
    expect(await onshi.eligibility.pendingBulks()).toEqual([]);
  });
});

test("a bulk request over HTTPS", async () => {
  mock = await startMock({ processingPolls: 1 });
  const onshi = new OnshiClient({
    institutionCode: mock.web.institutionCode,
    transport: httpTransport(mock.webOptions),
    site: nodeSiteStore(folder),
  });
  clients.push(onshi);
  const bulk = await onshi.eligibility.verifyMany(people(), quick);
  expect(validities(await collect(bulk))["twin-elder"]).toBe("valid");
});
