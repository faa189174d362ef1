import { isCalendarDay, OnshiError } from "../../base/index.ts";

/** Refuses a value by throwing; the field is how the error calls it. */
export type Check = (field: string, value: unknown) => void;

/** A check for every field of an input, so that a new field cannot be forgotten. */
export type Shape<Input> = { readonly [Field in keyof Required<Input>]: Check };

/** Tells that a field holds something else than it should. */
function refuse(field: string, ja: string, en: string): never {
  throw new OnshiError("request.invalid", { field, expected: { ja, en } });
}

const check =
  (isRight: (value: unknown) => boolean, ja: string, en: string): Check =>
  (field, value) => {
    if (!isRight(value)) refuse(field, ja, en);
  };

const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** A day in Japan. */
export const day: Check = check(
  (value) => isText(value) && isCalendarDay(value),
  "存在する日付（YYYY-MM-DD）",
  "a day that exists, YYYY-MM-DD",
);

/** A month in Japan. */
export const month: Check = check(
  (value) => isText(value) && /^[12]\d{3}-(?:0[1-9]|1[0-2])$/.test(value),
  "年月（YYYY-MM）",
  "a month, YYYY-MM",
);

/** A moment with its offset. */
export const moment: Check = check(
  (value) => isText(value) && /(?:[Zz]|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value)),
  "日時（時差付きのISO形式）",
  "a moment, ISO with offset",
);

/** True or false. */
export const flag: Check = check((value) => typeof value === "boolean", "はい・いいえ", "true or false");

/** Any text: names, numbers, and words the wire may bring that are not known yet. */
export const text: Check = check(isText, "文字列", "text");

/** Any text but the empty one. */
export const filledText: Check = check(
  (value) => isText(value) && value.trim() !== "",
  "空でない文字列",
  "text that is not empty",
);

/** Shares (負担割合) that exist, in percent. */
export const shares: readonly number[] = [0, 10, 20, 30, 100];

/** A share in percent. */
export const share: Check = check(
  (value) => shares.includes(value as number),
  "負担割合（0・10・20・30・100）",
  "a share in percent: 0, 10, 20, 30 or 100",
);

/** Whole yen. */
export const yen: Check = check(isCount, "0以上の整数（円）", "whole yen, 0 or more");

/** A whole number. */
export const count: Check = check(isCount, "0以上の整数", "a whole number, 0 or more");

/** One of a few words. */
export const oneOf = (words: readonly string[]): Check =>
  check((value) => words.includes(value as string), words.join(" | "), words.join(" | "));

/** May be absent. */
export const optional =
  (inner: Check): Check =>
  (field, value) => {
    if (value !== undefined) inner(field, value);
  };

/** Several of a kind. */
export const listOf =
  (inner: Check): Check =>
  (field, value) => {
    if (!Array.isArray(value)) refuse(field, "一覧", "a list");
    for (const item of value) inner(field, item);
  };

/** Values of a kind under any names. */
export const valuesOf =
  (inner: Check): Check =>
  (field, value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(field, "項目の組", "an object");
    for (const [name, item] of Object.entries(value)) inner(`${field}.${name}`, item);
  };

/** A group of fields inside another one. */
export const group =
  <Input>(shape: Shape<Input>): Check =>
  (field, value) =>
    requireShape(field, value as Input, shape, `${field}.`);

/** Rows of a table that come from the caller are typed data, checked where they are used. */
export const rows: Check = check(Array.isArray, "行の一覧", "a list of rows");

/**
 * Refuses an input that does not fit, before anything is made of it.
 *
 * @param name how the error calls the input as a whole
 * @throws OnshiError `request.invalid` naming the field
 */
export function requireShape<Input>(name: string, input: Input, shape: Shape<Input>, prefix: string = ""): void {
  if (typeof input !== "object" || input === null || Array.isArray(input)) refuse(name, "項目の組", "an object");
  for (const [field, inner] of Object.entries<Check>(shape)) inner(prefix + field, input[field as keyof Input]);
}
