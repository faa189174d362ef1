import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { folderTransport, nodeSiteStore, OnshiClient } from "@onshi/core";
import { readXml } from "@onshi/core/wire";
import { type Mock, startMock } from "@onshi/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeDisk } from "../../packages/core/src/transports/folder/node-disk.ts";

let folder: string;
let mock: Mock;
let client: OnshiClient;
const sent: Uint8Array[] = [];

beforeEach(async () => {
  sent.length = 0;
  folder = await mkdtemp(path.join(tmpdir(), "onshi-sjis-"));
  mock = await startMock({ processingPolls: 0 });
  const disk = {
    ...nodeDisk,
    create: (file: string, bytes: Uint8Array): Promise<void> => {
      sent.push(bytes);
      return nodeDisk.create(file, bytes);
    },
  };
  const transport = folderTransport({ ...mock.folderOptions, charset: "shift_jis", pollMs: 20, disk });
  client = new OnshiClient({ institutionCode: "9910000000", transport, site: nodeSiteStore(folder) });
});

afterEach(async () => {
  await client.close();
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

const papers = (id: string) => mock.personas.find((one) => one.id === id)?.papers ?? expect.fail(id);

/** Full-width digits, and a character Windows has and the standard has not. */
const identifier = "２００①髙";

describe("requests in Shift_JIS", () => {
  test("one person: the terminal reads it, the answer is read in whatever it comes", async () => {
    const answer = await client.eligibility.verify({ ...papers("dependant"), arbitraryIdentifier: identifier });
    expect(answer.validity).toBe("valid");
    const [bytes = new Uint8Array()] = sent;
    expect(readXml(bytes).charset).toBe("shift_jis");
    expect(new TextDecoder("shift_jis").decode(bytes)).toContain(`<ArbitraryIdentifier>${identifier}<`);
  });

  test("a list", async () => {
    const bulk = await client.eligibility.verifyMany([{ ...papers("dependant"), arbitraryIdentifier: identifier }], {
      pollIntervalMs: 20,
    });
    for await (const answer of bulk)
      expect(answer).toMatchObject({ arbitraryIdentifier: identifier, validity: "valid" });
    expect(sent.map((bytes) => readXml(bytes).charset)).toEqual(["shift_jis", "shift_jis"]);
  });

  test.each([
    ["one person", "symbol", () => client.eligibility.verify({ ...papers("dependant"), symbol: "𠮷" })],
    [
      "a list",
      "people[1].symbol",
      () => client.eligibility.verifyMany([papers("insured-valid"), { ...papers("dependant"), symbol: "𠮷" }]),
    ],
    [
      "a list of one",
      "people[0].arbitraryIdentifier",
      () => client.eligibility.verifyMany([{ ...papers("dependant"), arbitraryIdentifier: "é" }]),
    ],
    [
      "numbers of a chart",
      "entries[1].referenceNumber",
      () => {
        const { insurerNumber, number } = papers("dependant");
        return client.referenceNumbers.registerMany(
          ["1", "𠮷"].map((referenceNumber) => ({ referenceNumber, insurerNumber, number })),
        );
      },
    ],
  ] as const)("a character without a place, %s: names %s, and nothing is written anywhere", async (_, field, call) => {
    await expect(call()).rejects.toMatchObject({
      code: "wire.unencodable",
      details: { field, label: expect.any(String) as unknown, variant: "shift_jis" },
    });
    expect(sent).toEqual([]);
    expect(await readdir(folder, { recursive: true })).toEqual([]);
  });
});
