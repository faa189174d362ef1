import type { Certificate } from "./certificate.ts";

/** Where an instant lies in a certificate's validity. Both ends belong to it, the last second to its end. */
export function validityAt({ notBefore, notAfter }: Certificate, now: Date): "notYetValid" | "valid" | "expired" {
  if (now.getTime() < notBefore.getTime()) return "notYetValid";
  return now.getTime() < notAfter.getTime() + 1000 ? "valid" : "expired";
}
