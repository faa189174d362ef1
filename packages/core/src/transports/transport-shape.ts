import { type Bilingual, OnshiError, trueOrFalse } from "../base/index.ts";
import type { Transport } from "./transport.ts";

const shapes: Readonly<Record<string, { readonly fits: (value: unknown) => boolean; readonly expected: Bilingual }>> = {
  route: {
    fits: (value) => typeof value === "string" && /^[0-9A-Za-z-]{1,32}$/.test(value),
    expected: { ja: "半角英数字とハイフン1～32文字", en: "1 to 32 of 0-9, A-Z, a-z, -" },
  },
  format: oneOf("xml", "json"),
  charset: oneOf("utf-8", "shift_jis"),
  carriesFiles: { fits: isFlag, expected: trueOrFalse },
  carriesBulk: { fits: isFlag, expected: trueOrFalse },
  exchange: { fits: isMethod, expected: { ja: "関数", en: "a method" } },
  close: { fits: isMethod, expected: { ja: "関数", en: "a method" } },
  newReference: { fits: isMethodOrNone, expected: { ja: "関数", en: "a method, or nothing" } },
  awaitAnswer: { fits: isMethodOrNone, expected: { ja: "関数", en: "a method, or nothing" } },
  checkIns: { fits: isMethodOrNone, expected: { ja: "関数", en: "a method, or nothing" } },
  card: {
    fits: (value) => value === undefined || isObject(value),
    expected: { ja: "challengeとcheckIn", en: "`challenge` and `checkIn`, or nothing" },
  },
};

/**
 * Makes sure of what a transport says about itself before anything depends on it: what it can do is read from its
 * properties alone.
 *
 * @throws OnshiError `config.invalid` naming the property
 */
export function assertTransport(transport: Transport): void {
  for (const [name, { fits, expected }] of Object.entries(shapes)) {
    if (!fits(transport[name as keyof Transport]))
      throw new OnshiError("config.invalid", { field: `transport.${name}`, expected });
  }
}

function oneOf(...known: readonly string[]): (typeof shapes)[string] {
  const list = known.join(" | ");
  return { fits: (value) => known.some((one) => one === value), expected: { ja: list, en: list } };
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}

function isMethod(value: unknown): boolean {
  return typeof value === "function";
}

function isMethodOrNone(value: unknown): boolean {
  return value === undefined || isMethod(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
