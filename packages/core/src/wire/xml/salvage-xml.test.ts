import { describe, expect, test } from "vitest";
import { leaf, parent } from "../../messages/wire-element.ts";
import { readXml } from "./read-xml.ts";
import { salvageXml } from "./salvage-xml.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const sound =
  "<XmlMsg>\n<MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader>\n<MessageBody><A>1</A></MessageBody>\n</XmlMsg>";

describe("salvageXml", () => {
  test("a sound document is what readXml reads, with the line of each element", () => {
    const { root, faults, charset, lines } = salvageXml(encode(sound));
    expect(faults).toEqual([]);
    expect(charset).toBe("utf-8");
    expect(root).toEqual(readXml(encode(sound)).root);
    expect(root?.children.map((one) => lines.get(one))).toEqual([2, 3]);
  });

  test("wherever a document breaks off, what was closed before stays, and no partial value", () => {
    for (let end = 0; end <= sound.length; end++) {
      const cut = sound.slice(0, end);
      const { root, faults } = salvageXml(encode(cut));
      expect(faults.length, cut).toBe(end < sound.length ? 1 : 0);
      if (cut.includes("<XmlMsg>")) expect(root?.name).toBe("XmlMsg");
      const values = JSON.stringify(root ?? null).match(/"text":"1"/g)?.length ?? 0;
      expect(values, cut).toBe((cut.match(/1<\/[A-Za-z]+>/g) ?? []).length);
    }
  });

  test.each([
    ["a wrong end tag", "<XmlMsg><A>1</A><B>2</C></XmlMsg>", "wire.malformed", "XmlMsg/B"],
    ["a wrong end tag of the root", "<XmlMsg><A>1</A></XmlMgs>", "wire.malformed", "XmlMsg"],
    ["an attribute", "<XmlMsg><A>1</A><B x='1'>2</B></XmlMsg>", "wire.refused", "XmlMsg"],
    ["CDATA", "<XmlMsg><A>1</A><B><![CDATA[2]]></B></XmlMsg>", "wire.refused", "XmlMsg/B"],
    ["junk behind the root", "<XmlMsg><A>1</A></XmlMsg>x", "wire.malformed", undefined],
  ])("%s: the elements before it, the fault and its path", (_what, text, code, path) => {
    const { root, faults } = salvageXml(encode(text));
    expect(root).toEqual(parent("XmlMsg", [leaf("A", "1")]));
    expect(faults.map((one) => [one.code, one.details.path])).toEqual([[code, path]]);
  });

  test("bytes that mean nothing show as U+FFFD beside the fault that names their line", () => {
    const bytes = Uint8Array.from([...encode("<XmlMsg>\n<A>"), 0xff, ...encode("</A></XmlMsg>")]);
    const { root, faults } = salvageXml(bytes);
    expect(root?.children).toEqual([leaf("A", "\uFFFD")]);
    expect(faults.map((one) => [one.code, one.details.line])).toEqual([["wire.charset", 2]]);
  });

  test.each([
    ["nothing at all", ""],
    ["no XML", "%PDF-1.7"],
    ["another root", "<Other><A>1</A></Other>"],
  ])("%s gives a fault and no root", (_what, text) => {
    const { root, faults } = salvageXml(encode(text));
    expect(root).toBeUndefined();
    expect(faults).toHaveLength(1);
  });
});
