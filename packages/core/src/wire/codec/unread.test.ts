import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { applyOverlay, declarations } from "../../messages/index.ts";
import { readXml } from "../index.ts";
import { createCodec } from "./codec.ts";

const answer = new TextDecoder().decode(golden("OQSsiquc01res_full.xml"));
const read = (xml: string, codec = createCodec()) =>
  codec.decode("OQSsiquc01res", readXml(new TextEncoder().encode(xml)).root);

/** The golden answer with a change that has to hit. */
function changed(from: string | RegExp, to: string): string {
  const xml = answer.replace(from, to);
  expect(xml).not.toBe(answer);
  return xml;
}

describe("the decoder says by property which fields nobody can read", () => {
  test("none in a sound answer, nor where something is merely unknown, missing or twice", () => {
    expect(read(answer).unread).toBeUndefined();
    expect(read(changed("<Name>", "<Strange>1</Strange><Name>1</Name><Name>")).unread).toBeUndefined();
    expect(read(changed(/<ProcessExecutionTime>.*/, "")).unread).toBeUndefined();
  });

  test.each([
    ["in the header", /(<ProcessExecutionTime>)[^<]*/, "$120261399000000", ["header.executedAt"]],
    [
      "in a list",
      /(<ResultOfQualificationConfirmation>[^]*?<Birthdate>)[^<]*/,
      "$119560231",
      ["body.results[0].birthdate"],
    ],
    ["in a group", /(<QualificationConfirmSearchInfo>[^]*<Birthdate>)[^<]*/, "$1x", ["body.inquiry.birthdate"]],
    ["a text in place of a list", /<ResultList>[^]*<\/ResultList>/, "<ResultList>x</ResultList>", ["body.results"]],
    [
      "a text in place of an item",
      "<ResultList>",
      "$&<ResultOfQualificationConfirmation>x</ResultOfQualificationConfirmation>",
      ["body.results"],
    ],
  ])("%s", (_, from, to, expected) => {
    expect(read(changed(from, to)).unread).toEqual(expected);
  });

  test("whatever an overlay calls the tag", () => {
    const path = "MessageBody/ResultList/ResultOfQualificationConfirmation/Birthdate";
    const overlay = {
      onshiOverlay: 1,
      source: "",
      changes: [{ do: "renameElement", message: "OQSsiquc01res", path, to: "Born" }],
    } as const;
    const xml = changed(/<Birthdate>[^<]*<\/Birthdate>/, "<Born>x</Born>");
    expect(read(xml, createCodec(applyOverlay(declarations, overlay))).unread).toEqual(["body.results[0].birthdate"]);
  });
});
