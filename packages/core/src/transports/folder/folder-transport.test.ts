import { OnshiError, type OnshiErrorCode } from "@onshi/core/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerXml, face, markOf, request } from "../../../test/fakes/exchange.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { type DiskOperation, MemoryDisk } from "../../../test/fakes/memory-disk.ts";
import { type Incoming, folderTransport } from "../index.ts";
import type { FolderTransport } from "./folder-transport.ts";
import type { NotPickedUp } from "./options.ts";

let disk: MemoryDisk;
let clock: ManualClock;
let transport: FolderTransport;

beforeEach(() => {
  disk = new MemoryDisk("/req", "/res", "/face");
  clock = new ManualClock("2026-11-20T09:00:00+09:00");
  transport = folderTransport({ req: "/req", res: "/res", face: "/face", disk, clock });
});

afterEach(() => transport.close());

/** A call with its outcome kept, so that time can be moved before it is looked at. */
function start(call: Promise<Incoming>): { readonly outcome: () => Promise<Incoming>; isOver: boolean } {
  const started = { outcome: () => call, isOver: false };
  const over = (): void => {
    started.isOver = true;
  };
  call.then(over, over);
  return started;
}

async function errorOf(call: Promise<unknown>): Promise<OnshiError> {
  const error: unknown = await call.then(
    () => new Error("no error"),
    (reason: unknown) => reason,
  );
  if (!OnshiError.is(error)) throw error;
  return error;
}

/** The free part of the only request in `req`. */
function free(): string {
  return /^OQSsiquc01req_(\w+)\.xml$/.exec(disk.names("/req")[0] ?? "")?.[1] ?? "no request";
}

const resultPath = (reference: string): string => `/res/OQSsiquc01res_${reference}.xml`;

