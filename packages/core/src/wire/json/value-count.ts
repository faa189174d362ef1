import { endOfString, quoteSign } from "./scan-string.ts";

const comma = 0x2c;
const listStart = 0x5b;
const objectStart = 0x7b;

/**
 * Whether a document has more values than a limit, counting lists and objects. Looks only at the text, before anything is
 * parsed: thirty megabytes of `[],` make a parser build millions of objects.
 */
export function hasMoreValues(json: string, limit: number): boolean {
  let values = 1;
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (sign === quoteSign) {
      const end = endOfString(json, at);
      // A string that never ends: the parser reports where.
      if (end < 0) return false;
      at = end;
    } else if ((sign === comma || sign === listStart || sign === objectStart) && ++values > limit) return true;
  }
  return false;
}
