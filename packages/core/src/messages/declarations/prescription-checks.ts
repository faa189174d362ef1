import { field, group, held, text } from "../declare.ts";
import type { FieldDeclaration, GroupDeclaration } from "../declaration.ts";

const spec = "oqs-exchange §4.12";

const check: GroupDeclaration = {
  interface: "PrescriptionCheck",
  ja: "処方箋情報チェック結果",
  en: "One finding about the prescription's document",
  spec,
  fields: held("M", [
    field("ResultCode", "code", "?", text("outcomeCode"), "結果コード", "Code of the finding"),
    field("ResultMessage", "message", "?", text("freeText"), "結果メッセージ", "Text of the finding"),
  ]),
};

const failure: GroupDeclaration = {
  interface: "SignatureFailure",
  ja: "署名検証失敗理由",
  en: "Why a signature did not verify",
  spec,
  fields: held("M", [
    field("MessageKey", "key", "?", text("outcomeCode"), "メッセージキー", "Key of the reason"),
    field("MessageCode", "code", "?", text("outcomeCode"), "メッセージコード", "Code of the reason"),
    field("Message", "message", "?", text("freeText"), "メッセージ", "Text of the reason"),
  ]),
};

const verification: GroupDeclaration = {
  interface: "SignatureVerification",
  ja: "署名検証結果",
  en: "Result of the verification of one signature",
  spec,
  fields: held("M", [
    field("Status", "status", "?", text("code"), "検証結果", "Whether it verified, as the centre codes it"),
    field("Message", "message", "?", text("freeText"), "メッセージ", "Text for it"),
    field("SignId", "signatureId", "?", text("identifier"), "署名ID", "Which signature"),
    field("FailureReasons", "failures", "*", group(failure), "失敗理由", "Why it did not verify"),
  ]),
};

const signature: GroupDeclaration = {
  interface: "SignatureGeneration",
  ja: "署名生成結果",
  en: "Outcome of the signing at the centre",
  spec,
  fields: held("M", [
    field(
      "GenerateSignStatus",
      "status",
      "?",
      text("code"),
      "署名生成結果",
      "Whether it was signed, as the centre codes it",
    ),
    field("GenerateSignMessage", "message", "?", text("freeText"), "署名生成メッセージ", "Text for it"),
  ]),
};

/** The centre's findings about the document of a prescription (oqs-exchange §5.1 level 4). */
export const prescriptionChecks: readonly FieldDeclaration[] = held("M", [
  field("XmlCheckResultList", "xmlChecks", "*", group(check), "XMLチェック結果リスト", "Findings about the XML"),
  field("CsvCheckResultList", "csvChecks", "*", group(check), "CSVチェック結果リスト", "Findings about the CSV"),
  field(
    "VerifyResultList",
    "verifications",
    "*",
    group(verification),
    "署名検証結果リスト",
    "Results of the verification of the signatures",
  ),
  field("GenerateSignResult", "signature", "?", group(signature), "署名生成結果", "Outcome of the signing"),
]);