describe("exchange", () => {
  test("puts a complete request into req and delivers the result without removing it", async () => {
    const call = start(transport.exchange(request));
    await clock.advance(1000);
    expect(disk.names("/req")).toEqual([expect.stringMatching(/^OQSsiquc01req_[0-9A-Z]{20}\.xml$/)]);
    const path = resultPath(free());
    disk.put(path, answerXml("A"));
    await clock.advance(500);
    const incoming = await call.outcome();
    expect(incoming).toMatchObject({ id: "OQSsiquc01res", route: "folder", fileName: path.slice("/res/".length) });
    expect(incoming.content.format === "xml" && markOf(incoming.content.document)).toBe("A");
    expect(incoming.rawBytes).toEqual(disk.files.get(path));
    expect(incoming.receivedAt).toEqual(new Date("2026-11-20T09:00:01.020+09:00"));

    expect(disk.files.has(path)).toBe(true);
    await incoming.acknowledge();
    await incoming.acknowledge();
    expect(disk.files.has(path)).toBe(false);
  });

  test("writes under a name that is not .xml and renames", async () => {
    start(transport.exchange(request))
      .outcome()
      .catch(() => undefined);
    await clock.settle();
    const steps = disk.journal.filter((step) => /^(create|rename)/.test(step));
    expect(steps).toEqual([`create /req/OQSsiquc01req_${free()}.tmp`, `rename /req/OQSsiquc01req_${free()}.tmp`]);
  });

  test.each([
    ["pdf", "%PDF-1.7\n…", "%PDF-1.7\n…\n%%EOF\n"],
    ["zip", "PK\u0003\u0004", `PK\u0005\u0006${"\0".repeat(18)}`],
  ])("hands a %s through as bytes once it is complete", async (extension, partial, whole) => {
    const call = start(transport.exchange(request));
    await clock.settle();
    const path = `/res/OQSsiquc01res_${free()}.${extension}`;
    disk.put(path, partial);
    await clock.advance(3000);
    expect(call.isOver).toBe(false);
    disk.put(path, whole);
    await clock.advance(500);
    expect((await call.outcome()).content).toEqual({ format: extension, bytes: new TextEncoder().encode(whole) });
  });

  test("leaves other clients' files alone, and one with the same free part of another message", async () => {
    const call = start(transport.exchange(request));
    await clock.settle();
    const others = ["OQSsiquc01res_202611200001.xml", `YZKsiquc01res_${free()}.xml`, `OQSsiquc01res_${free()}1.xml`];
    for (const name of others) disk.put(`/res/${name}`, answerXml("other"));
    await clock.advance(5000);
    expect(call.isOver).toBe(false);
    disk.put(resultPath(free()), answerXml("mine"));
    await clock.advance(500);
    await (await call.outcome()).acknowledge();
    expect(disk.names("/res")).toEqual(others.toSorted());
  });

  test("finds results without a watcher, and when the watcher died with its folder", async () => {
    disk.fail("watch", "", "ENOSYS");
    const first = start(transport.exchange(request));
    await clock.settle();
    disk.put(resultPath(free()), answerXml("A"));
    await clock.advance(500);
    await first.outcome();
    disk.heal();
    disk.delete(`/req/OQSsiquc01req_${free()}.xml`);

    const second = start(transport.exchange(request));
    await clock.settle();
    expect([...disk.watchers].map(({ folder }) => folder)).toEqual(["/res"]);
    disk.watchers.clear();
    disk.makeFolder("/res");
    await clock.advance(500);
    expect([...disk.watchers].map(({ folder }) => folder)).toEqual(["/res"]);
    disk.put(resultPath(free()), answerXml("B"));
    await clock.advance(20);
    await second.outcome();
  });

  test("does not wait for the next poll when the watcher hints", async () => {
    const call = start(transport.exchange(request));
    await clock.settle();
    disk.put(resultPath(free()), answerXml());
    await clock.advance(20);
    expect(call.isOver).toBe(true);
  });

  test("follows the first hint of a burst at once, the others together", async () => {
    const call = start(transport.exchange(request));
    await clock.advance(100);
    disk.put(resultPath(free()), answerXml());
    await clock.settle();
    await clock.settle();
    expect(call.isOver).toBe(true);

    start(transport.exchange(request))
      .outcome()
      .catch(() => undefined);
    await clock.advance(100);
    disk.journal.length = 0;
    for (let count = 0; count < 100; count++) {
      disk.put(`/res/other-${count}`, "");
      await clock.settle();
    }
    await clock.advance(20);
    expect(disk.journal.filter((step) => step === "list /res")).toHaveLength(2);
  });

  test("a thousand calls share one scanner, each gets its own answer", async () => {
    const calls = Array.from({ length: 1000 }, () => transport.exchange(request));
    await clock.settle();
    disk.journal.length = 0;
    const names = disk.names("/req");
    expect(new Set(names).size).toBe(1000);
    await clock.advance(5000);
    expect(disk.journal.filter((step) => step === "list /res").length).toBeLessThan(20);
    for (const name of names) disk.put(`/res/${name.replace("req_", "res_")}`, answerXml(name));
    await clock.advance(500);
    const answers = await Promise.all(calls);
    const marks = answers.map(({ content }) => (content.format === "xml" ? markOf(content.document) : undefined));
    expect(new Set(marks)).toEqual(new Set(names));
    for (const { content, fileName } of answers) {
      expect(content.format === "xml" && markOf(content.document)).toBe(fileName?.replace("res_", "req_"));
    }
    await clock.advance(1000);
    expect(clock.sleeping).toBe(0);
    expect(disk.watchers.size).toBe(0);
  });
});

describe("what the terminal rejects", () => {
  test(".err becomes folder.rejected with its bytes, after two equal looks, and stays", async () => {
    const call = start(transport.exchange(request));
    await clock.settle();
    const path = `/res/OQSsiquc01req_${free()}.err`;
    disk.put(path, "");
    await clock.advance(3000);
    expect(call.isOver).toBe(false);
    disk.put(path, "E1");
    await clock.advance(150);
    disk.put(path, "E1 of");
    await clock.advance(150);
    expect(call.isOver).toBe(false);
    disk.put(path, "E1 of unknown encoding \u0083");
    await clock.advance(400);
    const error = await errorOf(call.outcome());
    expect(error.code).toBe("folder.rejected");
    expect(error.rawBytes).toEqual(disk.files.get(path));
    expect(disk.files.has(path)).toBe(true);
  });

  test("an .err that stays empty is a rejection at the end of the wait", async () => {
    const call = start(transport.exchange(request, { timeoutMs: 3000 }));
    await clock.settle();
    disk.put(`/res/OQSsiquc01req_${free()}.err`, "");
    await clock.advance(3000);
    expect((await errorOf(call.outcome())).code).toBe("folder.rejected");
  });

  test("the request itself put back waits for its .err, then counts alone", async () => {
    const call = start(transport.exchange(request));
    await clock.settle();
    const name = disk.names("/req")[0] ?? "";
    disk.put(`/res/${name}`, "<XmlMsg/>");
    await clock.advance(1500);
    expect(call.isOver).toBe(false);
    await clock.advance(1500);
    expect(await errorOf(call.outcome())).toMatchObject({ code: "folder.rejected", details: { fileName: name } });
  });
});

