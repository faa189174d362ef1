import { leaf, parent, type WireElement } from "@onshi/core/messages";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { shuffleElements } from "./shuffle.ts";

const names = fc.constantFrom("A", "B", "C", "D", "E", "F");
const trees = fc.letrec<{ tree: WireElement }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(names, fc.string()).map(([name, text]) => leaf(name, text)),
    fc.tuple(names, fc.array(tie("tree"), { maxLength: 6 })).map(([name, children]) => parent(name, children)),
  ),
})).tree;

/** Names and texts of everything, in an order that does not depend on the order of different names. */
function content(element: WireElement): unknown {
  const byName = new Map<string, unknown[]>();
  for (const child of element.children) byName.set(child.name, [...(byName.get(child.name) ?? []), content(child)]);
  return [element.name, element.text, [...byName].toSorted(([a], [b]) => a.localeCompare(b))];
}

test("loses nothing and keeps elements of one name in order", () => {
  fc.assert(
    fc.property(trees, fc.string(), (tree, seed) => {
      expect(content(shuffleElements(tree, seed))).toEqual(content(tree));
      expect(shuffleElements(tree, seed)).toEqual(shuffleElements(tree, seed));
    }),
  );
});

test("changes the order, but never that of header and body", () => {
  const header = parent(
    "MessageHeader",
    Array.from("ABCDEFGHIJ", (name) => leaf(name, "1")),
  );
  const root = parent("XmlMsg", [header, parent("MessageBody", [])]);
  const shuffled = shuffleElements(root, "1");
  expect(shuffled.children.map(({ name }) => name)).toEqual(["MessageHeader", "MessageBody"]);
  expect(shuffled.children[0]?.children).not.toEqual(header.children);
});
