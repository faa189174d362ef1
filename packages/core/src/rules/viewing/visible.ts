import type { RuleConfidence, RuleOptions, RuleRow } from "../tables/row.ts";
import * as is from "../tables/shape.ts";

/** What can be viewed (desk-rules §4.2). */
export const viewables = [
  "eligibility",
  "limitCertificate",
  "drugs",
  "treatments",
  "surgeries",
  "checkups",
  "prescriptions",
  "emergencySummary",
] as const;

/** One of {@link viewables}. */
export type Viewable = (typeof viewables)[number];

/** How somebody was identified, or which mode of the system is active. */
export const viewingModes = [
  "card",
  "grace",
  "byNumber",
  "homeOrOnline",
  "eligibilityOnlyApp",
  "emergency",
  "disaster",
  "systemFailure",
] as const;

/** One of {@link viewingModes}. */
export type ViewingMode = (typeof viewingModes)[number];

/**
 * What a mode allows:
 *
 * - `yes`: with the patient's consent, if the information needs one
 * - `withoutConsent`: because consent cannot be taken, under the conditions of the mode
 * - `no`
 * - `unknown`: no source says so; treat it as no and let staff decide
 */
export type Visibility = "yes" | "withoutConsent" | "no" | "unknown";

/** One cell of the table. */
export interface VisibilityRow extends RuleRow {
  readonly what: Viewable;
  readonly mode: ViewingMode;
  readonly visibility: Visibility;
}

type Cell = Visibility | readonly [Visibility, RuleConfidence];

const table: Readonly<Record<Viewable, readonly Cell[]>> = {
  eligibility: ["yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes"],
  limitCertificate: ["yes", ["yes", "M"], "yes", "yes", "unknown", "no", "unknown", "unknown"],
  drugs: ["yes", "no", "no", "yes", "no", "withoutConsent", "withoutConsent", "no"],
  treatments: ["yes", "no", "no", "yes", "no", "withoutConsent", "withoutConsent", "no"],
  surgeries: ["yes", "no", "no", "yes", "no", "withoutConsent", ["withoutConsent", "L"], "no"],
  checkups: ["yes", "no", "no", "yes", "no", "withoutConsent", "withoutConsent", "no"],
  prescriptions: ["yes", "no", ["yes", "L"], "yes", "no", "withoutConsent", ["withoutConsent", "L"], "no"],
  emergencySummary: ["no", "no", "no", "no", "no", "withoutConsent", "no", "no"],
};

/** What is visible in which mode. */
export const visibilityRows: readonly VisibilityRow[] = viewables.flatMap((what) =>
  viewingModes.map((mode, place) => {
    const cell = table[what][place] ?? "unknown";
    const [visibility, confidence] = typeof cell === "string" ? [cell, "H" as const] : cell;
    return { id: `4.2-${what}-${mode}`, source: "K4 K5 K8", confidence, what, mode, visibility };
  }),
);

const optionsShape: is.Shape<RuleOptions> = { includeUncertain: is.optional(is.flag) };

/**
 * Whether something can be viewed in a mode. What only a weak source allows is `unknown`, unless you opt in.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { visibility } from "@onshi/core/rules";
 *
 * console.log(visibility("drugs", "grace").visibility); // no: an expired certificate gives eligibility only
 * ```
 */
export function visibility(
  what: Viewable,
  mode: ViewingMode,
  options: RuleOptions = {},
): Pick<VisibilityRow, "visibility" | "confidence"> & { readonly rowIds: readonly string[] } {
  is.oneOf(viewables)("what", what);
  is.oneOf(viewingModes)("mode", mode);
  is.requireShape("options", options, optionsShape);
  const { includeUncertain = false } = options;
  const row = visibilityRows.find((one) => one.what === what && one.mode === mode);
  const isTrusted = row !== undefined && (includeUncertain || row.confidence !== "L");
  return {
    visibility: isTrusted ? row.visibility : "unknown",
    confidence: row?.confidence ?? "I",
    rowIds: row ? [row.id] : [],
  };
}

/** Who is viewing (desk-rules §4.3). */
export const viewerRoles = [
  "doctor",
  "dentist",
  "pharmacist",
  "receptionist",
  "visitingNurse",
  "therapist",
  "ambulanceCrew",
] as const;

/** One of {@link viewerRoles}. */
export type ViewerRole = (typeof viewerRoles)[number];

/** What a role may see. */
export interface RoleRow extends RuleRow {
  readonly role: ViewerRole;
  readonly may: readonly Viewable[];
  readonly modes?: readonly ViewingMode[];
}

const medical: readonly Viewable[] = ["drugs", "treatments", "surgeries", "checkups", "prescriptions"];
const basic: readonly Viewable[] = ["eligibility", "limitCertificate"];
const role = (name: ViewerRole, confidence: RuleConfidence, more: Pick<RoleRow, "may" | "modes">): RoleRow => ({
  id: `4.3-${name}`,
  source: "D34 D35 K3",
  confidence,
  role: name,
  ...more,
});

/** The most a role may see. Emergency viewing also needs a hospital and a person authorised there. */
export const roleRows: readonly RoleRow[] = [
  role("doctor", "H", { may: [...basic, ...medical, "emergencySummary"] }),
  role("dentist", "H", { may: [...basic, ...medical, "emergencySummary"] }),
  role("pharmacist", "H", { may: [...basic, "drugs", "treatments", "surgeries", "prescriptions"] }),
  role("receptionist", "H", { may: basic }),
  role("visitingNurse", "M", { may: [...basic, "drugs", "treatments", "checkups"], modes: ["homeOrOnline"] }),
  role("therapist", "H", { may: basic, modes: ["eligibilityOnlyApp"] }),
  // マイナ救急, in practically all ambulances since 2025-10-01: the crew views information with the patient's card.
  role("ambulanceCrew", "H", { may: ["eligibility", ...medical, "emergencySummary"], modes: ["emergency"] }),
];

/**
 * Whether a role may view something in a mode at all. Whether the patient consented is in the answer; whether the account
 * has the right is up to the institution.
 *
 * @throws OnshiError `request.invalid` naming the field
 */
export function roleMaySee(who: ViewerRole, what: Viewable, mode: ViewingMode): boolean {
  is.oneOf(viewerRoles)("who", who);
  is.oneOf(viewables)("what", what);
  is.oneOf(viewingModes)("mode", mode);
  const row = roleRows.find((one) => one.role === who);
  if (!row?.may.includes(what)) return false;
  return row.modes?.includes(mode) ?? true;
}
