import { sign } from "node:crypto";
import { concat, fromHex } from "@onshi/core/base";
import { testKey } from "@onshi/mock-server/pki";
import { goodLeaf } from "./scene.ts";

/** One DER element. */
export function tlv(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concat(...contents);
  const { length } = content;
  const header = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return concat(Uint8Array.of(tag, ...header), content);
}

export const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

/** Places of the fields in the signed part of a certificate. */
export const field = {
  version: 0,
  serial: 1,
  algorithm: 2,
  issuer: 3,
  validity: 4,
  subject: 5,
  publicKey: 6,
  extensions: 7,
};

const sha256WithRsa = fromHex("300D 0609 2A864886F70D01010B 0500");

/** Signed part of the good certificate. */
export const signedPart: Uint8Array = elementsOf(contentOf(goodLeaf))[0] ?? goodLeaf;

/** Fields of the signed part, in order. */
export const goodFields: readonly Uint8Array[] = elementsOf(contentOf(signedPart));

/** The good certificate with some fields of the signed part replaced or added, validly signed by the CA. */
export function reissue(changes: Readonly<Record<number, Uint8Array>>): Uint8Array {
  const fields: Readonly<Record<number, Uint8Array>> = { ...Object.fromEntries(goodFields.entries()), ...changes };
  return seal(tlv(0x30, ...Object.values(fields)));
}

/** Signed part, algorithm and the CA's signature over the signed part, whatever the algorithm says. */
export function seal(
  signed: Uint8Array,
  algorithm: Uint8Array = sha256WithRsa,
  ...more: readonly Uint8Array[]
): Uint8Array {
  const signature = sign("sha256", signed, testKey("auth-ca-3"));
  return tlv(0x30, signed, algorithm, tlv(0x03, Uint8Array.of(0), signature), ...more);
}

/** Elements in a row, of input that is known to be good. */
export function elementsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const elements: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const { header, length } = headerOf(bytes.subarray(at));
    elements.push(bytes.subarray(at, at + header + length));
    at += header + length;
  }
  return elements;
}

export function contentOf(element: Uint8Array): Uint8Array {
  return element.subarray(headerOf(element).header);
}

function headerOf([, first = 0, second = 0, third = 0]: Uint8Array): {
  readonly header: number;
  readonly length: number;
} {
  if (first < 0x80) return { header: 2, length: first };
  return first === 0x81 ? { header: 3, length: second } : { header: 4, length: second * 256 + third };
}
