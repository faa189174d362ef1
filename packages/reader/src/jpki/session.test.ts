import { createHash, generateKeyPairSync, verify, X509Certificate } from "node:crypto";
import { type CardToken, concat, fromHex, toHex } from "@onshi/core/base";
import { authenticationCa, issueAuthenticationCertificate } from "@onshi/mock-server/pki";
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
  verifyCount,
} from "../../test/card/test-card.ts";
import { connectThrough } from "../channel/reader-source.ts";
import type { AuthenticationRequest } from "../token/signing-request.ts";

const select = "00A4040C0AD392F000260100000001";
const readWhole = "00B08A00000000";
const counter = "00200098";
const verifyPin = "002000980431323334";
const sign = expect.stringMatching(/^802A0097333031300D060960864801650304020105000420[0-9A-F]{64}00$/);
/** READ of exactly the 1,700 known bytes. */
const compare = "00B08A000006A4";
const pin = async (): Promise<Uint8Array> => fromHex("31323334");

const sha256 = (data: string | Uint8Array): Buffer => createHash("sha256").update(data).digest();

/** Checks a token as its definition says, with nothing of this package. */
function signatureHolds(token: CardToken): boolean {
  const framed = Buffer.concat([sha256("onshi-card:1.0"), sha256(request.audience), sha256(request.challenge)]);
  const certificate = new X509Certificate(Buffer.from(token.unverifiedCertificate, "base64"));
  return verify("sha256", framed, certificate.publicKey, Buffer.from(token.signature, "base64"));
}

describe("a token", () => {
  test("holds the certificate, RS256 and a signature over the framed challenge", async () => {
    const card = await desk(testCard()).open();
    const token = await card.authenticate(request, { pin });
    expect(token).toMatchObject({ format: "onshi-card:1.0", algorithm: "RS256", appVersion: "@onshi/reader/0.1.0" });
    expect(token.unverifiedCertificate).toBe(Buffer.from(testCertificate()).toString("base64"));
    expect(signatureHolds(token)).toBe(true);
  });

  test("the challenge may come as base64", async () => {
    const card = await desk(testCard()).open();
    const challenge = Buffer.from(request.challenge).toString("base64");
    expect(signatureHolds(await card.authenticate({ ...request, challenge }, { pin: "1234" }))).toBe(true);
  });
});

describe("commands per job (models: counts)", () => {
  const script = async (work: (scene: Desk) => Promise<unknown>): Promise<readonly string[]> => {
    const scene = desk(testCard());
    await work(scene);
    return scene.log;
  };

  test("opening sends nothing", async () => {
    expect(await script((scene) => scene.open())).toEqual([]);
  });

  test("certificate: 2", async () => {
    const log = await script(async (scene) => (await scene.open()).userAuthentication());
    expect(log).toEqual(["begin", select, readWhole, "end leave"]);
  });

  test("counter: 2", async () => {
    const log = await script(async (scene) => (await scene.open()).pinStatus());
    expect(log).toEqual(["begin", select, counter, "end leave"]);
  });

  test("PIN at hand, certificate read before: 4 in one transaction, and the comparing read", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    await card.userAuthentication();
    scene.clear();
    await card.authenticate(request, { pin: "1234" });
    expect(scene.log).toEqual(["begin", select, compare, counter, verifyPin, sign, "end unpower", "close leave"]);
  });

  test("PIN asked between two transactions: one SELECT more", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    await card.userAuthentication();
    scene.clear();
    const ask = async (): Promise<Uint8Array> => (scene.log.push("ask"), pin());
    await card.authenticate(request, { pin: ask });
    const [before, after] = [
      ["begin", select, counter, "end leave"],
      ["begin", select, compare, verifyPin, sign, "end unpower", "close leave"],
    ];
    expect(scene.log).toEqual([...(before ?? []), "ask", ...(after ?? [])]);
  });

  test("from nothing: the certificate is read before the patient is asked, and compared after", async () => {
    const log = await script(async (scene) => (await scene.open()).authenticate(request, { pin }));
    expect(log.filter((line) => line.startsWith("00B0"))).toEqual([readWhole, compare]);
    expect(log.filter((line) => /^[0-9A-F]+$/.test(line))).toHaveLength(7);
  });

  test("where only short reads work, comparing takes one read of 256 bytes", async () => {
    const scene = desk(testCard({ quirks: { extendedLength: "wrongLength" } }));
    const card = await scene.open();
    await card.userAuthentication();
    scene.clear();
    await card.authenticate(request, { pin: "1234" });
    expect(scene.commands()).toEqual([select, "00B08A0000", counter, verifyPin, sign]);
  });
});

