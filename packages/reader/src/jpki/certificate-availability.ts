/** Whether a certificate was issued; `unknown` for a value that nobody has described. */
export type Availability = "issued" | "absent" | "unknown";

/**
 * Which certificates a card holds (EF 0008). One source has measured it (jpki-card §1.2): `8F` means issued; that `00`
 * means absent is assumed.
 */
export interface CertificateAvailability {
  /** Signature certificate (署名用電子証明書). Absent for holders under 15, for instance. */
  readonly signature: Availability;
  /** User-authentication certificate (利用者証明用電子証明書). */
  readonly userAuthentication: Availability;
}

/** Length of the file; the meaning of its third byte is not known. */
export const availabilityLength = 3;

/** Reads the bytes of EF 0008; missing ones are `unknown`. */
export function readAvailability(bytes: Uint8Array): CertificateAvailability {
  const meaning = (byte: number | undefined): Availability =>
    byte === 0x8f ? "issued" : byte === 0x00 ? "absent" : "unknown";
  return { signature: meaning(bytes[0]), userAuthentication: meaning(bytes[1]) };
}
