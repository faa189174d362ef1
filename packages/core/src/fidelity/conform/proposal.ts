import { isMandatory, isRepeated } from "../../messages/cardinality.ts";
import { isConsentTag } from "../../messages/consent-tags.ts";
import type { FieldDeclaration, MessageDeclaration, Overlay, OverlayChange } from "../../messages/index.ts";
import { shownTag } from "../../wire/xml/tag-names.ts";
import { fieldAt } from "../walk.ts";
import { renameFor } from "./renames.ts";
import type { BeyondOverlay } from "./report.ts";
import { type ElementTally, judged, type LayoutTally, pathOf } from "./tally.ts";
import { inferredType } from "../value-shape.ts";

/** What an overlay can correct, and what it cannot. */
export interface Proposal {
  readonly overlay: Overlay;
  readonly beyondOverlay: readonly BeyondOverlay[];
}

/**
 * The overlay that would make these files fit. It loosens what they contradict and names what they add; it never makes
 * anything stricter, because what some files have does not prove that all must have it.
 */
export function proposalFor(tallies: readonly LayoutTally[], files: number, bases: readonly Overlay[] = []): Proposal {
  const known = tallies.filter((tally) => tally.known);
  const drafts = known.map(draftFor);
  const unknown = tallies
    .filter((tally) => !tally.known)
    .map(({ layout }) => ({ message: layout.id, path: "", why: "unknownMessage" as const }));
  const source = `proposal of onshi conform from ${files} files; check it against the official document`;
  return {
    overlay: {
      onshiOverlay: 1,
      source: [...bases.map((base) => base.source), source].join(" + "),
      changes: [...bases.flatMap(({ changes }) => changes), ...drafts.flatMap(({ changes }) => changes)],
    },
    beyondOverlay: [...drafts.flatMap(({ beyond }) => beyond), ...unknown],
  };
}

interface Draft {
  readonly changes: OverlayChange[];
  readonly beyond: BeyondOverlay[];
}

function draftFor({ layout, elements, repeated }: LayoutTally): Draft {
  const draft: Draft = { changes: [], beyond: [] };
  const all = [...elements.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const renamed: string[] = [];
  for (const element of all) {
    if (element.field) {
      loosen(draft, layout, element);
    } else if (judged(element, "unknown") > 0 && isAskedFor(layout, element)) {
      if (isUnderstood(layout, element)) {
        draft.beyond.push({ message: layout.id, path: pathOf(element), why: "understood" });
        continue;
      }
      const rename = renameFor(layout, elements, element);
      if (rename) renamed.push(rename.path);
      if (rename) draft.changes.push(rename);
      else name(draft, layout, element, repeated.has(element.path));
    }
  }
  // A renamed tag does not become optional because it was missing under its old name.
  const changes = draft.changes.filter((change) => change.do !== "setElement" || !renamed.includes(change.path));
  return { changes, beyond: draft.beyond };
}

/** The outermost unknown element is the finding; what is inside it follows. */
function isAskedFor(layout: MessageDeclaration, { path }: ElementTally): boolean {
  const parent = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  return parent !== "" && fieldAt(layout, parent) !== undefined;
}

/**
 * A consent kind from a newer centre is already read by the pattern of its name. A property of its own would hide it, and
 * mistaken for another spelling of a known kind it would open what the patient never agreed to.
 */
function isUnderstood(layout: MessageDeclaration, { path }: ElementTally): boolean {
  const at = path.lastIndexOf("/");
  const siblings = fieldsIn(layout, path.slice(0, at));
  return isConsentTag(path.slice(at + 1)) && siblings.some(({ wire }) => wire.endsWith("AvailableTime"));
}

function fieldsIn(layout: MessageDeclaration, path: string): readonly FieldDeclaration[] {
  const type = fieldAt(layout, path)?.type;
  return type?.kind === "group" || type?.kind === "list" ? type.group.fields : [];
}

/** Lengths and cardinalities the files contradict. */
function loosen({ changes }: Draft, { id: message }: MessageDeclaration, element: ElementTally): void {
  const { field, path, missing, maxLength } = element;
  // Items of a list, header and body have no declaration that could be changed.
  if (!field || field.wire === field.name) return;
  const isOptionalNow = missing > 0 && isMandatory(field);
  const isLongerNow = field.type.kind === "text" && judged(element, "tooLong") + judged(element, "otherShape") > 0;
  if (!isOptionalNow && !isLongerNow) return;
  changes.push({
    do: "setElement",
    message,
    path,
    ...(isOptionalNow && { cardinality: isRepeated(field) ? "*" : "?" }),
    ...(isLongerNow && { maxLength: Math.max(maxLength, 1) }),
  });
}

/** A name for an element the layout does not know. */
function name({ changes, beyond }: Draft, layout: MessageDeclaration, element: ElementTally, isMany: boolean): void {
  const at = element.path.lastIndexOf("/");
  const [path, tag] = [element.path.slice(0, at), element.path.slice(at + 1)];
  const property = propertyName(tag);
  const cannot = (why: BeyondOverlay["why"]): void => {
    beyond.push({ message: layout.id, path: pathOf(element), why });
  };
  if (shownTag(tag) !== tag || property === undefined) return cannot("unsafeTag");
  if (element.isParent) return cannot("group");
  if (isMany) return cannot("repeated");
  const siblings = fieldsIn(layout, path);
  const isTaken =
    property === "unknownElements" || property in Object.prototype || siblings.some((one) => one.name === property);
  if (isTaken) return cannot("nameTaken");
  const change: OverlayChange = {
    do: "addElement",
    message: layout.id,
    path,
    wire: tag,
    name: property,
    type: inferredType(tag, element.common),
  };
  const clashes = changes.some((one) => one.do === "addElement" && one.path === path && one.name === property);
  if (clashes) return cannot("nameTaken");
  changes.push(change);
}

/** `AllergyInfoConsFlg` becomes `allergyInfoConsFlg`; undefined when the tag cannot become a property. */
function propertyName(tag: string): string | undefined {
  const letters = tag.replaceAll(/[^A-Za-z0-9]/g, "").replace(/^[0-9]+/, "");
  return letters === "" ? undefined : letters.charAt(0).toLowerCase() + letters.slice(1);
}
