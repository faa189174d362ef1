import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { MemoryDisk } from "../../../test/fakes/memory-disk.ts";
import { zipOf } from "../../../test/fakes/zip.ts";
import { LargeProbe } from "./large-probe.ts";

const xml = new TextEncoder().encode(`<XmlMsg><MessageBody>${"<A>1</A>".repeat(60_000)}</MessageBody></XmlMsg>\n`);
// Stored, so that the directory lies far behind the start.
const zip = zipOf("OQSmuquc02res_1.xml", randomBytes(400_000), { method: 0 });

function world(format: "xml" | "zip", limit: number = 1_000_000) {
  const disk = new MemoryDisk("/res");
  const clock = new ManualClock("2026-11-20T09:15:00+09:00");
  const path = `/res/a.${format}`;
  return { disk, clock, path, probe: new LargeProbe(disk, clock, { name: `a.${format}`, path, format, limit }) };
}

describe("a large file", () => {
  test.each([
    ["xml", xml],
    ["zip", zip],
  ] as const)("%s is complete by its two ends, and is read piece by piece afterwards", async (format, bytes) => {
    const { disk, clock, path, probe } = world(format);
    expect(await probe.look()).toBeUndefined();
    for (const cut of [0, 10, 100_000, bytes.length - 12, bytes.length - 1 - (format === "xml" ? 1 : 0)]) {
      disk.put(path, bytes.subarray(0, cut));
      expect(await probe.look(), String(cut)).toBeUndefined();
    }
    disk.put(path, bytes);
    expect(await probe.look()).toBeUndefined();
    await clock.advance(200);
    expect(await probe.look()).toBeDefined();
    const { source, bytes: held } = probe.found;
    expect(held).toHaveLength(0);
    expect(source.size).toBe(bytes.length);
    const pieces: Uint8Array[] = [];
    for await (const piece of source.read()) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    const part: Uint8Array[] = [];
    for await (const piece of source.read(5, 7)) part.push(piece);
    expect(Buffer.concat(part).equals(bytes.subarray(5, 12))).toBe(true);
    expect(disk.journal.some((entry) => entry.startsWith("read "))).toBe(false);
  });

  test("a small one is held, so that errors can carry it", async () => {
    const { disk, path, probe } = world("xml");
    disk.put(path, "<XmlMsg></XmlMsg>");
    await probe.look();
    expect(new TextDecoder().decode(probe.found.bytes)).toBe("<XmlMsg></XmlMsg>");
  });

  test("is refused beyond the limit, waited for while locked, given up when nobody goes on writing", async () => {
    const tooLarge = world("xml", 1000);
    tooLarge.disk.put(tooLarge.path, xml);
    await expect(tooLarge.probe.look()).rejects.toMatchObject({ code: "wire.tooLarge" });

    const { disk, clock, path, probe } = world("xml");
    disk.put(path, xml.subarray(0, 200_000));
    disk.fail("readPart", path, "EBUSY", 1);
    expect(await probe.look()).toBeUndefined();
    expect(probe.failure).toBeDefined();
    await probe.look();
    expect([probe.failure, probe.isStuck]).toEqual([undefined, false]);
    await clock.advance(5000);
    expect(probe.isStuck).toBe(true);
  });
});
