import { OnshiError } from "@onshi/core/base";
import { buildCertificate, distinguishedName, extensions, publicKeyInfo, testKey } from "@onshi/mock-server/pki";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { challenge, issue, scene, storeOf } from "../../test/verify/scene.ts";
import { wrongOptions } from "../../test/verify/wrong-options.ts";
import { jpkiPolicies, jpkiTestPolicies, verifyCardToken, type VerifyOptions } from "./index.ts";

/** How a good token fares with these options; fails when a challenge was taken. */
async function refusal(options: unknown): Promise<OnshiError> {
  const { token } = scene();
  const error: unknown = await verifyCardToken(token, options as VerifyOptions).then(
    () => "believed",
    (thrown: unknown) => thrown,
  );
  if (!OnshiError.is(error)) throw new Error(`not refused in the right way: ${String(error)}`);
  return error;
}

describe("options that cannot be used are refused by name before the challenge is taken", () => {
  it.each(wrongOptions.map(([field, name, wrong]) => [field, name, wrong] as const))(
    "%s: %s",
    async (field, _, wrong) => {
      const { token, options } = scene();
      const take = vi.spyOn(options.challenges, "take");
      const error = await refusal(Object.defineProperties({ ...options }, Object.getOwnPropertyDescriptors(wrong)));
      expect(error).toMatchObject({ code: "config.invalid", details: { field } });
      expect(`${error.message} ${error.operatorMessage}`).not.toMatch(/試験花子|9182/);
      expect(take).not.toHaveBeenCalled();
      expect(await verifyCardToken(token, options)).toMatchObject({ test: true });
    },
  );

  it.each(["trust", "policies", "challenges", "challengeId", "audience"] as const)("%s: left out", async (field) => {
    const { [field]: _, ...rest } = scene().options;
    expect(await refusal(rest)).toMatchObject({ code: "config.invalid", details: { field } });
  });

  it.each([[undefined], [null], [1], ["x"], [() => undefined], [[]]])("options: %s", async (options) => {
    expect(await refusal(options)).toMatchObject({ code: "config.invalid" });
  });

  it("each is read once, so that a getter cannot show the check one value and the code another", async () => {
    const { token, options } = scene();
    const reads = new Map<PropertyKey, number>();
    const watched = new Proxy(options, {
      get(target, name, receiver) {
        reads.set(name, (reads.get(name) ?? 0) + 1);
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    await verifyCardToken(token, watched);
    expect(reads.size).toBe(14);
    expect([...reads.values()].every((count) => count === 1)).toBe(true);
  });
});

describe("fuzzed options", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withNullPrototype: true,
  });
  const names = Object.keys(scene({ options: { timeoutMs: 1000, expiry: "refuse", algorithms: ["RS256"] } }).options);

  /** Whatever is given for these names, a card that expired last month under a foreign policy gets nowhere. */
  it("never let in anybody whom good ones would refuse, and fail only by name", async () => {
    const bad = issue({ notAfter: new Date("2026-10-31T14:59:59Z"), tweak: { policy: "1.2.392.200149.8.5.1.0.301" } });
    const { token } = scene({ leaf: bad });
    const changes = fc.dictionary(fc.constantFrom(...names, "expires", "testonly"), anything, {
      minKeys: 1,
      maxKeys: 3,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (change) => {
        const challenges = storeOf(challenge);
        const take = vi.spyOn(challenges, "take");
        const options = { ...scene().options, challenges, ...change };
        const error: unknown = await verifyCardToken(token, options as VerifyOptions).catch(
          (thrown: unknown) => thrown,
        );
        if (!OnshiError.is(error)) throw new Error(`not an error of ours: ${String(error)}`);
        expect(error.code).toMatch(/^(config\.invalid|token\.\w+|call\.aborted)$/);
        if (error.code === "config.invalid") expect(take).not.toHaveBeenCalled();
      }),
      { numRuns: 1000 },
    );
  });

  it("anything in place of all of them is refused by name", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (options) => {
        expect((await refusal(options)).code).toBe("config.invalid");
      }),
      { numRuns: 500 },
    );
  });
});

describe("test material", () => {
  const key = testKey("stranger-ca");
  const subject = distinguishedName(["C", "JP"], ["O", "Other"], ["OU", "CA for user authentication"]);
  const other = buildCertificate({
    serial: 1n,
    issuer: subject,
    subject,
    notBefore: new Date("2024-01-01T00:00:00Z"),
    notAfter: new Date("2034-01-01T00:00:00Z"),
    publicKey: publicKeyInfo(key),
    signingKey: key,
    extensions: [extensions.keyUsage("keyCertSign"), extensions.basicConstraints(true)],
  });
  const policy = jpkiPolicies[0] ?? "";
  const leaf = issue({ tweak: { issuer: subject, signingKey: key, policy, omit: ["authorityKeyIdentifier"] } });
  const real: Partial<VerifyOptions> = { trust: [other], policies: jpkiPolicies, testOnly: undefined };

  it("marks nothing when nothing is from JPKI-TEST", async () => {
    const { token, options } = scene({ leaf, options: real });
    expect(await verifyCardToken(token, options)).toMatchObject({ test: false });
  });

  it.each<[string, string, Partial<VerifyOptions>]>([
    ["a CA of JPKI-TEST beside a real one", "trust", { trust: [other, ...scene().options.trust] }],
    ["a CA of JPKI-TEST alone", "trust", { trust: scene().options.trust }],
    ["a test policy", "policies", { policies: jpkiTestPolicies }],
    ["a test policy beside a real one", "policies", { policies: [...jpkiPolicies, ...jpkiTestPolicies] }],
    ["a real CA where tests are meant", "trust", { testOnly: true, policies: jpkiTestPolicies }],
    ["a real policy where tests are meant", "policies", { testOnly: true, trust: scene().options.trust }],
  ])("refuses %s", async (_, field, wrong) => {
    const { options } = scene({ options: { ...real, ...wrong } });
    expect(await refusal(options)).toMatchObject({ code: "config.invalid", details: { field } });
  });

  it.each(["jpki-test", "J\0P\0K\0I\0-\0T\0E\0S\0T", "xJPKI-TESTx"])("also knows the name %j", async (name) => {
    const dressed = distinguishedName(["C", "JP"], ["OU", name]);
    const certificate = buildCertificate({
      serial: 1n,
      issuer: dressed,
      subject: dressed,
      notBefore: new Date("2024-01-01T00:00:00Z"),
      notAfter: new Date("2034-01-01T00:00:00Z"),
      publicKey: publicKeyInfo(key),
      signingKey: key,
      extensions: [extensions.basicConstraints(true)],
    });
    const { options } = scene({ options: { ...real, trust: [certificate] } });
    expect(await refusal(options)).toMatchObject({ code: "config.invalid", details: { field: "trust" } });
  });
});
