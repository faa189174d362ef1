import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaf, parent, type WireElement } from "../../messages/index.ts";
import { readXml } from "./read-xml.ts";
import { readXmlUnits } from "./read-units.ts";
import { writeXml } from "./write-xml.ts";

/** The bytes in pieces of a size, so that tags, references and characters are cut anywhere. */
// oxlint-disable-next-line typescript/require-await -- stands for a file
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(
  bytes: Uint8Array,
  size: number = 7,
  limits: Parameters<typeof readXmlUnits>[2] = {},
): Promise<{ units: readonly WireElement[]; rest: WireElement }> {
  const units: WireElement[] = [];
  const reading = readXmlUnits(inPieces(bytes, size), "Unit", limits);
  for (;;) {
    const next = await reading.next();
    if (next.done) return { units, rest: next.value };
    units.push(next.value);
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const wrap = (inside: string): Uint8Array =>
  encode(`<?xml version="1.0" encoding="UTF-8"?>\r\n<XmlMsg><MessageBody>${inside}</MessageBody></XmlMsg>\n`);

describe("readXmlUnits", () => {
  test("gives the same as the reader of whole documents, wherever the pieces are cut", async () => {
    const text = fc.stringMatching(/^[ -~試験　花子髙&<>]{0,12}$/);
    const unit = fc.array(fc.tuple(fc.constantFrom("A", "B", "Unit"), text), { maxLength: 5 }).map((leaves) =>
      parent(
        "Unit",
        leaves.map(([name, value]) => leaf(name, value)),
      ),
    );
    const other = text.map((value) => leaf("Other", value));
    const charset = fc.constantFrom("utf-8" as const, "shift_jis" as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(unit, other)),
        charset,
        fc.integer({ min: 1, max: 40 }),
        async (body, set, size) => {
          const root = parent("XmlMsg", [
            parent("MessageHeader", [leaf("CharacterCodeIdentifier", set === "utf-8" ? "0" : "1")]),
            parent("MessageBody", body),
          ]);
          const bytes = writeXml(root, { charset: set });
          const whole = readXml(bytes).root.children[1]?.children ?? [];
          const { units, rest } = await readAll(bytes, size);
          expect(units).toEqual(whole.filter(({ name }) => name === "Unit"));
          expect(rest.children[1]?.children ?? []).toEqual(whole.filter(({ name }) => name !== "Unit"));
          expect(rest.children[0]?.children).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a unit is a child of the body, not what has its name elsewhere", async () => {
    const { units, rest } = await readAll(wrap("<Inner><Unit>1</Unit></Inner><Unit><Unit>2</Unit></Unit>"));
    expect(units).toHaveLength(1);
    expect(units[0]?.children[0]?.text).toBe("2");
    expect(rest.children[0]?.children[0]?.name).toBe("Inner");
  });

  test.each([
    ["a DOCTYPE", encode("<!DOCTYPE a><XmlMsg/>"), "wire.refused"],
    ["an entity of its own", wrap("<Unit>&x;</Unit>"), "wire.malformed"],
    ["CDATA", wrap("<Unit><![CDATA[1]]></Unit>"), "wire.refused"],
    ["a processing instruction", wrap("<?php 1 ?>"), "wire.refused"],
    ["an attribute", wrap('<Unit a="1"/>'), "wire.refused"],
    ["text beside units", wrap("<Unit/>text"), "wire.refused"],
    ["text before units", wrap("text<Unit/>"), "wire.refused"],
    ["a comment inside a value", wrap("<Unit>1<!-- -->2</Unit>"), "wire.refused"],
    ["__proto__", wrap("<Unit><__proto__/></Unit>"), "wire.refused"],
    ["another root", encode("<Other/>"), "wire.unexpectedMessage"],
    ["an early end", encode("<XmlMsg><MessageBody><Unit/>"), "wire.malformed"],
    ["two roots", encode("<XmlMsg/><XmlMsg/>"), "wire.malformed"],
    ["nothing", new Uint8Array(), "wire.malformed"],
    ["bytes of no character", Buffer.concat([wrap("<Unit/>"), Buffer.from([0xff])]), "wire.charset"],
    [
      "a control byte in Shift_JIS",
      encode('<?xml version="1.0" encoding="Shift_JIS"?><XmlMsg>\x1a</XmlMsg>'),
      "wire.charset",
    ],
    ["a deep unit", wrap(`<Unit>${"<A>".repeat(70)}${"</A>".repeat(70)}</Unit>`), "wire.tooDeep"],
  ])("refuses %s", async (_, bytes, code) => {
    await expect(readAll(bytes)).rejects.toMatchObject({ code });
  });

  test("bounds what one unit may cost, not the document", async () => {
    const many = wrap("<Unit><A/><A/><A/></Unit>".repeat(500));
    expect((await readAll(many, 100, { maxElements: 10, maxCharacters: 1000 })).units).toHaveLength(500);
    const fat = wrap(`<Unit>${"<A/>".repeat(20)}</Unit>`);
    await expect(readAll(fat, 100, { maxElements: 10 })).rejects.toMatchObject({ code: "wire.tooLarge" });
    const long = wrap(`<Unit>${"x".repeat(200_000)}</Unit>`);
    await expect(readAll(long, 100, { maxCharacters: 1000 })).rejects.toMatchObject({ code: "wire.tooLarge" });
    const outside = wrap("<Other><A/></Other>".repeat(20));
    await expect(readAll(outside, 100, { maxElements: 10 })).rejects.toMatchObject({ code: "wire.tooLarge" });
  });
});
