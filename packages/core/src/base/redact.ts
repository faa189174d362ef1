const secretNames = /pin|password|token|certificate|signature|authorization|challenge|cookie|secret|key/i;

const safeNames = new Set([
  "code",
  "field",
  "folder",
  "fileName",
  "status",
  "centreCode",
  "line",
  "column",
  "path",
  "reference",
  "statusWord",
  "limit",
  "variant",
  "remaining",
  "waitedMs",
  "id",
  "kind",
  "type",
  "at",
]);

/**
 * A copy of a value that may be logged: structure and lengths stay, every text that is not on the short list of safe
 * names is replaced by its length, everything secret by a mark.
 *
 * @example
 * ```ts
 * import { redact } from "@onshi/core/base";
 *
 * redact({ code: "pin.wrong", name: "試験　花子", pin: "1234" }); // { code: "pin.wrong", name: "‹5›", pin: "‹secret›" }
 * ```
 */
export function redact(value: unknown, name = ""): unknown {
  if (secretNames.test(name)) return "‹secret›";
  if (typeof value === "string") return safeNames.has(name) ? value : `‹${value.length}›`;
  if (value instanceof Uint8Array) return `‹${value.length} bytes›`;
  if (Array.isArray(value)) return value.map((item) => redact(item, name));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redact(inner, key)]));
  }
  return value;
}
