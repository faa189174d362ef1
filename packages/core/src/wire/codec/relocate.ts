import { OnshiError } from "../../base/index.ts";
import type { Relocation, WireElement } from "../../messages/index.ts";
import { findAll, insert, mapAll, type Steps, takeAll, without } from "./tree-paths.ts";

/** A relocation, and whether its element carries a decision. */
export interface Move extends Relocation {
  readonly decisive: boolean;
}

/**
 * Moves elements that sources place differently to where the declaration has them (oqs-exchange §8.3). A single element
 * that is already there stays, and the others are left where they were.
 *
 * @throws OnshiError `wire.duplicate` when a decision appears in more than one place
 */
export function relocate(root: WireElement, moves: readonly Move[]): WireElement {
  const moved = moves.reduce(moveOne, root);
  // A move can uncover further elements to move; afterwards, reading what was written finds nothing left to move.
  return moved === root ? root : relocate(moved, moves);
}

function moveOne(root: WireElement, move: Move): WireElement {
  // Header and body stay even if the move empties them; inside a block nothing has to stay.
  if (move.each === undefined) return moveWithin(root, move, stepsOf(move.from), stepsOf(move.to), 1);
  const below = move.each.length + 1;
  const [from, to] = [stepsOf(move.from.slice(below)), stepsOf(move.to.slice(below))];
  return mapAll(root, stepsOf(move.each), (block) => moveWithin(block, move, from, to, 0));
}

function stepsOf(path: string): Steps {
  return path.split("/");
}

function moveWithin(scope: WireElement, move: Move, from: Steps, to: Steps, fixed: number): WireElement {
  const home = to.slice(0, -1);
  if (move.repeated) {
    const { rest, elements } = takeAll(scope, from, fixed);
    const settled = new Set(findAll(scope, home).flatMap(({ children }) => children));
    return elements.every((element) => settled.has(element)) ? scope : insert(rest, home, elements);
  }
  const standing = findAll(scope, to);
  const others = findAll(scope, from).filter((element) => !standing.includes(element));
  if (move.decisive && standing.length + others.length > 1) {
    throw new OnshiError("wire.duplicate", { path: `XmlMsg/${move.to}` });
  }
  const [first] = others;
  return first && standing.length === 0 ? insert(without(scope, first), home, [first]) : scope;
}
