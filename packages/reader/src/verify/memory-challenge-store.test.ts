import { createHash } from "node:crypto";
import type { Random } from "@onshi/core/base";
import { describe, expect, it } from "vitest";
import { memoryChallengeStore } from "./memory-challenge-store.ts";

const minute = 60_000;

function clockAt(start: string): { now: () => Date; pass: (ms: number) => void } {
  let instant = Date.parse(start);
  return { now: () => new Date(instant), pass: (ms) => void (instant += ms) };
}

/** Chance that repeats from run to run. */
function counted(): Random {
  let calls = 0;
  return {
    bytes: (count) => new Uint8Array(createHash("shake256", { outputLength: count }).update(`${calls++}`).digest()),
  };
}

describe("memoryChallengeStore", () => {
  it("gives 32 random bytes that are good for five minutes", async () => {
    const clock = clockAt("2026-11-20T00:00:00Z");
    const store = memoryChallengeStore({ clock, random: counted() });
    const one = await store.issue();
    const two = await store.issue();
    expect(one.challenge).toHaveLength(32);
    expect(one.expiresAt).toEqual(new Date("2026-11-20T00:05:00Z"));
    expect(one.id).toMatch(/^[0-9A-Z]{26}$/);
    expect(two.id).not.toBe(one.id);
    expect(two.challenge).not.toEqual(one.challenge);
  });

  it("takes both from the system by default", async () => {
    const store = memoryChallengeStore();
    const [one, two] = [await store.issue(), await store.issue()];
    expect(one.challenge).not.toEqual(two.challenge);
    expect(one.challenge).toHaveLength(32);
  });

  it("hands a challenge out once, also to two who ask at the same time", async () => {
    const store = memoryChallengeStore({ clock: clockAt("2026-11-20T00:00:00Z") });
    const issued = await store.issue();
    const taken = await Promise.all([store.take(issued.id), store.take(issued.id), store.take("never issued")]);
    expect(taken).toEqual([issued, undefined, undefined]);
  });

  it("tells an expired challenge from a missing one for another lifetime", async () => {
    const clock = clockAt("2026-11-20T00:00:00Z");
    const store = memoryChallengeStore({ clock, lifetimeMs: minute });
    const [late, later] = [await store.issue(), await store.issue()];
    clock.pass(2 * minute - 1);
    await store.issue();
    expect(await store.take(late.id)).toEqual(late);
    clock.pass(1);
    await store.issue();
    expect(await store.take(later.id)).toBeUndefined();
  });

  it("keeps no more than the limit and forgets the oldest first", async () => {
    const store = memoryChallengeStore({ clock: clockAt("2026-11-20T00:00:00Z"), limit: 3 });
    const issued = [await store.issue(), await store.issue(), await store.issue(), await store.issue()];
    const taken = await Promise.all(issued.map(({ id }) => store.take(id)));
    expect(taken).toEqual([undefined, ...issued.slice(1)]);
  });

  it.each([
    ["lifetimeMs", { lifetimeMs: 0 }],
    ["lifetimeMs", { lifetimeMs: Number.NaN }],
    ["limit", { limit: -1 }],
    ["limit", { limit: 1.5 }],
  ])("refuses a wrong %s", (field, options) => {
    expect(() => memoryChallengeStore(options)).toThrow(
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) }),
    );
  });
});
