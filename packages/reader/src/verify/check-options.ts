import { systemClock } from "@onshi/core/base";
import { tokenAlgorithms, type TokenAlgorithm } from "../token/algorithms.ts";
import {
  attempt,
  countOf,
  flagOf,
  listOf,
  methodOf,
  nowOf,
  readOptions,
  textOf,
  wordOf,
  wrongOption,
} from "./option-values.ts";
import { isRealPolicy, isTestPolicy } from "./test-material.ts";
import { type TrustAnchor, trustAnchors } from "./trust-anchors.ts";
import type { VerifyOptions } from "./verify-options.ts";

/** Options after they were checked. */
export interface CheckedOptions {
  readonly anchors: readonly TrustAnchor[];
  readonly policies: readonly string[];
  readonly take: (id: string, options: object) => unknown;
  readonly challengeId: string;
  readonly session: string | undefined;
  readonly audience: string;
  readonly now: Date;
  readonly askStatus: ((query: object) => unknown) | undefined;
  readonly requireRevocation: boolean;
  readonly expiry: "refuse" | "report";
  readonly algorithms: readonly TokenAlgorithm[];
  readonly testOnly: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

const longestId = 1000;
const longestTimeoutMs = 600_000;

/** The defaults. An option without one is required, or absent when left out. */
const defaults: Readonly<Record<keyof VerifyOptions, unknown>> = {
  trust: undefined,
  policies: undefined,
  challenges: undefined,
  challengeId: undefined,
  session: undefined,
  audience: undefined,
  clock: systemClock,
  revocation: undefined,
  requireRevocation: false,
  expiry: "refuse",
  algorithms: ["RS256"],
  testOnly: false,
  timeoutMs: 10_000,
  signal: undefined,
};

/**
 * All options, judged before the token is looked at and before a challenge is taken: a wrongly configured server lets
 * nobody in and uses nothing up.
 */
export function checkOptions(options: VerifyOptions): CheckedOptions {
  const given = readOptions(options, defaults);
  const testOnly = flagOf("testOnly", given.testOnly);
  const { revocation } = given;
  return {
    anchors: anchorsOf(given.trust, testOnly),
    policies: listOf("policies", given.policies).map((policy) => policyOf(policy, testOnly)),
    take: methodOf("challenges", given.challenges, "take"),
    challengeId: textOf("challengeId", given.challengeId, longestId),
    session: given.session === undefined ? undefined : textOf("session", given.session, longestId),
    audience: textOf("audience", given.audience, longestId),
    now: nowOf(given.clock),
    askStatus: revocation === undefined ? undefined : methodOf("revocation", revocation, "status"),
    requireRevocation: flagOf("requireRevocation", given.requireRevocation),
    expiry: wordOf("expiry", given.expiry, ["refuse", "report"]),
    algorithms: listOf("algorithms", given.algorithms).map((algorithm) =>
      wordOf("algorithms", algorithm, tokenAlgorithms),
    ),
    testOnly,
    timeoutMs: countOf("timeoutMs", given.timeoutMs, longestTimeoutMs),
    signal: signalOf(given.signal),
  };
}

/** Test CAs and CAs of the real system are never mixed, and test CAs are accepted only where somebody asked for them. */
function anchorsOf(trust: unknown, testOnly: boolean): readonly TrustAnchor[] {
  const anchors = trustAnchors(trust);
  if (anchors.every(({ isTest }) => isTest === testOnly)) return anchors;
  throw wrongOption(
    "trust",
    testOnly
      ? { ja: "testOnlyではJPKI-TESTのCA証明書だけ", en: "CA certificates of JPKI-TEST only, with testOnly: true" }
      : { ja: "本番のCA証明書（試験用はtestOnlyが必要）", en: "no CA of JPKI-TEST without testOnly: true" },
  );
}

function policyOf(value: unknown, testOnly: boolean): string {
  if (typeof value !== "string" || !/^\d{1,20}(\.\d{1,20}){1,30}$/.test(value)) {
    throw wrongOption("policies", { ja: "OID文字列の配列", en: "an array of object identifiers: jpkiPolicies" });
  }
  if (testOnly ? isRealPolicy(value) : isTestPolicy(value)) {
    throw wrongOption(
      "policies",
      testOnly
        ? { ja: "testOnlyでは本番のポリシー以外", en: "no policy of the real system with testOnly: true" }
        : { ja: "本番のポリシー（試験用はtestOnlyが必要）", en: "no test policy without testOnly: true" },
    );
  }
  return value;
}

function signalOf(value: unknown): AbortSignal | undefined {
  if (value === undefined || attempt("signal", () => value instanceof AbortSignal)) return value as AbortSignal;
  throw wrongOption("signal", { ja: "AbortSignal", en: "an AbortSignal" });
}
