import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "./clock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether a sleep is over. */
function watch(sleep: Promise<void>): { done: boolean } {
  const state = { done: false };
  void sleep.then(() => (state.done = true));
  return state;
}

describe("systemClock.sleep", () => {
  test("ends after its time and not before", async () => {
    const sleep = watch(systemClock.sleep(1000));
    await vi.advanceTimersByTimeAsync(999);
    expect(sleep.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(sleep.done).toBe(true);
  });

  test("an abort ends it at once, resolves and leaves no timer", async () => {
    const controller = new AbortController();
    const sleep = watch(systemClock.sleep(1000, controller.signal));
    controller.abort(new Error("stop"));
    await vi.advanceTimersByTimeAsync(0);
    expect(sleep.done).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("an aborted signal needs no timer", async () => {
    await systemClock.sleep(1000, AbortSignal.abort());
    expect(vi.getTimerCount()).toBe(0);
  });

  test("leaves no listener on a long-lived signal", async () => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, "removeEventListener");
    const sleep = systemClock.sleep(10, signal);
    await vi.advanceTimersByTimeAsync(10);
    await sleep;
    expect(removed).toHaveBeenCalledOnce();
  });

  test.each([
    ["30 days", 30 * 86_400_000],
    ["for ever", Number.POSITIVE_INFINITY],
  ])("%s is not over at once", async (_, ms) => {
    const controller = new AbortController();
    const sleep = watch(systemClock.sleep(ms, controller.signal));
    await vi.advanceTimersByTimeAsync(29 * 86_400_000);
    expect(sleep.done).toBe(false);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect([sleep.done, vi.getTimerCount()]).toEqual([true, 0]);
  });

  test("30 days end after 30 days", async () => {
    const sleep = watch(systemClock.sleep(30 * 86_400_000));
    await vi.advanceTimersByTimeAsync(30 * 86_400_000);
    expect(sleep.done).toBe(true);
  });
});

test("time grows", () => {
  expect(systemClock.monotonic()).toBeLessThanOrEqual(systemClock.monotonic());
  expect(systemClock.now()).toEqual(new Date());
});
