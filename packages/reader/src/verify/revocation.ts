import { askOutside, type OutsideLimits } from "./outside-call.ts";
import { refused } from "../x509/refuse.ts";

/** What a {@link RevocationProvider} may answer. `unknown`: it asked and could not find out. */
export type RevocationStatus = "good" | "revoked" | "unknown";

/** The certificate whose revocation (失効) is asked for; its issuer is validated already. */
export interface RevocationQuery {
  /** The holder's certificate, DER. */
  readonly certificate: Uint8Array;
  /** The configured CA that issued it, DER. */
  readonly issuer: Uint8Array;
  /** Serial number (発行番号), hexadecimal. */
  readonly serial: string;
  /** The instant of the verification. */
  readonly at: Date;
  /** Aborted when the verification's caller gives up, and when the time for the answer is up. */
  readonly signal: AbortSignal;
}

/**
 * Learns whether a certificate is revoked. The status service of JPKI answers only to verifiers under contract
 * (jpki-card §4.6); the address inside a certificate must never be followed.
 */
export interface RevocationProvider {
  /**
   * A rejection, and no answer within the verification's `timeoutMs`, count as `unknown`, never as `good`. Any other
   * answer is a fault of the provider and ends the verification with `token.revocationUnknown`, whatever
   * `requireRevocation` says: it might have meant `revoked`.
   */
  status(query: RevocationQuery): Promise<RevocationStatus>;
}

/** What is known about revocation after a successful verification. */
export type RevocationResult = "good" | "notChecked" | "unknown";

/** The last step: asks the provider, if there is one; only the literal answer `good` counts as good. */
export async function askRevocation(
  ask: ((query: RevocationQuery) => unknown) | undefined,
  question: Omit<RevocationQuery, "signal">,
  required: boolean,
  limits: OutsideLimits,
): Promise<RevocationResult> {
  if (!ask) {
    if (required) throw refused("token.revocationUnknown", "notChecked");
    return "notChecked";
  }
  const answer = await askOutside((signal) => ask({ ...question, signal }), limits);
  if (answer.kind === "answered") {
    if (answer.value === "revoked") throw refused("token.revoked", "revoked");
    if (answer.value === "good") return "good";
    if (answer.value !== "unknown") throw refused("token.revocationUnknown", "answer");
  }
  if (!required) return "unknown";
  if (answer.kind === "late") throw refused("token.revocationUnknown", "timeout");
  throw refused("token.revocationUnknown", "unknown", answer.kind === "failed" ? answer.cause : undefined);
}
