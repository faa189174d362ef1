import { constants, createHash, type KeyObject, privateEncrypt, sign } from "node:crypto";
import { concat, fromHex, type Random } from "@onshi/core/base";
import { encodePss } from "./pss.ts";

/** Octets of a signature by an RSA-2048 key. */
export const signatureLength = 256;

/** How the input of COMPUTE DIGITAL SIGNATURE is turned into a signature. */
export interface SignatureScheme {
  /** Fewest octets of input. */
  readonly shortest: number;
  /** Most octets of input. */
  readonly longest: number;
  readonly sign: (key: KeyObject, input: Uint8Array, random: Random) => Uint8Array;
}

const sha256 = (message: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(message).digest());

/** PKCS#1 v1.5, block type 1, over the input as it is. */
const padAndSign = (key: KeyObject, input: Uint8Array): Uint8Array =>
  new Uint8Array(privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, input));

/** What precedes a SHA-256 hash in a DigestInfo. */
const digestInfo = fromHex("3031300D060960864801650304020105000420");

const pss = (key: KeyObject, hash: Uint8Array, random: Random): Uint8Array =>
  new Uint8Array(privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(hash, random.bytes(32))));

/** Scheme by P1 (`jpki-card §2.5`; all but `00` were deduced from signatures by one source). */
export const signatureSchemes: readonly SignatureScheme[] = [
  { shortest: 1, longest: 245, sign: padAndSign },
  { shortest: 1, longest: 255, sign: (key, message) => padAndSign(key, sha256(message)) },
  { shortest: 32, longest: 32, sign: (key, hash) => padAndSign(key, concat(digestInfo, hash)) },
  { shortest: 1, longest: 255, sign: (key, message) => new Uint8Array(sign("sha256", message, key)) },
  { shortest: 32, longest: 32, sign: pss },
  { shortest: 1, longest: 255, sign: (key, message, random) => pss(key, sha256(message), random) },
];
