import { createHash, type KeyObject } from "node:crypto";
import { sameBytes } from "@onshi/core/base";
import { algorithmOfKey } from "../token/algorithms.ts";
import { readPublicKey } from "../x509/public-key.ts";
import { certificateHashOf, verifyCertificateSignature } from "../x509/signature.ts";
import { type Certificate, readCertificate } from "../x509/certificate.ts";
import {
  extendedKeyUsageOf,
  hasUnknownCriticalExtension,
  isCa,
  keyUsageBit,
  keyUsageOf,
} from "../x509/certificate-extensions.ts";
import {
  type DerElement,
  derTag,
  expectTag,
  readDer,
  readObjectIdentifier,
  readUnsignedInteger,
  readWholeBits,
} from "../x509/der.ts";
import { readTime } from "../x509/der-time.ts";
import { validityAt } from "../x509/validity.ts";
import { type RevocationEvidence, Unproven } from "./evidence.ts";
import { type CertificateName, keyBits, nonceId } from "./ocsp-request.ts";

/** What an answer is checked against. */
export interface OcspQuestion {
  readonly name: CertificateName;
  /** The validated CA of the certificate, DER. */
  readonly issuer: Uint8Array;
  readonly nonce: Uint8Array | undefined;
  readonly now: Date;
  readonly clockSkewMs: number;
  readonly maxAgeMs: number;
}

const ocspSigning = "1.3.6.1.5.5.7.3.9";
const basicResponse = "1.3.6.1.5.5.7.48.1.1";
const enumerated = 0x0a;
const [tagged0, tagged1, tagged2] = [0xa0, 0xa1, 0xa2] as const;

/**
 * Judges an answer (RFC 6960 §3.2). It is parsed by the verifier's own DER reader, because the result decides who is let
 * in; each fault throws {@link Unproven} with its own word.
 */
export function judgeOcspAnswer(answer: Uint8Array, question: OcspQuestion): RevocationEvidence {
  const { signedPart, algorithm, signature, certificates, body } = readSafely(() => readAnswer(answer));
  const [issuer, responder] = [readCertificate(question.issuer), body.responder];
  const signer = signerOf(responder, issuer, certificates, question.now);
  const hash = certificateHashOf(algorithm);
  if (hash === undefined || !verifyCertificateSignature(hash, signedPart, signer, signature))
    throw new Unproven("badSignature");
  if (body.answers.length !== 1) throw new Unproven("severalAnswers");
  const [single] = body.answers.map((element) => readSafely(() => readSingle(element)));
  if (!single || !isSame(single.name, question.name)) throw new Unproven("wrongCertificate");
  requireNonce(body.nonce, question.nonce);
  requireFresh(single, body.producedAt, question);
  const { thisUpdate, nextUpdate } = single;
  const proof = { thisUpdate, ...(nextUpdate && { nextUpdate }), response: answer };
  if (single.status === "unknown") return { status: "unknown", why: "responderUnknown", ...proof };
  if (single.status === "good") return { status: "good", ...proof };
  const { reason, revokedAt } = single;
  return { status: "revoked", ...(reason !== undefined && { reason }), ...(revokedAt && { revokedAt }), ...proof };
}

function readAnswer(answer: Uint8Array) {
  const [status, wrapped, ...rest] = expectTag(readDer(answer), derTag.sequence).parts;
  const code = expectTag(status, enumerated).content;
  if (code.length !== 1 || rest.length > 0) throw new Unproven("malformed");
  // 1 to 6: malformed request, internal error, try later, signature required, unauthorized. They are not signed.
  if (code[0] !== 0) throw new Unproven("responderRefused");
  const [type, bytes] = expectTag(expectTag(wrapped, tagged0).parts[0], derTag.sequence).parts;
  if (readObjectIdentifier(type) !== basicResponse) throw new Unproven("malformed");
  const basic = expectTag(readDer(expectTag(bytes, derTag.octetString).content), derTag.sequence);
  const [signed, algorithm, signature, certificates, ...more] = basic.parts;
  if (more.length > 0) throw new Unproven("malformed");
  const list = certificates ? expectTag(expectTag(certificates, tagged0).parts[0], derTag.sequence).parts : [];
  return {
    signedPart: expectTag(signed, derTag.sequence).raw,
    algorithm: expectTag(algorithm, derTag.sequence).raw,
    signature: readWholeBits(signature),
    certificates: list.map(({ raw }) => raw),
    body: readBody(expectTag(signed, derTag.sequence).parts),
  };
}

function readBody(fields: readonly DerElement[]) {
  const parts = [...fields];
  // Version 1 is the default and may be stated explicitly.
  if (parts[0]?.tag === tagged0) parts.shift();
  const [responder, producedAt, answers, extensions, ...rest] = parts;
  if ((responder?.tag !== tagged1 && responder?.tag !== tagged2) || rest.length > 0) throw new Unproven("malformed");
  return {
    responder,
    producedAt: readTime(expectTag(producedAt, derTag.generalizedTime)),
    answers: expectTag(answers, derTag.sequence).parts,
    nonce: extensions ? nonceOf(expectTag(extensions, tagged1)) : undefined,
  };
}

