import { createHash } from "node:crypto";
import { readCertificate } from "../x509/certificate.ts";
import { expectTag, derTag, readDer, readWholeBits } from "../x509/der.ts";

/** How a question names the certificate (RFC 6960 §4.1.1); all of it comes back in the answer. */
export interface CertificateName {
  readonly hashId: string;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  readonly serial: Uint8Array;
}

/** OID of the nonce (RFC 9654). */
export const nonceId = "1.3.6.1.5.5.7.48.1.2";

const hashIds = { "SHA-1": "1.3.14.3.2.26", "SHA-256": "2.16.840.1.101.3.4.2.1" } as const;
const hashNames = { "SHA-1": "sha1", "SHA-256": "sha256" } as const;

/** Names a certificate by its issuer, which has to be the validated one, and its serial number. */
export function certificateName(leaf: Uint8Array, issuer: Uint8Array, hash: "SHA-1" | "SHA-256"): CertificateName {
  const authority = readCertificate(issuer);
  const digest = (data: Uint8Array): Uint8Array => createHash(hashNames[hash]).update(data).digest();
  return {
    hashId: hashIds[hash],
    issuerNameHash: digest(authority.subject.raw),
    issuerKeyHash: digest(keyBits(authority.publicKey)),
    serial: readCertificate(leaf).serial,
  };
}

/** The bits of a SubjectPublicKeyInfo, from which key hashes are made. */
export function keyBits(publicKey: Uint8Array): Uint8Array {
  return readWholeBits(expectTag(readDer(publicKey), derTag.sequence).parts[1]);
}

/** The question as DER. The libraries are loaded with the first one. */
export async function ocspRequest(name: CertificateName, nonce: Uint8Array | undefined): Promise<Uint8Array> {
  const [pki, asn1] = await Promise.all([import("pkijs"), import("asn1js")]);
  const octets = (bytes: Uint8Array) => new asn1.OctetString({ valueHex: exactBuffer(bytes) });
  const request = new pki.OCSPRequest();
  request.tbsRequest.requestList = [
    new pki.Request({
      reqCert: new pki.CertID({
        hashAlgorithm: new pki.AlgorithmIdentifier({ algorithmId: name.hashId, algorithmParams: new asn1.Null() }),
        issuerNameHash: octets(name.issuerNameHash),
        issuerKeyHash: octets(name.issuerKeyHash),
        serialNumber: new asn1.Integer({ valueHex: exactBuffer(name.serial) }),
      }),
    }),
  ];
  if (nonce) {
    request.tbsRequest.requestExtensions = [
      new pki.Extension({ extnID: nonceId, extnValue: octets(nonce).toBER(false) }),
    ];
  }
  return new Uint8Array(request.toSchema(true).toBER(false));
}

const exactBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
