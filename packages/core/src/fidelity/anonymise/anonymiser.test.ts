import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeTables } from "../../codes/index.ts";
import { declarations, type FieldDeclaration, leaf, parent } from "../../messages/index.ts";
import { hasValidCheckDigit } from "../../rules/index.ts";
import { createCodec, fromMirror, parseFileName, readXml, toMirror, writeXml } from "../../wire/index.ts";
import { layoutOf, leavesOf, plantedDocument, seededRandom } from "../../../test/fakes/planted.ts";
import { fieldsOf } from "../guesses.ts";
import { Anonymiser } from "./anonymiser.ts";
import { repeats } from "./substitution.ts";

const golden = join(import.meta.dirname, "../../../../../test/conformance/golden");
const fresh = (seed: number = 1): Anonymiser => new Anonymiser(declarations, seededRandom(seed));

/** Characters of names, addresses and numbers that the pools of stand-ins do not contain, so that a find is a leak. */
const planted = fc
  .array(fc.constantFrom(...Array.from("山田花子鈴木健康保険組合神奈川県横浜市ヴヂヅぢづ髙ﾞヮヱΩЯ한國")), {
    minLength: 3,
    maxLength: 12,
  })
  .map((characters) => characters.join(""));

describe("a property test plants values and looks for them", () => {
  test.each(declarations.map(({ id }) => id))("%s: none of them, nor three characters of one, comes out", (id) => {
    fc.assert(
      fc.property(fc.array(planted, { minLength: 5, maxLength: 5 }), fc.integer(), (values, seed) => {
        let at = 0;
        const document = plantedDocument(layoutOf(id), () => values[at++ % values.length] ?? "");
        const { bytes } = fresh(seed).file(`${id}_1.xml`, writeXml(document));
        const text = new TextDecoder().decode(bytes);
        const leaks = values.flatMap((value) => {
          const all = Array.from(value);
          return all.slice(2).map((_, start) => all.slice(start, start + 3).join(""));
        });
        expect(leaks.filter((three) => !/^ﾞ+$/.test(three) && text.includes(three))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test("at its own place no value repeats three characters of itself, whatever it is made of", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", minLength: 5, maxLength: 20 }),
      fc.stringMatching(/^[1-8]{5,16}$/),
      fc.stringMatching(/^[A-Za-z]{5,16}$/),
      planted,
    );
    const layout = layoutOf("OQSsiquc01res");
    fc.assert(
      fc.property(fc.array(anything, { minLength: 7, maxLength: 7 }), fc.integer(), (values, seed) => {
        // XML has no place for some characters, and turns a carriage return into a line feed.
        const texts = values.map((one) => one.replaceAll(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "x"));
        let at = 0;
        const document = plantedDocument(layout, () => `${texts[at++ % texts.length]}1234`);
        const { bytes } = fresh(seed).file("OQSsiquc01res_1.xml", writeXml(document));
        const [before, after] = [leavesOf(document), leavesOf(readXml(bytes).root)];
        expect(after.map(({ path }) => path)).toEqual(before.map(({ path }) => path));
        for (const [index, { text }] of before.entries()) {
          const stand = after[index]?.text ?? "";
          expect(repeats(stand, text)).toBe(false);
          expect(Array.from(stand)).toHaveLength(Array.from(text).length);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** A value of each kind of field that betrays somebody, and one that says how something is. */
function canary({ type }: FieldDeclaration): { readonly text: string; readonly stays: boolean } {
  if (type.kind === "code") return { text: codeTables[type.table].rows[0]?.[0] ?? "1", stays: true };
  if (type.kind === "date") return { text: "19870623", stays: false };
  if (type.kind === "month") return { text: "198706", stays: false };
  if (type.kind === "dateTime") return { text: "19870623154837", stays: false };
  if (type.kind !== "text") throw new TypeError("a group has no text");
  if (type.holds === "code") return { text: "2", stays: true };
  if (type.holds === "outcomeCode") return { text: "EPSB0052E", stays: true };
  if (type.holds === "institutionCode") return { text: "1318765432", stays: false };
  if (type.holds === "insurerNumber") return { text: "06138765", stays: false };
  if (type.holds === "document") return { text: "Y2FuYXJ5Y2FuYXJ5", stays: false };
  const [shape] = ["87", "876", "8765", "876-5432"].filter(
    (one) => type.pattern !== undefined && new RegExp(type.pattern).test(one),
  );
  return { text: shape ?? "神奈川県の山田花子87654", stays: false };
}

describe("a canary in every leaf of every message", () => {
  const codec = createCodec();

  test.each(declarations.map((layout) => [layout.id, layout] as const))("%s, as XML and as JSON", (id, layout) => {
    const fields = new Map(fieldsOf(layout).map(({ path, field }) => [path, field]));
    const document = plantedDocument(layout, (path) => {
      const field = fields.get(path);
      return field ? canary(field).text : "神奈川県の山田花子87654";
    });
    const before = leavesOf(document);
    const run = fresh();
    const xml = run.file(`${id}_1.xml`, writeXml(document));
    const json = run.file("answer.json", new TextEncoder().encode(JSON.stringify(toMirror(document, layout), null, 1)));
    expect(json.name).toMatch(/\.json$/);
    const mirrored: unknown = JSON.parse(new TextDecoder().decode(json.bytes));
    // What a layout shares with another one, its elements alone do not tell apart.
    for (const root of [readXml(xml.bytes).root, fromMirror(mirrored, layout)]) {
      const after = leavesOf(root);
      expect(after.map(({ path }) => path).toSorted()).toEqual(before.map(({ path }) => path).toSorted());
      const left = new Map(after.map(({ path, text }) => [path, text]));
      for (const { path, text } of before) {
        const field = fields.get(path);
        const now = left.get(path) ?? "";
        if (field && canary(field).stays) expect([path, now]).toEqual([path, text]);
        else expect([path, now]).not.toEqual([path, text]);
        if (field?.type.kind === "text" && field.type.holds === "institutionCode") {
          expect(now).toMatch(/^991\d{7}$/);
          expect(hasValidCheckDigit(now)).toBe(true);
        }
        expect(now).not.toMatch(/[神奈川山田花]|19870623/u);
      }
      expect(codec.decode(id, root).problems.filter(({ kind }) => kind === "unreadable")).toEqual(
        codec.decode(id, document).problems.filter(({ kind }) => kind === "unreadable"),
      );
    }
  });

  test("an institution has one stand-in, in every tree of an answer and in every file of a run", () => {
    const layout = layoutOf("YZKsiquc01res");
    const document = plantedDocument(layout, (path) => (path.endsWith("HCd") ? "1318765432" : "x"));
    const run = fresh();
    const again = writeXml(parent("XmlMsg", [parent("MessageHeader", [leaf("MedicalInstitutionCode", "1318765432")])]));
    const codes = [run.file("YZKsiquc01res_1.xml", writeXml(document)), run.file("OQSsiquc01req_1.xml", again)]
      .flatMap(({ bytes }) => leavesOf(readXml(bytes).root))
      .filter(({ path }) => /(?:HCd|InstitutionCode)$/.test(path));
    expect(codes).toHaveLength(7);
    expect(new Set(codes.map(({ text }) => text)).size).toBe(1);
  });
});

describe("what stays", () => {
  const face = "OQSsiquc01res_face_9910000000observed_20261120091630.xml";
  const original = new Uint8Array(readFileSync(join(golden, face)));
  const { bytes, name } = fresh().file(face, original);
  const before = leavesOf(readXml(original).root);
  const after = leavesOf(readXml(bytes).root);

  test("structure, lengths and line breaks", () => {
    expect(after.map(({ path, text }) => [path, text.length])).toEqual(
      before.map(({ path, text }) => [path, text.length]),
    );
    expect(new TextDecoder().decode(bytes).split("\n")).toHaveLength(
      new TextDecoder().decode(original).split("\n").length,
    );
  });

  test("codes and status", () => {
    const codes = /(?:Flg|Classification|Segment\w+|Status|Validity|Sex1|Identifier)$/;
    const kept = (all: typeof before): typeof before =>
      all.filter(({ path }) => codes.test(path) && !path.endsWith("ArbitraryFileIdentifier"));
    expect(kept(after)).toEqual(kept(before));
  });

  test("character classes: kanji, half kana, full-width digits, separators", () => {
    const value = (tag: string): string => after.find(({ path }) => path.endsWith(`/${tag}`))?.text ?? "";
    expect(value("Name")).toMatch(/^\p{Script=Han}{2}　\p{Script=Han}{2}$/u);
    expect(value("NameKana")).toMatch(/^[ｦ-ﾝ]{3} [ｦ-ﾝ]{2}ﾞ[ｦ-ﾝ]{2}$/);
    expect(value("InsuredCardSymbol")).toMatch(/^[０-９]{3}$/);
    expect(value("PostNumber")).toMatch(/^\d{3}-\d{4}$/);
    expect(value("Birthdate")).toMatch(/^(?:19|20)\d{6}$/);
  });

  test("a file name of the same kind, with the institution of the header", () => {
    expect(parseFileName(name)).toMatchObject({ kind: "face", id: "OQSsiquc01res" });
    expect(name).not.toContain("observed");
    const institution = after.find(({ path }) => path.endsWith("MedicalInstitutionCode"))?.text ?? "?";
    expect(parseFileName(name)?.free.startsWith(institution)).toBe(true);
  });

  test.each(["utf-8", "shift_jis"] as const)("the character set %s, byte order mark and line ends", (charset) => {
    const document = parent("XmlMsg", [parent("MessageBody", [leaf("Name", "髙橋　﨑"), leaf("NameKana", "ﾀｶﾊｼ")])]);
    const plain = writeXml(document, { charset });
    const crlf = Uint8Array.from([...plain].flatMap((byte) => (byte === 0x0a ? [0x0d, 0x0a] : [byte])));
    const marked = charset === "utf-8" ? Uint8Array.from([0xef, 0xbb, 0xbf, ...crlf]) : crlf;
    const out = fresh().file("OQSsiquc01res_1.xml", marked).bytes;
    expect(readXml(out).charset).toBe(charset);
    expect(out.filter((byte) => byte === 0x0d)).toHaveLength(7);
    expect(out[0]).toBe(marked[0]);
    expect(leavesOf(readXml(out).root)[0]?.text).toMatch(/^.{2}　.$/u);
  });
});

describe("what is replaced with care", () => {
  const one = (tag: string, text: string): string => {
    const document = parent("XmlMsg", [parent("MessageHeader", []), parent("MessageBody", [leaf(tag, text)])]);
    return leavesOf(readXml(fresh().file("x.xml", writeXml(document)).bytes).root).at(-1)?.text ?? "";
  };

  test.each([
    ["InsurerNumber", "  130013", /^ {2}99\d{4}$/],
    ["InsurerNumber", "06130012", /^0699\d{4}$/],
    ["MedicalInstitutionCode", "1312345678", /^991\d{7}$/],
    ["PrescriptionIssuerMedicalInstitutionCode", "1342345678", /^994\d{7}$/],
    ["ShPrHCd", "1318765432", /^991\d{7}$/],
    ["MeTrDiHCd", " 1318765432 ", /^ 991\d{7} $/],
  ])("%s %s moves to prefecture 99 with a correct check digit", (tag, text, shape) => {
    expect(one(tag, text)).toMatch(shape);
    expect(hasValidCheckDigit(one(tag, text).trim())).toBe(true);
  });

  test("a day stays a day, even in an unknown element", () => {
    const days = ["19800131", "20240229", "19991231"];
    for (const day of days)
      expect(Date.parse(one("Unheard", day).replace(/^(....)(..)(..)$/, "$1-$2-$3"))).not.toBeNaN();
    expect(one("Unheard", "20261120091503")).toMatch(/^\d{8}(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/);
  });

  test("a name in place of a code, of a tag and of a comment is replaced", () => {
    expect(one("Sex1", "山田")).not.toBe("山田");
    const bytes = new TextEncoder().encode(
      "<XmlMsg><!-- 山田花子 --><MessageBody><山田>1</山田></MessageBody></XmlMsg>",
    );
    expect(new TextDecoder().decode(fresh().file("x.xml", bytes).bytes)).not.toMatch(/[山田花子]/);
  });

  test.each(["InsurerNumber", "InsuredCardSymbol", "InsuredIdentificationNumber", "InsuredBranchNumber"])(
    "a %s as short as codes are is replaced, wherever it is",
    (tag) => {
      const layout = layoutOf("OQSsiquc01res");
      for (const short of ["1", "03", "300", "12AB"]) {
        const document = plantedDocument(layout, () => short);
        const { bytes } = fresh().file("OQSsiquc01res_1.xml", writeXml(document));
        const after = leavesOf(readXml(bytes).root).filter(({ path }) => path.endsWith(`/${tag}`));
        expect(after.length).toBeGreaterThan(0);
        expect(after.map(({ text }) => text)).not.toContain(short);
      }
    },
  );

  test("a code without a table stays, e.g. the requested kind of file", () => {
    const document = plantedDocument(layoutOf("YZKsiquc01req"), () => "2");
    const { bytes } = fresh().file("YZKsiquc01req_1.xml", writeXml(document));
    const after = leavesOf(readXml(bytes).root).find(({ path }) => path.endsWith("/FileCategory"));
    expect(after?.text).toBe("2");
  });

  test("an unknown code as short as codes are stays, because the report is about it", () => {
    expect(one("Sex1", "7")).toBe("7");
  });

  test("result codes of the centre stay, anything else in their place is replaced", () => {
    expect(one("ProcessingResultCode", "EPSB0052E")).toBe("EPSB0052E");
    expect(one("ProcessingResultCode", "0001234")).not.toContain("123");
  });
});

describe("one run", () => {
  const document = (name: string): Uint8Array =>
    writeXml(parent("XmlMsg", [parent("MessageBody", [leaf("Name", name)])]));
  const nameIn = (bytes: Uint8Array): string => leavesOf(readXml(bytes).root)[0]?.text ?? "";

  test("equal values stay equal across its files, free parts of file names too", () => {
    const run = fresh();
    const [first, second] = [
      run.file("OQSsiquc01req_Abc123.xml", document("試験　花子")),
      run.file("OQSsiquc01res_Abc123.xml", document("試験　花子")),
    ];
    expect(nameIn(first.bytes)).toBe(nameIn(second.bytes));
    expect(parseFileName(first.name)?.free).toBe(parseFileName(second.name)?.free);
  });

  test("another run gives other values", () => {
    const names = [1, 2].map((seed) => nameIn(fresh(seed).file("x.xml", document("試験　花子")).bytes));
    expect(names[0]).not.toBe(names[1]);
  });

  test("a broken file is refused with its place", () => {
    expect(() => fresh().file("x.xml", new TextEncoder().encode("<XmlMsg>\n<Name>山"))).toThrow(
      expect.objectContaining({ code: "wire.malformed" }),
    );
  });
});
