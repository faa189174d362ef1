import { describe, expect, test } from "vitest";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { memorySiteStore } from "./memory-store.ts";
import { openSpool, type SpoolOptions } from "./spool.ts";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);

function world(more: Partial<SpoolOptions> = {}) {
  const clock = new ManualClock("2026-11-20T09:15:00+09:00");
  const store = memorySiteStore();
  const random = { bytes: (count: number) => new Uint8Array(count) };
  return { clock, store, spool: openSpool({ store, clock, random, ...more }) };
}

const form = { messageId: "OQSsiquc01res_face", format: "xml", route: "folder" } as const;
const answer = (content: string) => ({ ...form, bytes: bytesOf(content) });

describe("the spool", () => {
  test("gives each owner what is theirs, oldest first, until it is acknowledged", async () => {
    const { spool } = world();
    for (const content of ["1", "2", "3"]) await spool.put("chart", answer(content));
    await spool.put("agent", answer("x"));
    const waiting = await spool.waiting("chart");
    expect(await Promise.all(waiting.map(async (one) => text(await one.read())))).toEqual(["1", "2", "3"]);
    await waiting[0]?.acknowledge();
    expect(await spool.waiting("chart")).toHaveLength(2);
    expect(await spool.waiting("agent")).toHaveLength(1);
  });

  test("names nobody", async () => {
    const { spool, store } = world();
    await spool.put("chart", answer("試験　花子 0005678"));
    expect((await store.list("spool")).join()).toMatch(/^chart\.\d{13}-[0-9A-Z]{8}\.folder\.OQSsiquc01res_face\.xml$/);
  });

  test("says in which form and through which door an answer came, without a look at its bytes", async () => {
    const { spool } = world();
    await spool.put("chart", { ...form, format: "json", route: "line-2", bytes: bytesOf("not to be looked at") });
    const [waiting] = await spool.waiting("chart");
    expect(waiting).toMatchObject({ ...form, format: "json", route: "line-2" });
  });

  test.each([
    ["messageId", { messageId: "../x" }],
    ["format", { format: "exe" as "xml" }],
    ["route", { route: "a.b" }],
    ["route", { route: undefined as unknown as string }],
  ])("refuses a wrong %s", async (field, wrong) => {
    const { spool, store } = world();
    const put = spool.put("chart", { ...answer("1"), ...wrong });
    await expect(put).rejects.toMatchObject({ code: "request.invalid", details: { field } });
    expect(await store.list("spool")).toEqual([]);
  });

  test("keeps nothing longer than it may", async () => {
    const { spool, clock } = world({ retentionMs: 1000 });
    await spool.put("chart", answer("old"));
    await clock.advance(900);
    await spool.put("chart", answer("new"));
    expect(await spool.sweep()).toBe(0);
    await clock.advance(200);
    expect(await spool.sweep()).toBe(1);
    expect(text(await (await spool.waiting("chart"))[0]!.read())).toBe("new");
  });

  test("seals what it keeps; with another key it cannot be opened and stays", async () => {
    const { spool, store, clock } = world({
      protection: {
        seal: (bytes) => bytes.map((byte) => byte ^ 0x5a),
        open: (bytes) => bytes.map((byte) => byte ^ 0x5a),
      },
    });
    await spool.put("chart", answer("secret"));
    const [name = ""] = await store.list("spool");
    expect(text((await store.read("spool", name)) ?? new Uint8Array())).not.toContain("secret");
    expect(text(await (await spool.waiting("chart"))[0]!.read())).toBe("secret");
    const other = openSpool({
      store,
      clock,
      random: { bytes: (count) => new Uint8Array(count) },
      protection: {
        seal: (bytes) => bytes,
        open: () => {
          throw new Error("wrong key");
        },
      },
    });
    await expect((await other.waiting("chart"))[0]!.read()).rejects.toMatchObject({ code: "site.unsealed" });
    expect(await store.list("spool")).toHaveLength(1);
  });

  test.each(["", "../x", "a b", "a.b", "x".repeat(33)])("refuses the owner %j", async (owner) => {
    const { spool } = world();
    await expect(spool.put(owner, answer("1"))).rejects.toMatchObject({ code: "request.invalid" });
    await expect(spool.waiting(owner)).rejects.toMatchObject({ code: "request.invalid" });
  });

  test("says so when the store fails", async () => {
    const store = { ...memorySiteStore(), write: () => Promise.reject(new Error("ENOSPC")) };
    const { spool } = world({ store });
    await expect(spool.put("chart", answer("1"))).rejects.toMatchObject({ code: "site.failed" });
  });
});