describe("what the card says", () => {
  test("a wrong PIN: the tries left, and another user action may follow on the same card", async () => {
    const virtual = testCard();
    const card = await desk(virtual).open();
    const error = await failureOf(card.authenticate(request, { pin: "0000" }));
    expect([error.code, error.details.remaining, virtual.triesLeft]).toEqual(["pin.wrong", 2, 2]);
    expect(signatureHolds(await card.authenticate(request, { pin: "1234" }))).toBe(true);
    expect(virtual.triesLeft).toBe(3);
  });

  test("the wrong PIN that blocks", async () => {
    const card = await desk(testCard({ pinTries: 1 })).open();
    const error = await failureOf(card.authenticate(request, { pin: "0000", allowLastTry: true }));
    expect([error.code, error.details.remaining]).toEqual(["pin.blocked", 0]);
  });

  test.each([
    [0, false, "pin.blocked"],
    [0, true, "pin.blocked"],
    [1, false, "pin.lastTry"],
  ] as const)(
    "%i tries left, last try allowed %s: %s, nobody is asked and no PIN is sent",
    async (tries, allow, code) => {
      const scene = desk(testCard({ pinTries: tries }));
      const card = await scene.open();
      let asked = 0;
      const ask = async (): Promise<Uint8Array> => ((asked += 1), pin());
      expect(await failure(card.authenticate(request, { pin: ask, allowLastTry: allow }))).toBe(code);
      expect(await failure(card.authenticate(request, { pin: "1234", allowLastTry: allow }))).toBe(code);
      expect([asked, verifyCount(scene.commands())]).toEqual([0, 0]);
    },
  );

  test("one try left and allowed: it is used", async () => {
    const card = await desk(testCard({ pinTries: 1 })).open();
    expect(signatureHolds(await card.authenticate(request, { pin, allowLastTry: true }))).toBe(true);
  });

  test.each(["missing", "empty"] as const)("certificate %s", async (authenticationCertificate) => {
    const card = await desk(testCard({ quirks: { authenticationCertificate } })).open();
    expect(await failure(card.userAuthentication())).toBe("card.certificateMissing");
    expect(await failure(card.authenticate(request, { pin }))).toBe("card.certificateMissing");
  });

  test("6F00 to the first command: SELECT is repeated once", async () => {
    const scene = desk(testCard({ quirks: { firstCommandFails: true } }));
    await (await scene.open()).userAuthentication();
    expect(scene.commands()).toEqual([select, select, readWhole]);
  });

  test("6F00 to a later SELECT is not: the card is no longer what it was", async () => {
    const fault = ({ index }: { index: number }): Uint8Array | undefined => (index === 2 ? fromHex("6F00") : undefined);
    const scene = desk(testCard({ fault }));
    const card = await scene.open();
    await card.userAuthentication();
    expect(await failure(card.pinStatus())).toBe("card.notJpki");
    expect(scene.commands()).toEqual([select, readWhole, select]);
  });

  test("a key that the package cannot sign with: nobody is asked, no PIN is sent", async () => {
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "secp384r1" });
    const elliptic = issueAuthenticationCertificate({
      ca: authenticationCa(),
      key: publicKey,
      notBefore: new Date("2024-05-01T01:23:45Z"),
      notAfter: new Date("2029-04-10T14:59:59Z"),
    });
    const fault = ({ command }: { command: Uint8Array }): Uint8Array | undefined =>
      command[1] === 0xb0 ? concat(elliptic, fromHex("9000")) : undefined;
    const scene = desk(testCard({ fault }));
    const card = await scene.open();
    expect((await card.userAuthentication()).certificate.key).toEqual({ type: "ec", curve: "secp384r1" });
    let asked = 0;
    for (const given of [() => ((asked += 1), "1234"), "1234"]) {
      const error = await failureOf(card.authenticate(request, { pin: given }));
      expect([error.code, error.details.variant]).toEqual(["card.unexpectedAnswer", "keyType"]);
    }
    expect([asked, verifyCount(scene.commands())]).toEqual([0, 0]);
  });

  test("aborted while the card is being compared: no PIN is sent", async () => {
    const controller = new AbortController();
    const scene = desk(testCard(), (index) => index === 4 && controller.abort());
    const card = await scene.open();
    expect(await failure(card.authenticate(request, { pin, signal: controller.signal }))).toBe("call.aborted");
    expect(scene.commands()).toHaveLength(5);
    expect(verifyCount(scene.commands())).toBe(0);
  });

  test("aborted after the PIN was sent: the call runs to its end", async () => {
    const controller = new AbortController();
    const scene = desk(testCard(), (index) => index === 5 && controller.abort());
    const card = await scene.open();
    expect(signatureHolds(await card.authenticate(request, { pin, signal: controller.signal }))).toBe(true);
  });

  test.each(["6A82", "6D00", "6E00", "6999", "6F00"])("another card: SELECT answers %s", async (statusWord) => {
    const virtual = { ...testCard(), transmit: () => fromHex(statusWord) };
    const scene = desk(virtual);
    const card = await scene.open();
    const error = await failureOf(card.userAuthentication());
    expect([error.code, error.details.statusWord]).toEqual(["card.notJpki", statusWord]);
    expect(await failure(card.authenticate(request, { pin: "1234" }))).toBe("card.notJpki");
    expect(new Set(scene.commands())).toEqual(new Set([select]));
  });

  test.each([
    ["6983", "pin.blocked"],
    ["6984", "pin.blocked"],
    ["63C0", "pin.blocked"],
    ["6300", "pin.wrong"],
    ["6581", "pin.unknownOutcome"],
    ["6F00", "pin.unknownOutcome"],
    ["6D00", "card.unexpectedAnswer"],
    ["6C04", "card.unexpectedAnswer"],
    ["6104", "card.unexpectedAnswer"],
  ])("VERIFY answered %s: %s, and never a second one", async (statusWord, code) => {
    const fault = ({ command }: { command: Uint8Array }): Uint8Array | undefined =>
      toHex(command) === verifyPin ? fromHex(statusWord) : undefined;
    const scene = desk(testCard({ fault }));
    expect(await failure((await scene.open()).authenticate(request, { pin: "1234" }))).toBe(code);
    expect(verifyCount(scene.commands())).toBe(1);
    expect(scene.log.at(-2)).toBe("end unpower");
  });

  test.each([
    ["nothing but a status word", "9000"],
    ["a signature of another key", `${"5A".repeat(256)}9000`],
    ["one byte too few", `${"5A".repeat(255)}9000`],
    ["a refusal", "6982"],
  ])("an invalid signature (%s) never becomes a token", async (_name, response) => {
    const fault = ({ command }: { command: Uint8Array }): Uint8Array | undefined =>
      command[1] === 0x2a ? fromHex(response) : undefined;
    const card = await desk(testCard({ fault })).open();
    expect(await failure(card.authenticate(request, { pin: "1234" }))).toBe("card.unexpectedAnswer");
  });
});

