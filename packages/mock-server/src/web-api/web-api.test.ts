import { createHash, sign } from "node:crypto";
import { request } from "node:https";
import { cardTokenFormat } from "@onshi/core/base";
import { declarations } from "@onshi/core/messages";
import { createCodec, fromMirror, toMirror } from "@onshi/core/wire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../mock.ts";
import {
  authenticationCa,
  endOfJapanDay,
  issueAuthenticationCertificate,
  strangerCa,
  testKey,
  tlsTestCa,
} from "../pki/index.ts";
import { clockAt, inquiryFor, institution, medicationFor, morning, type SetClock } from "../test-world.ts";

let mock: Mock;
let clock: SetClock;

beforeAll(async () => {
  clock = clockAt();
  mock = await startMock({ clock, seed: "web" });
});
afterAll(() => mock.close());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

type Tls = { readonly cert?: string; readonly key?: string; readonly maxVersion?: "TLSv1.1" | "TLSv1.2" };

function post(path: string, body: unknown, token?: string, tls: Tls = mock.web.clientCertificate): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = typeof body === "string" ? body : JSON.stringify(body);
    const headers = { "content-type": "application/json", ...(token !== undefined && { authorization: token }) };
    const options = { method: "POST", ca: mock.web.ca, ...tls, headers, agent: false as const };
    const outgoing = request(mock.web.baseUrl + path, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode ?? 0, text, json: text === "" ? undefined : JSON.parse(text) });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(sent);
  });
}

const account = { institutionCode: institution, password: "onshi-test" };

async function login(): Promise<string> {
  const { json } = await post("/auth", account);
  return (json as { result: { idToken: string } }).result.idToken;
}

const codec = createCodec();
const layoutOf = (id: string) => {
  const found = declarations.find((declaration) => declaration.id === id);
  if (!found) throw new Error(id);
  return found;
};

function mirrorOf(id: "OQSsiquc01req" | "YZKsiquc01req", message: Parameters<typeof codec.encode>[1]): unknown {
  return toMirror(codec.encode(id as string, message), layoutOf(id));
}

const eligibilityBody = (): unknown =>
  mirrorOf("OQSsiquc01req", inquiryFor(mock.centre.persona("insured-valid").papers));

describe("the way in", () => {
  test("is closed without a client certificate", async () => {
    await expect(post("/auth", account, undefined, {})).rejects.toThrow();
  });

  test("is closed for a certificate of another authority", async () => {
    const { certificate, key } = tlsTestCa({ name: "stranger" }).issueClient({ institutionCode: institution });
    await expect(post("/auth", account, undefined, { cert: certificate, key })).rejects.toThrow();
  });

  test("is closed for TLS below 1.2", async () => {
    await expect(
      post("/auth", account, undefined, { ...mock.web.clientCertificate, maxVersion: "TLSv1.1" }),
    ).rejects.toThrow();
  });

  test("opens for the institution", async () => {
    const { status, json } = await post("/auth", account);
    expect(status).toBe(200);
    const token = expect.stringMatching(/^[0-9A-Z]{40}$/) as string;
    expect(json).toEqual({ status: "200", result: { accessToken: token, refreshToken: token, idToken: token } });
  });

  test.each([
    ["a wrong password", { ...account, password: "secret-guess" }],
    ["a password that is not text", { ...account, password: 1 }],
    ["no password", { institutionCode: institution }],
    ["another institution", { ...account, institutionCode: "9911000017" }],
  ])("stays closed with %s", async (_, body) => {
    const { status, json, text } = await post("/auth", body);
    expect(status).toBe(401);
    expect(json).toMatchObject({ code: "http.authenticationFailed" });
    expect(text).not.toMatch(/secret-guess|onshi-test/);
  });

  test.each([
    ["broken JSON", "{", 400, "wire.malformed"],
    ["a property twice", '{"password":"a","password":"onshi-test"}', 400, "wire.refused"],
    ["a list", "[]", 400, "request.invalid"],
    ["a code that could be real", '{"institutionCode":"1310000007","password":"x"}', 400, "request.invalid"],
    ["too much", `{"a":"${"x".repeat(1_000_001)}"}`, 413, "wire.tooLarge"],
  ])("answers %s with a reason", async (_, body, expected, code) => {
    const { status, json } = await post("/auth", body);
    expect({ status, json }).toMatchObject({ status: expected, json: { code } });
  });
});

