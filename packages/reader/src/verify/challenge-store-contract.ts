import assert from "node:assert/strict";
import type { ChallengeStore } from "./challenge-store.ts";

/** What the checks need to know of the store, and how they move its time. */
export interface ChallengeStoreUnderTest {
  /** An empty store, quick to make: every check gets its own. */
  readonly store: ChallengeStore;
  /** How long its challenges are good for, in milliseconds. */
  readonly lifetimeMs: number;
  /** How many challenges a session may hold in this store. */
  readonly perSession: number;
  /** How many challenges the store holds; undefined when only its machine limits it; then that check is left out. */
  readonly limit?: number | undefined;
  /** Lets time pass for the store, as its clock or its server sees it. */
  readonly pass: (ms: number) => Promise<void> | void;
}

/** One promise of {@link ChallengeStore}; `run` rejects when the store does not keep it. */
export interface ChallengeStoreCheck {
  readonly name: string;
  readonly run: (subject: ChallengeStoreUnderTest) => Promise<void>;
}

const check = (name: string, run: ChallengeStoreCheck["run"]): ChallengeStoreCheck => ({ name, run });

/**
 * What every {@link ChallengeStore} promises, as checks for any test runner: for stores of your own on a database that
 * several processes share.
 *
 * @example
 * ```ts
 * import { memoryChallengeStore } from "@onshi/reader/verify";
 * import { challengeStoreContract } from "@onshi/reader/verify/contract";
 *
 * for (const { name, run } of challengeStoreContract) {
 *   let now = Date.now();
 *   const given = { lifetimeMs: 60_000, perSession: 3, limit: 20 };
 *   const store = memoryChallengeStore({ ...given, clock: { now: () => new Date(now) } });
 *   await run({ ...given, store, pass: (ms) => void (now += ms) });
 *   console.log(name);
 * }
 * ```
 */
export const challengeStoreContract: readonly ChallengeStoreCheck[] = [
  check("a challenge has 32 bytes or more, an end in the future and the name of its session", async ({ store }) => {
    const [one, two] = [await store.issue({ session: "a" }), await store.issue({ session: "a" })];
    assert.ok(one.challenge instanceof Uint8Array && one.challenge.length >= 32, "32 bytes");
    assert.ok(!Number.isNaN(one.expiresAt.getTime()), "an instant");
    assert.equal(one.session, "a");
    assert.equal((await store.issue()).session, undefined);
    assert.notEqual(one.id, two.id);
    assert.notDeepEqual(one.challenge, two.challenge);
  }),
  check("a challenge is handed out once, as it was issued", async ({ store }) => {
    const issued = await store.issue({ session: "a" });
    const { id, challenge, expiresAt } = issued;
    const taken = await store.take(id, { session: "a" });
    assert.deepEqual(
      { ...taken, challenge: Uint8Array.from(taken?.challenge ?? []) },
      { id, challenge: Uint8Array.from(challenge), expiresAt, session: "a" },
    );
    assert.equal(await store.take(id, { session: "a" }), undefined);
  }),
  check("when many ask for one challenge at the same time, one gets it", async ({ store }) => {
    const { id } = await store.issue({ session: "a" });
    const taken = await Promise.all(Array.from({ length: 50 }, () => store.take(id, { session: "a" })));
    assert.equal(taken.filter(Boolean).length, 1);
  }),
  check("another session, or none, neither gets a challenge nor uses it up", async ({ store }) => {
    const bound = await store.issue({ session: "a" });
    const free = await store.issue();
    for (const session of ["b", "A", "a ", "", undefined]) {
      assert.equal(await store.take(bound.id, { session }), undefined, `taken by ${JSON.stringify(session)}`);
    }
    assert.equal(await store.take(bound.id), undefined, "taken by none");
    assert.equal(await store.take(free.id, { session: "a" }), undefined, "taken by a session");
    assert.equal((await store.take(bound.id, { session: "a" }))?.id, bound.id);
    assert.equal((await store.take(free.id))?.id, free.id);
  }),
  check("an id that was never issued gives nothing", async ({ store }) => {
    await store.issue({ session: "a" });
    for (const id of ["", "never issued", "*", "__proto__", "constructor"]) {
      assert.equal(await store.take(id, { session: "a" }), undefined);
    }
  }),
  check("an expired challenge can still be told from one that never existed", async ({ store, lifetimeMs, pass }) => {
    const { id, expiresAt } = await store.issue({ session: "a" });
    await pass(lifetimeMs);
    assert.deepEqual((await store.take(id, { session: "a" }))?.expiresAt, expiresAt);
  }),
  check("beyond its quota a session loses its own oldest challenge and no other", async ({ store, perSession }) => {
    const other = await store.issue({ session: "b" });
    const ids: string[] = [];
    for (let count = 0; count <= perSession; count++) ids.push((await store.issue({ session: "a" })).id);
    const taken = [];
    for (const id of ids) taken.push((await store.take(id, { session: "a" })) !== undefined);
    assert.deepEqual(taken, [false, ...Array.from({ length: perSession }, () => true)]);
    assert.equal((await store.take(other.id, { session: "b" }))?.id, other.id);
  }),
  check("a challenge that was taken counts no longer", async ({ store, perSession }) => {
    const first = await store.issue({ session: "a" });
    for (let count = 0; count < 2 * perSession; count++) {
      await store.take((await store.issue({ session: "b" })).id, { session: "b" });
    }
    const kept = [];
    for (let count = 1; count < perSession; count++) kept.push(await store.issue({ session: "a" }));
    for (const { id } of [first, ...kept]) assert.equal((await store.take(id, { session: "a" }))?.id, id);
  }),
  check("a full store issues nothing, and nobody loses a challenge by it", async ({ store, limit }) => {
    if (limit === undefined) return;
    const ids: string[] = [];
    for (let count = 0; count < limit; count++) ids.push((await store.issue({ session: `s${count}` })).id);
    await assert.rejects(store.issue({ session: "late" }), { code: "token.challengeLimit", isRetryable: true });
    await assert.rejects(store.issue(), { code: "token.challengeLimit" });
    for (const [index, id] of ids.entries()) {
      assert.equal((await store.take(id, { session: `s${index}` }))?.id, id);
    }
    await store.issue({ session: "late" });
  }),
];
