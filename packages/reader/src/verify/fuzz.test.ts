import { OnshiError, toBase64 } from "@onshi/core/base";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { challenge, goodLeaf, scene, storeOf } from "../../test/verify/scene.ts";
import { verifyCardToken } from "./index.ts";

const { token: good, options } = scene();
const text = JSON.stringify(good);

/** Passes when the token is refused in the only allowed way. */
async function expectRefusal(token: unknown): Promise<void> {
  const error: unknown = await verifyCardToken(token, { ...options, challenges: storeOf(challenge) }).then(
    () => "believed",
    (thrown: unknown) => thrown,
  );
  if (!OnshiError.is(error)) throw new Error(`not refused: ${String(error)}`);
  expect(error.code).toMatch(/^token\./);
}

const flips = (length: number): fc.Arbitrary<readonly (readonly [at: number, bits: number])[]> =>
  fc.uniqueArray(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 3,
    selector: ([at]) => at,
  });

// The version of the program is not signed and proves nothing, so changes there cannot be noticed.
const unsigned = { from: text.indexOf("onshi-test/1"), to: text.indexOf("onshi-test/1") + "onshi-test/1".length };

it("a token with flipped bits is never believed", async () => {
  await fc.assert(
    fc.asyncProperty(flips(text.length), async (changes) => {
      fc.pre(changes.every(([at]) => at < unsigned.from || at >= unsigned.to));
      const bytes = Buffer.from(text);
      for (const [at, bits] of changes) bytes.writeUInt8(bytes.readUInt8(at) ^ bits, at);
      await expectRefusal(bytes.toString("latin1"));
    }),
    { numRuns: 1000 },
  );
});

it("a certificate with flipped bits is never believed", async () => {
  await fc.assert(
    fc.asyncProperty(flips(goodLeaf.length), async (changes) => {
      const der = Uint8Array.from(goodLeaf);
      for (const [at, bits] of changes) der[at] = (goodLeaf[at] ?? 0) ^ bits;
      await expectRefusal({ ...(good as object), unverifiedCertificate: toBase64(der) });
    }),
    { numRuns: 1000 },
  );
});

it("no single flipped bit of the certificate goes unnoticed", async () => {
  for (let at = 0; at < goodLeaf.length; at += 1) {
    const der = Uint8Array.from(goodLeaf);
    der[at] = (goodLeaf[at] ?? 0) ^ (1 << (at % 8));
    await expectRefusal({ ...(good as object), unverifiedCertificate: toBase64(der) });
  }
});

it("a certificate that is cut, filled or spliced is never believed", async () => {
  const place = fc.nat(goodLeaf.length);
  await fc.assert(
    fc.asyncProperty(place, place, fc.uint8Array({ maxLength: 40 }), async (from, to, filling) => {
      const der = Buffer.concat([goodLeaf.subarray(0, from), filling, goodLeaf.subarray(to)]);
      fc.pre(!der.equals(goodLeaf));
      await expectRefusal({ ...(good as object), unverifiedCertificate: toBase64(der) });
    }),
    { numRuns: 500 },
  );
});

it("anything else is refused in the same way", async () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true });
  const fields = fc.record({
    format: anything,
    unverifiedCertificate: anything,
    algorithm: anything,
    signature: anything,
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(anything, fields, fc.json(), fc.string({ maxLength: 300 })), expectRefusal),
    { numRuns: 500 },
  );
});

it("any value in any one field is refused", async () => {
  const field = fc.constantFrom("format", "unverifiedCertificate", "algorithm", "signature");
  await fc.assert(
    fc.asyncProperty(field, fc.oneof(fc.anything(), fc.base64String(), fc.string()), async (name, value) => {
      await expectRefusal({ ...(good as object), [name]: value });
    }),
    { numRuns: 500 },
  );
});
