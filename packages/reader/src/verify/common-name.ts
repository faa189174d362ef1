import { type DerElement, derTag, expectTag, readObjectIdentifier } from "./der.ts";
import { refused } from "./refuse.ts";

const commonNameId = "2.5.4.3";

/** The single common name (CN) of a distinguished name; none, several or another string type are refused. */
export function readCommonName(name: DerElement): string {
  const values = name.parts
    .flatMap((relative) => expectTag(relative, derTag.set).parts)
    .map((attribute) => expectTag(attribute, derTag.sequence).parts)
    .filter(([id]) => readObjectIdentifier(id) === commonNameId)
    .map(([, value]) => value);
  const [value, ...others] = values;
  if (others.length > 0 || (value?.tag !== derTag.utf8String && value?.tag !== derTag.printableString)) {
    throw refused("token.certificate", "commonName");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(value.content);
  } catch (cause) {
    throw refused("token.certificate", "commonName", cause);
  }
}
