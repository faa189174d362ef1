import { date, field, text, textLike, textUpTo } from "../declare.ts";
import type { FieldDeclaration, FieldType, GroupDeclaration } from "../declaration.ts";

/** Eight characters; numbers of 4 or 6 digits get leading spaces (oqs-exchange §4.2, §6 pitfall 1). */
export const insurerNumberText: FieldType = textLike(
  "^(?: {4}\\d{4}| {2}\\d{6}|\\d{8})$",
  "8 characters, shorter numbers with leading spaces",
  "半角数字8桁・6桁・4桁",
  "insurerNumber",
);

export const institutionCodeText: FieldType = textLike("^\\d{10}$", "10 digits", "半角数字10桁", "institutionCode");

export const branchNumberText: FieldType = textLike("^\\d{2}$", "2 digits", "半角数字2桁", "personNumber");

export const institutionCode: FieldDeclaration = field(
  "MedicalInstitutionCode",
  "institutionCode",
  "1",
  institutionCodeText,
  "医療機関コード",
  "Institution code: prefecture (2), fee table (1: 1 medical, 3 dental, 4 pharmacy), number (7)",
);

export const fileIdentifier: FieldDeclaration = field(
  "ArbitraryFileIdentifier",
  "fileIdentifier",
  "?",
  textUpTo(50, "identifier"),
  "任意のファイル識別子",
  "Identifier chosen by the client; repeated in the answer, so it has to be unique",
);

/** The identifier as repeated in the answer, whatever its length. */
export const echoedFileIdentifier: FieldDeclaration = { ...fileIdentifier, type: text("identifier") };

export const arbitraryIdentifier: FieldDeclaration = field(
  "ArbitraryIdentifier",
  "arbitraryIdentifier",
  "?",
  textUpTo(50, "identifier"),
  "任意の識別子",
  "Identifier of the person, chosen by the client; repeated in the answer",
);

/** The keys by which the centre finds a person, in the layout's order. */
export const personKeys: readonly FieldDeclaration[] = [
  field("InsurerNumber", "insurerNumber", "1", insurerNumberText, "保険者番号", "Insurer number"),
  field(
    "InsuredCardSymbol",
    "symbol",
    "?",
    textUpTo(20, "personNumber"),
    "被保険者証記号",
    "Symbol; left out if the card has none (後期高齢者)",
  ),
  field("InsuredIdentificationNumber", "number", "1", textUpTo(20, "personNumber"), "被保険者証番号", "Number"),
  field("InsuredBranchNumber", "branch", "?", branchNumberText, "枝番", "Branch number; not for 後期高齢者"),
];

export const birthdate: FieldDeclaration = field("Birthdate", "birthdate", "1", date, "生年月日", "Birth date");

/** Header of requests that name only the institution. */
export const institutionHeader: GroupDeclaration = {
  interface: "InstitutionHeader",
  ja: "要求ヘッダー（医療機関コード）",
  en: "Header of a request: the institution that asks",
  spec: "oqs-exchange §4.5",
  fields: [institutionCode, fileIdentifier],
};
