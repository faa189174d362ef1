import type { WireElement } from "./wire-element.ts";

/**
 * Flags of undeclared consent kinds, by the stem of their tags. Kinds have been added before, and the pattern of their
 * names is known (oqs-exchange §4.10).
 */
export function unknownConsentFlags(elements: readonly WireElement[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    elements.flatMap(({ name, text, unread }) => {
      const stem = unread === undefined ? /^(.+)ConsFlg$/.exec(name)?.[1] : undefined;
      return stem === undefined ? [] : [[stem, text] as const];
    }),
  );
}

/** Whether a tag is one of a consent's three: flag, time, end. */
export function isConsentTag(tag: string): boolean {
  return /^.+(?:ConsFlg|ConsTime|AvailableTime)$/.test(tag);
}
