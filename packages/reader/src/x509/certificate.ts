import { sameBytes } from "@onshi/core/base";
import {
  type DerElement,
  derTag,
  expectTag,
  readBoolean,
  readDer,
  readObjectIdentifier,
  readUnsignedInteger,
  readWholeBits,
} from "./der.ts";
import { readTime } from "./der-time.ts";
import { refused } from "./refuse.ts";

/** What a certificate says, before anyone has judged whether it is true. */
export interface Certificate {
  readonly der: Uint8Array;
  /** The part that the issuer signed. */
  readonly signedPart: Uint8Array;
  /** AlgorithmIdentifier of the issuer's signature, DER. */
  readonly signatureAlgorithm: Uint8Array;
  readonly signature: Uint8Array;
  /** Value of the serial number, big-endian. */
  readonly serial: Uint8Array;
  /** Names are compared as bytes; nothing is normalised. */
  readonly issuer: Uint8Array;
  readonly subject: DerElement;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly extensions: ReadonlyMap<string, Extension>;
}

/** One extension, not interpreted yet. */
export interface Extension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}

const versionTag = 0xa0;
const extensionsTag = 0xa3;
// RFC 5280 §4.1.2.2: 20 octets, and one for the sign.
const serialLimit = 21;
const zero = Uint8Array.of(0);

/** Parses exactly one X.509 v3 certificate; anything else is refused with `token.certificate`. */
export function readCertificate(der: Uint8Array): Certificate {
  const [signedPart, outerAlgorithm, signature, ...rest] = expectTag(readDer(der), derTag.sequence).parts;
  if (rest.length > 0) throw refused("token.certificate", "structure");
  const fields = expectTag(signedPart, derTag.sequence);
  const [version, serial, algorithm, issuer, validity, subject, publicKey, ...optional] = fields.parts;
  const signatureAlgorithm = expectTag(algorithm, derTag.sequence).raw;
  // The outer one is not signed; only its equality with the inner one makes it trustworthy.
  if (!sameBytes(signatureAlgorithm, expectTag(outerAlgorithm, derTag.sequence).raw)) {
    throw refused("token.certificate", "algorithms");
  }
  requireVersion3(version);
  const [notBefore, notAfter, ...more] = expectTag(validity, derTag.sequence).parts;
  if (more.length > 0) throw refused("token.certificate", "structure");
  const [from, to] = [readTime(notBefore), readTime(notAfter)];
  if (to < from) throw refused("token.certificate", "validity");
  return {
    der,
    signedPart: fields.raw,
    signatureAlgorithm,
    signature: readWholeBits(signature),
    serial: readSerial(serial),
    issuer: expectTag(issuer, derTag.sequence).raw,
    subject: expectTag(subject, derTag.sequence),
    notBefore: from,
    notAfter: to,
    publicKey: expectTag(publicKey, derTag.sequence).raw,
    // Unique ids of issuer and subject, which would come first, are refused: CAs must not use them (RFC 5280 §4.1.2.8),
    // and no reader knows what they mean.
    extensions: readExtensions(optional),
  };
}

function requireVersion3(version: DerElement | undefined): void {
  const [number, ...rest] = expectTag(version, versionTag).parts;
  const value = readUnsignedInteger(number);
  if (rest.length > 0 || value.length !== 1 || value[0] !== 2) throw refused("token.certificate", "version");
}

function readSerial(serial: DerElement | undefined): Uint8Array {
  const value = readUnsignedInteger(serial);
  if (value.length > serialLimit || sameBytes(value, zero)) throw refused("token.certificate", "serial");
  return value;
}

function readExtensions(optional: readonly DerElement[]): ReadonlyMap<string, Extension> {
  const [wrapped, ...beyond] = optional;
  const [list, ...rest] = expectTag(wrapped, extensionsTag).parts;
  if (beyond.length > 0 || rest.length > 0) throw refused("token.certificate", "structure");
  const extensions = new Map<string, Extension>();
  for (const extension of expectTag(list, derTag.sequence).parts) {
    const [id, ...values] = expectTag(extension, derTag.sequence).parts;
    const critical = values[0]?.tag === derTag.boolean ? values.shift() : undefined;
    const [value, ...more] = values;
    const name = readObjectIdentifier(id);
    if (more.length > 0) throw refused("token.certificate", "structure");
    // Of two with the same id, different readers could believe different ones (RFC 5280 §4.2 forbids them).
    if (extensions.has(name)) throw refused("token.certificate", "duplicateExtension");
    const isCritical = critical !== undefined && readBoolean(critical);
    const { content } = expectTag(value, derTag.octetString);
    // Checked for ignored extensions too: a CA writes nothing but DER.
    readDer(content);
    extensions.set(name, { critical: isCritical, value: content });
  }
  return extensions;
}
