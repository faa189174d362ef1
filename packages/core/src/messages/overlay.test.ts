import { describe, expect, test } from "vitest";
import { applyOverlay, declarations, type OverlayChange, parseOverlay } from "./index.ts";

const message = "OQSsiquc01res";
const result = "MessageBody/ResultList/ResultOfQualificationConfirmation";
const overlay = (...changes: readonly unknown[]): unknown => ({ onshiOverlay: 1, source: "試験", changes });

/** Where an overlay is refused, or "taken". */
function refusal(json: unknown): string {
  try {
    applyOverlay(declarations, parseOverlay(json));
    return "taken";
  } catch (error) {
    expect(error).toMatchObject({ code: "overlay.invalid", message: expect.not.stringContaining("試験") as string });
    return (error as { details: { field: string } }).details.field;
  }
}

describe("parseOverlay", () => {
  test.each<readonly [string, unknown, string]>([
    ["nothing", undefined, "onshiOverlay"],
    ["null", null, "onshiOverlay"],
    ["a list", [], "onshiOverlay"],
    ["an empty object", {}, "onshiOverlay"],
    ["another version", { onshiOverlay: 3, source: "", changes: [] }, "onshiOverlay"],
    ["version 2 without its basis", { onshiOverlay: 2, source: "", changes: [] }, "basis"],
    ["no source", { onshiOverlay: 1, changes: [] }, "source"],
    ["changes that are no list", { onshiOverlay: 1, source: "", changes: {} }, "changes"],
    ["a stranger", { onshiOverlay: 1, source: "", changes: [], chnages: [] }, "onshiOverlay"],
    ["an unknown change", overlay({ do: "remove", message }), "changes.0.do"],
    ["a second change", overlay({ do: "addMessage", like: message, id: "OQSsiabc01res" }, { do: "?" }), "changes.1.do"],
    ["a stranger in a change", overlay({ do: "addMessage", like: message, id: "A", more: 1 }), "changes.0"],
    [
      "something that is not a tag",
      overlay({ do: "renameElement", message, path: "MessageBody/ResultList", to: "a b" }),
      "changes.0.to",
    ],
    [
      "a length of zero",
      overlay({ do: "setElement", message, path: "MessageHeader/ErrorCode", maxLength: 0 }),
      "changes.0.maxLength",
    ],
    [
      "a length and half",
      overlay({ do: "setElement", message, path: "MessageHeader/ErrorCode", maxLength: 1.5 }),
      "changes.0.maxLength",
    ],
    [
      "something that is not a cardinality",
      overlay({ do: "setElement", message, path: "MessageHeader/ErrorCode", cardinality: "2" }),
      "changes.0.cardinality",
    ],
    ["an empty order", overlay({ do: "reorder", message, path: "MessageHeader", order: [] }), "changes.0.order"],
    [
      "a property in capitals",
      overlay({ do: "addElement", message, path: result, wire: "New", name: "New", type: { kind: "text" } }),
      "changes.0.name",
    ],
    [
      "an unknown table",
      overlay({
        do: "addElement",
        message,
        path: result,
        wire: "New",
        name: "new",
        type: { kind: "code", table: "OQSCD999" },
      }),
      "changes.0.type",
    ],
    [
      "a table of every object",
      overlay({
        do: "addElement",
        message,
        path: result,
        wire: "New",
        name: "new",
        type: { kind: "code", table: "toString" },
      }),
      "changes.0.type",
    ],
    [
      "a group",
      overlay({ do: "addElement", message, path: result, wire: "New", name: "new", type: { kind: "group" } }),
      "changes.0.type",
    ],
  ])("refuses %s and names the place", (_, json, place) => {
    expect(refusal(json).startsWith(place)).toBe(true);
  });

  test("returns what it was given", () => {
    const json = overlay({ do: "reorder", message, path: "MessageHeader", order: ["SegmentOfResult"] });
    expect(parseOverlay(json)).toEqual(json);
  });
});

