import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { message as anyMessage } from "../../../test/arbitraries/message.ts";
import {
  appliedOverlay,
  applyOverlay,
  declarations,
  type FieldDeclaration,
  type GroupDeclaration,
  type MessageDeclaration,
  type OverlayChange,
  parseOverlay,
} from "../../messages/index.ts";
import { fromMirror, toMirror } from "../index.ts";
import { createCodec } from "./codec.ts";

/** Every element and list item of a message with a new tag, innermost first, so that each path is still the old one. */
function renameAll(layout: MessageDeclaration): readonly OverlayChange[] {
  const inside = (group: GroupDeclaration, path: string): OverlayChange[] =>
    group.fields.flatMap((field) => changesOf(field, `${path}/${field.wire}`));
  const changesOf = ({ type, wire }: FieldDeclaration, path: string): OverlayChange[] => {
    const rename = (at: string, tag: string): OverlayChange => ({
      do: "renameElement",
      message: layout.id,
      path: at,
      to: `New${tag}`,
    });
    if (type.kind === "group") return [...inside(type.group, path), rename(path, wire)];
    if (type.kind !== "list") return [rename(path, wire)];
    const item = `${path}/${type.item}`;
    return [...inside(type.group, item), rename(item, type.item), rename(path, wire)];
  };
  return [...inside(layout.header, "MessageHeader"), ...inside(layout.body, "MessageBody")];
}

const reversed = (layout: MessageDeclaration): readonly OverlayChange[] =>
  (["header", "body"] as const).flatMap((part) => {
    const order = layout[part].fields.map(({ wire }) => wire).toReversed();
    const path = part === "header" ? "MessageHeader" : "MessageBody";
    return order.length === 0 ? [] : [{ do: "reorder", message: layout.id, path, order } as const];
  });

const added = (layout: MessageDeclaration): readonly OverlayChange[] => [
  {
    do: "addElement",
    message: layout.id,
    path: "MessageBody",
    wire: "AddedByOverlay",
    name: "addedByOverlay",
    type: { kind: "date" },
  },
];

const loosened = (layout: MessageDeclaration): readonly OverlayChange[] =>
  layout.body.fields.flatMap(({ wire, cardinality, type }) => [
    ...(cardinality === "1"
      ? [{ do: "setElement", message: layout.id, path: `MessageBody/${wire}`, cardinality: "?" } as const]
      : []),
    ...(type.kind === "text" && type.pattern === undefined
      ? [{ do: "setElement", message: layout.id, path: `MessageBody/${wire}`, maxLength: 400 } as const]
      : []),
  ]);

const other: Readonly<Record<MessageDeclaration["direction"], string>> = {
  request: "XYZsiabc77req",
  result: "XYZsiabc77res",
  push: "XYZsiabc77res_face",
};

const kinds: Readonly<Record<string, (layout: MessageDeclaration) => readonly OverlayChange[]>> = {
  "every tag": renameAll,
  "every order": reversed,
  "one more element": added,
  "lengths and cardinalities": loosened,
  "the id": ({ id, direction }) => [{ do: "renameMessage", message: id, to: other[direction] }],
  "everything at once": (layout) => [
    ...added(layout),
    ...loosened(layout),
    ...reversed(layout),
    ...renameAll(layout),
    { do: "renameMessage", message: layout.id, to: other[layout.direction] },
  ],
};

const overlayOf = (changes: readonly OverlayChange[]) =>
  parseOverlay({ onshiOverlay: 2, basis: "0.1.0", source: "test", changes });

/** Made once: it compiles every layout. */
const plain = createCodec();

describe.each(Object.entries(kinds))("%s changed", (_, changesFor) => {
  test.each(declarations.map((layout) => [layout.id, layout] as const))("%s says the same", (id, layout) => {
    const { declarations: corrected } = appliedOverlay(declarations, overlayOf(changesFor(layout)));
    const changed = createCodec(corrected);
    fc.assert(
      fc.property(anyMessage(layout), (message) => {
        const document = plain.encode(id, message);
        const before = plain.decode(id, document).message;
        const tree = changed.encode(id, message);
        expect(changed.decode(id, tree).message).toEqual(before);
        // The JSON mirror follows the corrected layout, too.
        const mirror = JSON.parse(JSON.stringify(toMirror(tree, changed.layout(id)))) as unknown;
        expect(changed.decode(id, fromMirror(mirror, changed.layout(id))).message).toEqual(
          plain.decode(id, fromMirror(toMirror(document, plain.layout(id)), plain.layout(id))).message,
        );
      }),
      { numRuns: 4 },
    );
  });
});

