import { createHash } from "node:crypto";
import type { Random } from "@onshi/core/base";
import { describe, expect, it } from "vitest";
import { challengeStoreContract } from "./challenge-store-contract.ts";
import type { ChallengeStore, IssuedChallenge } from "./challenge-store.ts";
import { memoryChallengeStore } from "./memory-challenge-store.ts";

const minute = 60_000;

function clockAt(start: string): { now: () => Date; pass: (ms: number) => void } {
  let instant = Date.parse(start);
  return { now: () => new Date(instant), pass: (ms) => void (instant += ms) };
}

/** Random numbers that repeat from run to run. */
function counted(): Random {
  let calls = 0;
  return {
    bytes: (count) => new Uint8Array(createHash("shake256", { outputLength: count }).update(`${calls++}`).digest()),
  };
}

describe("memoryChallengeStore keeps the contract of all stores", () => {
  it.each(challengeStoreContract.map(({ name, run }) => [name, run] as const))("%s", async (_, run) => {
    const clock = clockAt("2026-11-20T00:00:00Z");
    const given = { lifetimeMs: minute, perSession: 3, limit: 20 };
    await run({ ...given, store: memoryChallengeStore({ ...given, clock }), pass: clock.pass });
  });
});

describe("the contract notices a store that", () => {
  const faulty: readonly (readonly [name: string, spoil: (store: ChallengeStore) => Partial<ChallengeStore>])[] = [
    ["hands out to any session", (store) => ({ take: (id) => anySession(store, id) })],
    ["binds to no session", (store) => ({ issue: () => store.issue() })],
    ["hands out twice", (store) => ({ take: remembering(store) })],
    ["knows no quota", () => ({ ...memoryChallengeStore({ perSession: 20, limit: 20 }) })],
    ["drives out others", () => evicting()],
  ];
  const sessions = ["a", "b", "late", ...Array.from({ length: 20 }, (_, index) => `s${index}`), undefined];
  const anySession = async (store: ChallengeStore, id: string): Promise<IssuedChallenge | undefined> => {
    for (const session of sessions) {
      const taken = await store.take(id, { session });
      if (taken) return taken;
    }
    return undefined;
  };
  const remembering = (store: ChallengeStore): ChallengeStore["take"] => {
    const seen = new Map<string, IssuedChallenge>();
    return async (id, options) => {
      const taken = seen.get(id) ?? (await store.take(id, options));
      if (taken) seen.set(id, taken);
      return taken;
    };
  };
  /** As the memory store once was: beyond the limit the oldest is evicted, no matter whose it is. */
  const evicting = (): ChallengeStore => {
    const store = memoryChallengeStore({ limit: 21 });
    const order: IssuedChallenge[] = [];
    return {
      ...store,
      issue: async (options) => {
        const oldest = order.length >= 20 ? order.shift() : undefined;
        if (oldest) await store.take(oldest.id, oldest);
        const issued = await store.issue(options);
        order.push(issued);
        return issued;
      },
    };
  };

  it.each(faulty)("%s", async (_, spoil) => {
    const outcomes = challengeStoreContract.map(({ run }) => {
      const clock = clockAt("2026-11-20T00:00:00Z");
      const given = { lifetimeMs: minute, perSession: 3, limit: 20 };
      const store = memoryChallengeStore({ ...given, clock });
      return run({ ...given, store: { ...store, ...spoil(store) }, pass: clock.pass });
    });
    const failed = (await Promise.allSettled(outcomes)).filter(({ status }) => status === "rejected");
    expect(failed).not.toEqual([]);
  });
});

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

  it("hands a challenge out once, even when two ask at the same time", async () => {
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

  it("a flood of a thousand sessions evicts nobody's challenge", async () => {
    const clock = clockAt("2026-11-20T00:00:00Z");
    const store = memoryChallengeStore({ clock, limit: 30, lifetimeMs: minute });
    const mine = await store.issue({ session: "mine" });
    const floods = Array.from({ length: 1000 }, (_, index) => store.issue({ session: `flood ${index}` }));
    const refused = (await Promise.allSettled(floods)).filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(971);
    expect(await store.take(mine.id, { session: "mine" })).toEqual(mine);
  });

  it("makes room by removing expired ones when it is full", async () => {
    const clock = clockAt("2026-11-20T00:00:00Z");
    const store = memoryChallengeStore({ clock, limit: 2, lifetimeMs: minute });
    const old = await store.issue();
    clock.pass(minute - 1);
    const young = await store.issue();
    await expect(store.issue()).rejects.toMatchObject({ code: "token.challengeLimit", details: { limit: 2 } });
    clock.pass(1);
    await store.issue();
    expect(await store.take(old.id)).toBeUndefined();
    expect(await store.take(young.id)).toEqual(young);
  });

  it("keeps what it issued, whatever happens to the copy that was handed out", async () => {
    const store = memoryChallengeStore({ clock: clockAt("2026-11-20T00:00:00Z") });
    const issued = await store.issue();
    issued.challenge.fill(0);
    issued.expiresAt.setTime(Number.NaN);
    expect((await store.take(issued.id))?.challenge.every((byte) => byte === 0)).toBe(false);
    const other = await store.issue();
    other.expiresAt.setTime(0);
    expect((await store.take(other.id))?.expiresAt).toEqual(new Date("2026-11-20T00:05:00Z"));
  });

  it.each([[""], [1], [null], [{}], ["x".repeat(1001)]])("issues nothing to the session %j", async (session) => {
    await expect(memoryChallengeStore().issue({ session: session as string })).rejects.toMatchObject({
      code: "config.invalid",
      details: { field: "session" },
    });
  });

  it("issues nothing with a clock or a generator that breaks later", async () => {
    let [now, count] = [new Date("2026-11-20T00:00:00Z"), 26];
    const store = memoryChallengeStore({
      clock: { now: () => now },
      random: { bytes: (wanted) => new Uint8Array(Math.min(wanted, count)) },
    });
    await expect(store.issue()).rejects.toMatchObject({ code: "config.invalid", details: { field: "random" } });
    count = 100;
    now = new Date(Number.NaN);
    await expect(store.issue()).rejects.toMatchObject({ code: "config.invalid", details: { field: "clock" } });
  });

  it.each<readonly [string, object]>([
    ["lifetime", { lifetime: 1 }],
    ["perSession", { perSession: 0 }],
    ["perSession", { perSession: 6, limit: 5 }],
    ["perSession", { perSession: "5" }],
    ["limit", { limit: "10" }],
    ["lifetimeMs", { lifetimeMs: 86_400_001 }],
    ["lifetimeMs", { lifetimeMs: Number.POSITIVE_INFINITY }],
    ["clock", { clock: {} }],
    ["clock", { clock: { now: () => new Date(Number.NaN) } }],
    ["clock", { clock: { now: () => 0 } }],
    ["random", { random: {} }],
    ["random", { random: Math.random }],
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
