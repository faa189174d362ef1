import type { MessageDeclaration } from "../../messages/index.ts";
import { anonymousTag, type FieldLookup, fieldLookup, type Replace } from "./places.ts";

/**
 * Replaces the values of a message's JSON mirror that has been read before. Order, indentation and byte order mark
 * stay; blanks within lines become those that `JSON.stringify` writes.
 */
export function replaceMirrorValues(
  bytes: Uint8Array,
  json: unknown,
  layout: MessageDeclaration | undefined,
  replace: Replace,
): Uint8Array {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const [, mark = "", indent] = /^(\uFEFF?)\s*\{(?:\r?\n([ \t]+))?/u.exec(text) ?? [];
  const end = /\r?\n$/.exec(text)?.[0] ?? "";
  const run: Run = { fields: fieldLookup(layout), tags: new Map(), replace };
  return new TextEncoder().encode(mark + JSON.stringify(copied(run, json, []), undefined, indent) + end);
}

interface Run {
  readonly fields: FieldLookup;
  readonly tags: Map<string, string>;
  readonly replace: Replace;
}

/** Arrays add nothing to the path: they are how JSON repeats an element. */
function copied(run: Run, value: unknown, open: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => copied(run, item, open));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([tag, inner]) => [anonymousTag(run.tags, tag), copied(run, inner, [...open, tag])]),
    );
  }
  if (typeof value !== "string") return value;
  return run.replace(open.at(-1) ?? "", run.fields(open.slice(1).join("/")), value);
}
