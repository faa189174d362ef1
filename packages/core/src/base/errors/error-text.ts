import type { ErrorPlace, Responsible } from "./details.ts";

/** The variants a code has; never for a code without. */
type VariantOf<Details> = "variant" extends keyof Details ? Extract<Details["variant"], string> : never;

/** A code without details of its own. */
export type NoDetails = object;

type Text<Details> = (details: Details & ErrorPlace) => string;

/** One row of the error catalogue: everything about a code that is not in its details. */
export interface ErrorText<Details> {
  /**
   * The same call may be made again as it is, without harm and with a chance of success; `untilSent`: only as long as
   * the request has not left. What happened to one that may have left is for its answer to say, not for a second request.
   */
  readonly retryable: boolean | "untilSent";
  /** Whose job it is, where a field has a name the desk knows perhaps another's than elsewhere. */
  readonly responsible: Responsible | { readonly labelled: Responsible; readonly otherwise: Responsible };
  /** What happened and what to do, for the desk, in Japanese, in at most 50 characters. */
  readonly ja: Text<Details>;
  /** The same for whoever typed what is wrong on a command line: then it is their job, and nobody has to be called. */
  readonly typed?: Text<Details>;
  /** What happened, for the vendor's engineer, in English. */
  readonly en: Text<Details>;
  /** What the vendor's engineer does about it. */
  readonly remedy: string;
  /** Each variant of this error, said in English. */
  readonly variants: Readonly<Record<VariantOf<Details>, string>>;
  /** Details as they ordinarily come. */
  readonly example: Details;
}

/** Rows of the catalogue by code. */
export type ErrorTexts<DetailsOf> = { readonly [Code in keyof DetailsOf]: ErrorText<DetailsOf[Code]> };

/** A row as it is written down: without what a code has none of, and with the variant's own words for the English text. */
type Row<Details> = Omit<ErrorText<Details>, "en" | "variants" | "example"> & {
  readonly en: (details: Details & ErrorPlace, why: string) => string;
} & ([VariantOf<Details>] extends [never] ? unknown : Pick<ErrorText<Details>, "variants">) &
  // oxlint-disable-next-line typescript/no-empty-object-type -- the type of details that may be left out
  ({} extends Details ? Partial<Pick<ErrorText<Details>, "example">> : Pick<ErrorText<Details>, "example">);

/**
 * Rows of the catalogue. The type argument lists the codes with their details; everything else follows from it: a row
 * that is missing, a variant without words and details a text needs and does not get are errors of the compiler.
 */
export function errorTexts<DetailsOf extends object>(rows: {
  readonly [Code in keyof DetailsOf]: Row<DetailsOf[Code]>;
}): ErrorTexts<DetailsOf> {
  return Object.fromEntries(
    Object.entries(rows as unknown as Readonly<Record<string, AnyRow>>).map(
      ([code, { en, variants = {}, example = {}, ...row }]) => [
        code,
        { ...row, variants, example, en: (details: Told) => en(details as never, wordsFor(details.variant, variants)) },
      ],
    ),
  ) as unknown as ErrorTexts<DetailsOf>;
}

/** What some rows go by. */
interface Told {
  readonly variant?: string;
}

interface AnyRow {
  readonly en: (details: never, why: string) => string;
  readonly variants?: Readonly<Record<string, string>>;
  readonly example?: object;
}

/** The words for a variant; empty without one, and for one that nobody has heard of. */
function wordsFor(variant: string | undefined, variants: Readonly<Record<string, string>>): string {
  return variant !== undefined && Object.hasOwn(variants, variant) ? (variants[variant] ?? "") : "";
}

/** Whom the desk calls (システム窓口), with what it may be known as where the text has room for that. */
export const contact = {
  short: "システム窓口へ連絡してください。",
  full: "システム窓口（レセコン業者など）へ連絡してください。",
  centre: "コールセンターへ連絡してください。",
} as const;

/** A request that has left carries its reference, or the variant where the way back has no references (HTTPS). */
export function hasLeft({ reference, variant }: { readonly reference?: string; readonly variant?: string }): boolean {
  return reference !== undefined || variant === "sent";
}
