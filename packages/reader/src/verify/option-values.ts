import { type Bilingual, OnshiError, trueOrFalse } from "@onshi/core/base";

/** The error about an option that cannot be used. It names the option, never its value. */
export function wrongOption(field: string, expected: Bilingual, cause?: unknown): OnshiError {
  return new OnshiError("config.invalid", { field, expected }, { cause });
}

/**
 * Options as they were given, and the default of each that was left out. Each is read once: a getter cannot show one
 * value to the check and another to the code that uses it. A name that is not among the defaults is refused, because a
 * misspelt option would otherwise silently leave the default in force.
 */
export function readOptions<Name extends string>(
  given: unknown,
  defaults: Readonly<Record<Name, unknown>>,
): Readonly<Record<Name, unknown>> {
  const known = Object.keys(defaults) as Name[];
  const names: readonly (string | symbol)[] = known;
  // A value that is not an object has no keys to list, and fails right here.
  const options = given as object;
  const stranger = attempt("options", () => Reflect.ownKeys(options).find((name) => !names.includes(name)));
  if (stranger !== undefined) {
    throw wrongOption(nameOf(stranger), { ja: "既知の設定名", en: `one of the options ${known.join(", ")}` });
  }
  const valueOf = (name: Name): unknown => {
    const value = attempt(name, (): unknown => Reflect.get(options, name));
    return value === undefined ? defaults[name] : value;
  };
  return Object.fromEntries(known.map((name) => [name, valueOf(name)])) as Record<Name, unknown>;
}

/** What the caller's own code returns; its exceptions become an error about the option. */
export function attempt<Value>(field: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw wrongOption(field, { ja: "読み取れる値", en: "a value that can be read" }, cause);
  }
}

/** A method of an object that the caller brought, bound to it. */
export function methodOf(field: string, owner: unknown, name: string): (...values: readonly unknown[]) => unknown {
  const method = attempt(field, (): unknown =>
    typeof owner === "object" && owner !== null ? Reflect.get(owner, name) : undefined,
  );
  if (typeof method !== "function") {
    throw wrongOption(field, { ja: `メソッド ${name} を持つもの`, en: `something with the method ${name}` });
  }
  return (...values) => Reflect.apply(method, owner, values) as unknown;
}

/** One of a few words. */
export function wordOf<Word extends string>(field: string, value: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw wrongOption(field, { ja: words.join("・"), en: words.join(" or ") });
}

/** Yes or no; nothing else stands for either. */
export function flagOf(field: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw wrongOption(field, trueOrFalse);
}

/** A whole number from 1 to `most`. */
export function countOf(field: string, value: unknown, most: number): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1 && value <= most) return value;
  throw wrongOption(field, { ja: `1〜${most}の整数`, en: `a whole number from 1 to ${most}` });
}

/** Text that is not empty. */
export function textOf(field: string, value: unknown, most: number): string {
  if (typeof value === "string" && value !== "" && value.length <= most) return value;
  throw wrongOption(field, { ja: `1〜${most}文字の文字列`, en: `text of 1 to ${most} characters` });
}

/** The elements of an array, holes included. */
export function listOf(field: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return attempt(field, () => Array.from(value as readonly unknown[]));
  throw wrongOption(field, { ja: "配列", en: "an array" });
}

/** The present instant of the caller's clock. */
export function nowOf(clock: unknown): Date {
  const now = attempt("clock", methodOf("clock", clock, "now"));
  if (isInstant(now)) return new Date(now);
  throw wrongOption("clock", { ja: "現在時刻を返す時計", en: "a clock whose now() returns a valid Date" });
}

/** True for a Date that names an instant. */
export const isInstant = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime());

/** Names of options are words; anything else is not repeated in a text. */
const nameOf = (name: string | symbol): string =>
  typeof name === "string" && /^\w{1,40}$/.test(name) ? name : "options";
