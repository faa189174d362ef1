import { variantTable } from "./variant-table.ts";

/**
 * Characters that registers and charts write in several forms (旧字体, 異体字), each group starting with the common
 * form. Derived from maintained sources and a list of our own (M), see `LICENCES.md`; forms that Unicode itself
 * decomposes are left to NFKC.
 */
export const variantGroups: readonly string[] = variantTable.trim().split(" ");

/** The common form of every other form. */
const common: ReadonlyMap<string, string> = new Map(
  variantGroups.flatMap((group) => {
    const [first = "", ...others] = Array.from(group);
    return others.map((other) => [other, first] as const);
  }),
);

/** A text with every character in its common form. */
export function commonForms(text: string): string {
  return Array.from(text, (character) => common.get(character) ?? character).join("");
}
