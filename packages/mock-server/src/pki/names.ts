import { objectIdentifier, printableString, sequence, set, utf8String } from "./der.ts";
import { oid } from "./object-identifiers.ts";

/** Type of one part of a distinguished name, in its usual short form. */
export type NameAttribute = "C" | "L" | "O" | "OU" | "CN";

const attributeIdentifier: Readonly<Record<NameAttribute, string>> = {
  C: oid.countryName,
  L: oid.localityName,
  O: oid.organizationName,
  OU: oid.organizationalUnitName,
  CN: oid.commonName,
};

/**
 * DER of a distinguished name, one attribute per RDN. The country is a PrintableString and everything else a UTF8String,
 * as in JPKI certificates (`jpki-card §4.1`).
 *
 * @example
 * ```ts
 * import { distinguishedName } from "@onshi/mock-server/pki";
 *
 * const name: Uint8Array = distinguishedName(["C", "JP"], ["O", "JPKI-TEST"], ["CN", "99"]);
 * ```
 */
export function distinguishedName(...parts: readonly (readonly [type: NameAttribute, value: string])[]): Uint8Array {
  return sequence(
    ...parts.map(([type, value]) =>
      set(
        sequence(
          objectIdentifier(attributeIdentifier[type]),
          type === "C" ? printableString(value) : utf8String(value),
        ),
      ),
    ),
  );
}
