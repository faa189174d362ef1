import {
  declarations,
  type GroupDeclaration,
  leaf,
  type MessageDeclaration,
  parent,
  type WireElement,
} from "../../src/messages/index.ts";
import type { Random } from "../../src/base/index.ts";

/** A document in which every declared element, and an unknown one in each group, holds a value somebody chose. */
export function plantedDocument(layout: MessageDeclaration, valueFor: (path: string) => string): WireElement {
  const group = (path: string, { fields }: GroupDeclaration): WireElement[] => [
    ...fields.map((field) => {
      const at = `${path}/${field.wire}`;
      const { type } = field;
      if (type.kind === "group") return parent(field.wire, group(at, type.group));
      if (type.kind === "list") return parent(field.wire, [parent(type.item, group(`${at}/${type.item}`, type.group))]);
      return leaf(field.wire, valueFor(at));
    }),
    leaf("ElementOfTomorrow", valueFor(`${path}/ElementOfTomorrow`)),
    parent("GroupOfTomorrow", [leaf("InnerOfTomorrow", valueFor(`${path}/GroupOfTomorrow/InnerOfTomorrow`))]),
  ];
  return parent("XmlMsg", [
    parent("MessageHeader", group("MessageHeader", layout.header)),
    parent("MessageBody", group("MessageBody", layout.body)),
  ]);
}

/** A layout by its file id. */
export function layoutOf(id: string): MessageDeclaration {
  const found = declarations.find((one) => one.id === id);
  if (!found) throw new Error(`no layout ${id}`);
  return found;
}

/** Bytes that only depend on a seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    bytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state >>> 24;
      }),
  };
}

/** All leaves with their paths, in document order. */
export function leavesOf(element: WireElement, path: string = ""): readonly { path: string; text: string }[] {
  return element.children.flatMap((one) => {
    const at = path === "" ? one.name : `${path}/${one.name}`;
    return one.children.length === 0 ? [{ path: at, text: one.text }] : leavesOf(one, at);
  });
}
