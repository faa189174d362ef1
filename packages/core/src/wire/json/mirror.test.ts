import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { OnshiError } from "../../base/index.ts";
import type {
  Cardinality,
  FieldDeclaration,
  FieldType,
  GroupDeclaration,
  MessageDeclaration,
} from "../../messages/declaration.ts";
import { leaf, parent, type WireElement } from "../../messages/wire-element.ts";
import { fromMirror } from "./from-mirror.ts";
import { readJson } from "./read-json.ts";
import { toMirror } from "./to-mirror.ts";

const group = (...fields: readonly FieldDeclaration[]): GroupDeclaration => ({
  interface: "G",
  ja: "",
  en: "",
  spec: "",
  fields,
});
const field = (wire: string, type: FieldType, cardinality: Cardinality = "?"): FieldDeclaration => ({
  wire,
  name: wire,
  ja: "",
  en: "",
  type,
  cardinality,
  confidence: "H",
});
const words: FieldType = { kind: "text", holds: "unknown" };
const person = group(field("Name", words), field("Number", words, "*"));

const layout: MessageDeclaration = {
  id: "OQSsiquc01res",
  interface: "Test",
  ja: "",
  en: "",
  spec: "",
  confidence: "H",
  direction: "result",
  header: group(field("Segment", words, "1")),
  body: group(
    field("ResultList", { kind: "list", item: "Result", group: person }),
    field("Unit", { kind: "group", group: person }, "*"),
    field("Single", { kind: "group", group: person }),
  ),
};

const message = (...body: readonly WireElement[]): WireElement =>
  parent("XmlMsg", [parent("MessageHeader", [leaf("Segment", "1")]), parent("MessageBody", body)]);
const mirror = (body: unknown): unknown => ({ XmlMsg: { MessageHeader: { Segment: "1" }, MessageBody: body } });

const one = parent("Result", [leaf("Name", "試験　花子")]);
const two = parent("Result", [leaf("Name", " 007")]);

function failure(json: unknown, limits = {}): { code: string; path?: string; variant?: string } {
  try {
    fromMirror(json, layout, limits);
  } catch (error) {
    if (OnshiError.is(error)) return { code: error.code, ...error.details };
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("both ways", () => {
  test.each([
    ["an empty body", message(), {}],
    [
      "a list of two",
      message(parent("ResultList", [one, two])),
      { ResultList: [{ Result: { Name: "試験　花子" } }, { Result: { Name: " 007" } }] },
    ],
    ["a list of one", message(parent("ResultList", [one])), { ResultList: [{ Result: { Name: "試験　花子" } }] }],
    ["an empty list", message(parent("ResultList", [])), { ResultList: [] }],
    ["an empty item", message(parent("ResultList", [parent("Result", [])])), { ResultList: [{ Result: {} }] }],
    [
      "an unknown element in a list",
      message(parent("ResultList", [one, leaf("Total", "1")])),
      { ResultList: [{ Result: { Name: "試験　花子" } }, { Total: "1" }] },
    ],
    [
      "a list that stands twice",
      message(parent("ResultList", [one]), parent("ResultList", [two])),
      { ResultList: [[{ Result: { Name: "試験　花子" } }], [{ Result: { Name: " 007" } }]] },
    ],
    ["text where a list belongs", message(leaf("ResultList", "none")), { ResultList: "none" }],
    ["a repeated group, once", message(parent("Unit", [leaf("Name", "a")])), { Unit: [{ Name: "a" }] }],
    [
      "a repeated group, twice",
      message(parent("Unit", [leaf("Name", "a")]), parent("Unit", [])),
      { Unit: [{ Name: "a" }, {}] },
    ],
    [
      "a repeated text",
      message(parent("Single", [leaf("Number", "01"), leaf("Number", "1")])),
      { Single: { Number: ["01", "1"] } },
    ],
    [
      "a single text that stands twice",
      message(parent("Single", [leaf("Name", "a"), leaf("Name", "b")])),
      { Single: { Name: ["a", "b"] } },
    ],
    ["a single group that stands twice", message(parent("Single", []), parent("Single", [])), { Single: [{}, {}] }],
    ["text where a group belongs", message(leaf("Single", "x")), { Single: "x" }],
    [
      "a group where text belongs",
      message(parent("Single", [parent("Name", [leaf("A", "1")])])),
      { Single: { Name: { A: "1" } } },
    ],
    [
      "text where a list belongs, twice",
      message(leaf("ResultList", "x"), leaf("ResultList", "y")),
      { ResultList: ["x", "y"] },
    ],
    ["an unknown text", message(leaf("New", "")), { New: "" }],
    ["an unknown group", message(parent("New", [leaf("A", "1")])), { New: { A: "1" } }],
    ["unknown elements of one name", message(leaf("New", "1"), leaf("New", "2")), { New: ["1", "2"] }],
  ])("%s", (_, tree, body) => {
    expect(toMirror(tree, layout)).toEqual(mirror(body));
    expect(fromMirror(mirror(body), layout)).toEqual(tree);
  });

  test("blanks between elements are not data", () => {
    expect(toMirror(message(leaf("ResultList", "\n  "), leaf("Single", "\n")), layout)).toEqual(
      mirror({ ResultList: [], Single: {} }),
    );
  });

  test("any tree comes back, grouped by tag", () => {
    const tag = fc.constantFrom("ResultList", "Result", "Unit", "Single", "Name", "Number", "New");
    const { node } = fc.letrec<{ node: WireElement }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.record({
          name: tag,
          text: fc.string({ minLength: 1 }).map((text) => `x${text}`),
          children: fc.constant([]),
        }),
        fc.record({ name: tag, text: fc.constant(""), children: fc.array(tie("node"), { maxLength: 4 }) }),
      ),
    }));
    const grouped = (element: WireElement): unknown => {
      const byTag: Record<string, unknown[]> = {};
      for (const child of element.children) (byTag[child.name] ??= []).push(grouped(child));
      return [element.name, element.text, byTag];
    };
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (body) => {
        const tree = message(...body);
        const json = readJson(new TextEncoder().encode(JSON.stringify(toMirror(tree, layout))));
        expect(grouped(fromMirror(json, layout))).toEqual(grouped(tree));
      }),
    );
  });
});

