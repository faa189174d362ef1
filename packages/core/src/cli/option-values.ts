import * as z from "zod";
import { type Bilingual, wrongArgument } from "../base/index.ts";
import type { OptionValues } from "./arguments.ts";
import type { OptionName } from "./option-table.ts";

type Rule = readonly [schema: z.ZodType<string>, expected: Bilingual];

const alike = (text: string): Bilingual => ({ ja: text, en: text });
const given: Rule = [z.string().min(1), { ja: "値", en: "a value" }];
const charset: Rule = [z.enum(["utf-8", "shift_jis"]), alike("utf-8 | shift_jis")];
const seconds: Rule = [
  z
    .string()
    .regex(/^\d{1,7}(?:\.\d{1,3})?$/)
    .refine((text) => Number(text) > 0),
  { ja: "秒数", en: "seconds" },
];

/** What the value of an option has to be, whichever command takes it. What only the centre knows is not judged here. */
const rules: { readonly [Name in OptionName]?: Rule } = {
  lang: [z.enum(["ja", "en"]), alike("ja | en")],
  message: given,
  overlay: given,
  req: given,
  res: given,
  face: given,
  institution: [z.string().regex(/^\d{10}$/), { ja: "半角数字10桁", en: "10 digits" }],
  url: given,
  "password-file": given,
  cert: given,
  key: given,
  ca: given,
  timeout: seconds,
  birthdate: given,
  date: given,
  site: given,
  resume: given,
  interval: seconds,
  charset,
  "request-charset": charset,
  "acknowledge-by": [z.enum(["output", "stdin"]), alike("output | stdin")],
};

/**
 * Refuses a value that no command could use. A module of its own, because zod loads with it.
 *
 * @throws OnshiError `config.invalid` with the option in `field`; the value is not repeated
 */
export function checkOptionValues(values: OptionValues): void {
  for (const [name, [schema, { en, ja }]] of Object.entries(rules)) {
    const value = values[name as OptionName] ?? [];
    // Some options may be given several times.
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!all.every((one) => schema.safeParse(one).success)) throw wrongArgument(`--${name}`, en, ja);
  }
}
