import { OnshiError } from "@onshi/core/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerXml, face, markOf } from "../../../test/fakes/exchange.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { MemoryDisk } from "../../../test/fakes/memory-disk.ts";
import { folderTransport } from "../index.ts";
import type { FolderTransport } from "./folder-transport.ts";

let disk: MemoryDisk;
let clock: ManualClock;
let transport: FolderTransport;

beforeEach(() => {
  disk = new MemoryDisk("/req", "/res", "/face");
  clock = new ManualClock("2026-11-20T09:00:00+09:00");
  transport = folderTransport({ req: "/req", res: "/res", face: "/face", disk, clock });
});

afterEach(() => transport.close());

async function errorOf(call: Promise<unknown>): Promise<OnshiError> {
  const error: unknown = await call.then(
    () => new Error("no error"),
    (reason: unknown) => reason,
  );
  if (!OnshiError.is(error)) throw error;
  return error;
}

describe("checkIns", () => {
  test("delivers what is there and what comes, oldest first, and removes on acknowledge only", async () => {
    // Within one second of their names, so that only the files' own time tells, and their names where that is the same.
    disk.put(`/face/${face("z", 1)}`, answerXml("1"));
    disk.put(`/face/${face("b", 1)}`, answerXml("2"));
    disk.put(`/face/${face("c", 1)}`, answerXml("3"));
    disk.modified.set(`/face/${face("c", 1)}`, disk.modified.get(`/face/${face("b", 1)}`) ?? 0);
    disk.put("/face/notes.txt", "of somebody else");
    const marks: (string | undefined)[] = [];
    const controller = new AbortController();
    const loop = (async () => {
      for await (const checkIn of transport.checkIns({ signal: controller.signal })) {
        const { content, id } = checkIn;
        expect(id).toBe("OQSsiquc01res_face");
        marks.push(content.format === "xml" ? markOf(content.document) : undefined);
        if (marks.at(-1) !== "2") await checkIn.acknowledge();
      }
    })();
    await clock.advance(2000);
    expect(marks).toEqual(["1", "2", "3"]);
    disk.put(`/face/${face("a", 4)}`, answerXml("4"));
    await clock.advance(500);
    expect(marks).toEqual(["1", "2", "3", "4"]);
    controller.abort();
    await loop;
    expect(disk.names("/face")).toEqual([face("b", 1), "notes.txt"].toSorted());
    expect(clock.sleeping).toBe(0);
    expect(disk.watchers.size).toBe(0);
  });

  test("a loop that breaks off gets the file again next time", async () => {
    disk.put(`/face/${face("a", 1)}`, answerXml("1"));
    for (let round = 0; round < 2; round++) {
      for await (const incoming of transport.checkIns()) {
        expect(incoming.fileName).toBe(face("a", 1));
        break;
      }
    }
  });

  test("an unreadable file is reported once, stays, does not block, and comes when it is repaired", async () => {
    disk.put(`/face/${face("a", 1)}`, "<XmlMsg><a></b></XmlMsg>");
    disk.put(`/face/${face("a", 2)}`, "<XmlMsg>never finished");
    disk.put(`/face/${face("a", 3)}`, answerXml("3"));
    const unreadable: string[] = [];
    const marks: (string | undefined)[] = [];
    const onUnreadable = (error: Error, fileName: string): void => {
      expect(OnshiError.is(error) && error.code).toBe("wire.malformed");
      unreadable.push(fileName);
    };
    const loop = (async () => {
      for await (const { content } of transport.checkIns({ onUnreadable })) {
        marks.push(content.format === "xml" ? markOf(content.document) : undefined);
      }
    })();
    await clock.advance(1000);
    expect({ marks, unreadable }).toEqual({ marks: ["3"], unreadable: [] });
    await clock.advance(2000);
    expect({ marks, unreadable }).toEqual({ marks: ["3"], unreadable: [face("a", 1)] });
    await clock.advance(120_000);
    expect({ marks, unreadable }).toEqual({ marks: ["3"], unreadable: [face("a", 1), face("a", 2)] });
    disk.put(`/face/${face("a", 1)}`, answerXml("1"));
    await clock.advance(500);
    expect(marks).toEqual(["3", "1"]);
    await transport.close();
    await loop;
    expect(disk.names("/face")).toHaveLength(3);
  });

  test("has one owner", async () => {
    const controller = new AbortController();
    const first = transport.checkIns({ signal: controller.signal })[Symbol.asyncIterator]();
    const pending = first.next();
    const second = transport.checkIns()[Symbol.asyncIterator]();
    expect((await errorOf(second.next())).code).toBe("folder.inUse");
    controller.abort();
    expect(await pending).toEqual({ done: true, value: undefined });
    disk.put(`/face/${face("a", 1)}`, answerXml("1"));
    expect((await transport.checkIns()[Symbol.asyncIterator]().next()).done).toBe(false);
  });

  test("survives an outage of the share, but not for ever", async () => {
    const next = transport.checkIns()[Symbol.asyncIterator]().next();
    await clock.settle();
    disk.fail("list", "/face", "EIO");
    await clock.advance(30_000);
    disk.heal();
    await clock.advance(30_000);
    disk.fail("list", "/face", "ENETUNREACH");
    next.catch(() => undefined);
    await clock.advance(61_000);
    expect((await errorOf(next)).code).toBe("folder.missing");
  });

  test("needs the folder face", async () => {
    const without = folderTransport({ req: "/req", res: "/res", disk, clock });
    const next = without.checkIns()[Symbol.asyncIterator]().next();
    expect(await errorOf(next)).toMatchObject({ code: "config.invalid", details: { field: "face" } });
  });

  test("an acknowledgement that is locked for a while succeeds, one that fails can be repeated", async () => {
    disk.put(`/face/${face("a", 1)}`, answerXml("1"));
    const { value } = await transport.checkIns()[Symbol.asyncIterator]().next();
    disk.fail("remove", "/face", "EBUSY", 12);
    const failing = errorOf(value?.acknowledge() ?? Promise.resolve());
    await clock.advance(2000);
    expect((await failing).code).toBe("folder.failed");
    const again = value?.acknowledge();
    await clock.advance(2000);
    await again;
    expect(disk.names("/face")).toEqual([]);
  });
});
