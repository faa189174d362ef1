import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerXml, markOf, request } from "../../../test/fakes/exchange.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { MemoryDisk } from "../../../test/fakes/memory-disk.ts";
import { type FileFormat, isComplete } from "./completeness.ts";
import { folderTransport } from "./folder-transport.ts";

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

/** A zip of one stored entry `a` holding `x`, and one with a comment. */
const zip = (comment: string): string => {
  const local = `PK\u0003\u0004${"\0".repeat(26)}ax`;
  const directory = `PK\u0001\u0002${"\0".repeat(42)}a`;
  const size = String.fromCharCode(directory.length);
  const offset = String.fromCharCode(local.length);
  const end = `PK\u0005\u0006${"\0".repeat(4)}\u0001\0\u0001\0${size}\0\0\0${offset}\0\0\0`;
  return `${local}${directory}${end}${String.fromCharCode(comment.length)}\0${comment}`;
};

const linearized = (): string => {
  const body = (length: string): string =>
    `%PDF-1.7\n1 0 obj\n<</Linearized 1/L ${length}/H[1 2]>>\nendobj\n%%EOF\nsecond part\n%%EOF\n`;
  const { length } = body("000");
  return body(String(length).padStart(3, "0"));
};

describe("isComplete", () => {
  test.each<readonly [FileFormat, string, string]>([
    ["xml", "plain", "<XmlMsg><a/></XmlMsg>"],
    ["xml", "declaration, mark, comment", `ï»¿<?xml version="1.0"?>\r\n<!-- a -- >b --><XmlMsg></XmlMsg \r\n>\r\n`],
    ["xml", "empty root", "<XmlMsg />"],
    ["xml", "something behind the root", "<XmlMsg></XmlMsg><!-- x -->"],
    ["xml", "a document type, which the reader refuses", "<!DOCTYPE a [ "],
    ["xml", "UTF-16, which the reader refuses", "þÿ\0<"],
    ["zip", "no comment", zip("")],
    ["zip", "comment", zip("made by the centre")],
    ["pdf", "one end mark", "%PDF-1.7\n%%EOF"],
    ["pdf", "linearized", linearized()],
  ])("%s: %s", (format, _what, content) => {
    expect(isComplete(format, bytes(content))).toBe(true);
  });

  test.each<readonly [FileFormat, string]>([
    ["xml", ""],
    ["xml", " "],
    ["xml", "<XmlMsg"],
    ["xml", "<XmlMsg>"],
    ["xml", "<XmlMsg></XmlMsg"],
    ["xml", "<XmlMsg></XmlMsgs>"],
    ["xml", "</XmlMsg>"],
    ["xml", "<!-- <XmlMsg></XmlMsg>"],
    ["xml", "not XML"],
    ["zip", ""],
    ["zip", "PK\u0005\u0006"],
    ["pdf", ""],
    ["pdf", "%PDF-1.7\n%%EO"],
  ])("%s: not %j", (format, content) => {
    expect(isComplete(format, bytes(content))).toBe(false);
  });

  test.each<readonly [FileFormat, string, number]>([
    ["xml", answerXml(), 1],
    ["zip", zip(""), 0],
    ["zip", zip("comment"), 0],
    ["pdf", linearized(), 1],
  ])("no part of a %s is taken for the whole", (format, content, trailing) => {
    const whole = Buffer.from(content, format === "xml" ? "utf8" : "latin1");
    for (let length = 0; length < whole.length - trailing; length++) {
      expect(isComplete(format, whole.subarray(0, length)), `${length} of ${whole.length}`).toBe(false);
    }
    expect(isComplete(format, whole)).toBe(true);
  });
});

test("however a result is written, it is delivered complete or not at all", async () => {
  const step = fc.record({ bytes: fc.nat({ max: 200 }), pauseMs: fc.nat({ max: 900 }), locked: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.boolean(), async (steps, isWatching) => {
      const disk = new MemoryDisk("/req", "/res");
      if (!isWatching) disk.fail("watch", "", "ENOSYS");
      const clock = new ManualClock("2026-11-20T09:00:00+09:00");
      const transport = folderTransport({ req: "/req", res: "/res", disk, clock });
      const call = transport.exchange(request);
      let isOver = false;
      const over = call.then(
        () => (isOver = true),
        () => (isOver = true),
      );
      await clock.settle();
      const path = `/res/${disk.names("/req")[0]?.replace("req_", "res_")}`;
      const whole = new TextEncoder().encode(answerXml("whole"));
      let written = 0;
      for (const { bytes: count, pauseMs, locked } of steps) {
        written = Math.min(written + count, whole.length);
        if (locked) disk.fail("read", path, "EBUSY", 1);
        disk.put(path, whole.subarray(0, written));
        await clock.advance(pauseMs);
        // The line feed behind the root is the only byte that may still be missing.
        if (isOver) expect(written).toBeGreaterThanOrEqual(whole.length - 1);
      }
      disk.put(path, whole);
      await clock.advance(5000);
      const { content } = await call;
      await over;
      expect(content.format === "xml" && markOf(content.document)).toBe("whole");
      await transport.close();
    }),
    { numRuns: 60 },
  );
});
