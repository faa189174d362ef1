import * as z from "zod";
import { isCalendarDay } from "../base/index.ts";
import type { UnknownCode } from "../codes/index.ts";
import { isPlainText, isUpTo } from "./text-rules.ts";
import type { WireElement } from "./wire-element.ts";

/** A calendar day, `YYYY-MM-DD`. */
export const dayText: z.ZodType<string> = z.string().refine(isCalendarDay);

/** A month, `YYYY-MM`. */
export const monthText: z.ZodType<string> = z.string().refine((month) => isCalendarDay(`${month}-01`));

const instantPattern = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+09:00$/;

/** An instant in Japan's time, to the second, `YYYY-MM-DDThh:mm:ss+09:00`. */
export const instantText: z.ZodType<string> = z
  .string()
  .refine((instant) => isCalendarDay(instantPattern.exec(instant)?.[1] ?? ""));

/** Text in a request, limited in length and, where one is known, with a fixed form. */
export function plainText(maxLength: number = Number.POSITIVE_INFINITY, shape: RegExp = /^/): z.ZodType<string> {
  return z.string().refine((text) => isPlainText(text) && isUpTo(maxLength, text) && shape.test(text));
}

/** One of a code table's literals, or a code it does not know. */
export function codeText<const Names extends readonly [string, ...string[]]>(
  names: Names,
): z.ZodType<Names[number] | UnknownCode> {
  return z.union([z.enum(names), z.templateLiteral(["unknown:", z.string().min(1)])]);
}

const wireElement: z.ZodType<WireElement> = z.strictObject({
  name: z.string(),
  text: z.string(),
  unread: z.exactOptional(z.string()),
  get children() {
    return z.array(wireElement);
  },
});

/** The elements that the declarations do not know. */
export const unknownElements: z.ZodExactOptional<z.ZodArray<z.ZodType<WireElement>>> = z.exactOptional(
  z.array(wireElement),
);