describe("broken results", () => {
  test.each<readonly [string, string, OnshiErrorCode]>([
    ["mismatched tags", "<XmlMsg><a></b></XmlMsg>", "wire.malformed"],
    ["an unclosed tag inside", "<XmlMsg><a></XmlMsg>", "wire.malformed"],
    ["junk behind the root", "<XmlMsg></XmlMsg>junk", "wire.malformed"],
    ["a document type", '<!DOCTYPE XmlMsg [<!ENTITY a "b">]><XmlMsg>&a;</XmlMsg>', "wire.refused"],
    ["another root", "<Other></Other>", "wire.unexpectedMessage"],
  ])("%s is an error with the bytes, and the file stays", async (_what, content, code) => {
    const call = start(transport.exchange(request));
    await clock.settle();
    const path = resultPath(free());
    disk.put(path, content);
    await clock.advance(1900);
    expect(call.isOver).toBe(false);
    await clock.advance(500);
    const error = await errorOf(call.outcome());
    expect(error.code).toBe(code);
    expect(error.details.fileName).toBe(path.slice("/res/".length));
    expect(error.rawBytes).toEqual(new TextEncoder().encode(content));
    expect(disk.files.has(path)).toBe(true);
  });

  test.each([150, 1500])(
    "the end on the medium before the middle, whole %i ms later, is delivered",
    async (laterMs) => {
      const call = start(transport.exchange(request));
      await clock.settle();
      const whole = new TextEncoder().encode(answerXml("late middle"));
      disk.put(resultPath(free()), whole.slice().fill(0, 60, whole.length - 20));
      await clock.advance(laterMs);
      expect(call.isOver).toBe(false);
      disk.put(resultPath(free()), whole);
      await clock.advance(500);
      const { content } = await call.outcome();
      expect(content.format === "xml" && markOf(content.document)).toBe("late middle");
    },
  );

  test("a closed result that makes no sense when the wait ends is reported as such", async () => {
    const call = start(transport.exchange(request, { timeoutMs: 1000 }));
    await clock.settle();
    disk.put(resultPath(free()), "<XmlMsg><a></b></XmlMsg>");
    await clock.advance(1000);
    expect((await errorOf(call.outcome())).code).toBe("wire.malformed");
  });

  test("a result that nobody completes is called broken at the end of the wait", async () => {
    const call = start(transport.exchange(request, { timeoutMs: 10_000 }));
    await clock.settle();
    disk.put(resultPath(free()), "not XML at all");
    await clock.advance(9999);
    expect(call.isOver).toBe(false);
    await clock.advance(1);
    const error = await errorOf(call.outcome());
    expect(error).toMatchObject({ code: "wire.malformed", details: { variant: "incomplete" } });
    expect(error.rawBytes).toEqual(new TextEncoder().encode("not XML at all"));
  });

  test("a result over the limit is refused by size", async () => {
    const small = folderTransport({ req: "/req", res: "/res", disk, clock, maxAnswerBytes: 100 });
    const call = start(small.exchange(request));
    await clock.settle();
    disk.put(resultPath(free()), answerXml());
    await clock.advance(500);
    expect(await errorOf(call.outcome())).toMatchObject({ code: "wire.tooLarge", details: { limit: 100 } });
  });
});

