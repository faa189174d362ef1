import { generateKeyPairSync, sign } from "node:crypto";
import { OnshiError } from "@onshi/core/base";
import { authenticationCa, endOfJapanDay, extensions } from "@onshi/mock-server/pki";
import { describe, expect, it, vi } from "vitest";
import { negatives } from "../../test/verify/negatives.ts";
import {
  challenge,
  clock,
  endsAt,
  goodLeaf,
  issue,
  now,
  scene,
  type SceneChanges,
  storeOf,
  trust,
} from "../../test/verify/scene.ts";
import { memoryChallengeStore, verifyCardToken, type VerifiedCard, type VerifyOptions } from "./index.ts";

const verify = (changes: SceneChanges = {}): Promise<VerifiedCard> => {
  const { token, options } = scene(changes);
  return verifyCardToken(token, options);
};

describe("accepts", () => {
  it("a good token, and reads the identity from the certificate", async () => {
    const leaf = issue({ commonName: "0000000000TEST99100001A", serial: 0x4a5b6c7dn });
    expect(await verify({ leaf })).toEqual({
      certificate: {
        der: leaf,
        serial: "4A5B6C7D",
        subjectCommonName: "0000000000TEST99100001A",
        notBefore: "2024-05-01T10:23:45+09:00",
        notAfter: "2029-04-10T23:59:59+09:00",
        policy: "1.2.392.200149.8.5.1.0.30",
      },
      issuer: { der: trust[1], serial: "06990003" },
      revocation: "notChecked",
      expired: false,
    });
  });

  const good: readonly (readonly [name: string, changes: SceneChanges])[] = [
    ["its JSON text", { wrap: (token) => JSON.stringify(token) }],
    ["text of 10,000 characters", { wrap: (token) => JSON.stringify(token).padEnd(10_000, " ") }],
    ["a later minor version with a field of its own", { format: "onshi-card:1.7", wrap: (t) => ({ ...t, later: 1 }) }],
    ["a certificate of the previous CA generation", { leaf: issue({ ca: authenticationCa({ generation: 2 }) }) }],
    ["a certificate without key id of its CA", { leaf: issue({ tweak: { omit: ["authorityKeyIdentifier"] } }) }],
    ["a certificate of 1,573 bytes", { leaf: issue({ tweak: { size: 1573 } }) }],
    ["a certificate of 1,792 bytes", { leaf: issue({ tweak: { size: 1792 } }) }],
    [
      "an unknown extension that is not critical",
      { leaf: issue({ tweak: { add: [extensions.unknownExtension(false)] } }) },
    ],
    [
      "explicit CA:FALSE",
      {
        leaf: issue({ tweak: { add: [{ oid: "2.5.29.19", critical: true, value: Uint8Array.of(0x30, 3, 1, 1, 0) }] } }),
      },
    ],
    ["the first instant of validity", { leaf: issue({ notBefore: now }) }],
    [
      "the last second of validity",
      {
        leaf: issue({ notAfter: now }),
        options: { clock: { now: () => new Date(now.getTime() + 999) }, challenges: storeOf(challenge, endsAt) },
      },
    ],
    [
      "a CA list with the same key twice, once expired",
      {
        options: { trust: [authenticationCa({ notAfter: new Date("2025-01-01T00:00:00Z") }).certificate, ...trust] },
      },
    ],
  ];
  it.each(good)("%s", async (_, changes) => {
    expect(await verify(changes)).toMatchObject({ expired: false });
  });

  it("an elliptic-curve card where the server allows it", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "secp384r1" });
    const changes: SceneChanges = {
      leaf: issue({ key: privateKey }),
      key: privateKey,
      sign: (framed, key) => sign("sha384", framed, { key, dsaEncoding: "ieee-p1363" }),
      token: { algorithm: "ES384" },
      options: { algorithms: ["RS256", "ES384"] },
    };
    expect(await verify(changes)).toMatchObject({ certificate: { der: changes.leaf } });
    expect(await verify({ options: { algorithms: ["RS256", "ES384"] } })).toMatchObject({ expired: false });
  });
});

