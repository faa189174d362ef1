import * as fc from "fast-check";
import { expect, test } from "vitest";
import { terminalText, terminalValue } from "./terminal-text.ts";

// oxlint-disable-next-line no-control-regex -- control characters are the point here
const orders = /[\0-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

test.each([
  ["\u001b[2J", "\\u001b[2J"],
  ["a\u009b31mb", "a\\u009b31mb"],
  ["\u0007\u007f", "\\u0007\\u007f"],
  ["one\r\n✓ two", "one\\u000d\\u000a✓ two"],
  ["a\u202eb", "a\\u202eb"],
  ["カードリーダー A é", "カードリーダー A é"],
])("%j", (text, expected) => {
  expect(terminalValue(text)).toBe(expected);
});

test("no control character passes; lines stay lines, and JSON stays the same JSON", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(terminalValue(text)).not.toMatch(orders);
      expect(terminalText(text).replaceAll(/[\n\t]/g, "")).not.toMatch(orders);
      expect(JSON.parse(terminalText(JSON.stringify(text)))).toBe(text);
    }),
  );
});
