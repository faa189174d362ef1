/** The format name of a card token; its first part is the major version that a verifier must know. */
export const cardTokenFormat = "onshi-card:1.0";

/**
 * A signature of the My Number Card over a server's challenge, as plain JSON. The SDK's own profile: the national
 * card protocol is not public.
 *
 * The signed bytes are `SHA-256(format) ‖ SHA-256(audience) ‖ SHA-256(challenge)`. The token does not contain
 * audience and challenge, so that a verifier has to take both from its own store.
 */
export interface CardToken {
  /** Always {@link cardTokenFormat} in this version. */
  readonly format: string;
  /** The user-authentication certificate (利用者証明用電子証明書), DER in base64. Unverified until a verifier has checked it. */
  readonly unverifiedCertificate: string;
  /** Name of the signature algorithm, e.g. `RS256`. */
  readonly algorithm: string;
  /** The signature in base64. */
  readonly signature: string;
  /** The program that made the token, e.g. `@onshi/reader/0.1.0`. */
  readonly appVersion: string;
}
