import { OnshiError } from "@onshi/core/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkInXml } from "../../../test/fakes/desk.ts";
import { answerXml, request } from "../../../test/fakes/exchange.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { type DiskOperation, MemoryDisk } from "../../../test/fakes/memory-disk.ts";
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

// oxfmt-ignore
const codes = [
  "EBUSY", "EPERM", "EACCES", "EAGAIN", "EMFILE", "UNKNOWN", "EIO", "ESTALE", "ECONNRESET", "ETIMEDOUT", "EHOSTDOWN",
  "EHOSTUNREACH", "ENETUNREACH", "ENOTCONN", "ENOENT",
];
const exchangeSteps: readonly (readonly [DiskOperation, string])[] = [
  ["identity", "/req"],
  ["identity", "/res"],
  ["list", "/req"],
  ["list", "/res"],
  ["create", "/req"],
  ["rename", "/req"],
  ["read", "/res"],
  ["remove", "/res"],
  ["exists", "/req"],
];

/** An exchange with somebody who answers what is in `req`, acknowledged; its outcome after ten seconds. */
async function exchanged(streamed = false): Promise<unknown> {
  const call = (async () => {
    const incoming = await transport.exchange({ ...request, streamed }, { timeoutMs: 8000 });
    if (incoming.content.format === "stream") for await (const _ of incoming.content.source.read()) continue;
    await incoming.acknowledge();
  })().catch((error: unknown) => error);
  let outcome: unknown = "open";
  void call.then((end) => (outcome = end));
  for (let step = 0; step < 40; step++) {
    await clock.advance(250);
    const name = disk.names("/req").find((one) => one.endsWith(".xml"));
    if (name === undefined) continue;
    disk.delete(`/req/${name}`);
    disk.put(`/res/${name.replace("req_", "res_")}`, answerXml());
  }
  return outcome;
}

describe.each(codes)("%s once", (code) => {
  test.each(exchangeSteps)("in %s of %s fails no call", async (operation, path) => {
    disk.fail(operation, path, code, 1);
    expect(await exchanged()).toBeUndefined();
    expect(disk.names("/req")).toEqual([]);
  });

  test.each<DiskOperation>(["stat", "readPart"])("in %s of a bulk result fails no call", async (operation) => {
    disk.fail(operation, "/res", code, 1);
    expect(await exchanged(true)).toBeUndefined();
  });

  // A file that is gone already counts as removed.
  const faceSteps: readonly DiskOperation[] = [
    "identity",
    "list",
    "stat",
    "read",
    ...(code === "ENOENT" ? [] : ["remove" as const]),
  ];
  test.each(faceSteps)("in %s costs no check-in", async (operation) => {
    disk.fail(operation, "/face", code, 1);
    disk.put("/face/OQSsiquc01res_face_9910000000a_20261120090000.xml", checkInXml);
    const { value } = await first();
    const acknowledged = value?.acknowledge();
    await clock.advance(5000);
    await acknowledged;
    expect(disk.names("/face")).toEqual([]);
  });
});

/** The first check-in. */
async function first(ms = 5000): Promise<IteratorResult<{ acknowledge(): Promise<void> }, undefined>> {
  const next = transport.checkIns()[Symbol.asyncIterator]().next();
  next.catch(() => undefined);
  await clock.advance(ms);
  return next;
}

const finalCodes = [...codes, "ENOSPC", "EROFS", "EEXIST", "ENOTDIR", "EFTYPE", "ENOTHING"];

describe.each(finalCodes)("%s for good", (code) => {
  test.each(exchangeSteps)("in %s of %s is an error of the SDK, or none", async (operation, path) => {
    disk.fail(operation, path, code);
    const outcome = await exchanged();
    expect(outcome === undefined || OnshiError.is(outcome)).toBe(true);
  });

  test("while a bulk result is read is an error of the SDK", async () => {
    const original = disk.readPart.bind(disk);
    let count = 0;
    // The file was whole at two looks; what comes then is the reading of it.
    disk.readPart = (...part) => {
      if (++count === 3) disk.fail("readPart", "/res", code);
      return original(...part);
    };
    const outcome = await exchanged(true);
    expect(OnshiError.is(outcome)).toBe(true);
    expect(outcome).toMatchObject({ details: { folder: "res" } });
  });

  test.each<DiskOperation>(["identity", "list"])(
    "in %s of face in the end is an error of the SDK",
    async (operation) => {
      disk.fail(operation, "/face", code);
      const end = first(70_000).catch((error: unknown) => error);
      expect(OnshiError.is(await end)).toBe(true);
    },
  );

  test("in remove of face is an error of the SDK", async () => {
    disk.put("/face/OQSsiquc01res_face_9910000000a_20261120090000.xml", checkInXml);
    const { value } = await first();
    disk.fail("remove", "/face", code);
    const end = value?.acknowledge().catch((error: unknown) => error);
    await clock.advance(5000);
    const outcome = await end;
    expect(outcome === undefined ? code : OnshiError.is(outcome)).toBe(outcome === undefined ? "ENOENT" : true);
  });
});
