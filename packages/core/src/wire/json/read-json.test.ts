import { describe, expect, test } from "vitest";

import { OnshiError } from "../../base/index.ts";
import { readJson } from "./read-json.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function failure(bytes: Uint8Array, limits = {}): OnshiError {
  try {
    readJson(bytes, limits);
  } catch (error) {
    if (OnshiError.is(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("readJson", () => {
  test("takes UTF-8 with and without byte order mark", () => {
    expect(readJson(encode('{"名前":"試験"}'))).toEqual({ 名前: "試験" });
    expect(readJson(encode('\uFEFF{"a":["1"]}'))).toEqual({ a: ["1"] });
  });

  test.each(["", "{", "{'a':1}", '{"a":1,}', '{"a":"\u0001"}', "NaN", '{"a":1}{"b":2}'])("%j is malformed", (text) => {
    expect(failure(encode(text)).code).toBe("wire.malformed");
  });

  test("tells the place and never quotes", () => {
    const error = failure(encode('{\n  "Name": "試験花子"x\n}'));
    expect(error.details).toEqual({ line: 2, column: 17 });
    expect(error.rawBytes).toHaveLength(29);
    expect(error.cause).toBeUndefined();
    expect(error.stack).not.toContain("試験");
  });

  test.each([
    ['{"a":"1","a":"2"}', true],
    [String.raw`{"a":"1","\u0061":"2"}`, true],
    ['{"x":[{"a":{"b":"","c":[],"b":""}}]}', true],
    ['{"a":{"b":""},"b":{"a":""}}', false],
    ['[{"a":""},{"a":""}]', false],
    [String.raw`{"a":"\",\"a\":\"","b\\":"a\\"}`, false],
    ['{"a":"{","b":"}","c":":"}', false],
    ['{"a":["b",{"b":""},"b"],"b":""}', false],
    ['{"__proto__":"1","__proto__":"2"}', true],
  ])("%s has a property twice: %s", (text, isTwice) => {
    if (isTwice)
      expect(failure(encode(text))).toMatchObject({ code: "wire.refused", details: { variant: "duplicateKey" } });
    else expect(readJson(encode(text))).toEqual(JSON.parse(text));
  });

  test("is bounded", () => {
    expect(failure(encode('"abc"'), { maxBytes: 4 }).code).toBe("wire.tooLarge");
    const started = performance.now();
    readJson(encode(JSON.stringify({ a: '\\"'.repeat(1_000_000), b: "x".repeat(4_000_000) })));
    failure(encode(`{"a":${"[".repeat(1_000_000)}`));
    readJson(encode("[".repeat(100_000) + "]".repeat(100_000)));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test.each([
    ["lists", "[[]", ",[]", "]"],
    ["objects", "[{}", ",{}", "]"],
    ["texts", '[""', ',""', "]"],
    ["properties", '{"a":""', ',"b":""', "}"],
    ["openings", "", "[", ""],
  ])("millions of %s are refused before anything is parsed", (_, start, more, end) => {
    const bytes = encode(start + more.repeat(3_500_000) + end);
    expect(failure(bytes)).toMatchObject({ code: "wire.tooLarge", details: { limit: 1_000_000, variant: "elements" } });
    const few = encode(start + more.repeat(40) + end);
    expect(failure(few, { maxElements: 10 }).code).toBe("wire.tooLarge");
  });

  test("signs inside a text are not values", () => {
    const text = JSON.stringify({ a: ",[{".repeat(100) });
    expect(readJson(encode(text), { maxElements: 1 })).toEqual(JSON.parse(text));
  });

  test("refuses bytes that are not UTF-8", () => {
    expect(failure(Uint8Array.of(0x22, 0x8e, 0x8e, 0x22)).code).toBe("wire.charset");
  });
});
