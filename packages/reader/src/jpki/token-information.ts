/**
 * What holds the JPKI application: a My Number Card, the old resident-register card (住基カード), a phone, or something
 * whose label is not known.
 */
export type CardKind = "card" | "oldCard" | "android" | "iphone" | "unknown";

/** What EF 0006 says (jpki-card §1.2). */
export interface TokenInformation {
  readonly kind: CardKind;
  /** The label, e.g. `JPKIAPICCTOKEN2`. */
  readonly label: string;
  /** The bytes as read, to recognise the device by. They hold its serial number and are not shown. */
  readonly bytes: Uint8Array;
}

/** Length of the file: a PKCS#11 `CK_TOKEN_INFO`. */
export const tokenInformationLength = 160;
/** Length of the label at its start. */
export const labelLength = 32;

/** Labels as reported by two to four public clients each (jpki-card §1.2). */
const kinds: ReadonlyMap<string, CardKind> = new Map<string, CardKind>([
  ["JPKIAPICCTOKEN2", "card"],
  ["JPKIAPICCTOKEN", "oldCard"],
  ["JPKIAPGPSETOKEN", "android"],
  ["JPKIAPIOSTOKEN", "iphone"],
]);

/** Reads the token information; a label nobody knows, or bytes that are no label, make the kind `unknown`. */
export function readTokenInformation(bytes: Uint8Array): TokenInformation {
  const text = String.fromCharCode(...bytes.subarray(0, labelLength)).replace(/[\s\0]+$/, "");
  const label = /^[\x20-\x7e]*$/.test(text) ? text : "";
  return { kind: kinds.get(label) ?? "unknown", label, bytes };
}
