import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CodeTableId, codeLabel, codeName, codeTables, isUnknownCode, wireCode } from "./index.ts";

const ids = Object.keys(codeTables) as CodeTableId[];

test("the appendix is complete: OQSCD001 to OQSCD044, each type name once", () => {
  expect(ids).toEqual(Array.from({ length: 44 }, (_, index) => `OQSCD${String(index + 1).padStart(3, "0")}`));
  const names = ids.map((id) => codeTables[id].name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(ids)("%s", (id) => {
  const { name, ja, confidence, rows } = codeTables[id];

  test("has names in the manner of the language and labels in Japanese", () => {
    expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(ja).not.toBe("");
    expect("HMLI").toContain(confidence);
    expect(rows.length).toBeGreaterThan(0);
    for (const [, literal, label] of rows) {
      expect(literal).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(label).not.toBe("");
    }
  });

  test("each code and each name appears once, and all codes have the same length", () => {
    expect(new Set(rows.map(([wire]) => wire)).size).toBe(rows.length);
    expect(new Set(rows.map(([, literal]) => literal)).size).toBe(rows.length);
    expect(new Set(rows.map(([wire]) => wire.length)).size).toBe(1);
  });

  test("every row goes both ways and has its label", () => {
    for (const [wire, literal, label] of rows) {
      expect(codeName(id, wire)).toBe(literal);
      expect(wireCode(id, literal)).toBe(wire);
      expect(codeLabel(id, literal)).toBe(label);
      expect(isUnknownCode(literal)).toBe(false);
    }
  });

  test("any other code is kept as it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^ ?[0-9A-Zア]{1,4}$/)), (wire) => {
        fc.pre(rows.every((row) => row[0] !== wire));
        const literal = codeName(id, wire);
        expect(literal).toBe(`unknown:${wire}`);
        expect(isUnknownCode(literal)).toBe(true);
        expect(wireCode(id, literal)).toBe(wire);
        expect(codeLabel(id, literal)).toBe(wire);
      }),
      { numRuns: 30 },
    );
  });

  test.each(["", "toString", "__proto__", "constructor", "Valid", " valid"])("there is no literal %j", (literal) => {
    expect(wireCode(id, literal)).toBeUndefined();
  });
});

test.each([
  ["OQSCD006", "1", "valid", "有効"],
  ["OQSCD006", "4", "notFound", "該当資格なし"],
  ["OQSCD010", "A1", "publicAssistance", "医療扶助"],
  ["OQSCD012", "B09", "general2", "一般Ⅱ"],
  ["OQSCD016", "2", "expired", "同意有効期限切れ（訪問診療等・オンライン診療等のみ）"],
  ["OQSCD003", "9", "failed", "異常終了"],
] as const)("%s %s is %s", (id, wire, literal, label) => {
  expect([codeName(id, wire), codeLabel(id, literal)]).toEqual([literal, label]);
});

test("1 is not 01", () => {
  expect(codeName("OQSCD010", "1")).toBe("unknown:1");
  expect(codeName("OQSCD001", "01")).toBe("unknown:01");
});
