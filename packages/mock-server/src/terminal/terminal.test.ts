import { watch } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "@onshi/core/base";
import { createCodec, readXml, writeXml } from "@onshi/core/wire";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { seededRandom } from "../centre/seeded-random.ts";
import { clockAt, inquiryFor, testCentre } from "../test-world.ts";
import { type FolderPaths, makeFolders } from "./folders.ts";
import { openTerminal, type Terminal, type TerminalBehaviour } from "./terminal.ts";

const codec = createCodec();
const centre = testCentre();
const request = writeXml(codec.encode("OQSsiquc01req", inquiryFor(centre.persona("insured-valid").papers)));

let base: string;
let folders: FolderPaths;
let terminal: Terminal;

const open = (behaviour: TerminalBehaviour = {}): Terminal =>
  openTerminal({ ...behaviour, centre, codec, folders, clock: clockAt(), random: seededRandom("terminal") });

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), "onshi-terminal-"));
  folders = (await makeFolders(base)).paths;
});

afterEach(async () => {
  await terminal.close();
  await rm(base, { recursive: true, force: true });
});

/** As a careful client does it: written outside, moved in. */
async function send(name: string, bytes: Uint8Array | string = request): Promise<void> {
  await writeFile(path.join(base, "outgoing"), bytes);
  await rename(path.join(base, "outgoing"), path.join(folders.req, name));
}

async function result(name: string): Promise<Buffer> {
  return vi.waitFor(
    async () => {
      const bytes = await readFile(path.join(folders.res, name));
      if (bytes.length === 0) throw new Error("still empty");
      return bytes;
    },
    { timeout: 5000, interval: 10 },
  );
}

