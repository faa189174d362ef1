import { describe, expect, test } from "vitest";
import { encodeText } from "../../wire/charset/encode-text.ts";
import { peopleOf } from "./people.ts";
import { csvText, readCsv } from "./read-csv.ts";
import { csvRow, withoutApostrophe } from "../../rules/report/csv.ts";

describe("a list", () => {
  test("is read with quotes, commas, line ends and empty lines as spreadsheets write them", () => {
    const rows = readCsv('a,"b,1","c ""2"""\r\n\r\n"d\r\ne",f,\n,,\n"",g');
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b,1", 'c "2"'] },
      { line: 3, cells: ["d\r\ne", "f", ""] },
      { line: 6, cells: ["", "g"] },
    ]);
  });

  test("comes back as it was written", () => {
    const cells = ["plain", "a,b", 'say "yes"', "two\nlines", "", "試験　花子"];
    expect(readCsv(csvRow(cells))[0]?.cells).toEqual(cells);
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+cmd|'/C calc'!A0", "'+cmd|'/C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝１＋１", "'＝１＋１"],
    ['=HYPERLINK("//x.invalid","y")', `"'=HYPERLINK(""//x.invalid"",""y"")"`],
    ["\t=1+1", "'\t=1+1"],
    ["-", "-"],
    ["－", "－"],
    ["-5", "-5"],
    ["12-34", "12-34"],
    ["'quoted", "'quoted"],
  ])("a cell %j is not a formula when staff open it: %j", (cell, written) => {
    expect(csvRow([cell])).toBe(`${written}\r\n`);
    expect(withoutApostrophe(readCsv(csvRow([cell]))[0]?.cells[0] ?? "")).toBe(cell);
  });

  test("with a quote that is never closed is refused", () => {
    expect(() => readCsv('a,"b')).toThrow(expect.objectContaining({ code: "config.invalid" }));
  });

  test.each(["utf-8", "shift_jis"] as const)("may be in %s", (charset) => {
    expect(csvText(encodeText("保険者番号", charset) ?? new Uint8Array())).toBe("保険者番号");
  });

  test("in an unknown character set is refused", () => {
    expect(() => csvText(Uint8Array.of(0xff, 0xfe, 0x00))).toThrow(expect.objectContaining({ code: "config.invalid" }));
  });
});

describe("the persons of a list", () => {
  test.each([
    ["1980-01-31", "1980-01-31"],
    ["1980/1/31", "1980-01-31"],
    ["19800131", "1980-01-31"],
    ["S55.1.31", "S55.1.31"],
  ])("have the birth date %s as %s", (written, read) => {
    expect(peopleOf(`保険者番号,番号,生年月日\n990010,0005678,${written}`).people).toEqual([
      { insurerNumber: "990010", number: "0005678", birthdate: read },
    ]);
  });

  test("have columns in any order, width and language, and keep leading zeros", () => {
    const { people, lines } = peopleOf(
      "ＩＤ,Branch,number,birthdate,insurerNumber,備考\n7,01,0001,1980-01-31,06990014,x\n",
    );
    expect(people).toEqual([
      { arbitraryIdentifier: "7", branch: "01", number: "0001", birthdate: "1980-01-31", insurerNumber: "06990014" },
    ]);
    expect(lines).toEqual([2]);
  });

  test("need three columns", () => {
    expect(() => peopleOf("番号,生年月日\n1,1980-01-31")).toThrow(expect.objectContaining({ code: "config.invalid" }));
  });
});