describe("refuses", () => {
  it.each(negatives)("%s", async (_, code, variant, build) => {
    const { token, options } = build();
    const error = await verifyCardToken(token, options).catch((thrown: unknown) => thrown);
    expect(OnshiError.is(error)).toBe(true);
    expect(error).toMatchObject({ code, details: { variant } });
  });

  it("a token that is shown twice", async () => {
    const { token, options } = scene();
    await verifyCardToken(token, options);
    await expect(verifyCardToken(token, options)).rejects.toMatchObject({ code: "token.challengeUnknown" });
  });

  it("a second token for a challenge, even when the first was nonsense", async () => {
    const { token, options } = scene();
    await expect(verifyCardToken("nonsense", options)).rejects.toMatchObject({ code: "token.malformed" });
    await expect(verifyCardToken(token, options)).rejects.toMatchObject({ code: "token.challengeUnknown" });
  });

  it("without quoting the token", async () => {
    for (const [, , , build] of negatives) {
      const { token, options } = build();
      const error: unknown = await verifyCardToken(token, options).catch((thrown: unknown) => thrown);
      if (!OnshiError.is(error)) throw error;
      expect(Object.keys(error.details)).toEqual(["variant"]);
      expect(error.details.variant).toMatch(/^[a-zA-Z0-9]+$/);
    }
  });
});

describe("an expired certificate", () => {
  it("is reported instead of refused on demand, and everything else still holds", async () => {
    const expired = issue({ notAfter: endOfJapanDay("2026-10-31") });
    const report: Partial<VerifyOptions> = { expiry: "report" };
    expect(await verify({ leaf: expired, options: report })).toMatchObject({
      expired: true,
      certificate: { notAfter: "2026-10-31T23:59:59+09:00" },
    });
    const noPurpose = issue({ notAfter: endOfJapanDay("2026-10-31"), tweak: { omit: ["extendedKeyUsage"] } });
    await expect(verify({ leaf: noPurpose, options: report })).rejects.toMatchObject({ code: "token.usage" });
    const wrongAudience: SceneChanges = { leaf: expired, signedAudience: "https://other.invalid", options: report };
    await expect(verify(wrongAudience)).rejects.toMatchObject({ code: "token.signature" });
  });
});

describe("revocation", () => {
  it("is what the provider says, and unknown when it fails", async () => {
    const status = vi.fn(async () => "good" as const);
    expect(await verify({ options: { revocation: { status }, requireRevocation: true } })).toMatchObject({
      revocation: "good",
    });
    expect(status).toHaveBeenCalledWith({
      certificate: goodLeaf,
      issuer: trust[1],
      serial: expect.stringMatching(/^[0-9A-F]{8}$/),
      at: now,
      signal: undefined,
    });
    const failing = { status: () => Promise.reject(new Error("down")) };
    expect(await verify({ options: { revocation: failing } })).toMatchObject({ revocation: "unknown" });
    const odd = { status: async () => "GOOD" as "good" };
    expect(await verify({ options: { revocation: odd } })).toMatchObject({ revocation: "unknown" });
  });

  it("is never asked about a certificate that nobody vouches for", async () => {
    const status = vi.fn(async () => "good" as const);
    await expect(
      verify({ leaf: issue({ tweak: { broken: "body" } }), options: { revocation: { status } } }),
    ).rejects.toMatchObject({ code: "token.issuer" });
    expect(status).not.toHaveBeenCalled();
  });
});

describe("options", () => {
  it("works with the store that comes along", async () => {
    const challenges = memoryChallengeStore({ clock });
    const { id, challenge } = await challenges.issue();
    const changes: SceneChanges = { signedChallenge: challenge, options: { challenges, challengeId: id } };
    expect(await verify(changes)).toMatchObject({ certificate: { serial: expect.any(String) } });
    await expect(verify(changes)).rejects.toMatchObject({ code: "token.challengeUnknown" });
  });

  it("notices a CA that is added to or removed from the list", async () => {
    const list = [...trust];
    expect(await verify({ options: { trust: list } })).toMatchObject({ issuer: { der: trust[1] } });
    list.pop();
    await expect(verify({ options: { trust: list } })).rejects.toMatchObject({ code: "token.issuer" });
    list.push(authenticationCa().certificate);
    expect(await verify({ options: { trust: list } })).toMatchObject({ expired: false });
  });

  it.each([
    ["a CA that is no certificate", { trust: [Uint8Array.of(1, 2, 3)] }, "trust"],
    ["an empty audience", { audience: "" }, "audience"],
  ] as const)("refuses %s before the challenge is used", async (_, wrong, field) => {
    const { token, options } = scene();
    await expect(verifyCardToken(token, { ...options, ...wrong })).rejects.toMatchObject({
      code: "config.invalid",
      details: { field },
    });
    expect(await verifyCardToken(token, options)).toMatchObject({ expired: false });
  });

  it("gives up when the caller does", async () => {
    await expect(verify({ options: { signal: AbortSignal.abort() } })).rejects.toMatchObject({ code: "call.aborted" });
    const control = new AbortController();
    const revocation = {
      status: async (): Promise<"good"> => {
        control.abort();
        return "good";
      },
    };
    await expect(verify({ options: { signal: control.signal, revocation } })).rejects.toMatchObject({
      code: "call.aborted",
    });
  });
});
