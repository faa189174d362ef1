import { base64, code, field, held, textUpTo } from "../declare.ts";
import type { Confidence, FieldDeclaration, GroupDeclaration, MessageDeclaration } from "../declaration.ts";
import { echoedFileIdentifier, institutionHeader, personKeys } from "./person-keys.ts";
import { prescriptionChecks } from "./prescription-checks.ts";
import { characterCode, messageOutcome, personOutcome } from "./result-header.ts";

const spec = "oqs-exchange §4.12";

const resultHeader: GroupDeclaration = {
  interface: "PrescriptionResultHeader",
  ja: "電子処方箋結果ヘッダー",
  en: "Header of the answers about e-prescriptions",
  spec,
  fields: held("M", [echoedFileIdentifier, ...messageOutcome, characterCode]),
};

/** One interface of the e-prescription service; header and outcome are the same for all. */
interface Exchange {
  readonly stem: string;
  readonly interface: string;
  readonly ja: string;
  /** What is requested, to follow "Request for". */
  readonly en: string;
  readonly confidence: Confidence;
  readonly request: readonly FieldDeclaration[];
  readonly result: readonly FieldDeclaration[];
}

function exchange(one: Exchange): readonly [MessageDeclaration, MessageDeclaration] {
  const { stem, interface: name, ja, en, confidence } = one;
  const outcome = held("M", personOutcome);
  const body = (kind: "Request" | "Result", jaKind: string, fields: readonly FieldDeclaration[]): GroupDeclaration => ({
    interface: `${name}${kind}Body`,
    ja: `${ja}${jaKind}ボディー`,
    en: `Body of the ${kind === "Request" ? "request for" : "answer about"} ${en}`,
    spec,
    fields,
  });
  const shared = { spec, confidence };
  return [
    {
      ...shared,
      id: `${stem}req`,
      interface: `${name}Request`,
      ja: `${ja}要求`,
      en: `Request for ${en}`,
      direction: "request",
      answer: `${stem}res`,
      header: institutionHeader,
      body: body("Request", "要求", one.request),
    },
    {
      ...shared,
      id: `${stem}res`,
      interface: `${name}Result`,
      ja: `${ja}結果`,
      en: `Answer about ${en}`,
      direction: "result",
      header: resultHeader,
      body: body("Result", "結果", [...outcome, ...one.result]),
    },
  ];
}

const prescriptionId = field(
  "PrescriptionId",
  "prescriptionId",
  "1",
  textUpTo(36, "identifier"),
  "処方箋ID",
  "Id of the prescription, in the form of a UUID",
  "M",
);

export const prescriptionMessages: readonly MessageDeclaration[] = [
  ...exchange({
    stem: "EPSsiPIR01",
    interface: "PrescriptionRegistration",
    ja: "処方箋情報登録",
    en: "the registration of a prescription",
    confidence: "M",
    request: [
      field(
        "PrescriptionInfo",
        "prescription",
        "1",
        base64,
        "処方箋情報",
        "The signed XML document around the prescription's CSV",
        "M",
      ),
      field("IssueType", "form", "1", code("OQSCD017"), "処方箋発行形態", "Form of issue", "M"),
    ],
    result: [
      { ...prescriptionId, cardinality: "?" },
      field(
        "AccessCode",
        "accessCode",
        "?",
        textUpTo(16, "identifier"),
        "引換番号",
        "Number that the patient gives to the pharmacy",
        "M",
      ),
      ...prescriptionChecks,
    ],
  }),
  ...exchange({
    stem: "EPSsiPIR06",
    interface: "PrescriptionCopy",
    ja: "処方内容（控え）取得",
    en: "the patient's copy of a prescription",
    confidence: "M",
    request: [prescriptionId],
    result: [
      field(
        "PrescriptionReferenceInformationFile",
        "file",
        "?",
        base64,
        "処方内容（控え）ファイル",
        "The copy as a PDF",
        "M",
      ),
    ],
  }),
  ...exchange({
    stem: "EPSsiDMP01",
    interface: "DuplicateCheckPreparation",
    ja: "重複投薬等チェック事前処理",
    en: "the preparation of a duplicate-medication check",
    confidence: "L",
    // Sources name three of the keys and an ellipsis; the branch number is our conclusion.
    request: held("L", personKeys),
    // What the answer contains besides its outcome is not known; it stays in the unknown elements.
    result: [],
  }),
];
