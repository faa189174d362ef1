import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCodec, writeXml } from "@onshi/core/wire";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Mock, type MockOptions, startMock } from "./mock.ts";
import { clockAt, inquiryFor } from "./test-world.ts";

const open: Mock[] = [];
const start = async (options: MockOptions = {}): Promise<Mock> => {
  const mock = await startMock({ clock: clockAt(), ...options });
  open.push(mock);
  return mock;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((mock) => mock.close()));
});

/** Everything that a desk got to see of a centre, by name. */
async function story(mock: Mock): Promise<ReadonlyMap<string, string>> {
  const codec = createCodec();
  for (const { id, papers } of mock.personas) {
    const bytes = writeXml(codec.encode("OQSsiquc01req", inquiryFor(papers)));
    await writeFile(path.join(mock.folders.req, `OQSsiquc01req_${id.replaceAll("-", "")}.xml`), bytes);
    await mock.present(id, { medication: true, limitCertificate: true });
  }
  return vi.waitFor(
    async () => {
      const files = new Map<string, string>();
      for (const folder of [mock.folders.res, mock.folders.face]) {
        for (const name of await readdir(folder)) files.set(name, await readFile(path.join(folder, name), "utf8"));
      }
      expect(files.size).toBe(mock.personas.length * 2);
      expect([...files.values()].every((text) => text.endsWith("</XmlMsg>\n"))).toBe(true);
      return files;
    },
    { timeout: 10_000, interval: 20 },
  );
}

describe("a simulated centre", () => {
  test("starts quickly", async () => {
    const before = performance.now();
    await start();
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test("answers the same bytes for the same seed and time, and others for another seed", async () => {
    const byName = (files: ReadonlyMap<string, string>): unknown =>
      [...files].toSorted(([a], [b]) => a.localeCompare(b));
    const first = byName(await story(await start({ seed: 1 })));
    expect(byName(await story(await start({ seed: 1 })))).toEqual(first);
    expect(byName(await story(await start({ seed: 2 })))).not.toEqual(first);
  });

  test("leaves no temporary folder and no handle", async () => {
    const handles = (): number =>
      process.getActiveResourcesInfo().filter((kind) => /TCP|TLS|FSEvent/.test(kind)).length;
    const before = handles();
    const mock = await start();
    const base = path.dirname(mock.folders.req);
    expect(existsSync(base)).toBe(true);
    expect(handles()).toBeGreaterThan(before);
    await mock.close();
    await mock.close();
    expect(existsSync(base)).toBe(false);
    expect(handles()).toBeLessThanOrEqual(before);
  });

  test("keeps a folder that was given", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "onshi-given-"));
    try {
      const mock = await start({ folder });
      await mock.present("insured-valid");
      await mock.close();
      expect(await readdir(path.join(folder, "face"))).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("runs several side by side", async () => {
    const [a, b] = await Promise.all([start(), start()]);
    expect(a?.web.baseUrl).not.toBe(b?.web.baseUrl);
    expect(a?.folders.req).not.toBe(b?.folders.req);
  });

  test("refuses a taken port and leaves nothing behind", async () => {
    const squatter = createServer();
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, "127.0.0.1", () => resolve((squatter.address() as { port: number }).port));
    });
    await expect(startMock({ ports: { web: port } })).rejects.toMatchObject({
      code: "config.invalid",
      details: { field: "port" },
    });
    squatter.close();
  });

  test.each([
    ["a real institution", { institutionCode: "1310000000" }, "personas.institutionCode"],
    ["an empty password", { password: "" }, "password"],
    ["a broken persona file", { personas: "personas: 1" }, "personas"],
    ["a folder that is a file", { folder: import.meta.filename }, "folder"],
  ])("refuses %s", async (_, options, field) => {
    await expect(startMock(options)).rejects.toMatchObject({ code: "config.invalid", details: { field } });
  });

  test("takes personas of one's own", async () => {
    const personas = `
personas:
  - id: somebody
    label: 国保・本人
    person: { name: 試験　一郎, nameKana: ｼｹﾝ ｲﾁﾛｳ, sex1: male, birthdate: 1980-01-31 }
    insurances: [{ cardClassification: general, insurerNumber: 990010, number: 1, insurerName: 試験市 }]
`;
    const mock = await start({ personas });
    expect(mock.personas.map(({ id }) => id)).toEqual(["somebody"]);
    expect(mock.card("somebody").triesLeft).toBe(3);
  });

  test("hands out one card per persona", async () => {
    const mock = await start();
    expect(mock.card("dependant")).toBe(mock.card("dependant"));
    expect(() => mock.card("nobody")).toThrow(/insured-valid/);
    await expect(mock.present("nobody")).rejects.toThrow(/insured-valid/);
  });
});
