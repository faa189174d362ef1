import { field, group, list, month, text } from "../declare.ts";
import type { Confidence, FieldDeclaration, GroupDeclaration, MessageDeclaration } from "../declaration.ts";
import { viewingFailure, viewingOutcome, viewingOutcomePlaces } from "./viewing.ts";

const spec = "oqs-exchange §4.7";

/** How one of the three trees spells its tags; their meaning is the same everywhere (oqs-exchange §4.7). */
interface Tree {
  /** Stem of the TypeScript interfaces. */
  readonly stem: string;
  readonly ja: string;
  readonly en: string;
  /** Prefix of most tags. */
  readonly prefix: string;
  readonly month: string;
  readonly organisation: string;
  readonly facilityCode: string;
  readonly facilityName: string;
  readonly prescriberCode: string;
  readonly prescriberName: string;
  readonly prescriberKind: string;
  readonly treatmentMonth: string;
  readonly careClass: string;
  readonly days: string;
  readonly day: string;
  readonly dispensedOn?: string;
  readonly usageClass: string;
  /** The spelling of the facility's name is doubtful outside receipts. */
  readonly nameConfidence: Confidence;
  readonly dayExtras?: readonly FieldDeclaration[];
}

const treatment: GroupDeclaration = {
  interface: "ReceiptTreatment",
  ja: "診療情報",
  en: "One treatment",
  spec,
  fields: [
    field("SinInfN", "name", "?", text("health"), "診療行為名", "Name of the treatment", "M"),
    field("SinInfCd", "code", "?", text("health"), "診療行為コード", "Code of the treatment", "M"),
    field("MeTrIdCl", "treatmentClass", "?", text("code"), "診療識別", "Class of treatment", "M"),
    field("Qua1", "quantity", "?", text("health"), "数量", "Quantity, decimal", "M"),
    field("Times", "times", "?", text("health"), "回数", "How often, integer", "M"),
    field("Unit", "unit", "?", text("health"), "単位", "Unit", "M"),
  ],
};

function monthBlock(tree: Tree): FieldDeclaration {
  const { prefix, stem } = tree;
  const drug: GroupDeclaration = {
    interface: `${stem}Drug`,
    ja: `${tree.ja}の薬剤`,
    en: `One drug from ${tree.en}`,
    spec,
    fields: [
      field(
        `${prefix}DrugC`,
        "code",
        "?",
        text("health"),
        "医薬品コード",
        "Drug code (レセプト電算 9 digits and others)",
        "M",
      ),
      field(`${prefix}DrugN`, "name", "?", text("health"), "医薬品名", "Drug name", "M"),
      field(`${prefix}IngreN`, "ingredient", "?", text("health"), "成分名", "Name of the ingredient", "M"),
      field(
        `${prefix}Qua1`,
        "quantity",
        "?",
        text("health"),
        "1回量・1日量",
        "Quantity per dose or per day, decimal",
        "M",
      ),
      field(`${prefix}Unit`, "unit", "?", text("health"), "単位", "Unit", "M"),
      field(`${prefix}UsageN`, "usage", "?", text("health"), "用法", "How to take it", "M"),
      field(`${prefix}SpInst`, "specialInstruction", "?", text("health"), "特別指示", "Special instruction", "M"),
      field(`${prefix}Times`, "times", "?", text("health"), "日数・回数", "Days or times, integer", "M"),
      field(tree.usageClass, "usageClass", "?", text("code"), "診療識別・用法区分", "Class of usage or treatment", "M"),
    ],
  };
  const day: GroupDeclaration = {
    interface: `${stem}Day`,
    ja: `${tree.ja}の日別情報`,
    en: `One day of ${tree.en}`,
    spec,
    fields: [
      ...(tree.dispensedOn
        ? [
            field(
              tree.dispensedOn,
              "dispensedOn",
              "?",
              { kind: "date" } as const,
              "調剤年月日",
              "Day of dispensing",
              "M",
            ),
          ]
        : []),
      field(`${prefix}PrDate`, "prescribedOn", "?", { kind: "date" }, "処方年月日", "Day of prescription", "M"),
      field(`${prefix}DrugInfs`, "drugs", "?", list(`${prefix}DrugInf`, drug), "薬剤リスト", "Drugs of the day", "M"),
      ...(tree.dayExtras ?? []),
    ],
  };
  const block: GroupDeclaration = {
    interface: `${stem}Month`,
    ja: `${tree.ja}の月別情報`,
    en: `One month of one institution in ${tree.en}`,
    spec,
    fields: [
      field(tree.organisation, "organisationKind", "?", text("code"), "機関種別", "Kind of organisation", "M"),
      field(
        tree.facilityCode,
        "facilityCode",
        "?",
        text("institutionCode"),
        "医療機関コード",
        "Facility that treated or dispensed",
        "M",
      ),
      field(
        tree.facilityName,
        "facilityName",
        "?",
        text("organisation"),
        "医療機関名",
        "Name of that facility",
        tree.nameConfidence,
      ),
      field(
        tree.prescriberCode,
        "prescriberCode",
        "?",
        text("institutionCode"),
        "処方医療機関コード",
        "Facility that prescribed",
        "M",
      ),
      field(
        tree.prescriberName,
        "prescriberName",
        "?",
        text("organisation"),
        "処方医療機関名",
        "Name of the facility that prescribed",
        tree.nameConfidence,
      ),
      field(
        tree.prescriberKind,
        "prescriberKind",
        "?",
        text("code"),
        "処方機関種別",
        "Kind of the facility that prescribed",
        "M",
      ),
      field(tree.treatmentMonth, "month", "?", month, "診療年月", "Month of treatment", "M"),
      field(tree.careClass, "careClass", "?", text("code"), "入外区分", "In- or outpatient, or class", "M"),
      field(tree.days, "days", "?", list(tree.day, day), "日別リスト", "Days", "M"),
    ],
  };
  return field(tree.month, "months", "*", group(block), tree.ja, `Months from ${tree.en}`, "M");
}

