import { parseFileName } from "../wire/index.ts";

/**
 * A file's name without its free parts: implementers put patient numbers there (oqs-exchange §2.2). Names that do not
 * belong to the exchange keep only their extension.
 */
export function fileLabel(name: string): string {
  const parts = parseFileName(name);
  if (parts) return `${parts.id}${parts.kind === "face" ? "_face" : ""}_*.${parts.extension}`;
  return `*${/\.[0-9A-Za-z]{1,5}$/.exec(name)?.[0] ?? ""}`;
}
