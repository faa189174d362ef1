import { refused } from "./refuse.ts";

/** What a {@link RevocationProvider} may answer. `unknown`: asked, and could not be learned. */
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
  /** Aborted when the verification's caller gives up. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Learns whether a certificate is revoked. The status service of JPKI answers only to verifiers under contract
 * (jpki-card §4.6); the address inside a certificate must never be followed.
 */
export interface RevocationProvider {
  /** A rejection counts as `unknown`, never as `good`. */
  status(query: RevocationQuery): Promise<RevocationStatus>;
}

/** What is known about revocation after a verification that succeeded. */
export type RevocationResult = "good" | "notChecked" | "unknown";

/** Point 6: asks the provider, if there is one; only the literal answer `good` is good. */
export async function askRevocation(
  provider: RevocationProvider | undefined,
  query: RevocationQuery,
  required: boolean,
): Promise<RevocationResult> {
  if (!provider) {
    if (required) throw refused("token.revocationUnknown", "notChecked");
    return "notChecked";
  }
  let status: RevocationStatus = "unknown";
  let cause: unknown;
  try {
    status = await provider.status(query);
  } catch (error) {
    cause = error;
  }
  if (status === "revoked") throw refused("token.revoked", "revoked");
  if (status === "good") return "good";
  if (required) throw refused("token.revocationUnknown", "unknown", cause);
  return "unknown";
}
