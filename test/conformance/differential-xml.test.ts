import { readXml } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";
import { assertSame, fuzzPlainXml } from "../fuzz/plain-xml-cases.ts";
import { fuzzXml } from "../fuzz/xml-cases.ts";
import { canonicalXml, fastXmlParserTree, libxmlVerdict, treeOf } from "../fuzz/xml-judges.ts";
import { golden, goldenNames } from "./xmllint.ts";

const names = goldenNames.filter((name) => name.endsWith(".xml"));

describe("our reader against fast-xml-parser and libxml2", () => {
  test.each(names)("%s reads the same", (name) => {
    const { root, charset } = readXml(golden(name));
    expect(treeOf(root)).toEqual(fastXmlParserTree(new TextDecoder(charset).decode(golden(name))));
  });

  test("all hand-typed files read the same in libxml2", async () => {
    const files = names.map((name) => golden(name)).filter((bytes) => readXml(bytes).charset === "utf-8");
    const { isWellFormed, canonical } = await libxmlVerdict(files);
    expect(isWellFormed).not.toContain(false);
    expect(files.map((bytes) => canonicalXml(treeOf(readXml(bytes).root))).join("")).toBe(canonical);
  });

  test("documents of chance, sound and spoilt: same trees, nothing accepted that others refuse", async () => {
    const { cases, accepted } = await fuzzXml({ seed: 20_261_120, cases: 600 });
    expect(accepted).toBeGreaterThan(cases / 5);
    expect(cases - accepted).toBeGreaterThan(cases / 5);
  });
});

describe("read past the parser or by it, a document is the same", () => {
  test.each(names)("%s, whole and cut off anywhere", (name) => {
    const bytes = golden(name);
    assertSame(bytes);
    for (let at = 0; at < bytes.length; at += 1 + Math.floor(bytes.length / 30)) assertSame(bytes.subarray(0, at));
  });

  test("changed at random: the same tree, or the same error at the same place", async () => {
    const { cases, accepted } = await fuzzPlainXml({ seed: 20_261_125, cases: 2_000 });
    expect(accepted).toBeGreaterThan(cases / 10);
    expect(cases - accepted).toBeGreaterThan(cases / 10);
  });

  test("limits hold on both ways", () => {
    const nested = (levels: number): Uint8Array =>
      new TextEncoder().encode(`<XmlMsg>${"<A>".repeat(levels)}${"</A>".repeat(levels)}</XmlMsg>`);
    const flat = (elements: number): Uint8Array =>
      new TextEncoder().encode(`<XmlMsg>${"<A/>".repeat(elements)}</XmlMsg>`);
    for (const count of [62, 63, 64, 65, 100_000]) {
      assertSame(nested(count));
      assertSame(flat(count), { maxElements: 64 });
    }
    expect(() => readXml(nested(64))).toThrow(expect.objectContaining({ code: "wire.tooDeep" }));
    expect(() => readXml(flat(64), { maxElements: 64 })).toThrow(expect.objectContaining({ code: "wire.tooLarge" }));
    expect(readXml(nested(63)).root.name).toBe("XmlMsg");
    expect(readXml(flat(63), { maxElements: 64 }).root.children).toHaveLength(63);
  });
});

describe("the judges can tell", () => {
  test("trees that differ in a blank, an order, a name", () => {
    const tree = fastXmlParserTree("<XmlMsg><A>1</A><B/></XmlMsg>");
    for (const other of [
      "<XmlMsg><A>1 </A><B/></XmlMsg>",
      "<XmlMsg><B/><A>1</A></XmlMsg>",
      "<XmlMsg><a>1</a><B/></XmlMsg>",
    ]) {
      expect(treeOf(readXml(new TextEncoder().encode(other)).root)).not.toEqual(tree);
    }
  });

  test("what is not well-formed, among what is", async () => {
    const documents = ["<A/>", "<A>", "<A>&#13; </A>", "<A>&x;</A>", "<A><B> </B>\n<!-- -->&#13;</A>"];
    const { isWellFormed, canonical } = await libxmlVerdict(documents.map((text) => new TextEncoder().encode(text)));
    expect(isWellFormed).toEqual([true, false, true, false, true]);
    expect(canonical).toBe("<A></A><A>&#xD; </A><A><B> </B></A>");
  });
});
