import { declarations, type MessageDeclaration } from "@onshi/core/messages";
import { fromMirror, readJson, readXml, toMirror } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";

import { golden, goldenNames } from "./xmllint.ts";

function layoutOf(name: string): MessageDeclaration {
  const layout = declarations.find(({ id }) => name.startsWith(id));
  if (layout === undefined) throw new Error(`no declaration for ${name}`);
  return layout;
}

const documents = goldenNames.filter((name) => name.endsWith(".xml")).map((name) => ({ name, layout: layoutOf(name) }));
const eligibilityResult = layoutOf("OQSsiquc01res");
const medicationResult = layoutOf("YZKsiquc01res");

interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

/** Paths and values of all leaves, which is all that order among different tags leaves. */
function leaves(element: Element, path = ""): readonly string[] {
  const here = `${path}/${element.name}`;
  if (element.children.length === 0) return [`${here}=${element.text}`];
  return element.children.flatMap((child) => leaves(child, here));
}

describe("JSON mirror", () => {
  test.each(documents)("$name comes back through JSON", ({ name, layout }) => {
    const { root } = readXml(golden(name));
    const bytes = new TextEncoder().encode(JSON.stringify(toMirror(root, layout)));
    expect(fromMirror(readJson(bytes), layout)).toEqual(root);
  });

  test("a list is an array of {Item: {…}}, also with one entry", () => {
    const mirror = toMirror(readXml(golden("OQSsiquc01res_invalid.xml")).root, eligibilityResult);
    expect(mirror).toMatchObject({
      XmlMsg: {
        MessageHeader: { SegmentOfResult: "1" },
        MessageBody: {
          ResultList: [{ ResultOfQualificationConfirmation: { InsurerNumber: "06990014", ReasonOfLoss: "03" } }],
        },
      },
    });
  });

  test("a repeated element without a wrapper is an array", () => {
    const mirror = toMirror(readXml(golden("YZKsiquc01res_full.xml")).root, medicationResult);
    expect(mirror).toMatchObject({
      XmlMsg: {
        MessageBody: {
          MeTrMonthInf: [
            { DiDateInfs: [{ DiDateInf: { DiDate: "20260910" } }, { DiDateInf: { DiDate: "20260924" } }] },
            { MeTrMonth: "202610" },
          ],
          CzDiInf: { CzDiMonthInf: [{ CzDiMonth: "202611" }] },
        },
      },
    });
  });

  test("the fixture with one of each array style, typed by hand, is read", () => {
    const tree = fromMirror(readJson(golden("OQSsiquc01res_arrays.json")), eligibilityResult);
    const result = "/XmlMsg/MessageBody/ResultList/ResultOfQualificationConfirmation";
    expect(leaves(tree)).toEqual([
      "/XmlMsg/MessageHeader/ProcessExecutionTime=20261120091503",
      "/XmlMsg/MessageHeader/SegmentOfResult=1",
      "/XmlMsg/MessageHeader/CharacterCodeIdentifier=0",
      `${result}/InsuredCardClassification=01`,
      `${result}/InsurerNumber=  990010`,
      `${result}/Name=試験　花子`,
      `${result}/SpecificDiseasesCertificateList/SpecificDiseasesCertificateInfo/SpecificDiseasesDiseaseCategory=1`,
      `${result}/SpecificDiseasesCertificateList/SpecificDiseasesCertificateInfo/SpecificDiseasesDiseaseCategory=3`,
      `${result}/NewElement=01`,
      `${result}/NewRepeated=1`,
      `${result}/NewRepeated=2`,
      `${result}/InsuredCardClassification=A1`,
      `${result}/InsurerNumber=12990016`,
      `${result}/PublicExpenseResultList/MedicalTicketInfo/TicketType=01`,
      `${result}/PublicExpenseResultList/MedicalTicketInfo/StatusOfInfecton=02`,
      "/XmlMsg/MessageBody/ProcessingResultStatus=1",
      "/XmlMsg/MessageBody/QualificationValidity=1",
    ]);
  });
});
