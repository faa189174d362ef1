import { describe, expect, test } from "vitest";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { MemoryDisk } from "../../../test/fakes/memory-disk.ts";
import { seededRandom } from "../../../test/fakes/planted.ts";
import { type FolderFinding, inspectFolders } from "./inspect-folders.ts";

const folders = { req: "/req", res: "/res", face: "/face" };
const look = (disk: MemoryDisk): Promise<readonly FolderFinding[]> => inspectFolders(disk, folders, seededRandom(1));
const site = (): MemoryDisk => new MemoryDisk("/req", "/res", "/face");
const kinds = (findings: readonly FolderFinding[]): readonly string[] =>
  findings.map((one) => `${one.folder} ${one.kind === "fault" ? one.error.code : one.kind}`);

describe("inspectFolders", () => {
  test("a sound site is ready and left as it was", async () => {
    const disk = site();
    expect(kinds(await look(disk))).toEqual(["req ready", "res ready", "face ready"]);
    expect([...disk.files.keys()]).toEqual([]);
  });

  test.each([
    ["a folder that is not there", (disk: MemoryDisk) => disk.removeFolder("/res"), "res folder.missing"],
    ["no right to list", (disk: MemoryDisk) => disk.fail("list", "/face", "EACCES"), "face folder.denied"],
    ["no right to create in req", (disk: MemoryDisk) => disk.fail("create", "/req", "EACCES"), "req folder.denied"],
    ["no right to create in res", (disk: MemoryDisk) => disk.fail("create", "/res", "EPERM"), "res deleteUntested"],
    ["no right to delete in face", (disk: MemoryDisk) => disk.fail("remove", "/face", "EPERM"), "face cannotDelete"],
    [
      "results in face",
      (disk: MemoryDisk) => ["1", "2"].forEach((one) => disk.put(`/face/OQSsiquc01res_${one}.xml`, "<XmlMsg/>")),
      "face folder.swapped",
    ],
    [
      "an encrypted result",
      (disk: MemoryDisk) => disk.put("/res/OQSsiquc01res_1.xml", "\u0001x"),
      "res perhapsEncrypted",
    ],
    [
      "a request nobody takes",
      (disk: MemoryDisk) => disk.put("/req/OQSsiquc01req_1.xml", "<X/>"),
      "req requestsWaiting",
    ],
  ])("%s is told", async (_what, happen, expected) => {
    const disk = site();
    happen(disk);
    expect(kinds(await look(disk))).toContain(expected);
  });

  test("strays are listed one by one, and the folder is still ready", async () => {
    const disk = site();
    disk.put("/res/OQSsiquc01res_face_20261120091503.xml", "<XmlMsg/>");
    disk.put("/req/OQSsiquc01req_1.err", "");
    disk.put("/face/PMHsimsm01res_1.XML", "<XmlMsg/>");
    disk.put("/face/OQSsiquc01res_face_20261120091503.xml", "");
    disk.special.add("/face/OQSsiquc01res_face_20261120091503.xml");
    disk.put("/face/Thumbs.db", "");
    const findings = await look(disk);
    expect(kinds(findings)).toEqual([
      "req ready",
      "req stray",
      "res ready",
      "res stray",
      "face ready",
      "face stray",
      "face special",
    ]);
    expect(findings.flatMap((one) => ("fileName" in one ? [one.fileName] : []))).toEqual([
      "OQSsiquc01req_1.err",
      "OQSsiquc01res_face_20261120091503.xml",
      "PMHsimsm01res_1.XML",
      "OQSsiquc01res_face_20261120091503.xml",
    ]);
  });

  test("of many strays some are named and the rest are counted", async () => {
    const disk = site();
    disk.put("/res/OQSsiquc01res_1.xml", "<XmlMsg/>");
    for (let n = 10; n < 40; n++) disk.put(`/res/OQSsiquc01res_face_202611200915${n}.xml`, "<XmlMsg/>");
    expect((await look(disk)).at(-2)).toEqual({ folder: "res", kind: "moreStrays", count: 10 });
  });

  test.each(["list", "identity", "create", "remove", "stat", "read"] as const)(
    "a share that hangs in %s is reported after some seconds",
    async (operation) => {
      const disk = site();
      const clock = new ManualClock("2026-11-20T09:00:00+09:00");
      disk.put("/res/OQSsiquc01res_1.xml", "<XmlMsg/>");
      disk.hanging.add(operation);
      const findings = inspectFolders(disk, folders, seededRandom(1), clock);
      await clock.advance(5000);
      expect(kinds(await findings)).toContain("res folder.missing");
    },
  );

  test("a readable result, with mark and blanks, is no hint of encryption; nor is one that is still empty", async () => {
    const disk = site();
    disk.put("/res/OQSsiquc01res_1.xml", "\uFEFF\r\n<XmlMsg/>");
    disk.put("/res/OQSsiquc01res_2.xml", "");
    expect(kinds(await look(disk))).toEqual(["req ready", "res ready", "face ready"]);
  });

  test("a fault in one folder does not hide the state of the others", async () => {
    const disk = site();
    for (const n of [1, 2]) disk.put(`/req/OQSsiquc01res_${n}.xml`, "<XmlMsg/>");
    expect(kinds(await look(disk))).toEqual(["req folder.swapped", "res ready", "face ready"]);
  });

  test("one folder for two roles is mixed up", async () => {
    const findings = await inspectFolders(site(), { ...folders, face: "/res" }, seededRandom(1));
    expect(kinds(findings)).toContain("res folder.swapped");
  });
});
