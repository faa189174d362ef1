import type { CodeTable } from "../code-table.ts";

/** Tables of 医療扶助 (public assistance), oqs-exchange §4.1 and §4.9. */
export type PublicAssistanceTableId =
  | "OQSCD018"
  | "OQSCD019"
  | "OQSCD020"
  | "OQSCD021"
  | "OQSCD022"
  | "OQSCD023"
  | "OQSCD024"
  | "OQSCD025"
  | "OQSCD026"
  | "OQSCD027";

const yesNo: CodeTable["rows"] = [
  ["01", "applies", "あり"],
  ["02", "doesNotApply", "なし"],
];

export const publicAssistanceTables: Readonly<Record<PublicAssistanceTableId, CodeTable>> = {
  OQSCD018: {
    name: "TicketType",
    ja: "医療券・調剤券別",
    confidence: "M",
    rows: [
      ["01", "medical", "医療券"],
      ["02", "dispensing", "調剤券"],
    ],
  },
  OQSCD019: {
    name: "MedicalTreatmentType",
    ja: "診療別",
    confidence: "M",
    rows: [
      ["01", "inpatient", "入院"],
      ["02", "outpatient", "入院外"],
      ["03", "dental", "歯科"],
      ["04", "dispensing", "調剤"],
      ["05", "homeNursing", "訪問看護"],
    ],
  },
  OQSCD020: {
    name: "SingleOrCombinedUse",
    ja: "単独・併用別",
    confidence: "M",
    rows: [
      ["01", "single", "単独"],
      ["02", "combined", "併用"],
    ],
  },
  OQSCD021: { name: "SocialInsuranceStatus", ja: "社会保険状況", confidence: "M", rows: yesNo },
  OQSCD022: {
    name: "SocialInsuranceConsistency",
    ja: "社会保険状況の整合性フラグ",
    confidence: "M",
    rows: [["1", "inconsistent", "不整合あり"]],
  },
  OQSCD023: { name: "InfectiousDiseaseStatus", ja: "感染症法37条の2の該当状況", confidence: "M", rows: yesNo },
  OQSCD024: { name: "ElderlyMedicalCareStatus", ja: "後期高齢者医療の該当状況", confidence: "M", rows: yesNo },
  OQSCD025: { name: "PrefecturalExpensesStatus", ja: "都道府県費の該当状況", confidence: "M", rows: yesNo },
  OQSCD026: {
    name: "DesignatedInstitutionFlag",
    ja: "指定医療機関確認フラグ",
    confidence: "M",
    rows: [
      ["0", "thisInstitution", "一致"],
      ["1", "otherInstitution", "不一致"],
    ],
  },
  OQSCD027: { name: "SamePersonFlag", ja: "同一個人有無", confidence: "M", rows: [["1", "exists", "あり"]] },
};
