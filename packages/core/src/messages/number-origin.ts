/** Where a number comes from, by its prefecture (都道府県番号): `real` 01 to 47, `test` 99, otherwise unknown. */
export type NumberOrigin = "real" | "test" | "unknown";

type NumberKind = "institution" | "payer";

/** Numbers with a prefecture, by the property that holds them in typed messages. */
const kinds: Readonly<Record<string, NumberKind>> = {
  institutionCode: "institution",
  designatedInstitutionCode: "institution",
  prescriptionIssuerCode: "institution",
  facilityCode: "institution",
  prescriberCode: "institution",
  // For 医療扶助 the number of the public payer is here too.
  insurerNumber: "payer",
};

/** Stands for "unknown" on claims (desk-rules §2.5); its prefecture means nothing. */
const unknownPayer = "99999999";

const prefectures: Readonly<Record<NumberKind, RegExp>> = {
  institution: /^(\d\d)\d{8}$/,
  // 8 digits start with the kind of scheme (法別番号), 6 and 4 do not (desk-rules §5.1).
  payer: /^(?:\d\d)?(\d\d)\d{4}$|^(\d\d)\d\d$/,
};

/**
 * Tells numbers of real institutions and payers from those of tests. Prefecture 99, which examples, tests and the
 * simulated centre use, does not exist.
 *
 * @param name - property of a typed message, e.g. `institutionCode` (医療機関コード), `insurerNumber` (保険者番号)
 * @returns undefined for a property whose values have no prefecture
 * @see desk-rules §5.1
 *
 * @example
 * ```ts
 * import { numberOrigin } from "@onshi/core/messages";
 *
 * console.log(numberOrigin("insurerNumber", "  990010")); // test
 * ```
 */
export function numberOrigin(name: string, value: string): NumberOrigin | undefined {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) return undefined;
  const digits = value.trim();
  const [, ofLong, ofShort] = prefectures[kind].exec(digits) ?? [];
  const prefecture = digits === unknownPayer ? 0 : Number(ofLong ?? ofShort ?? 0);
  if (prefecture === 99) return "test";
  return prefecture >= 1 && prefecture <= 47 ? "real" : "unknown";
}

/** A number with a prefecture inside a value. */
export interface FoundNumber {
  /** Name of its property. */
  readonly name: string;
  /** Where it is: `body.inquiries[2].insurerNumber`. */
  readonly path: string;
  readonly origin: NumberOrigin;
}

/**
 * Every number with a prefecture in a typed message, or in a part of one, in order.
 *
 * @param nameOf - the property for a key, if keys are something else, e.g. tags
 */
export function numbersIn(
  value: unknown,
  nameOf: (key: string) => string = (key) => key,
  path: string = "",
): readonly FoundNumber[] {
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, inner]) => {
    const at = isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    if (typeof inner !== "string") return numbersIn(inner, nameOf, at);
    const name = nameOf(key);
    const origin = numberOrigin(name, inner);
    return origin === undefined ? [] : [{ name, path: at, origin }];
  });
}
