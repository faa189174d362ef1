import { OnshiError } from "@onshi/core/base";
import { beforeEach, describe, expect, test } from "vitest";
import { answerXml, request } from "../../../test/fakes/exchange.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { type DiskOperation, MemoryDisk } from "../../../test/fakes/memory-disk.ts";
import { type FolderTransport, folderTransport } from "./folder-transport.ts";

const operations: readonly DiskOperation[] = [
  "list",
  "identity",
  "stat",
  "read",
  "readPart",
  "create",
  "rename",
  "exists",
  "remove",
];
const reference = "LATE1";
const checkInName = "OQSsiquc01res_face_9910000000a_20261120090000.xml";

let disk: MemoryDisk;
let clock: ManualClock;
let transport: FolderTransport;

beforeEach(() => {
  disk = new MemoryDisk("/req", "/res", "/face");
  clock = new ManualClock("2026-11-20T09:00:00+09:00");
  transport = folderTransport({ req: "/req", res: "/res", face: "/face", disk, clock });
});

interface CallLimits {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Every call of the transport that takes a time-out, with everything there that it needs, used to its end. */
const calls: readonly (readonly [string, (limits: CallLimits) => Promise<unknown>])[] = [
  ["exchange", async (limits) => (await transport.exchange(request, { ...limits, reference })).acknowledge()],
  [
    "exchange, streamed",
    async (limits) =>
      (await transport.exchange({ ...request, streamed: true }, { ...limits, reference })).acknowledge(),
  ],
  ["awaitAnswer", async (limits) => (await transport.awaitAnswer("OQSsiquc01req", reference, limits)).acknowledge()],
];

const table = operations.flatMap((operation) => calls.map(([name, call]) => [operation, name, call] as const));

/** When the call is over, in milliseconds of the clock; it may succeed or fail. */
function over(call: Promise<unknown>): { at: number | undefined; error: unknown } {
  const state: { at: number | undefined; error: unknown } = { at: undefined, error: undefined };
  call.then(
    () => (state.at = clock.monotonic()),
    (error: unknown) => {
      state.at = clock.monotonic();
      state.error = error;
    },
  );
  return state;
}

const putAnswer = (): void => disk.put(`/res/OQSsiquc01res_${reference}.xml`, answerXml());

describe("whatever hangs underneath", () => {
  test.each(table)("%s: %s ends within its time-out", async (operation, _name, call) => {
    putAnswer();
    disk.hanging.add(operation);
    const state = over(call({ timeoutMs: 1000 }));
    await clock.advance(1100);
    expect(state.at).toBeLessThanOrEqual(1100);
    if (state.error !== undefined) expect(OnshiError.is(state.error)).toBe(true);
  });

  test.each(table)("%s: %s ends when its signal is aborted", async (operation, _name, call) => {
    if (operation !== "remove") putAnswer();
    disk.hanging.add(operation);
    const controller = new AbortController();
    const state = over(call({ timeoutMs: 60_000, signal: controller.signal }));
    await clock.advance(700);
    controller.abort();
    await clock.advance(100);
    expect(state.at).toBeLessThanOrEqual(800);
  });

  test.each(table)("%s: %s ends with close, and close does not wait", async (operation, _name, call) => {
    if (operation !== "remove") putAnswer();
    disk.hanging.add(operation);
    const state = over(call({ timeoutMs: 60_000 }));
    await clock.advance(700);
    const closing = over(transport.close());
    await clock.advance(100);
    expect(state.at).toBeLessThanOrEqual(800);
    expect(closing.at).toBeLessThanOrEqual(800);
    await clock.advance(5000);
    expect(clock.sleeping).toBe(0);
  });

  test.each(table)("%s: after it, %s works again at once", async (operation, _name, call) => {
    putAnswer();
    disk.hanging.add(operation);
    const first = over(call({ timeoutMs: 1000 }));
    await clock.advance(1100);
    expect(first.at).toBeDefined();
    disk.heal();
    for (const name of disk.names("/req")) disk.delete(`/req/${name}`);
    putAnswer();
    const second = over(call({ timeoutMs: 1000 }));
    await clock.advance(1000);
    expect(second).toMatchObject({ at: expect.any(Number), error: undefined });
    expect(disk.names("/res")).toEqual([]);
  });

  test.each(operations)("%s: check-ins end with their signal and with close", async (operation) => {
    disk.put(`/face/${checkInName}`, answerXml());
    disk.hanging.add(operation);
    for (const end of ["signal", "close"] as const) {
      const controller = new AbortController();
      const loop = async (): Promise<void> => {
        for await (const incoming of transport.checkIns({ signal: controller.signal })) {
          await incoming.acknowledge().catch(() => undefined);
        }
      };
      const state = over(loop());
      await clock.advance(3000);
      const endedAt = clock.monotonic();
      if (end === "signal") controller.abort();
      else over(transport.close());
      await clock.advance(100);
      expect(state.at, end).toBeLessThanOrEqual(endedAt + 100);
    }
  });
});

describe("one look that gets lost", () => {
  test.each(["list", "identity", "stat", "read", "exists"] as const)(
    "%s is asked again in the same call",
    async (what) => {
      disk.hanging.add(what);
      putAnswer();
      const state = over(transport.exchange(request, { timeoutMs: 10_000, reference }));
      await clock.advance(1000);
      disk.heal();
      await clock.advance(4000);
      expect(state).toMatchObject({ at: expect.any(Number), error: undefined });
    },
  );

  test("a file that hangs does not hold up the check-ins behind it, and comes when it answers", async () => {
    disk.put(`/face/${checkInName}`, answerXml("1"));
    const names: (string | undefined)[] = [];
    const loop = (async () => {
      for await (const { fileName } of transport.checkIns()) names.push(fileName);
    })();
    disk.hanging.add("read");
    await clock.advance(100);
    disk.heal();
    const later = checkInName.replace("000a", "000b");
    disk.put(`/face/${later}`, answerXml("2"));
    await clock.advance(1500);
    expect(names).toEqual([later]);
    await clock.advance(3000);
    expect(names).toEqual([later, checkInName]);
    await transport.close();
    await loop;
  });

  test("an answer is not held up by the removal of its file, and learns of it", async () => {
    putAnswer();
    disk.hanging.add("remove");
    const incoming = await transport.awaitAnswer("OQSsiquc01req", reference);
    const acknowledged = over(incoming.acknowledge());
    await clock.advance(500);
    expect(acknowledged).toMatchObject({ at: 500, error: { code: "folder.missing" } });
    disk.heal();
    await clock.advance(1000);
    await incoming.acknowledge();
    expect(disk.names("/res")).toEqual([]);
  });

  test("the time-out says that the share does not answer", async () => {
    const call = transport.exchange(request, { timeoutMs: 3000 });
    const state = over(call);
    await clock.settle();
    disk.hanging.add("list");
    await clock.advance(3000);
    expect(state.error).toMatchObject({ code: "answer.timeout", details: { variant: "unreachable" } });
  });
});