describe("fromMirror", () => {
  test.each([
    [
      "{Item: […]}",
      { ResultList: { Result: [{ Name: "試験　花子" }, { Name: " 007" }] } },
      [parent("ResultList", [one, two])],
    ],
    ["{Item: {…}}", { ResultList: { Result: { Name: "試験　花子" } } }, [parent("ResultList", [one])]],
    ["{}", { ResultList: {} }, [parent("ResultList", [])]],
    ["a repeated group as a single one", { Unit: { Name: "a" } }, [parent("Unit", [leaf("Name", "a")])]],
    ["a repeated text as a single one", { Single: { Number: "01" } }, [parent("Single", [leaf("Number", "01")])]],
    [
      "null",
      { ResultList: null, Single: { Name: null, Number: [null, "1"] } },
      [parent("Single", [leaf("Number", "1")])],
    ],
  ])("takes %s", (_, body, children) => {
    expect(fromMirror(mirror(body), layout)).toEqual(message(...children));
  });

  const body = "XmlMsg/MessageBody";
  test.each([
    ["a number", { Single: { Name: 7 } }, "wire.malformed", `${body}/Single/Name`],
    ["a boolean", { Single: { Name: true } }, "wire.malformed", `${body}/Single/Name`],
    ["a number in an array", { Single: { Number: ["1", 2] } }, "wire.malformed", `${body}/Single/Number`],
    ["an array in an array", { Single: { Number: [["1"]] } }, "wire.malformed", `${body}/Single/Number`],
    ["a string in a list", { ResultList: ["a"] }, "wire.malformed", `${body}/ResultList`],
    ["null in a list", { ResultList: [null] }, "wire.malformed", `${body}/ResultList`],
    ["a list that is an array and is not", { ResultList: [[], 1] }, "wire.malformed", `${body}/ResultList`],
    ["a control character", { Single: { Name: "\u0000" } }, "wire.malformed", `${body}/Single/Name`],
    ["a lone surrogate", { Single: { Name: "\ud800" } }, "wire.malformed", `${body}/Single/Name`],
    ["a number in an unknown element", { 花子: { "A.B": 1 } }, "wire.malformed", `${body}/*/*`],
    ["a property that is no tag", { "a b": "" }, "wire.refused", `${body}/*`],
    ["an empty property", { "": "" }, "wire.refused", `${body}/*`],
    ["a property with a prefix", { "x:a": "" }, "wire.refused", `${body}/*`],
    ["an index", { 0: "" }, "wire.refused", `${body}/*`],
    ["constructor", { Single: { constructor: { prototype: "" } } }, "wire.refused", `${body}/Single/*`],
  ])("refuses %s and tells where", (_, json, code, path) => {
    expect(failure(mirror(json))).toMatchObject({ code, path });
  });

  test("refuses __proto__ and changes no prototype on the way", () => {
    const json = readJson(new TextEncoder().encode('{"XmlMsg":{"MessageBody":{"__proto__":{"polluted":"1"}}}}'));
    expect(failure(json)).toMatchObject({ code: "wire.refused", variant: "name" });
    const tree = toMirror(message(leaf("__proto__", "1"), parent("constructor", [leaf("prototype", "2")])), layout);
    expect(JSON.stringify(tree)).toContain('"__proto__":"1"');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ["null", null],
    ["a string", "XmlMsg"],
    ["an array", [{ XmlMsg: {} }]],
    ["another root", { Html: {} }],
    ["nothing", undefined],
    ["an inherited root", Object.create({ XmlMsg: {} })],
  ])("takes %s for another message", (_, json) => {
    expect(failure(json).code).toBe("wire.unexpectedMessage");
  });

  test.each([
    ["a second root", { XmlMsg: {}, More: {} }],
    ["a root that is text", { XmlMsg: "" }],
    ["two roots in an array", { XmlMsg: [{}, {}] }],
  ])("refuses %s", (_, json) => {
    expect(failure(json)).toMatchObject({ code: "wire.malformed", path: "XmlMsg" });
  });

  test("is bounded in depth and number", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level++) deep = { A: deep };
    expect(failure(mirror(deep)).code).toBe("wire.tooDeep");
    expect(failure(mirror({ A: { B: "" } }), { maxDepth: 3 }).code).toBe("wire.tooDeep");
    expect(fromMirror(mirror({ A: { B: "" } }), layout, { maxDepth: 4 }).name).toBe("XmlMsg");
    expect(failure(mirror({ A: Array(10).fill("") }), { maxElements: 10 }).code).toBe("wire.tooLarge");
    let tree = leaf("A", "");
    for (let level = 0; level < 100_000; level++) tree = parent("A", [tree]);
    expect(() => toMirror(tree, layout)).toThrow(expect.objectContaining({ code: "wire.tooDeep" }));
  });
});
