import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MatchablePerson, type MatchField, matchPerson, type PersonMatch } from "./match-person.ts";
import { birthDay } from "./matching/birth-day.ts";
import { variantGroups } from "./matching/variant-kanji.ts";

const insuranceFields = ["insurerNumber", "symbol", "number", "branch"];

function one(field: MatchField, answer: string, chart: string): PersonMatch["fields"][MatchField] {
  const left = insuranceFields.includes(field) ? { [field]: answer, person: {} } : { person: { [field]: answer } };
  return matchPerson(left, { [field]: chart }).fields[field];
}

describe("a field by itself", () => {
  test.each<[MatchField, string, string, string, string]>([
    ["name", "試験　花子", "試験　花子", "same", ""],
    ["name", "試験　花子", "試験 花子", "equivalent", "spaces"],
    ["name", "試験　花子", "試験花子", "equivalent", "spaces"],
    ["name", "髙橋　花子", "高橋　花子", "equivalent", "oldForms"],
    ["name", "渡邊　正", "渡邉　正", "equivalent", "oldForms"],
    ["name", "齋藤　正", "斉藤　正", "equivalent", "oldForms"],
    ["name", "𠮷田　正", "吉田　正", "equivalent", "oldForms"],
    ["name", "葛\u{E0100}西　正", "葛西　正", "equivalent", "width"],
    ["name", "ジョン・スミス", "ジョン　スミス", "equivalent", "spaces separators"],
    ["name", "山崎　正", "山碕　正", "different", ""],
    ["name", "試験　花子", "試験　華子", "different", ""],
    ["name", "試験　花子", "", "missing", ""],
    ["name", "試験　花子", "　", "missing", ""],
    ["nameKana", "ｼｹﾝ ﾊﾅｺ", "シケン　ハナコ", "equivalent", "width"],
    ["nameKana", "ｶﾞﾝﾄﾞｳ ﾊﾞﾝ", "ガンドウ バン", "equivalent", "width"],
    ["nameKana", "ｼｹﾝ ﾊﾅｺ", "しけん はなこ", "equivalent", "width script"],
    ["nameKana", "ﾕｳｺ", "ユーコ", "equivalent", "width longVowel"],
    ["nameKana", "ｵｵﾉ", "オーノ", "equivalent", "width longVowel"],
    ["nameKana", "ﾕ-ｺ", "ユウコ", "equivalent", "width longVowel"],
    ["nameKana", "ｷﾖｳｺ", "キョウコ", "equivalent", "width smallKana"],
    ["nameKana", "ﾁﾂﾞﾙ", "チズル", "equivalent", "width voicedPairs"],
    ["nameKana", "ｵﾉ", "オオノ", "different", ""],
    ["nameKana", "ﾊﾅｺ", "バナコ", "different", ""],
    ["birthdate", "1980-01-31", "1980-01-31", "same", ""],
    ["birthdate", "1980-01-31", "1980/1/31", "equivalent", "dateFormat"],
    ["birthdate", "1980-01-31", "昭和５５年１月３１日", "equivalent", "dateFormat"],
    ["birthdate", "1980-01-31", "1980-02-01", "different", ""],
    ["birthdate", "1980-01-31", "unknown", "missing", ""],
    ["insurerNumber", "  990010", "990010", "equivalent", "spaces"],
    ["insurerNumber", "00990010", "990010", "equivalent", "leadingZeros"],
    ["insurerNumber", "06990014", "06990014", "same", ""],
    ["insurerNumber", "06990014", "99001400", "different", ""],
    ["symbol", "１２－３４", "12-34", "equivalent", "width"],
    ["symbol", "12ー34", "1234", "equivalent", "separators"],
    ["symbol", "（あ）１２", "あ12", "equivalent", "width separators"],
    ["symbol", "012", "12", "different", ""],
    ["number", "０００５６７８", "5678", "equivalent", "width leadingZeros"],
    ["branch", "01", "1", "equivalent", "leadingZeros"],
    ["branch", "01", "02", "different", ""],
    ["sex", "male", "male", "same", ""],
    ["sex", "male", "female", "different", ""],
    ["sex", "notSet", "female", "missing", ""],
    ["postNumber", "999-0002", "９９９０００２", "equivalent", "width separators"],
    ["address", "試験県試験市試験町４－５", "試験県試験市試験町4-5", "equivalent", "width"],
    ["address", "試験市試験町一丁目２番３号", "試験市試験町１－２－３", "equivalent", "width addressNumbers"],
    ["address", "試験市試験町１－２－３", "試験市試験町１－２－４", "different", ""],
  ])("%s %s and %s: %s %s", (field, answer, chart, verdict, by) => {
    const match = one(field, answer, chart);
    expect([match.verdict, (match.by ?? []).join(" ")]).toEqual([verdict, by]);
    expect(one(field, chart, answer).verdict).toBe(verdict);
  });

  test("the other name of the answer counts, and says so", () => {
    const person = { name: "試験　花子", otherName: "見本　花子" };
    expect(matchPerson({ person }, { name: "見本 花子" }).fields.name).toEqual({
      verdict: "equivalent",
      by: ["spaces"],
      isOtherName: true,
    });
    expect(matchPerson({ person }, { name: "別人　花子" }).fields.name).toEqual({ verdict: "different" });
  });
});

