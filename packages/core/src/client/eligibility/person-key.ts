import { missing, OnshiError } from "../../base/index.ts";

/** The keys of an insured person (被保険者). */
export interface PersonKey {
  /** 保険者番号: 8, 6 or 4 digits. Padding for the wire is added by the SDK. */
  readonly insurerNumber: string;
  /** 被保険者証記号, as registered; not for 後期高齢者. */
  readonly symbol?: string;
  /** 被保険者証番号, as registered. */
  readonly number: string;
  /** 枝番: 2 digits; not for 後期高齢者. */
  readonly branch?: string;
}

/**
 * The insurer number as on the wire: 8 characters, shorter numbers padded with leading spaces (oqs-exchange §6 pitfall 1).
 *
 * @throws OnshiError `request.invalid`
 */
export function insurerNumberOnWire(insurerNumber: string): string {
  const digits = typeof insurerNumber === "string" ? insurerNumber.trim() : "";
  if (/^(?:\d{4}|\d{6}|\d{8})$/.test(digits)) return digits.padStart(8, " ");
  throw new OnshiError("request.invalid", {
    field: "insurerNumber",
    label: "保険者番号",
    ...missing(insurerNumber),
    expected: { ja: "半角数字8桁・6桁・4桁", en: "8, 6 or 4 digits" },
  });
}

/** The keys as a request has them, absent ones left out. */
export function personKeyOnWire({ insurerNumber, symbol, number, branch }: PersonKey): PersonKey {
  return {
    insurerNumber: insurerNumberOnWire(insurerNumber),
    ...(symbol !== undefined && symbol !== "" && { symbol }),
    number,
    ...(branch !== undefined && branch !== "" && { branch }),
  };
}
