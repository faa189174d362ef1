import { isOnshiError, OnshiError } from "../base/index.ts";
import type { MessageDeclaration } from "../messages/index.ts";
import { fieldOnWire } from "../wire/index.ts";

/** A field as the caller wrote it: from the list entry on, else without its path through the message. */
export function shortened(path: string): string {
  return /(?<![^.])[^.]+\[\d+\].*$/.exec(path)?.[0] ?? path.split(".").at(-1) ?? path;
}

/** The writer names the tag whose text the character set cannot hold; the caller knows it as a property. */
export function asCalled(error: unknown, layout: MessageDeclaration): unknown {
  if (!isOnshiError(error, "wire.unencodable")) return error;
  const { field: tag, path, ...details } = error.details;
  const found = fieldOnWire(layout, tag, path);
  if (found === undefined) return error;
  return new OnshiError(
    error.code,
    { ...details, field: shortened(found.field), label: found.label },
    { cause: error },
  );
}
