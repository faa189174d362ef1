import { createHash } from "node:crypto";

/** Stands for a damaged journal entry. */
export const damaged: unique symbol = Symbol("damaged");

/** A record as one line, and a second line that shows whether the first is complete. */
export function entryBytes(record: object): Uint8Array {
  const line = JSON.stringify(record);
  return new TextEncoder().encode(`${line}\n${checksum(line)}\n`);
}

/**
 * The record in an entry; {@link damaged} for what is torn, altered or from another version. Entries of the first builds
 * have no second line; a torn one is noticed because its JSON does not parse.
 */
export function recordIn(bytes: Uint8Array): { readonly v: 1 } | typeof damaged {
  try {
    const [line = "", sum = ""] = new TextDecoder("utf-8", { fatal: true }).decode(bytes).split("\n");
    const record = JSON.parse(line) as { readonly v?: unknown } | null;
    const isWhole = record?.v === 1 && (sum === "" || sum === checksum(line));
    return isWhole ? (record as { readonly v: 1 }) : damaged;
  } catch {
    return damaged;
  }
}

const checksum = (line: string): string => createHash("sha256").update(line).digest("hex").slice(0, 16);