describe("no answer in time", () => {
  test("tells the reference, and the late answer is found by another transport", async () => {
    const call = start(transport.exchange(request, { timeoutMs: 10_000 }));
    await clock.settle();
    disk.delete(`/req/${disk.names("/req")[0]}`);
    await clock.advance(10_000);
    const error = await errorOf(call.outcome());
    expect(error).toMatchObject({ code: "answer.timeout", details: { waitedMs: 10_000 } });
    expect(error.details.variant).toBeUndefined();
    const reference = error.details.reference ?? "";

    disk.put(resultPath(reference), answerXml("late"));
    const later = folderTransport({ req: "/req", res: "/res", disk, clock });
    const incoming = await later.awaitAnswer("OQSsiquc01req", reference);
    expect(incoming.content.format === "xml" && markOf(incoming.content.document)).toBe("late");
    await later.close();
  });

  test("reports once, after five seconds, that a request is still in req, and goes on", async () => {
    const told: NotPickedUp[] = [];
    const onNotPickedUp = (event: NotPickedUp): void => {
      told.push(event);
      throw new Error("of the vendor's own code");
    };
    const watched = folderTransport({ req: "/req", res: "/res", disk, clock, onNotPickedUp });
    const call = start(watched.exchange(request));
    await clock.advance(4999);
    expect(told).toEqual([]);
    await clock.advance(20_000);
    const fileName = `OQSsiquc01req_${free()}.xml`;
    expect(told).toEqual([{ fileName, reference: free(), waitedMs: 5000 }]);
    disk.put(resultPath(free()), answerXml());
    await clock.advance(500);
    await call.outcome();

    disk.delete(`/req/${fileName}`);
    const taken = start(watched.exchange(request));
    await clock.settle();
    const reference = free();
    disk.delete(`/req/OQSsiquc01req_${reference}.xml`);
    await clock.advance(10_000);
    disk.put(resultPath(reference), answerXml());
    await clock.advance(500);
    await taken.outcome();
    expect(told).toHaveLength(1);
    await watched.close();
  });

  test("says that the terminal did not pick the request up", async () => {
    const call = start(transport.exchange(request));
    await clock.advance(60_000);
    const error = await errorOf(call.outcome());
    expect(error).toMatchObject({ code: "answer.timeout", details: { variant: "notPickedUp", reference: free() } });
    expect(error.operatorMessage).toContain("電源");
  });

  test.each<readonly [string, () => void, string]>([
    ["half written", () => disk.put(resultPath(free()), "<XmlMsg>"), "incomplete"],
    [
      "locked",
      () => {
        disk.put(resultPath(free()), answerXml());
        disk.fail("read", "/res", "EBUSY");
      },
      "locked",
    ],
    ["out of reach", () => disk.fail("list", "/res", "EIO"), "unreachable"],
  ])("says that the result is %s", async (_what, happen, variant) => {
    const call = start(transport.exchange(request, { timeoutMs: 4000 }));
    await clock.settle();
    happen();
    await clock.advance(4000);
    expect(await errorOf(call.outcome())).toMatchObject({ code: "answer.timeout", details: { variant } });
  });

  test.each(["EBUSY", "EPERM", "EACCES", "ENOENT"])(
    "a read that fails with %s for a while does no harm",
    async (code) => {
      const call = start(transport.exchange(request));
      await clock.settle();
      disk.fail("read", "/res", code, 5);
      disk.put(resultPath(free()), answerXml());
      await clock.advance(5000);
      await expect(call.outcome()).resolves.toBeDefined();
    },
  );

  test.each([
    ["id", ["OQSsiquc01res", "ABC"]],
    ["id", ["../req", "ABC"]],
    ["free", ["OQSsiquc01req", "../../x"]],
    ["free", ["OQSsiquc01req", ""]],
  ] as const)("awaitAnswer refuses a wrong %s", async (field, [id, reference]) => {
    expect(await errorOf(transport.awaitAnswer(id, reference))).toMatchObject({
      code: "request.invalid",
      details: { field },
    });
  });
});

