import { parent, type WireElement } from "../../messages/index.ts";

/** Tags from an element's children downwards. `*` as the first step before the tag means at any depth. */
export type Steps = readonly string[];

/** A tree without some elements, and these in document order. */
export interface Taken {
  readonly rest: WireElement;
  readonly elements: readonly WireElement[];
}

/** An empty element means the same as none (oqs-exchange §4.0). */
function saysSomething({ text, children }: WireElement): boolean {
  return text !== "" || children.length > 0;
}

/** The elements with content at a path, in document order; at any depth, but never one inside another. */
export function findAll(element: WireElement, steps: Steps): readonly WireElement[] {
  const [step, ...further] = steps;
  if (step === undefined) return saysSomething(element) ? [element] : [];
  if (step !== "*") return element.children.filter(({ name }) => name === step).flatMap((one) => findAll(one, further));
  const [tag] = further;
  return element.children.flatMap((one) => (one.name === tag && saysSomething(one) ? [one] : findAll(one, steps)));
}

/** The tree without one of its elements. */
export function without(element: WireElement, target: WireElement): WireElement {
  return mapChildren(element, (child) => (child === target ? [] : [without(child, target)]));
}

/**
 * Removes all elements at a path from the tree. At any depth (`*`), a wrapper that held nothing else is removed with
 * them, but never one of the first `fixed` levels.
 */
export function takeAll(element: WireElement, steps: Steps, fixed: number): Taken {
  const [step, ...further] = steps;
  const isAnywhere = step === "*";
  const tag = isAnywhere ? further[0] : step;
  const isLast = isAnywhere || further.length === 0;
  const elements: WireElement[] = [];
  const rest = mapChildren(element, (child) => {
    if (isLast && child.name === tag) {
      elements.push(child);
      return [];
    }
    if (!isAnywhere && child.name !== step) return [child];
    const inner = takeAll(child, isAnywhere ? steps : further, fixed - 1);
    elements.push(...inner.elements);
    const isEmptied = isAnywhere && inner.elements.length > 0 && inner.rest.children.length === 0;
    return isEmptied && fixed <= 0 ? [] : [inner.rest];
  });
  return { rest, elements };
}

/** The tree with elements added at the end of the element at a path, which is created if it is missing. */
export function insert(element: WireElement, [step, ...rest]: Steps, additions: readonly WireElement[]): WireElement {
  if (step === undefined) return { ...element, children: [...element.children, ...additions] };
  const home = element.children.find(({ name }) => name === step);
  if (!home) return { ...element, children: [...element.children, insert(parent(step, []), rest, additions)] };
  return mapChildren(element, (child) => [child === home ? insert(child, rest, additions) : child]);
}

/** The tree with every element at a path changed. */
export function mapAll(
  element: WireElement,
  [step, ...rest]: Steps,
  change: (element: WireElement) => WireElement,
): WireElement {
  if (step === undefined) return change(element);
  return mapChildren(element, (child) => [child.name === step ? mapAll(child, rest, change) : child]);
}

/** Keeps unchanged elements, so that a large document is not copied for a small correction. */
function mapChildren(element: WireElement, change: (child: WireElement) => readonly WireElement[]): WireElement {
  const children = element.children.flatMap(change);
  const isSame =
    children.length === element.children.length && children.every((child, at) => child === element.children[at]);
  return isSame ? element : { ...element, children };
}
