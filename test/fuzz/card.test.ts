import { expect, test } from "vitest";
import { fuzzCard } from "./card-sessions.ts";

test("a fuzzed card, for a short while: no crash, no hang, nothing ill-formed accepted", async () => {
  const { exchanges, accepted } = await fuzzCard({ exchanges: 3_000, seed: Math.floor(Math.random() * 2 ** 32) });
  expect(exchanges).toBeGreaterThanOrEqual(3_000);
  // Otherwise nothing but refusals was tried.
  expect(accepted).toBeGreaterThan(20);
});
