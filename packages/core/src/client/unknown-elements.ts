import type { WireElement } from "../messages/index.ts";

/** An element this version has no property for, or whose value it could not read. */
export interface UnknownElement {
  /** Where it is, by the properties of the typed message: `body.results[0]`. */
  readonly at: string;
  /** The element as received. Its text may be personal data. */
  readonly element: WireElement;
}

/** All elements that a typed message keeps raw, in order. */
export function unknownElementsOf(value: unknown, at: string = ""): readonly UnknownElement[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => unknownElementsOf(item, `${at}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: readonly [string, unknown]) => {
    if (name !== "unknownElements") return unknownElementsOf(inner, at === "" ? name : `${at}.${name}`);
    return (inner as readonly WireElement[]).map((element) => ({ at, element }));
  });
}
