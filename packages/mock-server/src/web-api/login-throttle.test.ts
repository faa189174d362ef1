import { expect, test } from "vitest";
import { clockAt } from "../test-world.ts";
import { loginThrottle } from "./login-throttle.ts";

const start = Date.parse("2026-11-20T09:00:00+09:00");

test("five wrong passwords are free, then the pauses double up to a minute", () => {
  const clock = clockAt(new Date(start).toISOString());
  const throttle = loginThrottle(clock);
  const pauses = Array.from({ length: 14 }, () => {
    throttle.note("a", false);
    return throttle.waitMs("a") / 1000;
  });
  expect(pauses).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  clock.set(new Date(start + 60_000).toISOString());
  expect(throttle.waitMs("a")).toBe(0);
});

test("a right password makes them short again; another account is not slowed down", () => {
  const throttle = loginThrottle(clockAt());
  for (let tries = 0; tries < 8; tries += 1) throttle.note("a", false);
  expect(throttle.waitMs("b")).toBe(0);
  throttle.note("a", true);
  throttle.note("a", false);
  expect(throttle.waitMs("a")).toBe(0);
});
