import type { WireElement } from "@onshi/core/messages";

/** A tree in the ordered form of fast-xml-parser. */
export type OrderedNode = Readonly<Record<string, unknown>>;

/** A message as fast-xml-parser's builder takes it, declaration included. */
export function builderInput(root: WireElement): readonly OrderedNode[] {
  const attributes = { "@_version": "1.0", "@_encoding": "UTF-8", "@_standalone": "no" };
  return [{ "?xml": [{ "#text": "" }], ":@": attributes }, ordered(root)];
}

function ordered({ name, text, children }: WireElement): OrderedNode {
  if (children.length > 0) return { [name]: children.map(ordered) };
  return { [name]: text === "" ? [] : [{ "#text": text }] };
}
