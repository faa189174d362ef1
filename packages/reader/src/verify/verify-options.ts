import type { Clock } from "@onshi/core/base";
import type { TokenAlgorithm } from "./algorithms.ts";
import type { ChallengeStore } from "./challenge-store.ts";
import type { RevocationProvider } from "./revocation.ts";

/** By what a token is judged. Nothing in here comes from the token. */
export interface VerifyOptions {
  /**
   * The CA certificates that are believed, DER; all generations that are in use. Keep one array: what is learned from
   * it is remembered.
   */
  readonly trust: readonly Uint8Array[];
  /** Certificate policies (OIDs) that are accepted: `jpkiPolicies` or `jpkiTestPolicies`. */
  readonly policies: readonly string[];
  /** Where this server keeps the challenges it issued. */
  readonly challenges: ChallengeStore;
  /** Which challenge this token must answer: the one issued to this very session. */
  readonly challengeId: string;
  /** The server's own address, exactly as the card's side was told to sign it. */
  readonly audience: string;
  /** Default: the machine's clock. */
  readonly clock?: Pick<Clock, "now">;
  /** Learns whether the certificate is revoked. Default: none, and the answer says `notChecked`. */
  readonly revocation?: RevocationProvider;
  /** Refuse with `token.revocationUnknown` unless the provider said `good`. Default: false. */
  readonly requireRevocation?: boolean;
  /**
   * What becomes of an expired certificate. `refuse` (default): `token.expired`. `report`: the answer says
   * `expired: true` and the caller decides; the eligibility system goes on for three months (jpki-card §4.6).
   */
  readonly expiry?: "refuse" | "report";
  /** Signature algorithms that are accepted. Default: `["RS256"]`. */
  readonly algorithms?: readonly TokenAlgorithm[];
  /** Gives up with `call.aborted`. */
  readonly signal?: AbortSignal;
}
