import { OnshiError } from "../../base/index.ts";

/** A request that surely has not left, or was surely not taken, is over; of any other the journal goes on knowing. */
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
