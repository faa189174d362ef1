import type { MessageDeclaration, OverlayChange } from "../../messages/index.ts";
import { shownTag } from "../../wire/xml/tag-names.ts";
import { fieldsOf } from "../guesses.ts";
import type { ElementTally } from "./tally.ts";

/** Misspellings differ by a letter or two (`StatusOfInfecton`). */
const mostEdits = 2;

type Rename = Extract<OverlayChange, { do: "renameElement" }>;

/**
 * The guess whose tag was never seen and is spelt almost like an unknown one beside it: then the element is not new, but
 * the guessed spelling is wrong. Facts keep their names.
 */
export function renameFor(
  layout: MessageDeclaration,
  elements: ReadonlyMap<string, ElementTally>,
  stranger: ElementTally,
): Rename | undefined {
  const at = stranger.path.lastIndexOf("/");
  const [parent, tag] = [stranger.path.slice(0, at), stranger.path.slice(at + 1)];
  if (shownTag(tag) !== tag) return undefined;
  const alike = fieldsOf(layout).filter(
    ({ path, field }) =>
      field.confidence !== "H" &&
      path === `${parent}/${field.wire}` &&
      !elements.get(path)?.seen &&
      (field.type.kind === "group" || field.type.kind === "list") === stranger.isParent &&
      edits(field.wire.toLowerCase(), tag.toLowerCase()) <= mostEdits,
  );
  const [only] = alike;
  if (!only || alike.length > 1) return undefined;
  return { do: "renameElement", message: layout.id, path: only.path, to: tag };
}

/** Letters to add, drop or replace to get from one word to the other. */
export function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let at = 1; at <= to.length; at++) {
      const exchange = (row[at - 1] ?? 0) + (from[line - 1] === to[at - 1] ? 0 : 1);
      next.push(Math.min(exchange, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