describe("the PIN status does not outlive the call", () => {
  const signedByOther = async (scene: Desk): Promise<string> => {
    const channel = await connectThrough(scene.source)(readerName);
    await channel.begin();
    await channel.transmit(fromHex(select));
    const digestInfo = `3031300D060960864801650304020105000420${"00".repeat(32)}`;
    return toHex((await channel.transmit(fromHex(`802A009733${digestInfo}00`))).slice(-2));
  };

  test("after a token", async () => {
    const scene = desk(testCard());
    await (await scene.open()).authenticate(request, { pin });
    expect(await signedByOther(scene)).toBe("6982");
  });

  test("after the reader failed between VERIFY and signature", async () => {
    const fault = ({ command }: { command: Uint8Array }): undefined => {
      if (command[1] === 0x2a) throw new Error("SCARD_F_COMM_ERROR");
    };
    const virtual = testCard({ fault });
    const scene = desk(virtual);
    expect(await failure((await scene.open()).authenticate(request, { pin }))).toBe("card.communication");
    expect(scene.log.at(-1)).toBe("close unpower");
  });
});

test.each([
  ["audience", { ...request, audience: "https://checkin.example.invalid/path" }],
  ["audience", { ...request, audience: "http://checkin.example.invalid" }],
  ["audience", { ...request, audience: "checkin" }],
  ["audience", { ...request, audience: "" }],
  ["audience", null as unknown as AuthenticationRequest],
  ["challenge", { ...request, challenge: new Uint8Array(31) }],
  ["challenge", { ...request, challenge: "not base64!" }],
  ["challenge", { ...request, challenge: "AAAA" }],
])("a request with a wrong %s reaches neither patient nor card", async (field, wrong) => {
  const scene = desk(testCard());
  const card = await scene.open();
  const bytes = fromHex("31323334");
  const error = await failureOf(card.authenticate(wrong, { pin: bytes }));
  expect([error.code, error.details.field]).toEqual(["request.invalid", field]);
  expect([...bytes]).toEqual([0, 0, 0, 0]);
  expect(await failure(card.authenticate(wrong, { pin }))).toBe("request.invalid");
  expect(scene.log).toEqual([]);
});

test("two calls at once take turns", async () => {
  const scene = desk(testCard());
  const card = await scene.open();
  await Promise.all([card.userAuthentication(), card.pinStatus(), card.authenticate(request, { pin: "1234" })]);
  const depth = scene.log.map((line) => (line === "begin" ? 1 : line.startsWith("end") ? -1 : 0));
  let open = 0;
  for (const change of depth) expect((open += change)).toBeLessThanOrEqual(1);
});

test("after close nothing goes through", async () => {
  const scene = desk(testCard());
  const card = await scene.open();
  await card.close();
  await card.close();
  await card[Symbol.asyncDispose]();
  expect(await failure(card.userAuthentication())).toBe("card.sessionClosed");
  expect(await failure(card.authenticate(request, { pin: "1234" }))).toBe("card.sessionClosed");
  expect(scene.log).toEqual(["close unpower"]);
});