describe("what it comes to (desk-rules §5.8)", () => {
  const person = { name: "試験　花子", nameKana: "ｼｹﾝ ﾊﾅｺ", sex: "female", birthdate: "1980-01-31" };
  test.each<[string, MatchablePerson, string]>([
    ["all agree", { ...person, nameKana: "しけん　はなこ" }, "exact"],
    ["sex not told", { nameKana: "シケンハナコ", birthdate: "19800131" }, "exact"],
    ["kana only after smoothing", { ...person, name: "", nameKana: "シケン ハナッコ" }, "differs"],
    ["sex differs", { ...person, sex: "male" }, "likely"],
    ["only the name agrees", { name: "試験花子", birthdate: "1980-01-31" }, "likely"],
    ["kana differs, name agrees", { ...person, nameKana: "ヤマダ ハナコ" }, "likely"],
    ["both names differ", { ...person, name: "山田　花子", nameKana: "ﾔﾏﾀﾞ ﾊﾅｺ" }, "differs"],
    ["another birth date", { ...person, birthdate: "1980-02-01" }, "otherPerson"],
    ["no birth date", { name: person.name }, "undecided"],
    ["a birth date only", { birthdate: "1980-01-31" }, "undecided"],
  ])("%s", (_what, chart, level) => {
    expect(matchPerson({ person }, chart).level).toBe(level);
  });

  test("a smoothed long vowel is likely, not exact", () => {
    const answer = { person: { nameKana: "ｵｵﾉ ﾕｳｺ", birthdate: "1980-01-31" } };
    expect(matchPerson(answer, { nameKana: "オーノ ユーコ", birthdate: "1980-01-31" }).level).toBe("likely");
  });
});

test("verdicts only: no value of either side is in the result, and neither is changed", () => {
  const value = fc.stringMatching(/^[1-9ア-ン一-龠]{4,10}$/u);
  fc.assert(
    fc.property(value, value, (left, right) => {
      const answer = Object.freeze({ number: left, person: Object.freeze({ name: left, nameKana: left }) });
      const chart = Object.freeze({ number: right, name: right, nameKana: right });
      const text = JSON.stringify(matchPerson(answer, chart));
      expect(text).not.toContain(left);
      expect(text).not.toContain(right);
    }),
  );
});

test("comparing is the same both ways, and a value is the same as itself", () => {
  const value = fc.stringMatching(/^[ -~ｦ-ﾟァ-ーぁ-ん一-龠]{1,8}$/u);
  fc.assert(
    fc.property(value, value, (left, right) => {
      expect(one("nameKana", left, right).verdict).toBe(one("nameKana", right, left).verdict);
      expect(["same", "missing"]).toContain(one("address", left, left).verdict);
    }),
  );
});

describe("the table of old forms", () => {
  const characters = variantGroups.flatMap((group) => Array.from(group));

  test("has every character once, in groups of at least two", () => {
    expect(characters.filter((character, at) => characters.indexOf(character) !== at)).toEqual([]);
    expect(variantGroups.filter((group) => Array.from(group).length < 2)).toEqual([]);
  });

  test("holds kanji only, and none that NFKC changes by itself", () => {
    expect(characters.filter((one) => !/^\p{Script=Han}$/u.test(one) || one.normalize("NFKC") !== one)).toEqual([]);
  });
});

test.each([
  ["令和元年5月1日", "2019-05-01"],
  ["H1.1.8", "1989-01-08"],
  ["t15/12/25", "1926-12-25"],
  ["1980年1月31日", "1980-01-31"],
  ["2026-02-30", undefined],
  ["198011", undefined],
  ["1980131", undefined],
  ["", undefined],
])("the day %s is %s", (text, day) => {
  expect(birthDay(text)).toBe(day);
});
