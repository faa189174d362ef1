/** Why nothing could be found out; each reason has its own word, so that an audit can tell an outage from an attack. */
export type UnknownReason =
  | "unreachable"
  | "timeout"
  | "budget"
  | "httpStatus"
  | "tooLarge"
  | "malformed"
  | "responderRefused"
  | "severalAnswers"
  | "wrongCertificate"
  | "wrongResponder"
  | "responderExpired"
  | "badSignature"
  | "nonceMissing"
  | "nonceWrong"
  | "stale"
  | "fromTheFuture"
  | "responderUnknown";

/** What was found out about one certificate, and the proof of it. */
export interface RevocationEvidence {
  /** `unknown`: asked without result; `why` gives the reason. */
  readonly status: "good" | "revoked" | "unknown";
  readonly why?: UnknownReason;
  /** Reason of the revocation (失効理由) as RFC 5280 §5.3.1 numbers it, when the responder states it. */
  readonly reason?: number;
  /** The instant from which the certificate is revoked. */
  readonly revokedAt?: Date;
  /** The status is known to be right as of this instant. */
  readonly thisUpdate?: Date;
  /** By this instant newer information will be available; undefined when the responder does not say. */
  readonly nextUpdate?: Date;
  /** The signed answer, DER: for the audit record. It holds the serial number. */
  readonly response?: Uint8Array;
}

/** An answer that proves nothing. */
export class Unproven extends Error {
  readonly why: UnknownReason;

  constructor(why: UnknownReason, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}