describe("abort and close", () => {
  test("before the start nothing is sent", async () => {
    const error = await errorOf(transport.exchange(request, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: "call.aborted", details: {} });
    expect(disk.journal).toEqual([]);
  });

  test.each(["identity", "list", "create"] as const)("while %s is going on nothing is sent", async (operation) => {
    const controller = new AbortController();
    const original = disk[operation].bind(disk) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(disk, {
      [operation]: (...args: unknown[]) => {
        controller.abort();
        return original(...args);
      },
    });
    const error = await errorOf(transport.exchange(request, { signal: controller.signal }));
    expect(error.code).toBe("call.aborted");
    expect(error.details.reference).toBeUndefined();
    expect(disk.names("/req")).toEqual([]);
  });

  test("after the request has left the error carries the reference", async () => {
    const controller = new AbortController();
    const call = start(transport.exchange(request, { signal: controller.signal }));
    await clock.settle();
    controller.abort();
    expect(await errorOf(call.outcome())).toMatchObject({ code: "call.aborted", details: { reference: free() } });
    await clock.advance(100);
    expect(clock.sleeping).toBe(0);
    expect(disk.watchers.size).toBe(0);
  });

  test("close ends open calls, and later calls at once", async () => {
    const call = start(transport.exchange(request));
    await clock.settle();
    await transport.close();
    expect(await errorOf(call.outcome())).toMatchObject({ code: "transport.closed", details: { reference: free() } });
    expect(await errorOf(transport.exchange(request))).toMatchObject({ code: "transport.closed", details: {} });
    await clock.advance(100);
    expect(clock.sleeping).toBe(0);
  });
});

