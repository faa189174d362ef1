import { parseFileName } from "../../wire/index.ts";
import { otherDate } from "./dates.ts";
import { institutionCode } from "./numbers.ts";
import type { Substitution } from "./substitution.ts";

/**
 * Another name of the same kind: implementers put patient numbers into the free part, and a face file begins with the
 * institution code (oqs-exchange §2.2). The same free part gets the same stand-in, so requests and results stay together.
 * Undefined for a name that does not belong to the exchange.
 */
export function anonymousFileName(substitution: Substitution, name: string): string | undefined {
  const parts = parseFileName(name);
  if (!parts) return undefined;
  const { id, kind, free, extension } = parts;
  if (kind !== "face") return `${id}_${substitution.text(free)}.${extension}`;
  const time = /(\d{14})(?:[ \u3000].*)?\.xml$/i.exec(name)?.[1] ?? "";
  const code = /^\d{10}/.exec(free)?.[0] ?? "";
  // A tool may leave out the key; then its stand-in does too.
  if (free === "") return `${id}_face_${otherDate(substitution, time) ?? substitution.text(time)}.xml`;
  const key = (code && institutionCode(substitution, code)) + substitution.text(free.slice(code.length));
  return `${id}_face_${key}_${otherDate(substitution, time) ?? substitution.text(time)}.xml`;
}
