import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { message as anyMessage, unknownTag } from "../../../test/arbitraries/message.ts";
import { declarations, type WireElement } from "../../messages/index.ts";
import { fromMirror, readJson, readXml, toMirror, writeXml } from "../index.ts";
import { createCodec } from "./codec.ts";

const codec = createCodec();
const runs = { numRuns: 12 };

/** Another order of the elements, the same among those of one name. Unknown elements are left as they are. */
function shuffled(element: WireElement, next: () => number): WireElement {
  if (element.name.startsWith(unknownTag)) return element;
  const order = element.children.map((child) => ({ child, key: next() })).toSorted((a, b) => a.key - b.key);
  const byName = new Map<string, WireElement[]>();
  for (const child of element.children) byName.set(child.name, [...(byName.get(child.name) ?? []), child]);
  const children = order.map(({ child }) => shuffled(byName.get(child.name)?.shift() ?? child, next));
  return { ...element, children };
}

/** With a character that has a place there for the one of `message.ts` that has none. */
function inWindows31j({ name, text, children }: WireElement): WireElement {
  return { name, text: text.replaceAll("𠮷", "吉"), children: children.map(inWindows31j) };
}

/** The order of unknown elements is not a value. */
const sorted = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === "unknownElements" ? (inner as WireElement[]).toSorted((a, b) => a.name.localeCompare(b.name)) : inner,
  );

describe.each(declarations)("$id", (layout) => {
  const { id } = layout;
  const messages = anyMessage(layout);

  test("XML and back", () => {
    fc.assert(
      fc.property(messages, (message) => {
        const bytes = writeXml(codec.encode(id, message));
        const read = codec.decode(id, readXml(bytes).root);
        expect(read.message).toEqual(message);
        expect(read.problems.filter(({ kind }) => kind !== "unknownCode")).toEqual([]);
        expect(writeXml(codec.encode(id, read.message))).toEqual(bytes);
      }),
      runs,
    );
  });

  test("Shift_JIS and back", () => {
    fc.assert(
      fc.property(messages, (message) => {
        const tree = inWindows31j(codec.encode(id, message));
        const bytes = writeXml(tree, { charset: "shift_jis" });
        const read = readXml(bytes);
        expect(read).toEqual({ root: tree, charset: "shift_jis" });
        const again = codec.encode(id, codec.decode(id, read.root).message);
        expect(writeXml(again, { charset: "shift_jis" })).toEqual(bytes);
      }),
      { numRuns: 6 },
    );
  });

  test("JSON and back", () => {
    fc.assert(
      fc.property(messages, (message) => {
        const json = JSON.stringify(toMirror(codec.encode(id, message), layout));
        const tree = fromMirror(readJson(new TextEncoder().encode(json)), layout);
        expect(codec.decode(id, tree).message).toEqual(message);
      }),
      runs,
    );
  });

  test("the order of elements does not matter", () => {
    fc.assert(
      fc.property(messages, fc.infiniteStream(fc.nat()), (message, numbers) => {
        const tree = shuffled(codec.encode(id, message), () => numbers.next().value as number);
        const read = codec.decode(id, tree);
        expect(sorted(read.message)).toEqual(sorted(message));
        expect(sorted(codec.decode(id, codec.encode(id, read.message)).message)).toEqual(sorted(message));
      }),
      runs,
    );
  });

  test("any tree is read or refused with an error of the catalogue, and what was read comes back the same", () => {
    const tags = new Set(["XmlMsg", "MessageHeader", "MessageBody", "New"]);
    const visit = (group: typeof layout.header): void => {
      for (const { wire, type } of group.fields) {
        tags.add(wire);
        if (type.kind === "list") tags.add(type.item);
        if (type.kind === "list" || type.kind === "group") visit(type.group);
      }
    };
    visit(layout.header);
    visit(layout.body);
    const { node } = fc.letrec<{ node: WireElement }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.record({
          name: fc.constantFrom(...tags),
          text: fc.constantFrom("", " ", "1", "9", "01", "20261120", "20260230", "20261120091503", "花子"),
          children: fc.constant([]),
        }),
        fc.record({
          name: fc.constantFrom(...tags),
          text: fc.constant(""),
          children: fc.array(tie("node"), { maxLength: 5 }),
        }),
      ),
    }));
    const part = (name: string): fc.Arbitrary<WireElement> =>
      fc.array(node, { maxLength: 6 }).map((children) => ({ name, text: "", children }));
    const strict = layout.direction === "request";
    fc.assert(
      fc.property(part("MessageHeader"), part("MessageBody"), (header, body) => {
        const read = attempt(() => codec.decode(id, { name: "XmlMsg", text: "", children: [header, body] }));
        if (!read) return;
        const tree = attempt(() => codec.encode(id, read.message));
        if (!tree) expect(strict).toBe(true);
        else expect(sorted(codec.decode(id, tree).message)).toEqual(sorted(read.message));
      }),
      { numRuns: 40 },
    );
  });
});

/** Undefined for what is refused as it should be; any other error is a defect. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/^(wire\.duplicate|request\.invalid)$/) as string });
    return undefined;
  }
}
