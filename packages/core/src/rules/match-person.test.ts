import process from "node:process";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MatchablePerson, type MatchField, matchPerson, type PersonMatch } from "./match-person.ts";
import { birthDay } from "./matching/birth-day.ts";
import { folded } from "./matching/folds.ts";
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
    ["name", "Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith", "equivalent", "width"],
    ["name", "ＪＯＨＮ　smith", "John Smith", "equivalent", "width letterCase"],
    ["name", "ヴァン　正", "バン　正", "equivalent", "voicedPairs"],
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
    ["nameKana", "ｳﾞｧﾝ ｲｳﾞ", "バン イブ", "equivalent", "width voicedPairs"],
    ["nameKana", "ｳﾞｱﾝ", "バン", "equivalent", "width voicedPairs"],
    ["nameKana", "ゔぃくとる", "ビクトル", "equivalent", "script voicedPairs"],
    ["nameKana", "ｼﾞｮﾝ ＳＭＩＴＨ", "ジョン smith", "equivalent", "width letterCase"],
    ["nameKana", "ﾉﾌﾞｵ", "ノボ", "different", ""],
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
    ["symbol", "0012", "12", "equivalent", "leadingZeros"],
    ["symbol", "００１２", "12", "equivalent", "width leadingZeros"],
    ["symbol", "あ－0012", "あ12", "equivalent", "separators leadingZeros"],
    ["symbol", "12", "120", "different", ""],
    ["symbol", "12\u201034", "12-34", "equivalent", "separators"],
    ["symbol", "12\u201134", "12-34", "equivalent", "separators"],
    ["symbol", "12\u221234", "12－34", "equivalent", "separators"],
    ["number", "12\u22120034", "12ー0034", "equivalent", "separators"],
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

