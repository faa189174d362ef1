/**
 * The server's side of a card check-in: issues challenges and judges card tokens. No native code.
 *
 * The card token is the SDK's own profile, because the national card protocol is not public.
 *
 * @module
 */
export type { TokenAlgorithm } from "../token/algorithms.ts";
export type { ChallengeStore, IssuedChallenge, IssueOptions, TakeOptions } from "./challenge-store.ts";
export { memoryChallengeStore, type MemoryChallengeStoreOptions } from "./memory-challenge-store.ts";
export { jpkiPolicies, jpkiTestPolicies } from "./policies.ts";
export type { RevocationProvider, RevocationQuery, RevocationResult, RevocationStatus } from "./revocation.ts";
export type { VerifiedCard, VerifiedCertificate, VerifiedIssuer } from "./verified-card.ts";
export { verifyCardToken } from "./verify-card-token.ts";
export type { VerifyOptions } from "./verify-options.ts";
