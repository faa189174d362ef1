import { isCentreCode } from "./centre-code.ts";
import { errorCatalogue } from "./errors/catalogue.ts";
import { lengthOf, logFileName, messageId } from "./errors/log-form.ts";

const secretNames = /pin|password|token|certificate|signature|authorization|challenge|cookie|secret|key/i;

const word = /^[a-z][A-Za-z]{0,31}$/;
const count = /^\d{1,9}$/;

/**
 * Under these names the SDK itself puts names, counts and places. They are kept only if they look like that, because a
 * person's value can appear under any name.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  field: /^(?:--)?[a-z][A-Za-z-]{0,39}(?:\[\d{1,6}\])?(?:\.[a-z][A-Za-z]{0,39})*$/,
  folder: /^(?:req|res|face)$/,
  status: /^[1-5]\d\d$/,
  line: count,
  column: count,
  path: /^(?:XmlMsg|MessageHeader|MessageBody)(?:\/[A-Z][A-Za-z]{0,59}\d{0,2})*$/,
  reference: new RegExp(`^${messageId}$`),
  statusWord: /^[0-9A-F]{4}$/,
  limit: count,
  variant: word,
  remaining: /^\d{1,2}$/,
  waitedMs: count,
  id: new RegExp(`^${messageId}(?:_face)?$`),
  kind: word,
  type: word,
  at: word,
};

const systemCode = /^E[A-Z]{2,20}$/;

/** What a log may show of a text or a number; undefined if nothing. */
function safeForm(name: string, value: unknown): unknown {
  const text = String(value);
  if (name === "fileName") return logFileName(text);
  // A number under the name of a code may be anything.
  if (/code$/i.test(name) && typeof value !== "string") return undefined;
  return isSafe(name, text) ? value : undefined;
}

function isSafe(name: string, text: string): boolean {
  // Drugs and diseases have a `code` too, so only error codes are safe there.
  if (name === "code") return Object.hasOwn(errorCatalogue, text) || systemCode.test(text);
  if (name === "centreCode") return isCentreCode(text) || Object.hasOwn(errorCatalogue, text);
  return Object.hasOwn(shapes, name) && shapes[name]?.test(text) === true;
}

/**
 * A copy of a value that may be logged. Structure and lengths stay; every text and number that is not on the short list
 * of safe names, or does not have the shape expected there, is replaced by its length, and every secret by a mark.
 * Property names stay as they are.
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
  const safe = typeof value === "string" || typeof value === "number" ? safeForm(name, value) : undefined;
  return safe ?? (typeof value === "string" ? lengthOf(value) : `‹${typeof value}›`);
}

function copyObject(value: object, name: string, around: readonly object[]): unknown {
  // Logging must not fail, whatever it is given.
  if (around.includes(value)) return "‹circular›";
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `‹${value.byteLength} bytes›`;
  const inside = [...around, value];
  if (Array.isArray(value)) return value.map((item) => copy(item, name, inside));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner, key, inside)]));
}