test("where sources place elements differently, they are found under their new tags", () => {
  const layout = declarations.find(({ id }) => id === "OQSmutic02res") as MessageDeclaration;
  const corrected = applyOverlay(declarations, overlayOf(renameAll(layout)));
  const renamed = corrected.find(({ id }) => id === layout.id);
  const places = JSON.stringify([renamed?.relocations, renamed?.distributions]);
  const tags = places.match(/(?<=["/])[A-Z][A-Za-z]+(?=["/])/g) ?? [];
  expect(tags.filter((tag) => !tag.startsWith("New") && tag !== "MessageBody")).toEqual([]);
  expect(renamed?.relocations?.[0]).toMatchObject({ repeated: true, each: "MessageBody/NewBulkConfirmUnit" });
});

describe("ids", () => {
  test("a request follows its renamed answer, and its own new name", () => {
    const changes = [
      { do: "renameMessage", message: "OQSsiquc01res", to: "XYZsiabc77res" },
      { do: "renameMessage", message: "OQSsiquc01req", to: "XYZsiabc78req" },
    ] as const;
    const codec = createCodec(applyOverlay(declarations, overlayOf(changes)));
    expect(codec.layout("OQSsiquc01req")).toMatchObject({ id: "XYZsiabc78req", answer: "XYZsiabc77res" });
  });

  test("every request is paired with an answer that is declared, and no other message is", () => {
    const ids = new Set(declarations.map(({ id }) => id));
    for (const { id, direction, answer } of declarations) {
      if (direction === "request") expect(ids, id).toContain(answer);
      else expect(answer, id).toBeUndefined();
    }
  });

  test.each([
    ["no id", "hello"],
    ["an id of another direction", "XYZsiabc77res"],
    ["a path", "../OQSsiquc01req"],
  ])("%s is refused in the overlay, not at the desk", (_, to) => {
    const changes = [{ do: "renameMessage", message: "OQSsiquc01req", to }];
    expect(() => applyOverlay(declarations, parseOverlay({ onshiOverlay: 1, source: "test", changes }))).toThrow(
      expect.objectContaining({ code: "overlay.invalid", details: { field: "changes.0.to" } }),
    );
  });
});

describe("what an update made superfluous is harmless, and told", () => {
  test.each(Object.entries(kinds))("%s, applied to layouts that say it already", (_, changesFor) => {
    const [layout] = declarations;
    if (!layout) throw new Error("no layouts");
    const changes = changesFor(layout).filter((one) => one.do !== "reorder");
    const once = applyOverlay(declarations, overlayOf(changes));
    // As a later version of the SDK would have it: under its own name, but with the corrections in it.
    const again = appliedOverlay(once, overlayOf(changes.map((one) => movedTo(one, changes))));
    expect(again.superfluous).toEqual(changes.map((_one, index) => index));
    expect(again.declarations).toBe(once);
  });

  test("a contradiction stops", () => {
    const rename = { do: "renameElement", message: "OQSsiquc01req", path: "MessageHeader/Nothing", to: "Other" };
    expect(() => applyOverlay(declarations, overlayOf([rename as OverlayChange]))).toThrow(
      expect.objectContaining({ code: "overlay.invalid", details: { field: "changes.0.path" } }),
    );
  });
});

/** A path of the old tags, as it reads once the outer ones have been renamed. */
function movedTo(one: OverlayChange, changes: readonly OverlayChange[]): OverlayChange {
  const renamed = new Map(
    changes.flatMap((change) => (change.do === "renameElement" ? [[change.path, change.to] as const] : [])),
  );
  const message = changes.find((change) => change.do === "renameMessage");
  const withId = message && one.do !== "renameMessage" && "message" in one ? { ...one, message: message.to } : one;
  if (!("path" in withId)) return withId;
  const steps = withId.path.split("/");
  const path = steps.map((step, at) => {
    const isLast = at === steps.length - 1 && withId.do === "renameElement";
    return isLast ? step : (renamed.get(steps.slice(0, at + 1).join("/")) ?? step);
  });
  return { ...withId, path: path.join("/") };
}
