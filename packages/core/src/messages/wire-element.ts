/**
 * One element of a message as on the wire: either a leaf with text or a parent of other elements. Messages have no
 * attributes, no namespaces and no mixed content, so nothing else is needed.
 *
 * XML, the JSON mirror and the typed messages meet in this tree: formats are read into it, the codec reads it.
 */
export interface WireElement {
  /** Tag name, misspellings of the official layout included. */
  readonly name: string;
  /** Text of a leaf, exactly as on the wire (leading zeros and spaces kept); `""` for a parent. */
  readonly text: string;
  /** Children in document order; empty for a leaf. */
  readonly children: readonly WireElement[];
  /**
   * Only in `unknownElements` of a typed message: the property that this element would have become if its value had been
   * readable. It tells an unreadable value from an absent one, whatever an overlay calls the tag.
   */
  readonly unread?: string;
}

/** A leaf. */
export function leaf(name: string, text: string): WireElement {
  return { name, text, children: [] };
}

/** A parent of other elements. */
export function parent(name: string, children: readonly WireElement[]): WireElement {
  return { name, text: "", children };
}

/** The first child with a name. */
export function child(element: WireElement, name: string): WireElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}
