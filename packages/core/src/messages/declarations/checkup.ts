import { date, field, group, held, list, text, textLike } from "../declare.ts";
import type { GroupDeclaration, MessageDeclaration } from "../declaration.ts";
import {
  viewingFailure,
  viewingOptions,
  viewingOutcome,
  viewingOutcomePlaces,
  viewingRequestHeader,
} from "./viewing.ts";

const spec = "oqs-exchange §4.8";

const item: GroupDeclaration = {
  interface: "CheckupItem",
  ja: "健診結果・質問票情報",
  en: "One finding or one answer to the questionnaire",
  spec,
  fields: held("M", [
    field("ItemCode", "code", "1", text("health"), "項目コード", "17 characters, similar to JLAC10"),
    field("ItemName", "name", "1", text("health"), "項目名", "Name in Japanese"),
    field("DataType", "dataType", "?", text("code"), "データタイプ", "HL7 type: `PQ`, `CD`, `ST` and others"),
    field(
      "DataValue",
      "value",
      "?",
      text("health"),
      "データ値",
      "Value: a number, a code or a text, depending on its type",
    ),
    field("Unit", "unit", "?", text("health"), "単位", "Unit of a number"),
    field("Oid", "codeSystem", "?", text("health"), "OID", "Code system of a code"),
    field("DataValueName", "valueName", "?", text("health"), "データ値名称", "Label of a code"),
  ]),
};

const checkup: GroupDeclaration = {
  interface: "Checkup",
  ja: "特定健診情報",
  en: "One specific health checkup",
  spec,
  fields: held("M", [
    field("EffectiveTime", "examinedOn", "1", date, "健診実施日", "Day of the checkup"),
    field(
      "HealthCheckupResultAndQuestionInfos",
      "items",
      "?",
      list("HealthCheckupResultAndQuestionInfo", item),
      "健診結果・質問票情報リスト",
      "Findings and answers to the questionnaire",
    ),
  ]),
};

const person: GroupDeclaration = {
  interface: "CheckupPerson",
  ja: "資格情報",
  en: "The person examined",
  spec,
  fields: held("M", [
    field("Name", "name", "?", text("person"), "氏名", "Name"),
    field("KanasName", "nameKana", "?", text("person"), "氏名カナ", "Name in katakana"),
    field("Birthday", "birthdate", "?", date, "生年月日", "Birth date"),
    field("AdministrativeGenderCode", "sex", "?", text("code"), "性別", "Sex, coded as in the checkup data"),
  ]),
};

export const checkupRequest: MessageDeclaration = {
  id: "TKKsiquc01req",
  interface: "CheckupRequest",
  ja: "特定健診情報照会要求",
  en: "Request for the specific health checkups of one person",
  spec,
  confidence: "M",
  direction: "request",
  answer: "TKKsiquc01res",
  header: viewingRequestHeader,
  body: {
    interface: "CheckupRequestBody",
    ja: "特定健診情報照会要求ボディー",
    en: "Body of the checkup request; it has no period",
    spec,
    fields: [
      field(
        "FileCategory",
        "fileCategory",
        "1",
        textLike("^[12]$", "`1` PDF, `2` XML", "1または2", "code"),
        "ファイル種別",
        "File format",
        "M",
      ),
      ...viewingOptions,
    ],
  },
};

export const checkupResult: MessageDeclaration = {
  id: "TKKsiquc01res",
  interface: "CheckupResult",
  ja: "特定健診情報照会結果",
  en: "Specific health checkups of one person, up to five years",
  spec,
  confidence: "M",
  direction: "result",
  header: {
    interface: "CheckupResultHeader",
    ja: "特定健診情報照会結果ヘッダー",
    en: "Header of the checkups",
    spec,
    fields: [
      ...viewingFailure,
      field("QualificationsInfo", "person", "?", group(person), "資格情報", "The person examined", "M"),
    ],
  },
  body: {
    interface: "CheckupResultBody",
    ja: "特定健診情報照会結果ボディー",
    en: "Body of the checkups",
    spec,
    fields: [
      ...viewingOutcome,
      field("SpecificHealthCheckupInfo", "checkups", "*", group(checkup), "特定健診情報", "One for each checkup", "M"),
    ],
  },
  // The only public implementation looks for them at any depth.
  relocations: [
    { from: "*/SpecificHealthCheckupInfo", to: "MessageBody/SpecificHealthCheckupInfo", repeated: true },
    ...viewingOutcomePlaces,
  ],
};
