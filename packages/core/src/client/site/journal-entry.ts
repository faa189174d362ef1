import { createHash } from "node:crypto";

/** What a damaged entry of the journal reads as. */
export const damaged: unique symbol = Symbol("damaged");

/** A record as one line, and a second one that says whether the first is whole. */
export function entryBytes(record: object): Uint8Array {
  const line = JSON.stringify(record);
  return new TextEncoder().encode(`${line}\n${checksum(line)}\n`);
}

/**
 * The record in an entry; {@link damaged} for what is torn, altered or not of this version. Entries of the first builds
 * have no second line; one that is torn there is whole.
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
