import { hasValidCheckDigit } from "./check-digit.ts";
import { publicExpenseRows, type SchemeRow, schemeRows } from "./schemes.ts";
import * as is from "../tables/shape.ts";

/**
 * What may be odd about a number. Each is only a **warning**: a number confirmed by the centre is never refused because of
 * it (desk-rules §5.1).
 */
export type NumberWarning =
  | "notDigits"
  | "length"
  | "checkDigit"
  | "unknownPrefecture"
  | "unknownScheme"
  | "reserved"
  | "padded";

/** A parsed number. */
export interface NumberCheck {
  /** Without padding; 6 digits for a 国保 insurer. */
  readonly normalised: string;
  readonly warnings: readonly NumberWarning[];
  /** 法別番号, if the kind has one. */
  readonly lawNumber?: string;
  /** 都道府県番号, 2 digits. */
  readonly prefecture?: string;
  /** Ids of the rows used. */
  readonly rowIds: readonly string[];
}

/** Kinds of numbers with a structure. */
export type NumberKind = "insurer" | "publicPayer" | "recipient" | "institution";

/** Values that stand for "unknown" on claims and are exempt from every check (desk-rules §2.5). */
export const reservedNumbers: readonly string[] = ["77777777", "777777777", "77777779", "99999999", "999999999"];

/**
 * Parses a number and says what is odd about it.
 *
 * - `insurer` 保険者番号: 6 or 8 digits, also padded to 8 columns with spaces or `00`
 * - `publicPayer` 公費負担者番号: 8 digits
 * - `recipient` 公費負担医療の受給者番号: up to 30 characters as registered; a check digit only if it has 7 digits
 * - `institution` 医療機関コード: 10 digits
 *
 * @throws OnshiError `request.invalid` (`number`) for a number that is empty or not a string
 *
 * @example
 * ```ts
 * import { checkNumber } from "@onshi/core/rules";
 *
 * console.log(checkNumber("insurer", "00139998")); // normalised 139998, warnings: [ "padded" ]
 * ```
 */
export function checkNumber(kind: NumberKind, number: string): NumberCheck {
  is.oneOf(Object.keys(checks))("kind", kind);
  is.filledText("number", number);
  const text = number.trim();
  if (reservedNumbers.includes(text)) return { normalised: text, warnings: ["reserved"], rowIds: ["2.5-B3"] };
  return checks[kind](text, text !== number);
}

const checks: Readonly<Record<NumberKind, (text: string, isTrimmed: boolean) => NumberCheck>> = {
  insurer(text, isTrimmed) {
    const short = /^00\d{6}$/.test(text) && hasValidCheckDigit(text.slice(2)) ? text.slice(2) : text;
    const padding: readonly NumberWarning[] = isTrimmed || short !== text ? ["padded"] : [];
    if (!/^\d+$/.test(short)) return odd(short, ["notDigits", ...padding]);
    if (short.length !== 6 && short.length !== 8) return odd(short, ["length", ...padding]);
    const lawNumber = short.length === 8 ? short.slice(0, 2) : "";
    const prefecture = short.slice(-6, -4);
    const scheme = schemeRows.find((row) => row.lawNumber === lawNumber);
    return {
      normalised: short,
      lawNumber,
      prefecture,
      warnings: [...padding, ...(scheme ? [] : (["unknownScheme"] as const)), ...structure(short, prefecture)],
      rowIds: ["5.1", ...(scheme ? [scheme.id] : [])],
    };
  },
  publicPayer(text) {
    if (!/^\d+$/.test(text)) return odd(text, ["notDigits"]);
    if (text.length !== 8) return odd(text, ["length"]);
    const [lawNumber, prefecture] = [text.slice(0, 2), text.slice(2, 4)];
    const scheme = publicExpenseRows.find((row) => row.lawNumber === lawNumber);
    const isLocal = /^[4-9]\d$/.test(lawNumber) && !scheme;
    return {
      normalised: text,
      lawNumber,
      prefecture,
      warnings: [...(scheme || isLocal ? [] : (["unknownScheme"] as const)), ...structure(text, prefecture)],
      rowIds: ["5.1", ...(scheme ? [scheme.id] : [])],
    };
  },
  recipient(text) {
    if (text.length > 30) return odd(text, ["length"]);
    const fails = /^\d{7}$/.test(text) && !hasValidCheckDigit(text);
    return { normalised: text, warnings: fails ? ["checkDigit"] : [], rowIds: ["5.1"] };
  },
  institution(text) {
    if (!/^\d+$/.test(text)) return odd(text, ["notDigits"]);
    if (text.length !== 10) return odd(text, ["length"]);
    const prefecture = text.slice(0, 2);
    return { normalised: text, prefecture, warnings: structure(text, prefecture), rowIds: ["5.1"] };
  },
};

const odd = (normalised: string, warnings: readonly NumberWarning[]): NumberCheck => ({
  normalised,
  warnings,
  rowIds: ["5.1"],
});

function structure(number: string, prefecture: string): readonly NumberWarning[] {
  const isKnown = prefecture >= "01" && prefecture <= "47";
  return [
    ...(hasValidCheckDigit(number) ? [] : (["checkDigit"] as const)),
    ...(isKnown ? [] : (["unknownPrefecture"] as const)),
  ];
}

/**
 * The scheme of an insurer number; undefined if no row has it.
 *
 * @example
 * ```ts
 * import { schemeOf } from "@onshi/core/rules";
 *
 * console.log(schemeOf("39139993")?.payer); // residents: the claim goes to 国保連
 * ```
 */
export function schemeOf(insurerNumber: string): SchemeRow | undefined {
  const { lawNumber } = checkNumber("insurer", insurerNumber);
  return schemeRows.find((row) => row.lawNumber === lawNumber);
}
