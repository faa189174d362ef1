import type { FieldDeclaration, MessageDeclaration } from "../../messages/index.ts";
import { shownTag } from "../../wire/xml/tag-names.ts";
import { alternativePlaces, fieldAt } from "../walk.ts";

/** Returns the stand-in for a value; `field` is undefined for an element the layout does not know. */
export type Replace = (tag: string, field: FieldDeclaration | undefined, text: string) => string;

/** The declaration of the element at a path below `XmlMsg`. */
export type FieldLookup = (path: string) => FieldDeclaration | undefined;

/** Finds the declaration even if an element is at the other of two possible places. */
export function fieldLookup(layout: MessageDeclaration | undefined): FieldLookup {
  if (!layout) return () => undefined;
  const places = alternativePlaces(layout);
  return (path) => fieldAt(layout, path) ?? fieldAt(layout, places(path) ?? "");
}

/** Tags of the exchange are Latin; anything else could be a name in the wrong place. */
export function anonymousTag(tags: Map<string, string>, name: string): string {
  if (shownTag(name) === name) return name;
  const known = tags.get(name) ?? `Tag${tags.size + 1}`;
  tags.set(name, known);
  return known;
}
