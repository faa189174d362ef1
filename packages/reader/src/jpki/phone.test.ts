import { fromHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import {
  type Desk,
  desk,
  failure,
  failureOf,
  readerName,
  request,
  testCard,
  testCertificate,
  type TestCardOptions,
  verifyCount,
} from "../../test/card/test-card.ts";
import { readTokenInformation } from "./token-information.ts";

const phone = (options: TestCardOptions = {}): Desk => desk(testCard({ profile: "android", ...options }));
const pin = async (): Promise<Uint8Array> => fromHex("31323334");
const select = "00A4040C0AD392F000260100000001";
const certificate = Buffer.from(testCertificate());

describe("a device that shows its certificate after the PIN", () => {
  test("without a PIN: what it is, and nothing was tried", async () => {
    const scene = phone();
    const error = await failureOf((await scene.open()).userAuthentication());
    expect([error.code, error.details.variant, error.operatorMessage]).toEqual([
      "card.pinRequired",
      "android",
      expect.stringContaining("暗証番号"),
    ]);
    expect(scene.log).toEqual(["begin", select, "00B08A00000000", "00B08600A0", "end leave"]);
  });

  test("with a PIN at hand: one VERIFY, then the certificate, then the card is unpowered", async () => {
    const scene = phone();
    const card = await scene.open();
    const given = await pin();
    expect(Buffer.from((await card.userAuthentication({ pin: given })).certificate.der)).toEqual(certificate);
    expect(verifyCount(scene.commands())).toBe(1);
    expect(scene.log.slice(-2)).toEqual(["end unpower", "close leave"]);
    expect([...given]).toEqual([0, 0, 0, 0]);
    scene.clear();
    // Known by now: the phone is recognised, and nobody is asked again.
    expect((await card.userAuthentication()).certificate.validUntil).toBe("2029-04-10");
    expect(scene.commands()).toEqual([select, "00B08600A0"]);
  });

  test("with a PIN that is asked for, told how many tries are left", async () => {
    const scene = phone({ pinTries: 2 });
    const questions: number[] = [];
    const ask = async ({ remaining }: { remaining: number }): Promise<Uint8Array> => (questions.push(remaining), pin());
    await (await scene.open()).userAuthentication({ pin: ask });
    expect([questions, verifyCount(scene.commands())]).toEqual([[2], 1]);
  });

  test.each(["asked", "at hand"])("a token with the PIN %s: one VERIFY for certificate and signature", async (how) => {
    const scene = phone();
    const card = await scene.open();
    const token = await card.authenticate(request, { pin: how === "asked" ? pin : "1234" });
    expect(token.unverifiedCertificate).toBe(certificate.toString("base64"));
    expect(verifyCount(scene.commands())).toBe(1);
    expect(await card.kind()).toBe("android");
  });

  test("a plastic card never gets the PIN, but the bytes are still wiped", async () => {
    const scene = desk(testCard());
    const given = await pin();
    await (await scene.open()).userAuthentication({ pin: given });
    expect([verifyCount(scene.commands()), [...given]]).toEqual([0, [0, 0, 0, 0]]);
    expect(await failure((await scene.open()).userAuthentication({ pin: "12" }))).toBe("pin.format");
  });

  test("the counter rules hold: no tries, last try", async () => {
    for (const [pinTries, code] of [
      [0, "pin.blocked"],
      [1, "pin.lastTry"],
    ] as const) {
      const scene = phone({ pinTries });
      expect(await failure((await scene.open()).userAuthentication({ pin }))).toBe(code);
      expect(verifyCount(scene.commands())).toBe(0);
    }
    const scene = phone({ pinTries: 1 });
    await (await scene.open()).userAuthentication({ pin, allowLastTry: true });
  });

  test("another device, swapped in while the patient types, gets no PIN", async () => {
    const scene = phone();
    const card = await scene.open();
    const other = testCard({ person: "auth-02" });
    const swap = async (): Promise<Uint8Array> => (scene.source.swapUnnoticed(readerName, other), pin());
    expect(await failure(card.userAuthentication({ pin: swap }))).toBe("card.changed");
    expect([other.triesLeft, verifyCount(scene.commands())]).toEqual([3, 0]);
  });

  test("without short ids, too", async () => {
    const scene = phone({ quirks: { shortIdentifiers: false } });
    const card = await scene.open();
    await card.authenticate(request, { pin });
    expect(verifyCount(scene.commands())).toBe(1);
    expect(scene.commands().find((command) => command.startsWith("00200080043"))).toBeDefined();
  });
});

describe("a card without short ids", () => {
  test.each(["asked", "at hand"])("PIN %s", async (how) => {
    const scene = desk(testCard({ quirks: { shortIdentifiers: false } }));
    const card = await scene.open();
    await card.authenticate(request, { pin: how === "asked" ? pin : "1234" });
    expect(verifyCount(scene.commands())).toBe(1);
    expect(await card.pinStatus()).toEqual({ remaining: 3 });
  });
});

describe("what the card is and holds, read only on request", () => {
  test.each(["card", "oldCard", "android", "iphone"] as const)("%s", async (profile) => {
    expect(await (await desk(testCard({ profile })).open()).kind()).toBe(profile);
  });

  test.each([
    ["", "unknown", ""],
    ["SOMETHING ELSE", "unknown", "SOMETHING ELSE"],
    ["\u0001\u00ff", "unknown", ""],
    ["JPKIAPICCTOKEN2\0\0\0", "card", "JPKIAPICCTOKEN2"],
  ])("label %j", (label, kind, shown) => {
    expect(readTokenInformation(Buffer.from(label, "latin1"))).toMatchObject({ kind, label: shown });
  });

  test("certificates issued", async () => {
    const card = await desk(testCard()).open();
    expect(await card.certificateAvailability()).toEqual({ signature: "absent", userAuthentication: "issued" });
    const without = await desk(testCard({ quirks: { authenticationCertificate: "missing" } })).open();
    expect(await without.certificateAvailability()).toMatchObject({ userAuthentication: "absent" });
  });

  test("the authority's certificate fits the user's", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    const { certificate: authority } = await card.caCertificate();
    const { certificate: own } = await card.userAuthentication();
    expect(authority).toMatchObject({ environment: "test", subject: own.issuer, keyId: own.issuerKeyId });
    expect(scene.commands()).toHaveLength(4);
  });
});
