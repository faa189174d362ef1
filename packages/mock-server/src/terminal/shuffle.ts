import { createHash } from "node:crypto";
import type { WireElement } from "@onshi/core/messages";

/**
 * The same tree with the elements of each block in another order, as in real results: hash-like, the same for the same
 * tags (oqs-exchange §4.0). Elements of the same name keep their relative order.
 */
export function shuffleElements(element: WireElement, seed: string): WireElement {
  const rank = (name: string): string => createHash("sha256").update(`${seed} ${element.name} ${name}`).digest("hex");
  const ranks = new Map(element.children.map(({ name }) => [name, rank(name)]));
  const children = element.children
    // The header came before the body in every file seen so far.
    .toSorted((a, b) =>
      element.name === "XmlMsg" ? 0 : (ranks.get(a.name) ?? "").localeCompare(ranks.get(b.name) ?? ""),
    )
    .map((child) => shuffleElements(child, seed));
  return { ...element, children };
}