describe("applyOverlay refuses and names the place", () => {
  const added = { do: "addElement", message, path: result, wire: "New", name: "fresh", type: { kind: "text" } };
  test.each<readonly [string, object, string]>([
    ["an unknown message", { ...added, message: "OQSsiabc01res" }, "message"],
    ["an unknown model", { do: "addMessage", like: "OQSsiabc01res", id: "OQSsiabd01res" }, "like"],
    ["a message id that is taken", { do: "addMessage", like: message, id: "YZKsiquc01res" }, "id"],
    ["a new id that is taken", { do: "renameMessage", message, to: "YZKsiquc01res" }, "to"],
    ["a path outside header and body", { ...added, path: "ResultList" }, "path"],
    ["an empty path", { ...added, path: "" }, "path"],
    ["a step that is not there", { ...added, path: "MessageBody/Results" }, "path"],
    ["another item than the list's", { ...added, path: "MessageBody/ResultList/Other" }, "path"],
    ["a path through a text", { ...added, path: `${result}/Name/First` }, "path"],
    ["the body by another name", { do: "renameElement", message, path: "MessageBody", to: "Body" }, "path"],
    ["the body once more", { do: "setElement", message, path: "MessageBody", cardinality: "?" }, "path"],
    ["an item as an element", { do: "setElement", message, path: result, cardinality: "?" }, "path"],
    ["a tag that stands there", { do: "renameElement", message, path: `${result}/Name`, to: "NameKana" }, "to"],
    ["the length of a date", { do: "setElement", message, path: `${result}/Birthdate`, maxLength: 8 }, "maxLength"],
    [
      "many of one",
      { do: "setElement", message, path: "MessageBody/QualificationConfirmSearchInfo", cardinality: "*" },
      "cardinality",
    ],
    [
      "one of many",
      { do: "setElement", message: "YZKsiquc01res", path: "MessageBody/MeTrMonthInf", cardinality: "?" },
      "cardinality",
    ],
    ["an order of unknown tags", { do: "reorder", message, path: "MessageHeader", order: ["Nothing"] }, "order"],
    [
      "an order that says a tag twice",
      { do: "reorder", message, path: "MessageHeader", order: ["ErrorCode", "ErrorCode"] },
      "order",
    ],
    ["a tag twice", { ...added, wire: "Name" }, "wire"],
    ["a property twice", { ...added, name: "nameKana" }, "name"],
    ["the bag of unknown elements", { ...added, name: "unknownElements" }, "name"],
    ["a tag that readers refuse", { ...added, wire: "constructor" }, "wire"],
    ["a new tag that readers refuse", { do: "renameElement", message, path: `${result}/Name`, to: "__proto__" }, "to"],
    [
      "the tag of what is moved from there",
      { do: "renameElement", message, path: `${result}/Name`, to: "PrescriptionIssueSelect" },
      "to",
    ],
    [
      "what is moved by a tag that stands there",
      { do: "renameElement", message, path: "MessageBody/PrescriptionIssueSelect", to: "Name" },
      "to",
    ],
    [
      "one more of what is read at any depth",
      { ...added, message: "YZKsiquc01res", path: "MessageHeader", wire: "ResultCode" },
      "wire",
    ],
    ["a property every object has", { ...added, name: "constructor" }, "name"],
    ["a method every object has", { ...added, name: "toString" }, "name"],
  ])("%s", (_, change, place) => {
    expect(refusal(overlay(change))).toBe(`changes.0.${place}`);
    const harmless = { do: "reorder", message, path: "MessageHeader", order: ["ErrorCode"] };
    expect(refusal(overlay(harmless, change))).toBe(`changes.1.${place}`);
  });
});

describe("the originals", () => {
  const everything: readonly OverlayChange[] = [
    { do: "renameElement", message, path: `${result}/Name`, to: "Namae" },
    { do: "setElement", message, path: `${result}/Namae`, maxLength: 3, cardinality: "?" },
    { do: "reorder", message, path: "MessageHeader", order: ["SegmentOfResult"] },
    { do: "addElement", message, path: "MessageBody", wire: "New", name: "fresh", type: { kind: "date" } },
    { do: "addMessage", like: message, id: "OQSsiabc01res" },
    { do: "renameMessage", message, to: "OQSsiabd01res" },
  ];

  test("stay untouched, whatever is changed", () => {
    const before = JSON.stringify(declarations);
    const corrected = applyOverlay(declarations, { onshiOverlay: 1, source: "", changes: everything });
    expect(JSON.stringify(corrected)).not.toBe(before);
    expect(JSON.stringify(declarations)).toBe(before);
  });

  test("are what an overlay without changes gives", () => {
    expect(applyOverlay(declarations, { onshiOverlay: 1, source: "", changes: [] })).toBe(declarations);
  });

  test("come back when a change is taken back", () => {
    const there = { do: "renameElement", message, path: `${result}/Name`, to: "Namae" } as const;
    const back = { do: "renameElement", message, path: `${result}/Namae`, to: "Name" } as const;
    expect(applyOverlay(declarations, { onshiOverlay: 1, source: "", changes: [there, back] })).toEqual(declarations);
  });

  test("of other layouts are the same objects", () => {
    const corrected = applyOverlay(declarations, { onshiOverlay: 1, source: "", changes: everything.slice(0, 4) });
    for (const original of declarations) {
      const isChanged = !corrected.includes(original);
      expect([original.id, isChanged]).toEqual([original.id, original.interface === "EligibilityResult"]);
    }
  });
});
