/** Arc of the policies of JPKI-TEST, and of those of the real system (jpki-card §4.4). */
const testArc = "1.2.392.200149.8.5.1.0.";
const realArc = "1.2.392.200149.8.5.1.3.";

/** True for a policy of the test arc. */
export const isTestPolicy = (policy: string): boolean => policy.startsWith(testArc);

/** True for a policy under which real cards are issued. */
export const isRealPolicy = (policy: string): boolean => policy.startsWith(realArc);

/**
 * True when a distinguished name (DER) says JPKI-TEST anywhere. The keys of JPKI-TEST are published, so anybody can issue
 * such a certificate; lower case and two-byte strings make no difference.
 */
export function isTestName(name: Uint8Array): boolean {
  return Buffer.from(name).toString("latin1").replaceAll("\0", "").toUpperCase().includes("JPKI-TEST");
}