function nonceOf(extensions: DerElement): Uint8Array | undefined {
  const found = expectTag(extensions.parts[0], derTag.sequence)
    .parts.map((extension) => expectTag(extension, derTag.sequence).parts)
    .filter(([id]) => readObjectIdentifier(id) === nonceId);
  if (found.length > 1) throw new Unproven("malformed");
  const value = found[0]?.at(-1);
  return value && expectTag(readDer(expectTag(value, derTag.octetString).content), derTag.octetString).content;
}

interface Single {
  readonly name: CertificateName;
  readonly status: "good" | "revoked" | "unknown";
  readonly revokedAt?: Date;
  readonly reason?: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
}

function readSingle(element: DerElement): Single {
  const [name, status, thisUpdate, ...optional] = expectTag(element, derTag.sequence).parts;
  const [algorithm, nameHash, keyHash, serial] = expectTag(name, derTag.sequence).parts;
  const next = optional[0]?.tag === tagged0 ? optional[0].parts[0] : undefined;
  return {
    name: {
      hashId: readObjectIdentifier(expectTag(algorithm, derTag.sequence).parts[0]),
      issuerNameHash: expectTag(nameHash, derTag.octetString).content,
      issuerKeyHash: expectTag(keyHash, derTag.octetString).content,
      serial: readUnsignedInteger(serial),
    },
    ...readStatus(status),
    thisUpdate: readTime(expectTag(thisUpdate, derTag.generalizedTime)),
    nextUpdate: next && readTime(expectTag(next, derTag.generalizedTime)),
  };
}

function readStatus(status: DerElement | undefined): Pick<Single, "status" | "revokedAt" | "reason"> {
  if (status?.tag === 0x80 && status.content.length === 0) return { status: "good" };
  if (status?.tag === 0x82 && status.content.length === 0) return { status: "unknown" };
  const [at, reason] = expectTag(status, tagged1).parts;
  const code = reason && expectTag(expectTag(reason, tagged0).parts[0], enumerated).content[0];
  return { status: "revoked", revokedAt: readTime(at), ...(code !== undefined && { reason: code }) };
}

/** The CA itself, or a responder that the same CA delegated to (RFC 6960 §4.2.2.2); nobody else may answer. */
function signerOf(
  responder: DerElement,
  issuer: Certificate,
  certificates: readonly Uint8Array[],
  now: Date,
): KeyObject {
  const issuerKey = strongKey(issuer);
  if (isNamed(responder, issuer)) return issuerKey;
  for (const der of certificates) {
    const delegate = readSafely(() => readCertificate(der));
    if (!isNamed(responder, delegate)) continue;
    const hash = certificateHashOf(delegate.signatureAlgorithm);
    const isIssued =
      hash !== undefined &&
      sameBytes(delegate.issuer, issuer.subject.raw) &&
      verifyCertificateSignature(hash, delegate.signedPart, issuerKey, delegate.signature);
    if (!isIssued || !mayRespond(delegate)) throw new Unproven("wrongResponder");
    if (validityAt(delegate, now) !== "valid") throw new Unproven("responderExpired");
    return strongKey(delegate);
  }
  throw new Unproven("wrongResponder");
}

function mayRespond(delegate: Certificate): boolean {
  return readSafely(
    () =>
      extendedKeyUsageOf(delegate).includes(ocspSigning) &&
      keyUsageOf(delegate).has(keyUsageBit.digitalSignature) &&
      !isCa(delegate) &&
      !hasUnknownCriticalExtension(delegate),
  );
}

function strongKey({ publicKey }: Certificate): KeyObject {
  const key = readPublicKey(publicKey);
  if (!key || algorithmOfKey(key) === undefined) throw new Unproven("wrongResponder");
  return key;
}

/** By name, or by the hash of the key. */
function isNamed({ tag, parts }: DerElement, certificate: Certificate): boolean {
  const [value] = parts;
  if (tag === tagged1) return value !== undefined && sameBytes(value.raw, certificate.subject.raw);
  const hash = createHash("sha1").update(keyBits(certificate.publicKey)).digest();
  return value?.tag === derTag.octetString && sameBytes(value.content, hash);
}

function isSame(a: CertificateName, b: CertificateName): boolean {
  return (
    a.hashId === b.hashId &&
    sameBytes(a.issuerNameHash, b.issuerNameHash) &&
    sameBytes(a.issuerKeyHash, b.issuerKeyHash) &&
    sameBytes(a.serial, b.serial)
  );
}

function requireNonce(given: Uint8Array | undefined, sent: Uint8Array | undefined): void {
  if (!sent) return;
  if (!given) throw new Unproven("nonceMissing");
  if (!sameBytes(given, sent)) throw new Unproven("nonceWrong");
}

function requireFresh({ thisUpdate, nextUpdate }: Single, producedAt: Date, question: OcspQuestion): void {
  const { clockSkewMs, maxAgeMs } = question;
  const now = question.now.getTime();
  if (Math.max(thisUpdate.getTime(), producedAt.getTime()) > now + clockSkewMs) throw new Unproven("fromTheFuture");
  const end = nextUpdate?.getTime() ?? thisUpdate.getTime() + maxAgeMs;
  if (end < thisUpdate.getTime()) throw new Unproven("malformed");
  if (end + clockSkewMs < now) throw new Unproven("stale");
}

/** The DER reader refuses in the words of a token's certificate; here all of that is one reason. */
function readSafely<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof Unproven ? cause : new Unproven("malformed", cause);
  }
}
