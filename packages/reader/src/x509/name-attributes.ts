import { type DerElement, readObjectIdentifier } from "./der.ts";

/** The attributes of a distinguished name that are shown. */
export interface NameAttributes {
  /** O, every one in order. */
  readonly organization: readonly string[];
  /** OU, every one in order. */
  readonly units: readonly string[];
}

/** Reads organisation and units out of a distinguished name. */
export function nameAttributes(name: DerElement): NameAttributes {
  const attributes = attributesOf(name);
  const valuesOf = (id: string): readonly string[] =>
    attributes.filter((attribute) => attribute.id === id).map(({ value }) => value);
  return { organization: valuesOf("2.5.4.10"), units: valuesOf("2.5.4.11") };
}

const shortNames: ReadonlyMap<string, string> = new Map([
  ["2.5.4.3", "CN"],
  ["2.5.4.6", "C"],
  ["2.5.4.7", "L"],
  ["2.5.4.10", "O"],
  ["2.5.4.11", "OU"],
]);

/** A distinguished name for display, in the order of the certificate: `C=JP, O=JPKI-TEST, OU=…`; empty when unreadable. */
export function nameText(name: DerElement): string {
  try {
    return attributesOf(name)
      .map(({ id, value }) => `${shortNames.get(id) ?? id}=${value}`)
      .join(", ");
  } catch {
    return "";
  }
}

function attributesOf(name: DerElement): readonly { readonly id: string; readonly value: string }[] {
  return name.parts
    .flatMap((relative) => relative.parts)
    .map(({ parts }) => ({
      id: readObjectIdentifier(parts[0]),
      value: new TextDecoder().decode(parts[1]?.content),
    }));
}
