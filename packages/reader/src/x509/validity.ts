import type { Certificate } from "./certificate.ts";

/** Where an instant lies relative to a certificate's validity. Both ends are inclusive, the last second in full. */
export function validityAt({ notBefore, notAfter }: Certificate, now: Date): "notYetValid" | "valid" | "expired" {
  if (now.getTime() < notBefore.getTime()) return "notYetValid";
  return now.getTime() < notAfter.getTime() + 1000 ? "valid" : "expired";
}
