import { constants, createHash, createPublicKey, publicDecrypt, verify, type KeyObject } from "node:crypto";
import { concat, fromHex, toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import {
  authenticationKey,
  play,
  poweredCard,
  selectJpki,
  signatureKey,
  verifyPassword,
  verifyPin,
} from "./scripted-card.fixture.ts";

const message = new TextEncoder().encode("challenge");
const hash = new Uint8Array(createHash("sha256").update(message).digest());
const digestInfo = concat(fromHex("3031300D060960864801650304020105000420"), hash);

function signed(p1: number, p2: number, input: Uint8Array): Uint8Array {
  const card = poweredCard();
  play(card, [selectJpki, verifyPin, verifyPassword]);
  const answer = card.transmit(concat(Uint8Array.of(0x80, 0x2a, p1, p2, input.length), input, Uint8Array.of(0)));
  expect(toHex(answer.subarray(-2))).toBe("9000");
  return answer.subarray(0, -2);
}

const pkcs1 = (key: KeyObject, signature: Uint8Array): boolean =>
  verify("sha256", message, createPublicKey(key), signature);
const pss = (key: KeyObject, signature: Uint8Array): boolean =>
  verify(
    "sha256",
    message,
    { key: createPublicKey(key), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    signature,
  );

describe("schemes of COMPUTE DIGITAL SIGNATURE, judged by node:crypto", () => {
  test.each([
    { p1: 0x00, input: digestInfo, judge: pkcs1 },
    { p1: 0x02, input: hash, judge: pkcs1 },
    { p1: 0x03, input: message, judge: pkcs1 },
    { p1: 0x04, input: hash, judge: pss },
    { p1: 0x05, input: message, judge: pss },
  ])("P1 $p1", ({ p1, input, judge }) => {
    expect(judge(authenticationKey, signed(p1, 0x97, input))).toBe(true);
    expect(judge(signatureKey, signed(p1, 0x9a, input))).toBe(true);
    expect(judge(signatureKey, signed(p1, 0x97, input))).toBe(false);
  });

  test("P1 00 takes the input as it is, P1 01 its bare hash", () => {
    const open = (signature: Uint8Array): string => toHex(publicDecrypt(createPublicKey(authenticationKey), signature));
    expect(open(signed(0x00, 0x97, message))).toBe(toHex(message));
    expect(open(signed(0x01, 0x97, message))).toBe(toHex(hash));
  });

  test.each([
    { p1: 0x00, longest: 245 },
    { p1: 0x01, longest: 255 },
    { p1: 0x03, longest: 255 },
    { p1: 0x05, longest: 255 },
  ])("P1 $p1 takes up to $longest bytes", ({ p1, longest }) => {
    const card = poweredCard();
    play(card, [selectJpki, verifyPin]);
    const word = (length: number): string => {
      const header = Uint8Array.of(0x80, 0x2a, p1, 0x97, 0, length >> 8, length & 0xff);
      return toHex(card.transmit(concat(header, new Uint8Array(length).fill(1), Uint8Array.of(1, 0))).subarray(-2));
    };
    expect([word(1), word(longest), word(longest + 1)]).toEqual(["9000", "9000", "6985"]);
  });
});