describe("a message", () => {
  test("is answered with the mirror of its result", async () => {
    const { status, json } = await post("/messages/OQSsiquc01req", eligibilityBody(), await login());
    expect(status).toBe(200);
    const { message, problems } = codec.decode("OQSsiquc01res", fromMirror(json, layoutOf("OQSsiquc01res")));
    expect(problems).toEqual([]);
    expect(message).toEqual(mock.centre.eligibility(inquiryFor(mock.centre.persona("insured-valid").papers)));
  });

  test("needs a login that has not expired", async () => {
    expect((await post("/messages/OQSsiquc01req", eligibilityBody())).status).toBe(401);
    expect((await post("/messages/OQSsiquc01req", eligibilityBody(), "guess")).status).toBe(401);
    const token = await login();
    clock.set("2026-11-20T10:15:02+09:00");
    expect((await post("/messages/OQSsiquc01req", eligibilityBody(), token)).status).toBe(200);
    clock.set("2026-11-20T10:15:03+09:00");
    const { status, text } = await post("/messages/OQSsiquc01req", eligibilityBody(), token);
    clock.set(morning);
    expect(status).toBe(401);
    expect(text).not.toContain(token);
  });

  test("of an unknown kind or path is not found", async () => {
    const token = await login();
    expect(await post("/messages/EPSsiPIR01req", eligibilityBody(), token)).toMatchObject({
      status: 404,
      json: { code: "wire.unexpectedMessage" },
    });
    expect((await post("/elsewhere", {}, token)).status).toBe(404);
  });

  test("without a mandatory element is refused with the reason", async () => {
    const { status, json } = await post(
      "/messages/OQSsiquc01req",
      { XmlMsg: { MessageHeader: {}, MessageBody: {} } },
      await login(),
    );
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: "request.invalid" });
    expect((json as { message: string }).message).toContain("XmlMsg/MessageHeader/MedicalInstitutionCode");
  });

  test("with a number instead of text is refused", async () => {
    const body = { XmlMsg: { MessageHeader: { MedicalInstitutionCode: 9910000000 }, MessageBody: {} } };
    expect((await post("/messages/OQSsiquc01req", body, await login())).status).toBe(400);
  });

  test("for drug information is refused by the centre without consent", async () => {
    const body = mirrorOf("YZKsiquc01req", medicationFor(mock.centre.persona("late-elderly").papers));
    const { status, text } = await post("/messages/YZKsiquc01req", body, await login());
    expect(status).toBe(200);
    expect(text).toContain("SIMY0002E");
  });
});

interface Challenge {
  readonly challengeId: string;
  readonly challenge: string;
  readonly expiresAt: string;
}

async function challengeFor(token: string): Promise<Challenge> {
  return (await post("/card/challenge", {}, token)).json as Challenge;
}

interface CardParts {
  readonly personaId?: string;
  readonly expiresOn?: string;
  readonly serial?: bigint;
  readonly ca?: ReturnType<typeof authenticationCa>;
  readonly audience?: string;
}

/** A token as the reader makes it, written again from the profile, to judge both sides independently. */
function tokenFor({ challenge }: Challenge, parts: CardParts = {}): Record<string, string> {
  const persona = mock.centre.persona(parts.personaId ?? "insured-valid");
  const key = testKey(persona.cardKey);
  const expiresOn = parts.expiresOn ?? persona.certificateExpiresOn;
  const certificate = issueAuthenticationCertificate({
    ca: parts.ca ?? authenticationCa(),
    key,
    notBefore: new Date("2024-05-01T01:23:45Z"),
    notAfter: endOfJapanDay(expiresOn),
    serial: parts.serial ?? persona.certificateSerial,
  });
  const hash = (data: string | Buffer): Buffer => createHash("sha256").update(data).digest();
  const framed = Buffer.concat([
    hash(cardTokenFormat),
    hash(parts.audience ?? mock.web.baseUrl),
    hash(Buffer.from(challenge, "base64")),
  ]);
  return {
    format: cardTokenFormat,
    unverifiedCertificate: Buffer.from(certificate).toString("base64"),
    algorithm: "RS256",
    signature: sign("sha256", framed, key).toString("base64"),
    appVersion: "test/0",
  };
}

const faceOf = (json: unknown) =>
  codec.decode("OQSsiquc01res_face", fromMirror(json, layoutOf("OQSsiquc01res_face"))).message;

