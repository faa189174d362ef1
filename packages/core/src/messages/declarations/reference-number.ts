import { field, group, held, textUpTo } from "../declare.ts";
import type { Cardinality, FieldDeclaration, GroupDeclaration, MessageDeclaration } from "../declaration.ts";
import { bulkResultHeader, institutionResultHeader } from "./bulk-headers.ts";
import { bulkStages } from "./bulk-stages.ts";
import { institutionHeader, personKeys } from "./person-keys.ts";
import { personOutcome } from "./result-header.ts";

const spec = "oqs-exchange §4.5";

const registration: GroupDeclaration = {
  interface: "ReferenceNumberRegistration",
  ja: "照会番号登録情報",
  en: "Which reference number to keep for whom",
  spec,
  fields: [
    field(
      "ReferenceNumber",
      "referenceNumber",
      "1",
      textUpTo(50, "personNumber"),
      "照会番号",
      "Number chosen by the institution, usually its chart number",
    ),
    ...personKeys,
  ],
};

function registrations(name: string, cardinality: Cardinality, block: GroupDeclaration, en: string): FieldDeclaration {
  return field("ReferenceNumberRegistrationInfo", name, cardinality, group(block), "照会番号登録情報", en);
}

const echo = registrations(
  "registration",
  "?",
  { ...registration, interface: "ReferenceNumberRegistrationEcho", en: "Echo of the registration" },
  "Echo of the registration",
);

export const referenceNumberMessages: readonly MessageDeclaration[] = [
  {
    id: "OQSsiimm01req",
    interface: "ReferenceNumberRequest",
    ja: "照会番号登録要求",
    en: "Registration of the reference number of one person",
    spec,
    confidence: "H",
    direction: "request",
    answer: "OQSsiimm01res",
    header: institutionHeader,
    body: {
      interface: "ReferenceNumberRequestBody",
      ja: "照会番号登録要求ボディー",
      en: "Body of the registration of a reference number",
      spec,
      fields: [registrations("registration", "1", registration, "Number and person")],
    },
  },
  {
    id: "OQSsiimm01res",
    interface: "ReferenceNumberResult",
    ja: "照会番号登録結果",
    en: "Answer to the registration of a reference number",
    spec,
    confidence: "H",
    direction: "result",
    header: institutionResultHeader,
    body: {
      interface: "ReferenceNumberResultBody",
      ja: "照会番号登録結果ボディー",
      en: "Body of the answer to the registration of a reference number",
      spec,
      fields: [echo, ...personOutcome],
    },
  },
  {
    id: "OQSmuimm01req",
    interface: "BulkReferenceNumberRequest",
    ja: "照会番号一括登録要求",
    en: "Registration of the reference numbers of many persons",
    spec,
    confidence: "H",
    direction: "request",
    answer: "OQSmuimm01res",
    download: "OQSmuimm02req",
    header: institutionHeader,
    body: {
      interface: "BulkReferenceNumberRequestBody",
      ja: "照会番号一括登録要求ボディー",
      en: "Body of the bulk registration of reference numbers",
      spec,
      fields: [registrations("registrations", "+", registration, "Numbers and persons")],
    },
  },
  ...bulkStages("OQSmuimm", "照会番号一括登録", "a bulk registration of reference numbers", "M"),
  {
    id: "OQSmuimm02res",
    interface: "BulkReferenceNumberResult",
    ja: "照会番号一括登録ダウンロード結果",
    en: "Answers to a bulk registration of reference numbers",
    spec,
    confidence: "M",
    direction: "result",
    header: bulkResultHeader,
    body: {
      interface: "BulkReferenceNumberResultBody",
      ja: "照会番号一括登録ダウンロード結果ボディー",
      en: "Body of the bulk registration answer",
      spec,
      fields: [
        field(
          "BulkRegistrationUnit",
          "units",
          "*",
          group({
            interface: "BulkReferenceNumberUnit",
            ja: "照会番号登録結果（一括の1件）",
            en: "Result of one registration",
            spec,
            fields: held("M", [echo, ...personOutcome]),
          }),
          "照会番号登録結果の単位",
          "One for each registration",
          "M",
        ),
      ],
    },
  },
];
