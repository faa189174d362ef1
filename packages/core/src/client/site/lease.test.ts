import { systemRandom } from "@onshi/core/base";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { holdLease } from "./hold.ts";
import { type Lease, type LeaseMemory, tryLease } from "./lease.ts";
import { memorySiteStore } from "./memory-store.ts";
import type { SiteStore } from "./store.ts";

let clock: ManualClock;
let store: SiteStore;

beforeEach(() => {
  clock = new ManualClock("2026-11-20T09:15:00+09:00");
  store = memorySiteStore();
});

async function take(memory: LeaseMemory = {}, from: SiteStore = store): Promise<Lease | undefined> {
  return tryLease("face", { store: from, clock, random: systemRandom, staleMs: 1000 }, memory);
}

/** The same files, but beats of this program do not arrive: it hangs. */
const hanging = (): SiteStore => ({ ...store, write: () => new Promise(() => undefined) });

describe("a lease", () => {
  test("has one holder", async () => {
    const first = await take();
    expect(first?.generation).toBe(1);
    expect(await take()).toBeUndefined();
    first?.assertHeld();
  });

  test("of many that try at once only one gets it", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => take()));
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  test("is available to the next one as soon as it is released", async () => {
    const first = await take();
    await first?.release();
    expect((await take())?.generation).toBe(2);
    expect(await store.list("locks")).toEqual(["face.2"]);
    expect(() => first?.assertHeld()).toThrow(expect.objectContaining({ code: "site.lost" }));
  });

  test("stays with a holder as long as its heartbeat goes on", async () => {
    const first = await take();
    const memory: LeaseMemory = {};
    for (let seconds = 0; seconds < 20; seconds++) {
      expect(await take(memory)).toBeUndefined();
      await clock.advance(500);
    }
    first?.assertHeld();
  });

  test("passes from a silent holder to the next, and the silent one learns of it before it does anything", async () => {
    const first = await take({}, hanging());
    const memory: LeaseMemory = {};
    expect(await take(memory)).toBeUndefined();
    await clock.advance(999);
    expect(await take(memory)).toBeUndefined();
    await clock.advance(1);
    const second = await take(memory);
    expect(second?.generation).toBe(2);
    expect(() => first?.assertHeld()).toThrow(expect.objectContaining({ code: "site.lost" }));
    second?.assertHeld();
  });

  test("a holder that comes back from a long sleep sees its successor", async () => {
    const first = await take();
    await store.create("locks", "face.2", new TextEncoder().encode('{"owner":"B","beat":0}'));
    await clock.advance(200);
    expect(first?.lost.aborted).toBe(true);
  });

  test("silence is measured by each watcher, never by comparing two machines' clocks", async () => {
    await store.create("locks", "face.7", new TextEncoder().encode('{"owner":"gone","beat":3}'));
    await clock.advance(1_000_000);
    expect(await take()).toBeUndefined();
  });

  test("a half-written file counts as held until it is silent", async () => {
    await store.create("locks", "face.1", new Uint8Array());
    const memory: LeaseMemory = {};
    expect(await take(memory)).toBeUndefined();
    await clock.advance(1000);
    expect((await take(memory))?.generation).toBe(2);
  });

  test("a brief failure of the share costs nothing, a lasting one costs the lease", async () => {
    let isDown = false;
    const flaky: SiteStore = {
      ...store,
      list: (area) => (isDown ? Promise.reject(new Error("EHOSTDOWN")) : store.list(area)),
    };
    const lease = await take({}, flaky);
    isDown = true;
    await clock.advance(400);
    expect(lease?.lost.aborted).toBe(false);
    isDown = false;
    await clock.advance(400);
    expect(lease?.lost.aborted).toBe(false);
    isDown = true;
    await clock.advance(2000);
    expect(lease?.lost.aborted).toBe(true);
    await expect(take({}, flaky)).rejects.toMatchObject({ code: "site.failed" });
  });
});

describe("releasing a lease", () => {
  test("leaves no timer behind", async () => {
    const lease = await take();
    await lease?.release();
    expect(clock.sleeping).toBe(0);
  });

  test("ends in time even when the share hangs, and nothing is done under it meanwhile", async () => {
    const lease = await take({}, hanging());
    const released = lease?.release();
    expect(() => lease?.assertHeld()).toThrow(expect.objectContaining({ code: "site.lost" }));
    await clock.advance(1000);
    await released;
  });

  test("takes nothing from a successor", async () => {
    const first = await take();
    await store.create("locks", "face.2", new TextEncoder().encode('{"owner":"B","beat":0}'));
    await first?.release();
    expect(await store.read("locks", "face.2")).toEqual(new TextEncoder().encode('{"owner":"B","beat":0}'));
  });
});

describe("the generation", () => {
  test("is never given out again by a program that was slow to make its file", async () => {
    await (await take())?.release();
    let makes: (() => void) | undefined;
    const slow: SiteStore = {
      ...store,
      create: async (...file) => {
        await new Promise<void>((resolve) => (makes = resolve));
        return store.create(...file);
      },
    };
    const late = take({}, slow);
    await vi.waitFor(() => expect(makes).toBeDefined());
    await (await take())?.release();
    const holder = await take();
    makes?.();
    expect(await late).toBeUndefined();
    expect(holder?.generation).toBe(3);
    expect(await store.list("locks")).toEqual(["face.3"]);
    await holder?.confirmHeld();
  });

  test("is checked in the store before anything that must not happen twice: a suspended machine does not know the time", async () => {
    const first = await take();
    await store.create("locks", "face.2", new TextEncoder().encode('{"owner":"B","beat":0}'));
    first?.assertHeld();
    await expect(first?.confirmHeld()).rejects.toMatchObject({ code: "site.lost" });
    expect(first?.lost.aborted).toBe(true);
  });
});

describe("holding", () => {
  const options = () => ({ store, clock, random: systemRandom, staleMs: 1000 });

  test("is refused at the holder's first heartbeat", async () => {
    await take();
    const refused = expect(holdLease("face", options(), {})).rejects.toMatchObject({ code: "site.inUse" });
    await clock.advance(400);
    await refused;
  });

  test("stands by until the holder is gone", async () => {
    const first = await take();
    const waiting = holdLease("face", options(), { standBy: true });
    await clock.advance(5000);
    await first?.release();
    await clock.advance(200);
    const lease = await waiting;
    expect(lease.generation).toBe(2);
  });

  test("ends with the caller's signal", async () => {
    await take();
    const stop = new AbortController();
    const ended = expect(holdLease("face", options(), { standBy: true, signal: stop.signal })).rejects.toMatchObject({
      code: "call.aborted",
    });
    await clock.advance(300);
    stop.abort();
    await ended;
  });
});
