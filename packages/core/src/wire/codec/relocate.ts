import { parent, type Relocation, type WireElement } from "../../messages/index.ts";

/**
 * Moves elements that sources place differently to where the declaration has them (oqs-exchange §8.3). An element that
 * already stands there stays, and the other is left where it was.
 */
export function relocate(root: WireElement, relocations: readonly Relocation[]): WireElement {
  return relocations.reduce(moveOne, root);
}

function moveOne(root: WireElement, { from, to }: Relocation): WireElement {
  const target = to.split("/");
  if (find(root, target)) return root;
  const steps = from.split("/");
  const source = steps[0] === "*" ? findAnywhere(root, steps[1] ?? "") : find(root, steps) && steps;
  if (!source) return root;
  const element = find(root, source);
  return element ? insert(remove(root, element), target.slice(0, -1), element) : root;
}

function find(element: WireElement, path: readonly string[]): WireElement | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return element;
  for (const child of element.children) {
    const found = child.name === step ? find(child, rest) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Path to the first element of a name, never inside a repeated block: two of a kind carry no message-wide meaning. */
function findAnywhere(element: WireElement, name: string): readonly string[] | undefined {
  for (const child of element.children) {
    if (child.name === name) return [name];
  }
  for (const child of element.children) {
    const inner = findAnywhere(child, name);
    if (inner) return [child.name, ...inner];
  }
  return undefined;
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
