import { OnshiError } from "../../base/index.ts";
import type { ClaimInput } from "../claims/claim.ts";
import type { DeskSituation } from "../next-step/situation.ts";
import * as is from "../tables/shape.ts";
import {
  type Declaration,
  type DeclarationFieldRow,
  declarationFields,
  declaredKindLabels,
  declaredShareLabels,
  sexLabels,
} from "./declaration-fields.ts";
import { type DeclarationDoubt, doubtsOf } from "./declaration-doubts.ts";
import { refuseMyNumber } from "./no-my-number.ts";

/** What a declaration is good for, and what to ask the patient once more. */
export interface DeclarationCheck {
  /** The patient can be told from others, and somebody signed: the desk may go by it (step S4). */
  readonly isAcceptable: boolean;
  /** Fields that are empty and needed for something; those without which it is not acceptable come first. */
  readonly missing: readonly DeclarationFieldRow[];
  /** Statements that hardly go together. They forbid nothing: ask once more. */
  readonly doubts: readonly DeclarationDoubt[];
  /** Spread into the situation of {@link nextStep}. */
  readonly situation: Pick<DeskSituation, "hasDeclaration" | "declaredPercent">;
  /** Spread into the input of {@link claimFor}. */
  readonly claim: Pick<ClaimInput, "hasDeclaration" | "declaredKind" | "details">;
  /** Ids of all rows used. */
  readonly rowIds: readonly string[];
}

const text = is.optional(is.text);
const shape: is.Shape<Declaration> = {
  name: text,
  birthdate: is.optional(is.day),
  sex: is.optional(is.oneOf(Object.keys(sexLabels))),
  address: text,
  contact: text,
  insuranceKind: is.optional(is.oneOf(Object.keys(declaredKindLabels))),
  insurerName: text,
  employerName: text,
  obtained: text,
  copayment: is.optional((field, value) => {
    if (!declaredShareLabels.some(([share]) => share === value)) is.oneOf(["10", "20", "30", "unknown"])(field, null);
  }),
  signedBy: text,
  signedOn: is.optional(is.day),
  relation: text,
};

/**
 * Refuses what no declaration can hold: days that do not exist, unknown words, a My Number.
 *
 * @throws OnshiError `request.invalid` naming the field
 */
export function requireDeclaration(declaration: Declaration): void {
  is.requireShape("declaration", declaration, shape);
  for (const [field, value] of Object.entries(declaration)) refuseMyNumber(field, value);
}

/**
 * Judges a 被保険者資格申立書 (desk-rules §2.4): what is missing and for what, what hardly goes together, and what
 * {@link nextStep} and {@link claimFor} need of it. An empty field is asked about once more and is never an error.
 *
 * @param day - day of the treatment in Japan, `YYYY-MM-DD`
 * @throws OnshiError `request.invalid` naming the field: days that do not exist or lie after `day`, unknown words, a text
 * that holds a My Number
 *
 * @example
 * ```ts
 * import { checkDeclaration, claimFor } from "@onshi/core/rules";
 *
 * const day = "2026-11-21";
 * const check = checkDeclaration({ name: "試験　花子", birthdate: "1980-01-31", sex: "female", address: "試験県試験市1-1",
 *   insuranceKind: "employees", copayment: 30, signedBy: "試験　花子", signedOn: day }, day);
 * console.log(check.isAcceptable, check.missing.map(({ ja }) => ja)); // true ["連絡先（電話番号）", …]
 * const claim = claimFor({ day, ...check.claim });
 * ```
 */
export function checkDeclaration(declaration: Declaration, day: string): DeclarationCheck {
  is.day("day", day);
  requireDeclaration(declaration);
  for (const field of ["birthdate", "signedOn"] as const) notAfter(field, declaration[field], day);
  const empty = declarationFields.filter(
    ({ field, neededFor }) => neededFor.length > 0 && !filled(String(declaration[field] ?? "")),
  );
  const missing = empty.toSorted((one, other) => Number(other.isRequired) - Number(one.isRequired));
  const isAcceptable = !empty.some(({ isRequired }) => isRequired);
  const doubts = doubtsOf(declaration, day);
  const { insuranceKind = "unknown", copayment = "unknown" } = declaration;
  return {
    isAcceptable,
    missing,
    doubts,
    situation: { hasDeclaration: isAcceptable, ...(copayment !== "unknown" && { declaredPercent: copayment }) },
    claim: { hasDeclaration: isAcceptable, declaredKind: insuranceKind, details: detailsOf(declaration) },
    rowIds: ["2.4", ...missing.map(({ id }) => id), ...doubts.map(({ rowId }) => rowId)],
  };
}

const filled = (value: string | undefined): value is string => value !== undefined && value.trim() !== "";

function detailsOf(declaration: Declaration): NonNullable<ClaimInput["details"]> {
  const fields = ["address", "employerName", "contact", "insurerName"] as const;
  return Object.fromEntries(
    fields.map((field) => [field, declaration[field]] as const).filter(([, value]) => filled(value)),
  );
}

function notAfter(field: string, value: string | undefined, day: string): void {
  if (value === undefined || value <= day) return;
  const expected = { ja: `${day} 以前の日付`, en: `a day not after ${day}` };
  throw new OnshiError("request.invalid", { field, expected });
}