const receipts = monthBlock({
  stem: "Receipt",
  ja: "レセプト由来の情報",
  en: "receipts",
  prefix: "",
  month: "MeTrMonthInf",
  organisation: "DiOrg",
  facilityCode: "MeTrDiHCd",
  facilityName: "MeTrDiHNm",
  prescriberCode: "PrlsHCd",
  prescriberName: "PrlsHNm",
  prescriberKind: "PrIsOrg",
  treatmentMonth: "MeTrMonth",
  careClass: "InOut",
  days: "DiDateInfs",
  day: "DiDateInf",
  dispensedOn: "DiDate",
  usageClass: "MeTrIdCl",
  nameConfidence: "M",
  dayExtras: [
    field(
      "MeTrInfs",
      "treatments",
      "?",
      list("MeTrInf", treatment),
      "診療行為リスト",
      "Treatments; only in files of categories 3 and 4",
      "M",
    ),
  ],
});

const dispensing = monthBlock({
  stem: "Dispensing",
  ja: "電子処方箋の調剤情報",
  en: "dispensing records of e-prescriptions",
  prefix: "Cz",
  month: "CzDiMonthInf",
  organisation: "CzDiOrg",
  facilityCode: "CzMeTrDiHCd",
  facilityName: "CzMeTrDiHNm",
  prescriberCode: "CzPrlsHCd",
  prescriberName: "CzPrlsHNm",
  prescriberKind: "CzPrIsOrg",
  treatmentMonth: "CzDiMonth",
  careClass: "CzPrCl",
  days: "CzDiDateInfs",
  day: "CzDiDateInf",
  dispensedOn: "CzDiDate",
  usageClass: "CzUsageCl",
  nameConfidence: "L",
});

const prescriptions = monthBlock({
  stem: "Prescription",
  ja: "電子処方箋の処方情報",
  en: "e-prescriptions",
  prefix: "Sh",
  month: "ShPrMonthInf",
  organisation: "ShPrOrg",
  facilityCode: "ShMeTrDiHCd",
  facilityName: "ShMeTrDiHNm",
  prescriberCode: "ShPrHCd",
  prescriberName: "ShPrHNm",
  prescriberKind: "ShPrIsOrg",
  treatmentMonth: "ShPrMonth",
  careClass: "ShPrCl",
  days: "ShPrDateInfs",
  day: "ShPrDateInf",
  usageClass: "ShUsageCl",
  nameConfidence: "L",
});

/** The wrapper around the months of a source (`CzDiInf`, `ShPrInf`). */
function source(wire: string, name: string, stem: string, months: FieldDeclaration): FieldDeclaration {
  const declaration: GroupDeclaration = {
    interface: `${stem}Records`,
    ja: months.ja,
    en: `All months of this source`,
    spec,
    fields: [months],
  };
  return field(wire, name, "?", group(declaration), months.ja, months.en, "M");
}

export const medicationResult: MessageDeclaration = {
  id: "YZKsiquc01res",
  interface: "MedicationResult",
  ja: "薬剤情報・診療情報照会結果",
  en: "Drug and treatment information: three parallel trees, by source",
  spec,
  confidence: "M",
  direction: "result",
  header: {
    interface: "MedicationResultHeader",
    ja: "薬剤情報・診療情報照会結果ヘッダー",
    en: "Header of the drug information",
    spec,
    fields: [
      ...viewingFailure,
      field(
        "QuaInf",
        "person",
        "?",
        group({
          interface: "MedicationPerson",
          ja: "資格情報",
          en: "The person the information is about",
          spec,
          fields: [
            field("Name", "name", "?", text("person"), "氏名", "Name", "M"),
            field("KanaName", "nameKana", "?", text("person"), "氏名カナ", "Name in katakana", "M"),
            field("Birth", "birthdate", "?", { kind: "date" }, "生年月日", "Birth date", "M"),
            field("AdmGendCode", "sex", "?", text("code"), "性別", "Sex, coded as in the checkup data", "M"),
          ],
        }),
        "資格情報",
        "The person the information is about",
        "M",
      ),
    ],
  },
  body: {
    interface: "MedicationResultBody",
    ja: "薬剤情報・診療情報照会結果ボディー",
    en: "Body of the drug information",
    spec,
    fields: [
      ...viewingOutcome,
      { ...receipts, name: "receiptMonths" },
      source("CzDiInf", "dispensing", "Dispensing", dispensing),
      source("ShPrInf", "prescriptions", "Prescription", prescriptions),
    ],
  },
  relocations: viewingOutcomePlaces,
};
