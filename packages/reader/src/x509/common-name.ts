import { type DerElement, derTag, expectTag, readObjectIdentifier } from "./der.ts";
import { refused } from "./refuse.ts";

const commonNameId = "2.5.4.3";
// 1 to 64 characters (RFC 5280, ub-common-name) that are safe to show and log: none that moves the cursor, changes the
// writing direction or is invisible.
const visible = /^[^\p{C}\p{Zl}\p{Zp}]{1,64}$/u;

/** The one common name (CN) of a distinguished name. Refused: none, several, other string types, unsafe characters. */
export function readCommonName(name: DerElement): string {
  const values = name.parts
    .flatMap((relative) => expectTag(relative, derTag.set).parts)
    .map(attributeOf)
    .filter(({ id }) => id === commonNameId)
    .map(({ value }) => value);
  const [value, ...others] = values;
  if (others.length > 0 || (value?.tag !== derTag.utf8String && value?.tag !== derTag.printableString)) {
    throw refused("token.certificate", "commonName");
  }
  const text = utf8Of(value.content);
  if (text === undefined) throw refused("token.certificate", "commonName");
  if (!visible.test(text)) throw refused("token.certificate", "commonNameCharacters");
  return text;
}

function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function attributeOf(attribute: DerElement): { readonly id: string; readonly value: DerElement } {
  const [id, value, ...rest] = expectTag(attribute, derTag.sequence).parts;
  if (!value || rest.length > 0) throw refused("token.certificate", "subject");
  return { id: readObjectIdentifier(id), value };
}
