import { endOfString, quoteSign } from "./scan-string.ts";

const colon = 0x3a;
const listStart = 0x5b;
const listEnd = 0x5d;
const objectStart = 0x7b;
const objectEnd = 0x7d;

/**
 * True when an object in the document has the same property twice. For text that `JSON.parse` has accepted, so that a
 * string before a colon can only be a property.
 */
export function hasDuplicateKey(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let last = "";
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (sign === quoteSign) {
      const end = endOfString(json, at);
      last = json.slice(at + 1, end);
      at = end;
    } else if (sign === objectStart || sign === listStart) open.push(sign === objectStart ? new Set() : undefined);
    else if (sign === objectEnd || sign === listEnd) open.pop();
    else if (sign === colon) {
      const keys = open.at(-1);
      // Escapes can spell the same name in another way.
      const key = last.includes("\\") ? (JSON.parse(`"${last}"`) as string) : last;
      if (keys?.has(key) === true) return true;
      keys?.add(key);
    }
  }
  return false;
}
