import { trueOrFalse, OnshiError } from "../base/index.ts";

/** Longest time for a timer of the platform; anything longer would fire at once. */
const longestMs = 2_147_483_647;

/** A count or time-out from the options, or `config.invalid` with its name. */
export function wholeNumber(field: string, value: number, least = 1, most: number = longestMs): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new OnshiError("config.invalid", {
    field,
    expected: { ja: `${least}〜${most}の整数`, en: `a whole number from ${least} to ${most}` },
  });
}

/** A switch from the options, off when left out, or `config.invalid`: a value that is merely truthy is refused. */
export function flag(field: string, value: unknown = false): boolean {
  if (typeof value === "boolean") return value;
  throw new OnshiError("config.invalid", { field, expected: trueOrFalse });
}
