import { type DerElement, readObjectIdentifier } from "../verify/der.ts";

/** The attributes of a distinguished name that are shown. */
export interface NameAttributes {
  /** O, every one in order. */
  readonly organization: readonly string[];
  /** OU, every one in order. */
  readonly units: readonly string[];
}

/** Reads organisation and units out of a distinguished name. */
export function nameAttributes(name: DerElement): NameAttributes {
  const attributes = name.parts.flatMap((relative) => relative.parts);
  const valuesOf = (id: string): readonly string[] =>
    attributes
      .filter(({ parts }) => readObjectIdentifier(parts[0]) === id)
      .map(({ parts }) => new TextDecoder().decode(parts[1]?.content));
  return { organization: valuesOf("2.5.4.10"), units: valuesOf("2.5.4.11") };
}
