import { OnshiError } from "../../base/index.ts";
import { schemeOf } from "../numbers/number-check.ts";
import { type RuleOptions, rowsOn } from "../tables/row.ts";
import { type AddresseeRow, addresseeRows, type ClaimKind, type ClaimRow, claimRows } from "./claim-tables.ts";
import * as is from "../tables/shape.ts";

/** Numbers of an insurance, as far as known. */
export interface KnownInsurance {
  readonly insurerNumber: string;
  readonly symbol?: string;
  readonly number: string;
  readonly branch?: string;
}

/** Kind of insurance as declared (被保険者資格申立書). */
export type DeclaredKind = "employees" | "residents" | "lateElderly" | "other" | "unknown";

/** The parts of a claim's note; from the declaration. */
export interface ClaimDetails {
  readonly address?: string;
  readonly employerName?: string;
  readonly contact?: string;
  readonly insurerName?: string;
}

/** What is known when writing a claim. */
export interface ClaimInput {
  /** Day of the treatment in Japan, `YYYY-MM-DD`. */
  readonly day: string;
  /** Current numbers, however they were obtained. */
  readonly current?: KnownInsurance;
  /** Lapsed numbers, from the screen of 資格(無効) or from the chart. */
  readonly former?: KnownInsurance;
  /** A declaration was handed in, or a returning patient said that nothing has changed. */
  readonly hasDeclaration?: boolean;
  readonly declaredKind?: DeclaredKind;
  readonly details?: ClaimDetails;
  /** The receipt computer refuses `77777777` because of its check digit. */
  readonly strictCheckDigit?: boolean;
  /** Only under notices issued for a disaster: nines replace the unknown number. */
  readonly disaster?: boolean;
  /** Greatest length of the note in the claim's record, in characters. Default: 300. */
  readonly noteLength?: number;
}

/** How to write a claim, or what is missing for one. */
export type Claim =
  | {
      readonly kind: ClaimKind;
      readonly insurerNumber: string;
      readonly symbol?: string;
      readonly number: string;
      readonly branch?: string;
      /** First item of the 摘要欄. It may hold an address: personal data. */
      readonly note?: string;
      /** `either`: it cannot be determined, so the institution chooses. */
      readonly addressee: "employees" | "residents" | "either";
      /** Name of the addressee; both names if the institution chooses. */
      readonly addresseeName: string;
      readonly rowIds: readonly string[];
    }
  | { readonly kind: "declarationNeeded"; readonly rowIds: readonly string[] };

/** Which tables and rows apply. */
export interface ClaimOptions extends RuleOptions {
  readonly rows?: readonly ClaimRow[];
  readonly addressees?: readonly AddresseeRow[];
}

const declaredKinds: readonly DeclaredKind[] = ["employees", "residents", "lateElderly", "other", "unknown"];

/** What numbers of an insurance hold. */
export const insuranceShape: is.Shape<KnownInsurance> = {
  insurerNumber: is.filledText,
  symbol: is.optional(is.text),
  number: is.filledText,
  branch: is.optional(is.text),
};

const inputShape: is.Shape<ClaimInput> = {
  day: is.day,
  current: is.optional(is.group(insuranceShape)),
  former: is.optional(is.group(insuranceShape)),
  hasDeclaration: is.optional(is.flag),
  declaredKind: is.optional(is.oneOf(declaredKinds)),
  details: is.optional(
    is.group<ClaimDetails>({
      address: is.optional(is.text),
      employerName: is.optional(is.text),
      contact: is.optional(is.text),
      insurerName: is.optional(is.text),
    }),
  ),
  strictCheckDigit: is.optional(is.flag),
  disaster: is.optional(is.flag),
  noteLength: is.optional(is.count),
};

const optionsShape: is.Shape<ClaimOptions> = {
  rows: is.optional(is.rows),
  addressees: is.optional(is.rows),
  includeUncertain: is.optional(is.flag),
};

/**
 * How to write a claim: with the current numbers, else the former ones, else as unknown (desk-rules §2.5). The numbers for
 * "unknown" are allowed only with a declaration.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { claimFor } from "@onshi/core/rules";
 *
 * const claim = claimFor({ day: "2026-11-21", hasDeclaration: true, declaredKind: "employees", details: { contact: "099-000-0000" } });
 * if (claim.kind !== "declarationNeeded") console.log(claim.insurerNumber, claim.note); // 77777777 不詳　099-000-0000
 * ```
 */
export function claimFor(input: ClaimInput, options: ClaimOptions = {}): Claim {
  is.requireShape("input", input, inputShape);
  is.requireShape("options", options, optionsShape);
  const { day, current, former, hasDeclaration = false, declaredKind = "unknown" } = input;
  const known = current ?? former;
  const kind = kindOf(input);
  if (kind.startsWith("unknown") && !hasDeclaration) return { kind: "declarationNeeded", rowIds: ["B3", "2.4"] };
  const row = rowsOn(options.rows ?? claimRows, day, options).find((one) => one.kind === kind);
  if (!row) throw noRow(kind);
  const payer = payerOf(row, known, declaredKind);
  const names = rowsOn(options.addressees ?? addresseeRows, day, options).filter(
    (one) => payer === "either" || one.payer === payer,
  );
  const note = noteOf(row, input);
  return {
    kind: row.kind,
    insurerNumber: row.insurerNumber === "real" ? (known?.insurerNumber ?? "") : row.insurerNumber,
    ...(row.symbol === "real" && known?.symbol !== undefined && { symbol: known.symbol }),
    number: row.number === "real" ? (known?.number ?? "") : row.number,
    ...(row.number === "real" && known?.branch !== undefined && { branch: known.branch }),
    ...(note !== undefined && { note }),
    addressee: payer,
    addresseeName: names.map(({ ja }) => ja).join("・"),
    rowIds: [row.id, ...names.map(({ id }) => id)],
  };
}

function kindOf({ current, former, disaster, declaredKind, strictCheckDigit }: ClaimInput): ClaimKind {
  if (current) return "current";
  if (disaster) return former ? "disasterNumberUnknown" : "disasterInsurerUnknown";
  if (former) return "former";
  if (strictCheckDigit) return "unknownStrict";
  return declaredKind === "lateElderly" ? "unknownLateElderly" : "unknown";
}

function payerOf(
  { insurerNumber }: ClaimRow,
  known: KnownInsurance | undefined,
  declared: DeclaredKind,
): "employees" | "residents" | "either" {
  if (insurerNumber === "real" && known) return schemeOf(known.insurerNumber)?.payer ?? "either";
  if (declared === "employees") return "employees";
  return declared === "residents" || declared === "lateElderly" ? "residents" : "either";
}

/** The note is the first item of the 摘要欄; its parts have a fixed order, separated by full-width spaces (ours). */
function noteOf({ note, withDetails }: ClaimRow, { details = {}, noteLength = 300 }: ClaimInput): string | undefined {
  if (note === undefined) return undefined;
  const { address, employerName, contact, insurerName } = details;
  const parts = withDetails ? [address, employerName, contact, insurerName] : [];
  const text = [note, ...parts.map((part) => part?.trim()).filter(Boolean)].join("　");
  return Array.from(text).slice(0, noteLength).join("");
}

function noRow(kind: ClaimKind): OnshiError {
  const expected = { ja: `その日に有効な ${kind} の行`, en: `a row for ${kind} that applies on that day` };
  return new OnshiError("request.invalid", { field: "rows", expected });
}
