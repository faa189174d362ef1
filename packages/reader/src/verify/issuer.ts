import { sameBytes } from "@onshi/core/base";
import { certificateHashOf, verifyCertificateSignature } from "../x509/signature.ts";
import type { Certificate } from "../x509/certificate.ts";
import { type IssuerReference, issuerReferenceOf } from "../x509/certificate-extensions.ts";
import { refused } from "../x509/refuse.ts";
import { anchorsNamed, type Objection, type TrustAnchor } from "./trust-anchors.ts";
import { validityAt } from "../x509/validity.ts";

/**
 * The configured CA that signed the certificate and may do so now. JPKI has one level, so no path is built: the leaf was
 * issued directly by a configured CA or is refused with `token.issuer` (jpki-card §4.3).
 */
export function issuerOf(leaf: Certificate, anchors: readonly TrustAnchor[], now: Date): TrustAnchor {
  const hash = certificateHashOf(leaf.signatureAlgorithm);
  if (hash === undefined) throw refused("token.algorithm", "certificateSignature");
  const reference = issuerReferenceOf(leaf);
  const candidates = anchorsNamed(anchors, leaf.issuer, reference.keyId);
  let reason: Objection = candidates.length === 0 ? "name" : "signature";
  for (const anchor of candidates) {
    if (!verifyCertificateSignature(hash, leaf.signedPart, anchor.key, leaf.signature)) continue;
    const objection = anchor.unusable ?? referenceObjection(anchor, reference) ?? timeObjection(anchor, now);
    if (objection === undefined) return anchor;
    // The same key may be in a newer certificate of the CA: keep looking.
    reason = objection;
  }
  throw refused("token.issuer", reason);
}

/** A certificate that names one CA certificate but was signed with the key of another was pieced together from two. */
function referenceObjection(anchor: TrustAnchor, { keyId, name, serial }: IssuerReference): Objection | undefined {
  const { certificate } = anchor;
  if (keyId !== undefined && anchor.keyId !== undefined && !sameBytes(keyId, anchor.keyId)) return "keyId";
  if (name !== undefined && !sameBytes(name, certificate.issuer)) return "referenceName";
  if (serial !== undefined && !sameBytes(serial, certificate.serial)) return "referenceSerial";
  return undefined;
}

function timeObjection({ certificate }: TrustAnchor, now: Date): Objection | undefined {
  const validity = validityAt(certificate, now);
  if (validity === "valid") return undefined;
  return validity === "expired" ? "caExpired" : "caNotYetValid";
}
