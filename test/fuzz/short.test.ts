import { expect, test } from "vitest";
import { fuzzJson } from "./json-cases.ts";
import { fuzzShiftJis } from "./shift-jis-cases.ts";
import { fuzzToken } from "./token-cases.ts";

// The long runs are `npm run fuzz`. XML has its short one in test/conformance/differential-xml.test.ts.
test.each([
  ["JSON mirrors", fuzzJson, 600, 0.2],
  ["Shift_JIS bytes", fuzzShiftJis, 600, 0.2],
  // Hardly any way to spoil a token leaves it worth believing.
  ["card tokens", fuzzToken, 400, 0.01],
] as const)("fuzzed %s, always the same ones", async (_, fuzz, cases, leastAccepted) => {
  const done = await fuzz({ seed: 20_261_120, cases });
  expect(done.cases).toBe(cases);
  expect(done.accepted).toBeGreaterThan(cases * leastAccepted);
  expect(done.accepted).toBeLessThan(cases);
});
