import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { OnshiError } from "../../base/index.ts";
import { leaf, parent, type WireElement } from "../../messages/wire-element.ts";
import { readXml } from "./read-xml.ts";
import { writeXml, type WriteXmlOptions } from "./write-xml.ts";

const text = (root: WireElement): string => new TextDecoder().decode(writeXml(root));

function failure(root: WireElement, options: WriteXmlOptions = {}): unknown {
  try {
    writeXml(root, options);
  } catch (error) {
    if (OnshiError.is(error)) return { code: error.code, ...error.details };
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("writeXml", () => {
  test("has one form", () => {
    const root = parent("XmlMsg", [parent("H", [leaf("A", " a&b<c>d\r\t\n\"'"), leaf("B", "")]), leaf("名前", "試験")]);
    expect(text(root)).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<XmlMsg>\n  <H>\n    <A> a&amp;b&lt;c&gt;d&#13;\t\n"\'</A>\n' +
        "    <B/>\n  </H>\n  <名前>試験</名前>\n</XmlMsg>\n",
    );
  });

  test.each([
    ["a control character", leaf("XmlMsg", "a\u0001"), {}, { field: "XmlMsg", variant: "xml" }],
    ["a lone surrogate", leaf("XmlMsg", "a\ud800"), {}, { field: "XmlMsg", variant: "xml" }],
    ["U+FFFE", leaf("XmlMsg", "\ufffe"), {}, { field: "XmlMsg", variant: "xml" }],
    ["a tag with a blank", parent("XmlMsg", [leaf("A B", "")]), {}, { field: "XmlMsg", variant: "tagName" }],
    ["a tag that opens another", parent("XmlMsg", [leaf("A><B", "")]), {}, { field: "XmlMsg", variant: "tagName" }],
    ["a tag with a prefix", parent("XmlMsg", [leaf("a:b", "")]), {}, { field: "XmlMsg", variant: "tagName" }],
    ["an empty tag", parent("XmlMsg", [leaf("", "")]), {}, { field: "XmlMsg", variant: "tagName" }],
    ["an object trap", parent("XmlMsg", [leaf("__proto__", "")]), {}, { field: "XmlMsg", variant: "tagName" }],
    ["text beside children", { ...parent("XmlMsg", [leaf("A", "")]), text: "1" }, {}, { variant: "mixedContent" }],
    [
      "a character without a place in Shift_JIS",
      parent("XmlMsg", [leaf("Name", "\u{20BB7}野家")]),
      { charset: "shift_jis" },
      { field: "Name", variant: "shift_jis" },
    ],
    [
      "a tag without a place in Shift_JIS",
      parent("XmlMsg", [leaf("é", "")]),
      { charset: "shift_jis" },
      { variant: "tagName" },
    ],
  ] as const)("refuses %s", (_, root, options, details) => {
    expect(failure(root, options)).toMatchObject({ code: "wire.unencodable", ...details });
  });

  test("says where the character stands", () => {
    const unit = (text: string) => parent("Unit", [leaf("Name", text)]);
    const root = parent("XmlMsg", [leaf("A", ""), parent("B", [unit("a"), unit("b"), unit("\u0001")])]);
    expect(failure(root)).toMatchObject({ field: "Name", path: "XmlMsg/B/Unit[2]/Name" });
  });

  test("refuses a tree deeper than any message", () => {
    let root = leaf("A", "");
    for (let level = 0; level < 100_000; level++) root = parent("A", [root]);
    expect(failure(root)).toMatchObject({ code: "wire.tooDeep" });
  });

  const tag = fc.constantFrom("A", "Name", "InsurerNumber", "StatusOfInfecton", "氏名");
  const tree = (characters: fc.Arbitrary<string>): fc.Arbitrary<WireElement> =>
    fc
      .letrec<{ node: WireElement }>((tie) => ({
        node: fc.oneof(
          { maxDepth: 5 },
          fc.record({ name: tag, text: characters, children: fc.constant([]) }),
          fc.record({ name: tag, text: fc.constant(""), children: fc.array(tie("node"), { maxLength: 4 }) }),
        ),
      }))
      .node.map((node) => parent("XmlMsg", [node]));

  test("what it writes, the reader reads", () => {
    const xmlText = fc
      .string({ unit: "binary" })
      .map((value) => value.replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/g, "&<>\r\n "));
    fc.assert(
      fc.property(tree(xmlText), (root) => {
        expect(readXml(writeXml(root))).toEqual({ root, charset: "utf-8" });
      }),
    );
  });

  test("what it writes in Shift_JIS, the reader reads", () => {
    const characters = fc.string({ unit: fc.constantFrom(...Array.from("試験　花子ｼｹﾝ ﾊﾅｺ髙﨑①Ⅳ㈱≒~\\&<ソ表能")) });
    fc.assert(
      fc.property(tree(characters), (root) => {
        expect(readXml(writeXml(root, { charset: "shift_jis" }))).toEqual({ root, charset: "shift_jis" });
      }),
    );
  });
});
