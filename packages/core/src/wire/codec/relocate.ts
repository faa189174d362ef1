import { OnshiError } from "../../base/index.ts";
import { parent, type Relocation, type WireElement } from "../../messages/index.ts";

/** A relocation, and whether its element carries a decision. */
export interface Move extends Relocation {
  readonly decisive: boolean;
}

/**
 * Moves elements that sources place differently to where the declaration has them (oqs-exchange §8.3). An element that
 * already stands there stays, and the others are left where they were.
 *
 * @throws OnshiError `wire.duplicate` when a decision stands in more than one place
 */
export function relocate(root: WireElement, moves: readonly Move[]): WireElement {
  return moves.reduce(moveOne, root);
}

function moveOne(root: WireElement, { from, to, decisive }: Move): WireElement {
  const target = to.split("/");
  const standing = find(root, target);
  const steps = from.split("/");
  const found = steps[0] === "*" ? findAnywhere(root, steps[1] ?? "") : find(root, steps);
  const others = found.filter((element) => !standing.includes(element));
  if (decisive && standing.length + others.length > 1) throw new OnshiError("wire.duplicate", { path: `XmlMsg/${to}` });
  const [first] = others;
  if (!first || standing.length > 0) return root;
  return insert(remove(root, first), target.slice(0, -1), first);
}

/** An empty element says the same as none (oqs-exchange §4.0). */
const saysSomething = ({ text, children }: WireElement): boolean => text !== "" || children.length > 0;

function find(element: WireElement, path: readonly string[]): readonly WireElement[] {
  const [step, ...rest] = path;
  if (step === undefined) return saysSomething(element) ? [element] : [];
  return element.children.filter((child) => child.name === step).flatMap((child) => find(child, rest));
}

function findAnywhere(element: WireElement, name: string): readonly WireElement[] {
  return element.children.flatMap((child) =>
    child.name === name && saysSomething(child) ? [child] : findAnywhere(child, name),
  );
}

function remove(element: WireElement, target: WireElement): WireElement {
  if (!element.children.some((child) => child === target || child.children.length > 0)) return element;
  return {
    ...element,
    children: element.children.filter((child) => child !== target).map((child) => remove(child, target)),
  };
}

function insert(element: WireElement, path: readonly string[], addition: WireElement): WireElement {
  const [step, ...rest] = path;
  if (step === undefined) return { ...element, children: [...element.children, addition] };
  const index = element.children.findIndex((child) => child.name === step);
  if (index < 0) return { ...element, children: [...element.children, insert(parent(step, []), rest, addition)] };
  return {
    ...element,
    children: element.children.map((child, at) => (at === index ? insert(child, rest, addition) : child)),
  };
}
