import { OnshiError } from "@onshi/core/base";

/**
 * The error for a binding that could not be loaded. When it is the system's own PC/SC library that the loader misses, no
 * package would help: that is a missing service.
 */
export function missingBinding(variant: "pcsc-mini" | "pcsclite", cause: unknown): OnshiError {
  if (OnshiError.is(cause)) return cause;
  const text = cause instanceof Error ? cause.message : "";
  if (/libpcsclite\.so|winscard\.dll/i.test(text)) return new OnshiError("card.serviceMissing", {}, { cause });
  return new OnshiError("card.adapterMissing", { variant }, { cause });
}