describe("hidden characters stand for one unreadable character each", () => {
  test.each<[MatchField, string, string, string, string]>([
    ["name", "●橋　花子", "髙橋 花子", "equivalent", "spaces hiddenCharacter"],
    ["name", "〓橋　花子", "髙橋　花子", "equivalent", "hiddenCharacter"],
    ["name", "■橋　花子", "髙橋　花子", "equivalent", "hiddenCharacter"],
    ["name", "\ue000橋　花子", "髙橋　花子", "equivalent", "hiddenCharacter"],
    ["name", "\u{f0001}橋　花子", "髙橋　花子", "equivalent", "hiddenCharacter"],
    ["name", "●田　花子", "𠮷田　花子", "equivalent", "hiddenCharacter"],
    ["name", "●橋　花子", "●橋　花子", "equivalent", "hiddenCharacter"],
    ["name", "●澤　花子", "髙沢　花子", "equivalent", "oldForms hiddenCharacter"],
    ["name", "●橋　花子", "髙橋　恵子", "different", ""],
    ["name", "●●　花子", "髙橋　恵子", "different", ""],
    ["name", "●橋　花子", "大髙橋　花子", "different", ""],
    ["name", "●●橋　花子", "髙橋　花子", "different", ""],
    ["name", "●　花子", "髙橋　花子", "different", ""],
    ["nameKana", "ﾀｶ● ﾊﾅｺ", "タカハ ハナコ", "equivalent", "width hiddenCharacter"],
    ["address", "●山市１－２", "青山市1-2", "equivalent", "width hiddenCharacter"],
    ["number", "●234", "1234", "different", ""],
  ])("%s %s and %s: %s %s", (field, answer, chart, verdict, by) => {
    const match = one(field, answer, chart);
    expect([match.verdict, (match.by ?? []).join(" ")]).toEqual([verdict, by]);
    expect(one(field, chart, answer).verdict).toBe(verdict);
  });

  const birthdate = "1980-01-31";

  test("they never make a pair exact, on whichever side and in whichever name they stand", () => {
    const plain = { name: "髙橋　花子", nameKana: "ﾀｶﾊｼ ﾊﾅｺ", otherName: "見本", otherNameKana: "ﾐﾎﾝ", birthdate };
    expect(matchPerson({ person: plain }, plain).level).toBe("exact");
    for (const field of ["name", "nameKana", "otherName", "otherNameKana"] as const) {
      for (const sign of "●〓■\ue000") {
        const hidden = { ...plain, [field]: plain[field].replace(/^./u, sign) };
        for (const [answer, chart] of [
          [hidden, plain],
          [plain, hidden],
          [hidden, hidden],
        ] as const) {
          expect(matchPerson({ person: answer }, chart).level).toBe("likely");
        }
      }
    }
  });

  test("a warning says to check it before prescription and claim, and not to overwrite", () => {
    const { warnings } = matchPerson(
      { person: { name: "●橋　花子", birthdate } },
      { name: "髙橋 花子", otherNameKana: "\ue000", birthdate },
    );
    expect(warnings.map(({ kind, side, field }) => [kind, side, field])).toEqual([
      ["hiddenCharacter", "answer", "name"],
      ["hiddenCharacter", "chart", "otherNameKana"],
    ]);
    for (const { operatorMessage } of warnings) {
      expect(operatorMessage).toMatch(/上書きせず、処方・請求の前に確認/);
      expect(operatorMessage.length).toBeLessThanOrEqual(50);
    }
    expect(matchPerson({ person: { name: "髙橋　花子" } }, { name: "高橋　花子" }).warnings).toEqual([]);
  });

  test("a name of which nothing can be read makes nobody likely", () => {
    const match = matchPerson({ person: { name: "●●　●●", birthdate } }, { name: "髙橋　花子", birthdate });
    expect(match.level).toBe("undecided");
  });

  test("property: any characters of a name may be hidden, none may be another", () => {
    const name = fc.stringMatching(/^[一-三山田花子]{3,8}$/u);
    fc.assert(
      fc.property(name, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat(7), (text, mask, at) => {
        const hidden = Array.from(text, (sign, place) => (mask[place] === true ? "●" : sign)).join("");
        const verdict = hidden === text ? "same" : "equivalent";
        expect(one("name", hidden, text).verdict).toBe(verdict);
        expect(one("name", text, hidden).verdict).toBe(verdict);
        const place = at % text.length;
        const other = `${text.slice(0, place)}別${text.slice(place + 1)}`;
        expect(one("name", hidden, other).verdict).toBe(mask[place] === true ? "equivalent" : "different");
      }),
    );
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

const allFolds = [
  "width",
  "spaces",
  "script",
  "voicedPairs",
  "longVowel",
  "smallKana",
  "separators",
  "letterCase",
  "oldForms",
  "addressNumbers",
  "leadingZeros",
] as const;

test("all folds of a name or a number done twice are the folds done once", () => {
  const letter = fc.constantFrom(
    ...Array.from("アイウエオヴァヂヅヲコーｰｶﾞﾟがゔっッ-‐−・●\u3099髙圡邊0012Ａa 　丁目番号の一"),
  );
  const text = fc.oneof(
    fc.array(letter, { maxLength: 12 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  const fields = [
    ["width", "spaces", "script", "voicedPairs", "smallKana", "longVowel", "separators", "letterCase"],
    ["width", "spaces", "separators", "oldForms", "voicedPairs", "letterCase"],
    ["width", "spaces", "separators", "leadingZeros"],
  ] as const;
  fc.assert(
    fc.property(text, fc.constantFrom(...fields), (value, folds) => {
      const once = folded(value, folds);
      expect(folded(once, folds)).toBe(once);
    }),
    { examples: [["っﾞ", fields[0]]] },
  );
});

test.each(allFolds)("the fold %s done twice is the fold done once", (fold) => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from("ーｰ-‐‑−・ヴゔブァアオウｳﾞ０0丁目番号のあア　 ●高髙邊Aａ一二〇")),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (value) => {
      const once = folded(value, [fold]);
      expect(folded(once, [fold])).toBe(once);
    }),
    { numRuns: 500 },
  );
});

describe("linear time: a long value costs what its length costs", () => {
  const fields = ["name", "nameKana", "symbol", "address", "birthdate"] as const;
  const units = [
    "-",
    "‐",
    "ー",
    "・",
    "0",
    "●",
    "オ",
    "ヴ",
    "1-",
    "１丁目",
    " ",
    "髙",
    "か\u3099",
    "ア-",
    "\u0316\u0301",
    "ﾞ\u0316",
  ];
  const time = (field: MatchField, long: string): number => {
    // Of this process: what else the machine does must not count.
    const start = process.cpuUsage();
    one(field, `${long}x`, `x${long}`);
    return process.cpuUsage(start).user / 1000;
  };

  test.each(units)("%j", (unit) => {
    for (const field of fields) {
      // What else the machine does only makes a run longer, so the shortest of some counts.
      const cost = (length: number): number =>
        Math.min(...[1, 2, 3, 4].map(() => time(field, unit.repeat(length / unit.length))));
      // Eight times the length is 64 times the work where a row is gone through once for each of its characters.
      expect(cost(16_000) / Math.max(cost(2000), 1.5)).toBeLessThan(32);
    }
  });
});

describe("the table of old forms", () => {
  test.each(
    Array.from(
      "増增 寬寛 淸清 靑青 敎教 橫横 緖緒 悅悦 昻昂 彥彦 圡土 步歩 涉渉 渊渕淵 礒磯 穎頴 嶽岳 萠萌 劒剣 靏鶴 厩廐 喜㐂".split(
        " ",
      ),
    ),
  )("%s are one", (group) => {
    const [first = "", ...others] = Array.from(group);
    for (const other of others) expect(one("name", `${first}田　正`, `${other}田　正`).by).toEqual(["oldForms"]);
  });

  test.each(["花華", "斎済", "崎碕", "崎埼", "太大", "正政", "子恵"])("%s stay two", (pair) => {
    expect(new Set(Array.from(pair, (sign) => folded(sign, ["oldForms"]))).size).toBe(2);
  });

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