describe("the folder door", () => {
  test("removes a request and answers under its name", async () => {
    terminal = open();
    await send("OQSsiquc01req_Areq1.xml");
    const { root } = readXml(await result("OQSsiquc01res_Areq1.xml"));
    expect(codec.decode("OQSsiquc01res", root).message.body.qualificationValidity).toBe("valid");
    expect(await readdir(folders.req)).toEqual([]);
  });

  test("answers what was there before it was opened", async () => {
    await send("OQSsiquc01req_1.xml");
    terminal = open();
    await result("OQSsiquc01res_1.xml");
  });

  test("shuffles the elements of results, the same for the same seed, or leaves them", async () => {
    terminal = open();
    await send("OQSsiquc01req_1.xml");
    await send("OQSsiquc01req_2.xml");
    const first = await result("OQSsiquc01res_1.xml");
    expect(await result("OQSsiquc01res_2.xml")).toEqual(first);
    await terminal.close();
    terminal = open({ shuffle: false });
    await send("OQSsiquc01req_3.xml");
    const plain = await result("OQSsiquc01res_3.xml");
    expect(plain).not.toEqual(first);
    expect(codec.decode("OQSsiquc01res", readXml(plain).root)).toEqual(
      codec.decode("OQSsiquc01res", readXml(first).root),
    );
  });

  test("shows a result empty before it is filled", async () => {
    terminal = open({ fillDelayMs: 60 });
    const sizes: number[] = [];
    const watcher = watch(folders.res, (_, name) => {
      if (name !== null) void stat(path.join(folders.res, name)).then(({ size }) => sizes.push(size));
    });
    await send("OQSsiquc01req_1.xml");
    await result("OQSsiquc01res_1.xml");
    watcher.close();
    expect(sizes[0]).toBe(0);
  });

  test("takes its time, and no longer answers once it is closed", async () => {
    terminal = open({ answerDelayMs: 60_000 });
    await send("OQSsiquc01req_1.xml");
    await vi.waitFor(async () => expect(await readdir(folders.req)).toEqual([]), { timeout: 5000, interval: 10 });
    await terminal.close();
    expect(await readdir(folders.res)).toEqual([]);
  });

  test.each([
    ["broken XML", "OQSsiquc01req_1.xml", "<XmlMsg>", "OQSsiquc01req_1.err", "XMLとして読み取れません"],
    ["a DOCTYPE", "OQSsiquc01req_1.xml", "<!DOCTYPE a><XmlMsg/>", "OQSsiquc01req_1.err", "XMLとして読み取れません"],
    ["an empty file", "OQSsiquc01req_1.xml", "", "OQSsiquc01req_1.err", "XMLとして読み取れません"],
    ["an unknown id", "YKZsiquc01req_1.xml", request, "YKZsiquc01req_1.err", "wire.unexpectedMessage"],
    ["a name that is not a message's", "hello.xml", request, "hello.err", "wire.unexpectedMessage"],
    [
      "a missing mandatory tag",
      "OQSsiquc01req_1.xml",
      "<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>",
      "OQSsiquc01req_1.err",
      "XmlMsg/MessageHeader/MedicalInstitutionCode",
    ],
    [
      "another message's content",
      "YZKsiquc01req_1.xml",
      request,
      "YZKsiquc01req_1.err",
      "InsuredPersonIdentificationNumber",
    ],
  ])("rejects %s", async (_, name, bytes, answer, reason) => {
    terminal = open();
    await send(name, bytes);
    expect((await result(answer)).toString()).toContain(reason);
    expect(await readdir(folders.req)).toEqual([]);
  });

  test("waits for a request that is written in place", async () => {
    terminal = open();
    const file = path.join(folders.req, "OQSsiquc01req_1.xml");
    await writeFile(file, request.subarray(0, 200));
    await writeFile(file, request.subarray(200), { flag: "a" });
    await result("OQSsiquc01res_1.xml");
  });

  test("leaves files that are not requests yet", async () => {
    await writeFile(path.join(folders.req, "OQSsiquc01req_1.tmp"), request);
    terminal = open();
    await send("OQSsiquc01req_2.xml");
    await result("OQSsiquc01res_2.xml");
    expect(await readdir(folders.req)).toEqual(["OQSsiquc01req_1.tmp"]);
  });

  test("never replaces a result that nobody fetched", async () => {
    await writeFile(path.join(folders.res, "OQSsiquc01res_1.xml"), "kept");
    terminal = open();
    await send("OQSsiquc01req_1.xml");
    await send("OQSsiquc01req_2.xml");
    await result("OQSsiquc01res_2.xml");
    expect((await result("OQSsiquc01res_1.xml")).toString()).toBe("kept");
  });

  test("answers many requests at once", async () => {
    terminal = open();
    const ids = Array.from({ length: 50 }, (_, index) => `N${index}`);
    await Promise.all(ids.map((id) => writeFile(path.join(folders.req, `OQSsiquc01req_${id}.xml`), request)));
    await Promise.all(ids.map((id) => result(`OQSsiquc01res_${id}.xml`)));
  });

  test("survives folders that vanish", async () => {
    terminal = open();
    await rm(folders.req, { recursive: true });
    await systemClock.sleep(0);
    await mkdir(folders.req);
    await send("OQSsiquc01req_1.xml");
    await result("OQSsiquc01res_1.xml");
  });
});

describe("the face reader", () => {
  test("puts a file with the institution's code, an opaque part and the time", async () => {
    terminal = open();
    await terminal.present("insured-valid", { medication: true });
    await terminal.present("insured-valid", { medication: true });
    const names = await readdir(folders.face);
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(name).toMatch(/^OQSsiquc01res_face_9910000000[0-9a-f]{20}_20261120091503\.xml$/);
      const { message, problems } = codec.decode(
        "OQSsiquc01res_face",
        readXml(await readFile(path.join(folders.face, name))).root,
      );
      expect(problems).toEqual([]);
      expect(message.body.results?.[0]?.medicationUsableUntil).toBe("2026-11-21T09:15:03+09:00");
    }
  });

  test("puts a file even when there is no valid insurance", async () => {
    terminal = open();
    for (const id of ["lapsed", "not-registered", "certificate-ended"]) await terminal.present(id);
    expect(await readdir(folders.face)).toHaveLength(3);
  });
});
