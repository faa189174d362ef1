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
import {
  memoryChallengeStore,
  type RevocationQuery,
  verifyCardToken,
  type VerifiedCard,
  type VerifyOptions,
} from "./index.ts";

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
      test: true,
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

  it("a second token for a challenge, whatever was wrong with the certificate or signature of the first", async () => {
    const usedUp = negatives.filter(([, code]) => /issuer|expired|usage|policy|algorithm|signature|revo/.test(code));
    for (const [name, , , build] of usedUp) {
      const { token, options } = build();
      const asked = vi.spyOn(options.challenges, "take");
      await verifyCardToken(token, options).catch(() => undefined);
      expect([name, asked.mock.calls.length]).toEqual([
        name,
        /^signature (missing|empty|an array|not)/.test(name) ? 0 : 1,
      ]);
    }
  });

  it("anything without the form of a token, without taking the challenge", async () => {
    const { token, options } = scene();
    await expect(verifyCardToken("nonsense", options)).rejects.toMatchObject({ code: "token.malformed" });
    await expect(verifyCardToken({ ...(token as object), signature: "!" }, options)).rejects.toMatchObject({
      code: "token.signature",
    });
    expect(await verifyCardToken(token, options)).toMatchObject({ expired: false });
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
  it("is what the provider says, or unknown when it fails", async () => {
    const status = vi.fn(async () => "good" as const);
    expect(await verify({ options: { revocation: { status }, requireRevocation: true } })).toMatchObject({
      revocation: "good",
    });
    expect(status).toHaveBeenCalledWith({
      certificate: goodLeaf,
      issuer: trust[1],
      serial: expect.stringMatching(/^[0-9A-F]{8}$/),
      at: now,
      signal: expect.any(AbortSignal),
    });
    const failing = { status: () => Promise.reject(new Error("down")) };
    expect(await verify({ options: { revocation: failing } })).toMatchObject({ revocation: "unknown" });
  });

  it("is asked last: never about a token that is refused for anything else", async () => {
    const status = vi.fn(async () => "good" as const);
    for (const [name, code, , build] of negatives) {
      if (code.startsWith("token.revo")) continue;
      const { token, options } = build();
      await expect(verifyCardToken(token, { ...options, revocation: { status } })).rejects.toMatchObject({ code });
      expect([name, status.mock.calls.length]).toEqual([name, 0]);
    }
  });
});

describe("outside code that hangs", () => {
  const never = new Promise<never>(() => undefined);

  it("a provider that never answers is unknown after the time-out, and its signal ends", async () => {
    let given: AbortSignal | undefined;
    const status = ({ signal }: RevocationQuery): Promise<never> => {
      given = signal;
      return never;
    };
    expect(await verify({ options: { revocation: { status }, timeoutMs: 5 } })).toMatchObject({
      revocation: "unknown",
    });
    expect(given?.aborted).toBe(true);
  });

  it("waits ten seconds by default", async () => {
    vi.useFakeTimers();
    try {
      const challenges = { issue: () => never, take: () => never };
      const { token, options } = scene({ options: { challenges } });
      const refused = expect(verifyCardToken(token, options)).rejects.toMatchObject({
        code: "token.challengeUnavailable",
        details: { variant: "timeout" },
      });
      await vi.advanceTimersByTimeAsync(9_999);
      expect(vi.getTimerCount()).toBe(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(vi.getTimerCount()).toBe(0);
      await refused;
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ["store", { challenges: { issue: () => never, take: () => never } }],
    ["provider", { revocation: { status: () => never } }],
  ])("the caller need not wait for a silent %s", async (_, outside) => {
    const control = new AbortController();
    const call = verify({ options: { ...outside, signal: control.signal } });
    setImmediate(() => control.abort());
    await expect(call).rejects.toMatchObject({ code: "call.aborted" });
  });

  it("leaves no timer behind", async () => {
    const before = process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
    await verify({ options: { revocation: { status: async () => "good" } } });
    expect(process.getActiveResourcesInfo().filter((each) => each === "Timeout")).toHaveLength(before);
  });
});

describe("options", () => {
  it("works with the store that is included", async () => {
    const challenges = memoryChallengeStore({ clock });
    const session = "desk-1";
    const { id, challenge } = await challenges.issue({ session });
    const changes: SceneChanges = { signedChallenge: challenge, options: { challenges, challengeId: id, session } };
    const elsewhere = { ...changes, options: { ...changes.options, session: "desk-2" } };
    await expect(verify(elsewhere)).rejects.toMatchObject({ code: "token.challengeUnknown" });
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
