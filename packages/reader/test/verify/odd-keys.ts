import { createHash, createPrivateKey, type KeyObject } from "node:crypto";
import { concat, fromHex } from "@onshi/core/base";
import { testKey } from "@onshi/mock-server/pki";
import { tlv } from "./reissue.ts";

const numberOf = (text = ""): bigint => BigInt(`0x${Buffer.from(text, "base64url").toString("hex")}`);

const octetsOf = (value: bigint): Buffer => {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
};

const textOf = (value: bigint): string => octetsOf(value).toString("base64url");

/** The shipped key's primes under another public exponent, which must have an inverse: a key that signs. */
export function keyWithExponent(name: string, exponent: bigint): KeyObject {
  const { n = "", p = "", q = "", qi = "" } = testKey(name).export({ format: "jwk" });
  const [p1, q1] = [numberOf(p) - 1n, numberOf(q) - 1n];
  const d = inverse(exponent, p1 * q1);
  const numbers = { e: textOf(exponent), d: textOf(d), dp: textOf(d % p1), dq: textOf(d % q1) };
  return createPrivateKey({ key: { kty: "RSA", n, p, q, qi, ...numbers }, format: "jwk" });
}

/** The smallest exponent from here on that has an inverse for the shipped key. */
export function usableExponent(name: string, from: bigint): bigint {
  const { p, q } = testKey(name).export({ format: "jwk" });
  const order = (numberOf(p) - 1n) * (numberOf(q) - 1n);
  for (let exponent = from; ; exponent += 2n) if (gcd(exponent, order) === 1n) return exponent;
}

/** SubjectPublicKeyInfo of the shipped key's modulus, or of a number beside it, under any exponent. */
export function rsaInfo(
  name: string,
  exponent: bigint,
  change: (modulus: bigint) => bigint = (same) => same,
): Uint8Array {
  const modulus = change(numberOf(testKey(name).export({ format: "jwk" }).n));
  const key = tlv(0x30, integer(modulus), integer(exponent));
  return tlv(0x30, fromHex("300D 0609 2A864886F70D010101 0500"), tlv(0x03, Uint8Array.of(0), key));
}

function integer(value: bigint): Uint8Array {
  const octets = octetsOf(value);
  return tlv(0x02, (octets[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), octets) : octets);
}

/** What raising to the power of 1 leaves: the padded hash (RFC 8017 §9.2), which anybody can write down. */
export function paddedHash(data: Uint8Array, length = 256): Uint8Array {
  const info = concat(fromHex("3031300D060960864801650304020105000420"), createHash("sha256").update(data).digest());
  const filling = new Uint8Array(length - info.length - 3).fill(0xff);
  return concat(Uint8Array.of(0, 1), filling, Uint8Array.of(0), info);
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}
