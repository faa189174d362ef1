import { OnshiError } from "../../base/index.ts";

/** A request that certainly has not left, or was certainly not accepted, is finished; the journal keeps any other. */
export function mayHaveLeft(error: unknown): boolean {
  if (!OnshiError.is(error)) return true;
  const { code, details } = error;
  if (code === "folder.rejected") return false;
  return (
    details.reference !== undefined ||
    details.variant === "sent" ||
    code === "answer.timeout" ||
    code === "http.outcomeUnknown" ||
    (code.startsWith("wire.") && code !== "wire.unencodable")
  );
}