describe("folders", () => {
  test.each<readonly [string, () => void, OnshiErrorCode, string]>([
    ["no req", () => disk.removeFolder("/req"), "folder.missing", "req"],
    ["no res", () => disk.removeFolder("/res"), "folder.missing", "res"],
    ["a terminal that is off", () => disk.fail("identity", "/req", "EHOSTUNREACH"), "folder.missing", "req"],
    ["no right to look into res", () => disk.fail("list", "/res", "EACCES"), "folder.denied", "res"],
    ["no right to write", () => disk.fail("create", "/req", "EPERM"), "folder.denied", "req"],
    ["a full disk", () => disk.fail("create", "/req", "ENOSPC"), "folder.full", "req"],
    ["a temporary name in use", () => disk.fail("create", "/req", "EEXIST"), "folder.failed", "req"],
    ["a disk that breaks", () => disk.fail("rename", "/req", "EIO"), "folder.failed", "req"],
    ["a virus scanner that never lets go", () => disk.fail("rename", "/req", "EBUSY"), "folder.failed", "req"],
    [
      "results in req",
      () => [1, 2].forEach((n) => disk.put(`/req/OQSsiquc01res_${n}.xml`, "")),
      "folder.swapped",
      "req",
    ],
    ["check-ins in req", () => [1, 2].forEach((n) => disk.put(`/req/${face("A", n)}`, "")), "folder.swapped", "req"],
    [
      "requests in res",
      () => [1, 2].forEach((n) => disk.put(`/res/OQSsiquc01req_${n}.xml`, "")),
      "folder.swapped",
      "res",
    ],
    ["check-ins in res", () => [1, 2].forEach((n) => disk.put(`/res/${face("A", n)}`, "")), "folder.swapped", "res"],
    [
      "a check-in in res and a result in face",
      () => {
        disk.put(`/res/${face("A", 1)}`, "");
        disk.put("/face/OQSmuquc01res_1.xml", "");
      },
      "folder.swapped",
      "res",
    ],
  ])("%s", async (_what, happen, code, folder) => {
    happen();
    const call = start(transport.exchange(request));
    await clock.advance(5000);
    expect(await errorOf(call.outcome())).toMatchObject({ code, details: { folder } });
    expect(disk.names("/req").filter((name) => /req_.{20}\./.test(name))).toEqual([]);
  });

  test.each([
    ["a result in req", "/req/OQSsiquc01res_1.xml"],
    ["a request in res", "/res/OQSsiquc01req_1.xml"],
  ])("%s, both folders otherwise empty, is a stray and raises no alarm", async (_what, stray) => {
    for (const content of ["", "<XmlMsg/>", answerXml("stray")]) {
      disk.put(stray, content);
      const fresh = folderTransport({ req: "/req", res: "/res", face: "/face", disk, clock });
      const call = start(fresh.exchange(request));
      await clock.settle();
      const [, reference = ""] = /req_([0-9A-Z]{20})\.xml/.exec(disk.names("/req").join()) ?? [];
      disk.files.delete(`/req/OQSsiquc01req_${reference}.xml`);
      disk.put(resultPath(reference), answerXml("A"));
      await clock.advance(500);
      await (await call.outcome()).acknowledge();
      expect(Object.values(fresh.strayFiles)).toContain(1);
      expect(disk.files.has(stray)).toBe(true);
      await fresh.close();
    }
  });

  test("the same folder twice", async () => {
    const twice = folderTransport({ req: "/req", res: "/req", disk, clock });
    expect((await errorOf(twice.exchange(request))).code).toBe("folder.swapped");
  });

  test("files in the right folders raise no alarm", async () => {
    disk.put("/req/OQSsiquc01req_1.xml", "");
    disk.put("/req/OQSsiquc01req_2.tmp", "");
    disk.put("/res/OQSsiquc01req_3.xml", "put back");
    disk.put("/res/OQSsiquc01req_3.err", "rejected");
    disk.put("/res/YZKsiquc01res_4.pdf", "");
    disk.put("/res/Thumbs.db", "");
    const call = start(transport.exchange(request));
    await clock.advance(1000);
    expect(call.isOver).toBe(false);
  });

  test("a folder that came back is used again", async () => {
    disk.removeFolder("/res");
    await errorOf(transport.exchange(request));
    disk.makeFolder("/res");
    start(transport.exchange(request))
      .outcome()
      .catch(() => undefined);
    await clock.settle();
    expect(disk.names("/req")).toHaveLength(1);
  });

  test.each<readonly [DiskOperation, number]>([
    ["rename", 3],
    ["rename", 9],
  ])("%s that is locked %i times succeeds", async (operation, times) => {
    disk.fail(operation, "/req", "EBUSY", times);
    start(transport.exchange(request))
      .outcome()
      .catch(() => undefined);
    await clock.advance(2000);
    expect(disk.names("/req")).toEqual([expect.stringMatching(/\.xml$/)]);
  });

  test("a rename whose answer was lost counts as sent and is not repeated", async () => {
    disk.fail("rename", "/req", "EIO", 1, true);
    const call = start(transport.exchange(request));
    await clock.settle();
    disk.put(resultPath(free()), answerXml());
    await clock.advance(500);
    await expect(call.outcome()).resolves.toBeDefined();
    expect(disk.journal.filter((step) => step.startsWith("rename"))).toHaveLength(1);
  });

  test("a call on a hanging share ends with the time-out, and says that nothing was sent", async () => {
    disk.hanging.add("create");
    const call = start(transport.exchange(request, { timeoutMs: 1000 }));
    await clock.advance(3000);
    expect((await errorOf(call.outcome())).code).toBe("folder.failed");
  });

  test("a rename that hangs ends with an unknown outcome", async () => {
    disk.hanging.add("rename");
    const call = start(transport.exchange(request, { timeoutMs: 1000 }));
    await clock.advance(3000);
    const error = await errorOf(call.outcome());
    expect(error.code).toBe("answer.timeout");
    expect(error.details.reference).toHaveLength(20);
  });

  test.each([
    ["req", { req: "" }],
    ["res", { res: 5 as never }],
    ["face", { face: " " }],
    ["charset", { charset: "euc-jp" as never }],
    ["timeoutMs", { timeoutMs: 0 }],
    ["timeoutMs", { timeoutMs: 3e9 }],
    ["pollMs", { pollMs: Number.NaN }],
    ["onNotPickedUp", { onNotPickedUp: "yes" as never }],
    ["maxAnswerBytes", { maxAnswerBytes: 1.5 }],
  ])("option %s is checked", (field, wrong) => {
    const make = (): unknown => folderTransport({ req: "/req", res: "/res", ...wrong });
    expect(make).toThrow(
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) }),
    );
  });
});
