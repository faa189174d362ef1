import type { Bilingual } from "../../base/index.ts";
import type { DeclaredKind } from "../claims/claim.ts";
import { both } from "../tables/bilingual.ts";
import type { RuleRow } from "../tables/row.ts";

/** A share as the patient declares it, in percent. */
export type DeclaredShare = 10 | 20 | 30 | "unknown";

/**
 * 被保険者資格申立書: what somebody with a valid insurance declares when it could not be confirmed. Everything is asked "as far
 * as the patient knows", so nothing has to be there; {@link checkDeclaration} tells what is missing and for what.
 */
export interface Declaration {
  /** As on the face of the card, like the next three. */
  readonly name?: string;
  /** `YYYY-MM-DD`. */
  readonly birthdate?: string;
  readonly sex?: "male" | "female" | "notSet";
  readonly address?: string;
  /** Telephone. */
  readonly contact?: string;
  readonly insuranceKind?: DeclaredKind;
  readonly insurerName?: string;
  /** 事業所名. */
  readonly employerName?: string;
  /** Since when insured, as the patient remembers it: any text. */
  readonly obtained?: string;
  readonly copayment?: DeclaredShare;
  /** The patient or whoever signs for the patient. */
  readonly signedBy?: string;
  /** `YYYY-MM-DD`. */
  readonly signedOn?: string;
  /** Relation of the signer to the patient; absent: the patient signed. */
  readonly relation?: string;
}

/** What a field of the declaration is for. */
export type DeclarationUse = "identity" | "note" | "addressee" | "charge" | "signature";

/** A field of the declaration (desk-rules §2.4). */
export interface DeclarationFieldRow extends RuleRow {
  readonly field: keyof Declaration;
  readonly ja: string;
  readonly en: string;
  readonly neededFor: readonly DeclarationUse[];
  /** Without it the declaration proves nothing. */
  readonly isRequired: boolean;
}

const field = (
  name: keyof Declaration,
  label: Bilingual,
  neededFor: readonly DeclarationUse[],
  isRequired: boolean = false,
): DeclarationFieldRow => ({
  id: `2.4-${name}`,
  source: "N1 D15 D19",
  confidence: "H",
  field: name,
  ...label,
  neededFor,
  isRequired,
});

/** The fields, in the order of the print. */
export const declarationFields: readonly DeclarationFieldRow[] = [
  field("name", both("氏名", "Name"), ["identity"], true),
  field("birthdate", both("生年月日", "Date of birth"), ["identity"], true),
  field("sex", both("性別", "Sex"), ["identity"], true),
  field("address", both("住所", "Address"), ["identity", "note"], true),
  field("contact", both("連絡先（電話番号）", "Telephone"), ["note"]),
  field("insuranceKind", both("加入している医療保険", "Kind of insurance"), ["addressee"]),
  field("insurerName", both("保険者の名称", "Name of the insurer"), ["note"]),
  field("employerName", both("事業所（勤務先）の名称", "Employer"), ["note"]),
  field("obtained", both("保険に加入した時期", "Insured since"), ["addressee"]),
  field("copayment", both("一部負担金の割合", "Share of the cost"), ["charge"]),
  field("signedBy", both("署名", "Signature"), ["signature"], true),
  field("signedOn", both("記入日", "Date"), ["signature"], true),
  field("relation", both("代筆した方の続柄", "Relation of the signer"), []),
];

/** The kinds of insurance to tick. */
export const declaredKindLabels: Readonly<Record<DeclaredKind, Bilingual>> = {
  employees: both("社会保険（健康保険組合・協会けんぽ・共済など）", "Employees' insurance"),
  residents: both("国民健康保険", "National Health Insurance"),
  lateElderly: both("後期高齢者医療", "Late-stage elderly"),
  other: both("その他", "Other"),
  unknown: both("わからない", "I do not know"),
};

/** The shares to tick. */
export const declaredShareLabels: readonly (readonly [DeclaredShare, Bilingual])[] = [
  [30, both("3割", "30%")],
  [20, both("2割", "20%")],
  [10, both("1割", "10%")],
  ["unknown", both("わからない", "I do not know")],
];

/** The words for 性別 on the card's face. */
export const sexLabels: Readonly<Record<NonNullable<Declaration["sex"]>, Bilingual>> = {
  male: both("男", "Male"),
  female: both("女", "Female"),
  notSet: both("記載なし", "Not stated"),
};
