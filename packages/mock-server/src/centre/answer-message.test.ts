import { leaf, parent, type WireElement } from "@onshi/core/messages";
import { createCodec } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";
import { inquiryFor, testCentre } from "../test-world.ts";
import { answerMessage } from "./answer-message.ts";

const centre = testCentre();
const codec = createCodec();
const good = codec.encode("OQSsiquc01req", inquiryFor(centre.persona("insured-valid").papers));
const answer = (id: string, root: WireElement) => answerMessage(centre, codec, id, root);

/** The same tree with one element changed, taken out (undefined) or followed by others. */
function changed(
  root: WireElement,
  name: string,
  change: (element: WireElement) => readonly WireElement[],
): WireElement {
  const children = root.children.flatMap((child) =>
    child.name === name ? change(child) : [changed(child, name, change)],
  );
  return { ...root, children };
}

describe("a request at either door", () => {
  test("that keeps to its layout is answered", () => {
    const answered = answer("OQSsiquc01req", good);
    expect(answered).toMatchObject({ accepted: true, id: "OQSsiquc01res" });
  });

  test("may leave out or empty what is optional, in any order", () => {
    const empty = changed(good, "InsuredBranchNumber", ({ name }) => [leaf(name, "")]);
    expect(answer("OQSsiquc01req", empty).accepted).toBe(true);
    const reversed = { ...good, children: good.children.toReversed() };
    expect(answer("OQSsiquc01req", reversed).accepted).toBe(true);
  });

  test.each<[string, string, (element: WireElement) => readonly WireElement[], string, string]>([
    [
      "a missing date",
      "QualificationConfirmationDate",
      () => [],
      "request.invalid",
      "XmlMsg/MessageHeader/QualificationConfirmationDate",
    ],
    [
      "a missing number",
      "InsuredIdentificationNumber",
      () => [],
      "request.invalid",
      "QualificationConfirmSearchInfo/InsuredIdentificationNumber",
    ],
    ["an empty mandatory element", "Birthdate", ({ name }) => [leaf(name, "")], "request.invalid", "Birthdate"],
    ["an impossible date", "Birthdate", ({ name }) => [leaf(name, "19800231")], "request.invalid", "Birthdate"],
    [
      "an insurer number that is not padded",
      "InsurerNumber",
      ({ name }) => [leaf(name, "990010")],
      "request.invalid",
      "insurerNumber",
    ],
    [
      "a code of no table",
      "LimitApplicationCertificateRelatedConsFlg",
      ({ name }) => [leaf(name, "7")],
      "request.invalid",
      "ConsFlg",
    ],
    [
      "a tag of another family",
      "InsuredCardSymbol",
      ({ text }) => [leaf("InsuranceCardSymbol", text)],
      "request.invalid",
      "InsuranceCardSymbol",
    ],
    ["a repeated header", "MessageHeader", (header) => [header, { ...header }], "wire.duplicate", "MessageHeader"],
    [
      "a repeated optional element",
      "InsuredBranchNumber",
      (branch) => [branch, branch],
      "request.invalid",
      "InsuredBranchNumber",
    ],
  ])("with %s is refused with the reason", (_, name, change, code, reason) => {
    const answered = answer("OQSsiquc01req", changed(good, name, change));
    if (answered.accepted) throw new Error("accepted");
    expect(answered.code).toBe(code);
    expect(answered.reasons.join("\n")).toContain(reason);
    expect(answered.reasons.join("\n")).not.toMatch(/19800231|990010|0005678/);
  });

  test("gets all reasons at once", () => {
    const answered = answer(
      "OQSsiquc01req",
      parent("XmlMsg", [parent("MessageHeader", []), parent("MessageBody", [])]),
    );
    expect(!answered.accepted && answered.reasons).toHaveLength(3);
  });

  test("of a kind that is not simulated is refused", () => {
    expect(answer("EPSsiPIR01req", good)).toMatchObject({ accepted: false, code: "wire.unexpectedMessage" });
    expect(answer("OQSsiquc01res", good)).toMatchObject({ accepted: false, code: "wire.unexpectedMessage" });
  });

  test("with another root is refused", () => {
    expect(answer("OQSsiquc01req", { ...good, name: "Other" })).toMatchObject({
      accepted: false,
      code: "wire.unexpectedMessage",
    });
  });
});
