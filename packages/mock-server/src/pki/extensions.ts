import {
  constructed,
  derTrue,
  element,
  ia5String,
  namedBits,
  objectIdentifier,
  octetString,
  primitive,
  sequence,
  unsignedOctets,
  utf8String,
} from "./der.ts";
import { oid } from "./object-identifiers.ts";

/** One X.509 extension; `value` is the DER inside the OCTET STRING. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Uses of a key; the order is that of the bits. */
export const keyUsageBits = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
] as const;

/** One use of a key (RFC 5280 §4.2.1.3). */
export type KeyUsage = (typeof keyUsageBits)[number];

const plain = (identifier: string, value: Uint8Array): Extension => ({ oid: identifier, critical: false, value });
const critical = (identifier: string, value: Uint8Array): Extension => ({ oid: identifier, critical: true, value });

/** [4] directoryName of a GeneralName; EXPLICIT, because a Name is a CHOICE. */
const directoryName = (name: Uint8Array): Uint8Array => constructed(4, name);

/** Uses of the key, critical; fewest octets, e.g. `03 02 07 80` for digitalSignature. */
export const keyUsage = (...uses: readonly KeyUsage[]): Extension =>
  critical(oid.keyUsage, namedBits(uses.map((use) => keyUsageBits.indexOf(use))));

/** Purposes of the key, as OIDs. */
export const extendedKeyUsage = (...purposes: readonly string[]): Extension =>
  plain(oid.extKeyUsage, sequence(...purposes.map((purpose) => objectIdentifier(purpose))));

/** Critical in JPKI: a validator that does not process policies must refuse the certificate (`jpki-card §4.1`). */
export const certificatePolicies = (policy: string, statement: string): Extension =>
  critical(
    oid.certificatePolicies,
    sequence(
      sequence(objectIdentifier(policy), sequence(sequence(objectIdentifier(oid.cpsQualifier), ia5String(statement)))),
    ),
  );

/** Japanese name of the authority; takes the DER of a name. */
export const issuerAltName = (name: Uint8Array): Extension => plain(oid.issuerAltName, sequence(directoryName(name)));

/** Another name of the subject, as authorities use it; takes the DER of a name. */
export const subjectAltDirectoryName = (name: Uint8Array): Extension =>
  plain(oid.subjectAltName, sequence(directoryName(name)));

/** otherNames of UTF8String, in the order given. */
export const subjectAltOtherNames = (names: readonly (readonly [type: string, value: string])[]): Extension =>
  plain(
    oid.subjectAltName,
    sequence(
      ...names.map(([type, value]) => constructed(0, objectIdentifier(type), constructed(0, utf8String(value)))),
    ),
  );

/** subjectAltName of a TLS server: host names and addresses (4 or 16 octets). */
export const subjectAltHosts = (hosts: readonly string[], addresses: readonly Uint8Array[]): Extension =>
  plain(
    oid.subjectAltName,
    sequence(
      ...hosts.map((host) => primitive(2, new TextEncoder().encode(host))),
      ...addresses.map((address) => primitive(7, address)),
    ),
  );

/** `CA:TRUE` without path length, as JPKI has it; `certificateAuthority: false` is the empty sequence. */
export const basicConstraints = (certificateAuthority: boolean): Extension =>
  critical(oid.basicConstraints, certificateAuthority ? sequence(derTrue()) : sequence());

/** Where the revocation list is: one directory entry, as in JPKI; takes the DER of a name. */
export const crlDistributionPoint = (name: Uint8Array): Extension =>
  plain(oid.crlDistributionPoints, sequence(sequence(constructed(0, constructed(0, directoryName(name))))));

/** Address of the OCSP responder. */
export const authorityInfoAccess = (responder: string): Extension =>
  plain(
    oid.authorityInfoAccess,
    sequence(sequence(objectIdentifier(oid.ocsp), primitive(6, new TextEncoder().encode(responder)))),
  );

/** Key id, issuer name and serial of the authority: JPKI leaves carry all three (`jpki-card §4.1`). */
export const authorityKeyIdentifier = (keyId: Uint8Array, issuer: Uint8Array, serial: bigint): Extension =>
  plain(
    oid.authorityKeyIdentifier,
    sequence(primitive(0, keyId), constructed(1, directoryName(issuer)), primitive(2, unsignedOctets(serial))),
  );

/** Key id of the subject. */
export const subjectKeyIdentifier = (keyId: Uint8Array): Extension =>
  plain(oid.subjectKeyIdentifier, octetString(keyId));

/** An extension that no validator knows: as it is critical, it must be refused. */
export const unknownExtension = (isCritical = true): Extension => ({
  oid: "1.2.392.200149.8.5.1.0.99",
  critical: isCritical,
  value: element(0x05),
});
