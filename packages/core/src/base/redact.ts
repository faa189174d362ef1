import { errorCatalogue } from "./errors/catalogue.ts";

const secretNames = /pin|password|token|certificate|signature|authorization|challenge|cookie|secret|key/i;

/** Under these names stand names, counts and places, never what a person brought. */
const safeNames = new Set([
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

const systemCode = /^E[A-Z]{2,20}$/;

/** `code` is also what drugs and diseases have, so only the codes of errors are safe there. */
function isSafe(name: string, value: unknown): boolean {
  if (name !== "code") return safeNames.has(name);
  return typeof value === "string" && (Object.hasOwn(errorCatalogue, value) || systemCode.test(value));
}

/**
 * A copy of a value that may be logged: structure and lengths stay, every text and number that is not on the short list
 * of safe names is replaced by its length, everything secret by a mark. Names of properties stay as they are.
 *
 * @example
 * ```ts
 * import { redact } from "@onshi/core/base";
 *
 * redact({ code: "pin.wrong", name: "試験　花子", pin: "1234" }); // { code: "pin.wrong", name: "‹5›", pin: "‹secret›" }
 * ```
 */
export function redact(value: unknown, name = ""): unknown {
  return copy(value, name, []);
}

function copy(value: unknown, name: string, around: readonly object[]): unknown {
  if (secretNames.test(name)) return "‹secret›";
  if (typeof value === "object" && value !== null) return copyObject(value, name, around);
  if (typeof value === "boolean" || value === undefined || value === null) return value;
  if (isSafe(name, value)) return value;
  return typeof value === "string" ? `‹${value.length}›` : `‹${typeof value}›`;
}

function copyObject(value: object, name: string, around: readonly object[]): unknown {
  // A log must not fail on what it is given.
  if (around.includes(value)) return "‹circular›";
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `‹${value.byteLength} bytes›`;
  const inside = [...around, value];
  if (Array.isArray(value)) return value.map((item) => copy(item, name, inside));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner, key, inside)]));
}
