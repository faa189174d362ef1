import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OnshiError } from "./errors/onshi-error.ts";
import { redact } from "./redact.ts";

describe("redact", () => {
  test.each<readonly [string, unknown, unknown]>([
    ["a text", "試験　花子", "‹5›"],
    ["a text under a name", { name: "試験　花子", address: "" }, { name: "‹5›", address: "‹0›" }],
    ["a number", { number: 5678 }, { number: "‹number›" }],
    ["a big number", { number: 5678n }, { number: "‹bigint›" }],
    ["truth and nothing", { a: true, b: null, c: undefined }, { a: true, b: null, c: undefined }],
    ["a PIN in any shape", { pin: ["1", 2], PinBytes: new Uint8Array(4) }, { pin: "‹secret›", PinBytes: "‹secret›" }],
    [
      "a token",
      { unverifiedCertificate: { a: 1 }, idToken: "x" },
      { unverifiedCertificate: "‹secret›", idToken: "‹secret›" },
    ],
    [
      "bytes",
      { body: new Uint8Array(3), view: new DataView(new ArrayBuffer(2)) },
      { body: "‹3 bytes›", view: "‹2 bytes›" },
    ],
    [
      "wide numbers",
      { body: new Uint16Array([1, 2]), raw: new ArrayBuffer(5) },
      { body: "‹4 bytes›", raw: "‹5 bytes›" },
    ],
    [
      "names and places",
      { field: "birthdate", line: 3, path: "XmlMsg/Name" },
      { field: "birthdate", line: 3, path: "XmlMsg/Name" },
    ],
    [
      "a patient's number in a file name",
      { fileName: "OQSsiquc01req_5678HANAKO.xml", id: "OQSsiquc01req" },
      { fileName: "OQSsiquc01req_‹10›.xml", id: "OQSsiquc01req" },
    ],
    ["a file of somebody", { fileName: "山田花子.xml", path: "C:\\山田花子" }, { fileName: "‹8›", path: "‹7›" }],
    ["a person's id", { id: "0005678", person: { id: 5678n } }, { id: "‹7›", person: { id: "‹bigint›" } }],
    ["a path of the disk", { path: "/home/yamada/hanako.xml" }, { path: "‹23›" }],
    ["a pointer without a message", { path: "Yamada/Hanako" }, { path: "‹13›" }],
    ["the code of an error", { code: "pin.wrong" }, { code: "pin.wrong" }],
    ["the code of the system", { code: "ENOENT" }, { code: "ENOENT" }],
    ["the code of a drug", { code: "610422262", name: "薬" }, { code: "‹9›", name: "‹1›" }],
    ["lists", { names: ["花子", "太郎"], paths: [] }, { names: ["‹2›", "‹2›"], paths: [] }],
    ["a function", { call: () => "花子" }, { call: "‹function›" }],
  ])("%s", (_, value, expected) => {
    expect(redact(value)).toEqual(expected);
  });

  test("an error keeps what helps and loses cause and bytes", () => {
    const error = new OnshiError("wire.malformed", { line: 2 }, { cause: "花子", rawBytes: new Uint8Array(9) });
    expect(redact(error)).toMatchObject({ code: "wire.malformed", details: { line: 2 } });
    expect(Object.keys(redact(error) as object)).not.toContain("rawBytes");
    expect(JSON.stringify(redact(error))).not.toContain("花子");
  });

  test("survives a circle, and the same object twice is no circle", () => {
    const person: Record<string, unknown> = { name: "花子" };
    const both = { a: person, b: person };
    expect(redact(both)).toEqual({ a: { name: "‹2›" }, b: { name: "‹2›" } });
    person["self"] = person;
    expect(redact(person)).toEqual({ name: "‹2›", self: "‹circular›" });
  });

  test("leaves the original as it is", () => {
    const person = { name: "花子", list: ["x"] };
    redact(person);
    expect(person).toEqual({ name: "花子", list: ["x"] });
  });

  test("no planted secret survives, wherever it is", () => {
    const secret = "SECRET9182";
    const names = fc.constantFrom(
      "name",
      "pin",
      "number",
      "code",
      "address",
      "value",
      "message",
      "text",
      "children",
      "raw",
      "id",
      "path",
      "fileName",
      "reference",
      "field",
      "folder",
      "kind",
      "type",
      "at",
      "variant",
      "centreCode",
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(secret, `${secret}花子`, 9182, new TextEncoder().encode(secret), true, null),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(names, tie("tree"), { maxKeys: 4 }),
        tie("tree").map((inner) => Object.assign(Object.create(null) as object, { inner })),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const shown = JSON.stringify(redact(value)) ?? "";
        expect(shown).not.toMatch(/SECRET|9182|花子|"\d+":\d/);
      }),
    );
  });
});
