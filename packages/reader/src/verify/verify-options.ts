import type { Clock } from "@onshi/core/base";
import type { TokenAlgorithm } from "../token/algorithms.ts";
import type { ChallengeStore } from "./challenge-store.ts";
import type { RevocationProvider } from "./revocation.ts";

/**
 * What a token is judged by. Nothing in here comes from the token. All of it is checked before the challenge is taken: an
 * unknown name or value is `config.invalid`, never the lenient choice.
 */
export interface VerifyOptions {
  /**
   * The trusted CA certificates, DER; all generations in use. Keep one array: what was parsed from it is remembered. CAs
   * of JPKI-TEST are refused without `testOnly`.
   */
  readonly trust: readonly Uint8Array[];
  /** Certificate policies (OIDs) that are accepted: `jpkiPolicies` or `jpkiTestPolicies`. */
  readonly policies: readonly string[];
  /** Where this server keeps the challenges it issued. */
  readonly challenges: ChallengeStore;
  /** Which challenge this token must answer: the one issued to this very session. */
  readonly challengeId: string;
  /**
   * The session that this token came in, as it was given to `challenges.issue({ session })`. A challenge of another
   * session, or of none, is `token.challengeUnknown`, also with a store that does not look at sessions. Default: none,
   * and only challenges that were issued to no session are taken; then `challengeId` must come from the server's own
   * session, never from the request.
   */
  readonly session?: string | undefined;
  /** The server's own address, exactly as the card's side is told to sign it. */
  readonly audience: string;
  /** Default: the machine's clock. */
  readonly clock?: Pick<Clock, "now"> | undefined;
  /** Finds out whether the certificate is revoked. Default: none, and the answer says `notChecked`. */
  readonly revocation?: RevocationProvider | undefined;
  /** Refuse with `token.revocationUnknown` unless the provider said `good`. Default: false. */
  readonly requireRevocation?: boolean | undefined;
  /**
   * What to do with an expired certificate. `refuse` (default): `token.expired`. `report`: the answer says `expired:
   * true` and the caller decides; the eligibility system accepts it for three more months (jpki-card §4.6).
   */
  readonly expiry?: "refuse" | "report" | undefined;
  /** Signature algorithms that are accepted. Default: `["RS256"]`. */
  readonly algorithms?: readonly TokenAlgorithm[] | undefined;
  /**
   * Accepts test cards (JPKI-TEST), and nothing else. Their keys are published: whoever has one could check in as
   * anybody. With true, every CA has to be of JPKI-TEST, and the answer says `test: true`. Default: false, and test CAs
   * and test policies are `config.invalid`.
   */
  readonly testOnly?: boolean | undefined;
  /**
   * How long the challenge store and the revocation provider may take, each, in milliseconds; at most 600,000.
   * Default: 10,000. Then: `token.challengeUnavailable`, or the revocation is `unknown`.
   */
  readonly timeoutMs?: number | undefined;
  /** Gives up with `call.aborted`. By then the challenge may be used up. */
  readonly signal?: AbortSignal | undefined;
}