describe("a card check-in", () => {
  test("checks the holder in, with her consents, and opens her drug information", async () => {
    const idToken = await login();
    const challenge = await challengeFor(idToken);
    expect(Buffer.from(challenge.challenge, "base64").length).toBeGreaterThanOrEqual(32);
    expect(challenge.expiresAt).toBe("2026-11-20T09:20:03+09:00");
    const body = { token: tokenFor(challenge), challengeId: challenge.challengeId, consents: { medication: true } };
    const { status, json } = await post("/card/check-in", body, idToken);
    expect(status).toBe(200);
    const { header, body: face } = faceOf(json);
    expect(header.referenceClassification).toBe("myNumberCard");
    expect(face.results?.[0]).toMatchObject({
      name: "試験　花子",
      medicationConsent: "consented",
      treatmentConsent: "notConsented",
    });
    const asked = mirrorOf("YZKsiquc01req", medicationFor(mock.centre.persona("insured-valid").papers));
    const drugs = await post("/messages/YZKsiquc01req", asked, idToken);
    expect(drugs.text).toContain("試験降圧錠５ｍｇ");
  });

  test("takes the session's latest challenge when none is named", async () => {
    const idToken = await login();
    await challengeFor(idToken);
    const challenge = await challengeFor(idToken);
    expect((await post("/card/check-in", { token: tokenFor(challenge) }, idToken)).status).toBe(200);
  });

  test("refuses the challenge of another session, which keeps it", async () => {
    const [mine, foreign] = [await login(), await login()];
    const challenge = await challengeFor(mine);
    const body = { token: tokenFor(challenge), challengeId: challenge.challengeId };
    expect(await post("/card/check-in", body, foreign)).toMatchObject({
      status: 403,
      json: { code: "token.challengeUnknown" },
    });
    expect((await post("/card/check-in", body, mine)).status).toBe(200);
  });

  test("a session that asks for many challenges loses its own and nobody else's", async () => {
    const [mine, flood] = [await login(), await login()];
    const challenge = await challengeFor(mine);
    const first = await challengeFor(flood);
    for (let count = 0; count < 5; count++) await challengeFor(flood);
    expect((await post("/card/check-in", { token: tokenFor(challenge) }, mine)).status).toBe(200);
    const { challengeId } = first;
    expect((await post("/card/check-in", { token: tokenFor(first), challengeId }, flood)).json).toMatchObject({
      code: "token.challengeUnknown",
    });
  });

  test("without any challenge is refused as such", async () => {
    const challenge = await challengeFor(await login());
    expect(await post("/card/check-in", { token: tokenFor(challenge) }, await login())).toMatchObject({
      status: 403,
      json: { code: "token.challengeUnknown" },
    });
  });

  test("needs a login", async () => {
    expect((await post("/card/challenge", {})).status).toBe(401);
    expect((await post("/card/check-in", { token: {} })).status).toBe(401);
  });

  test("uses a challenge once, whatever comes out of it", async () => {
    const idToken = await login();
    const challenge = await challengeFor(idToken);
    const { challengeId } = challenge;
    const bad = { ...tokenFor(challenge), signature: "AAAA" };
    expect((await post("/card/check-in", { token: bad, challengeId }, idToken)).json).toMatchObject({
      code: "token.signature",
    });
    const { status, json, text } = await post("/card/check-in", { token: tokenFor(challenge), challengeId }, idToken);
    expect({ status, json }).toMatchObject({ status: 403, json: { code: "token.challengeUnknown" } });
    expect(text).not.toContain(challenge.challenge);
  });

  test("refuses an expired challenge", async () => {
    const idToken = await login();
    const challenge = await challengeFor(idToken);
    clock.set("2026-11-20T09:20:03+09:00");
    const { json } = await post("/card/check-in", { token: tokenFor(challenge) }, idToken);
    clock.set(morning);
    expect(json).toMatchObject({ code: "token.challengeExpired" });
  });

  test.each<[string, CardParts, string]>([
    ["a token for another audience", { audience: "https://elsewhere.invalid" }, "token.signature"],
    ["a certificate of an unknown authority", { ca: strangerCa() }, "token.issuer"],
    ["a certificate after its grace", { expiresOn: "2026-07-31" }, "token.expired"],
  ])("refuses %s", async (_, parts, code) => {
    const idToken = await login();
    const { status, json } = await post(
      "/card/check-in",
      { token: tokenFor(await challengeFor(idToken), parts) },
      idToken,
    );
    expect({ status, json }).toMatchObject({ status: 403, json: { code } });
  });

  test("refuses anything that is not a token", async () => {
    const idToken = await login();
    await challengeFor(idToken);
    expect(await post("/card/check-in", { token: null }, idToken)).toMatchObject({
      status: 400,
      json: { code: "token.malformed" },
    });
  });

  test("in the grace period gives eligibility without medical information", async () => {
    const idToken = await login();
    const token = tokenFor(await challengeFor(idToken), { personaId: "certificate-grace" });
    const { status, json } = await post("/card/check-in", { token, consents: { medication: true } }, idToken);
    expect(status).toBe(200);
    const { body } = faceOf(json);
    expect(body).toMatchObject({ qualificationValidity: "valid", processingResultCode: "SIMA0102W" });
    expect(body.results?.[0]?.medicationConsent).toBe("notConsented");
  });

  test("of a card the register does not know finds nobody", async () => {
    const idToken = await login();
    const token = tokenFor(await challengeFor(idToken), { serial: 0x01020304n });
    const { status, json } = await post("/card/check-in", { token }, idToken);
    expect(status).toBe(200);
    expect(faceOf(json).body).toMatchObject({ qualificationValidity: "notFound" });
  });

  test.each([
    ["consents of an unknown kind", { consents: { everything: true } }],
    ["consents that are no yes or no", { consents: { medication: "yes" } }],
    ["consents that are no object", { consents: [] }],
    ["a challenge id that is not text", { challengeId: 1 }],
    ["an empty challenge id", { challengeId: "" }],
    ["a challenge id that is not a word", { challengeId: "a b" }],
    ["an endless challenge id", { challengeId: "x".repeat(101) }],
  ])("refuses %s", async (_, wrong) => {
    const idToken = await login();
    const token = tokenFor(await challengeFor(idToken));
    expect(await post("/card/check-in", { token, ...wrong }, idToken)).toMatchObject({
      status: 400,
      json: { code: "request.invalid" },
    });
  });
});
