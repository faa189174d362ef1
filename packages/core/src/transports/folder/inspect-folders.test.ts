import { describe, expect, test } from "vitest";
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
      (disk: MemoryDisk) => disk.put("/face/OQSsiquc01res_1.xml", "<XmlMsg/>"),
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

  test("a readable result, with mark and blanks, is no hint of encryption; nor is one that is still empty", async () => {
    const disk = site();
    disk.put("/res/OQSsiquc01res_1.xml", "\uFEFF\r\n<XmlMsg/>");
    disk.put("/res/OQSsiquc01res_2.xml", "");
    expect(kinds(await look(disk))).toEqual(["req ready", "res ready", "face ready"]);
  });

  test("a fault of one folder does not hide what the others are like", async () => {
    const disk = site();
    disk.put("/res/OQSsiquc01res_face_9910000000a_20261120091503.xml", "<XmlMsg/>");
    expect(kinds(await look(disk))).toEqual(["req ready", "res folder.swapped", "face ready"]);
  });

  test("one folder for two roles is mixed up", async () => {
    const findings = await inspectFolders(site(), { ...folders, face: "/res" }, seededRandom(1));
    expect(kinds(findings)).toContain("res folder.swapped");
  });
});
