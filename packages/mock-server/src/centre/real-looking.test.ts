import { leaf, type WireElement } from "@onshi/core/messages";
import { createCodec } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";
import { inquiryFor, testCentre } from "../test-world.ts";
import { answerMessage } from "./answer-message.ts";
import { realLooking } from "./real-looking.ts";

const centre = testCentre();
const codec = createCodec();
const good = codec.encode("OQSsiquc01req", inquiryFor(centre.persona("insured-valid").papers));

function withValue(root: WireElement, name: string, text: string): WireElement {
  if (root.name === name) return leaf(name, text);
  return { ...root, children: root.children.map((one) => withValue(one, name, text)) };
}

describe("numbers that could be real are refused by the simulated centre", () => {
  test.each([
    ["MedicalInstitutionCode", "1310000007", "institutionCode"],
    ["MedicalInstitutionCode", "0110000001", "institutionCode"],
    ["InsurerNumber", "  138057", "insurerNumber"],
    ["InsurerNumber", "06470015", "insurerNumber"],
  ])("%s %s", (name, text, field) => {
    const answered = answerMessage(centre, codec, "OQSsiquc01req", withValue(good, name, text));
    expect(answered).toMatchObject({ accepted: false, code: "request.invalid" });
    const reasons = answered.accepted ? "" : answered.reasons.join("\n");
    expect(reasons).toContain(`/${field}: 実在しうる番号です`);
    expect(reasons).not.toContain(text.trim());
  });

  test("every prefecture from 01 to 47, none beside them", () => {
    for (let number = 0; number < 100; number++) {
      const prefecture = String(number).padStart(2, "0");
      const isReal = number >= 1 && number <= 47;
      expect(realLooking({ institutionCode: `${prefecture}10000000` })).toHaveLength(isReal ? 1 : 0);
      expect(realLooking({ insurerNumber: `  ${prefecture}0010` })).toHaveLength(isReal ? 1 : 0);
      expect(realLooking({ insurerNumber: `06${prefecture}0010` })).toHaveLength(isReal ? 1 : 0);
    }
  });

  test.each(["designatedInstitutionCode", "prescriptionIssuerCode", "facilityCode", "prescriberCode"])(
    "in a list: the code of an institution called %s",
    (name) => {
      const body = { entries: [{ [name]: "9910000007" }, { [name]: "1310000007" }] };
      expect(realLooking({ body })).toEqual([`body/entries/1/${name}`]);
    },
  );

  test.each(["12990015", "12130015"])("a public payer, by its prefecture and not its law: %s", (insurerNumber) => {
    expect(realLooking({ insurerNumber })).toHaveLength(insurerNumber.startsWith("13", 2) ? 1 : 0);
  });
});
