import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkInXml, drugsXml, question } from "../../../test/fakes/desk.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { MemoryDisk } from "../../../test/fakes/memory-disk.ts";
import { OnshiError } from "../../base/index.ts";
import { type FolderTransport, folderTransport } from "../../transports/index.ts";
import { OnshiClient } from "../index.ts";

const sound = "OQSsiquc01res_face_9910000000abc_20261120091630.xml";
const pmhXml =
  "<XmlMsg><MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader><MessageBody><RecipientList/></MessageBody></XmlMsg>";

let disk: MemoryDisk;
let clock: ManualClock;
let transport: FolderTransport;
let client: OnshiClient;

beforeEach(() => {
  disk = new MemoryDisk("/req", "/res", "/face");
  clock = new ManualClock("2026-11-20T09:15:00+09:00");
  transport = folderTransport({ req: "/req", res: "/res", face: "/face", testOnly: true, disk, clock });
  client = new OnshiClient({ institutionCode: "9910000000", transport, clock });
});

afterEach(() => client.close());

/** What check-ins deliver and report within some seconds. */
async function watch(): Promise<{ delivered: string[]; reported: string[] }> {
  const seen = { delivered: [] as string[], reported: [] as string[] };
  const controller = new AbortController();
  const onUnreadable = (error: Error, fileName: string): void => {
    expect(OnshiError.is(error)).toBe(true);
    seen.reported.push(fileName);
  };
  const loop = (async () => {
    for await (const { answer } of client.checkIns({ signal: controller.signal, onUnreadable })) {
      expect(answer.validity).toBe("valid");
      seen.delivered.push(answer.source.fileName ?? "");
    }
  })();
  await clock.advance(8000);
  controller.abort();
  await loop;
  return seen;
}

describe("in face", () => {
  test.each([
    "OQSsiquc01res_face_20261120091630.xml",
    "OQSsiquc01res_face_9910000000abc_20261120091630 - コピー.xml",
    "OQSsiquc01res_face_9910000000abc_20261120091630 - コピー (2).xml",
    "OQSsiquc01res_face_9910000000abc_20261120091630 (2).xml",
    "OQSsiquc01res_face_9910000000abc_20261120091630 - Copy.xml",
    "OQSsiquc01res_face_9910000000abc_20261120091630.XML",
    "OQSsiquc01res_face_20261120091630.Xml",
    "oqssiquc01res_face_9910000000abc_20261120091630.xml",
    "OQSsiquc01res_202611200001.xml",
    "PMHsimsm01res_202611200001.xml",
    "受付.xml",
  ])("%s is delivered, because its content is a check-in", async (name) => {
    disk.put(`/face/${name}`, checkInXml);
    disk.put(`/face/${sound}`, checkInXml);
    expect(await watch()).toEqual({ delivered: [name, sound], reported: [] });
  });

  test.each([
    ["PMHsimsm01res_202611200001.xml", pmhXml],
    ["PMHsimsm01res_202611200001.XML", pmhXml],
    ["OQSsiquc01res_face_9910000000abd_20261120091630.xml", drugsXml],
    ["YZK-IF-002.xml", "<Message><Body/></Message>"],
    ["OQSsiquc01req_202611200001.xml", "<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>"],
    ["OQSsiquc01req_202611200001.err", "refused"],
    ["YZKsiquc01res_202611200001.pdf", "%PDF"],
    ["OQSsiquc01res_face_20261120091630 - コピー.xml", "<XmlMsg>never finished"],
    ["empty.xml", ""],
  ])("%s of another kind is reported once, and the check-in beside it is delivered", async (name, content) => {
    disk.put(`/face/${name}`, content);
    disk.put(`/face/${sound}`, checkInXml);
    expect(await watch()).toEqual({ delivered: [sound], reported: [name] });
    expect(disk.names("/face")).toHaveLength(2);
  });

  test("folders, pipes and what people leave there are ignored", async () => {
    for (const name of ["pipe.xml", "OQSsiquc01res_face_9910000000a_20261120091629.xml"]) {
      disk.put(`/face/${name}`, "");
      disk.special.add(`/face/${name}`);
    }
    disk.put("/face/Thumbs.db", "");
    disk.put("/face/notes.txt", "");
    disk.put(`/face/${sound}`, checkInXml);
    expect(await watch()).toEqual({ delivered: [sound], reported: [] });
  });
});

describe("anywhere", () => {
  const strays = [
    "/res/OQSsiquc01res_face_9910000000abc_20261120091630.xml",
    "/res/OQSsiquc01res_face_20261120091630.xml",
    "/res/OQSsiquc01res_face_9910000000abc_20261120091630 - コピー.xml",
    "/res/OQSsiquc01req_1 - コピー.xml",
    "/req/OQSsiquc01req_202611200001.err",
    "/req/OQSsiquc01res_face_20261120091630.xml",
    "/req/OQSsiquc01res_1 (2).xml",
    "/face/PMHsimsm01res_1.xml",
    "/face/PMHsimsm01res_2.XML",
    "/face/OQSsiquc01req_1.xml",
    "/face/OQSsiquc01res_1.xml",
    "/face/OQSsiquc01req_1.err",
  ];

  test.each(strays.map((path) => [path]))("%s stops neither questions nor check-ins, and counts", async (path) => {
    disk.put(path, "<XmlMsg/>");
    void client.eligibility.verify(question).catch(() => undefined);
    await clock.advance(100);
    expect(disk.names("/req").filter((name) => /req_[0-9A-Z]{20}\.xml$/.test(name))).toHaveLength(1);
    disk.put(`/face/${sound}`, checkInXml);
    expect((await watch()).delivered).toEqual([sound]);
    const { req, res, face } = transport.strayFiles;
    expect(req + res + face).toBe(1);
  });

  test("all of them at once stop nothing either", async () => {
    for (const path of strays) disk.put(path, "<XmlMsg/>");
    disk.put("/req/OQSsiquc01req_9.xml", "<XmlMsg/>");
    disk.put("/res/OQSsiquc01res_9.xml", "<XmlMsg/>");
    disk.put(`/face/${sound}`, checkInXml);
    void client.eligibility.verify(question).catch(() => undefined);
    expect((await watch()).delivered).toEqual([sound]);
    expect(disk.names("/req").filter((name) => /req_[0-9A-Z]{20}\.xml$/.test(name))).toHaveLength(1);
  });

  test("a share that gives every folder the same number raises no alarm", async () => {
    disk.identity = () => Promise.resolve("7:0");
    disk.put(`/face/${sound}`, checkInXml);
    void client.eligibility.verify(question).catch(() => undefined);
    expect((await watch()).delivered).toEqual([sound]);
    expect(disk.names("/req")).toHaveLength(1);
  });
});
