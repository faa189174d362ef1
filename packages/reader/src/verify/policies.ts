/**
 * Policies of the real user-authentication certificate (利用者証明用電子証明書) on a card (jpki-card §4.4, confidence H).
 * The one for smartphones is not known and therefore not allowed.
 *
 * @example
 * ```ts
 * import { jpkiPolicies } from "@onshi/reader/verify";
 *
 * console.log(jpkiPolicies); // ["1.2.392.200149.8.5.1.3.30"]
 * ```
 */
export const jpkiPolicies: readonly string[] = Object.freeze(["1.2.392.200149.8.5.1.3.30"]);

/**
 * Policies of JPKI-TEST user-authentication certificates, test cards and the simulated card (jpki-card §4.4,
 * confidence I: inferred from the signature certificate's arc). Never together with a CA of the real system.
 *
 * @example
 * ```ts
 * import { jpkiTestPolicies } from "@onshi/reader/verify";
 *
 * console.log(jpkiTestPolicies); // ["1.2.392.200149.8.5.1.0.30"]
 * ```
 */
export const jpkiTestPolicies: readonly string[] = Object.freeze(["1.2.392.200149.8.5.1.0.30"]);
