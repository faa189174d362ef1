import { describe, expect, test } from "vitest";
import { zipOf } from "../../../test/fakes/zip.ts";
import { sourceOfBytes } from "../byte-source.ts";
import { readZippedXml } from "./read-zip.ts";

const id = "OQSmuquc02res";
const text = "<XmlMsg><MessageBody/></XmlMsg>".repeat(1000);
const content = new TextEncoder().encode(text);

async function unpack(bytes: Uint8Array): Promise<string> {
  const pieces: Uint8Array[] = [];
  const zipped = await readZippedXml(sourceOfBytes(bytes), id);
  for await (const piece of zipped.read()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** Three files, packed by another program: a text, a stored XML in a folder, and the result, deflated. */
const foreign =
  "UEsDBBQAAAAIAABIdF2GphA2BwAAAAUAAAAKAAAAcmVhZG1lLnR4dMtIzcnJBwBQSwMEFAAAAAAAAEh0XTRanDkEAAAABAAAABAAAABmb2xkZXIvb3RoZXIueG1sPEEvPlBLAwQUAAAACAAASHRduUBeyiYAAAC4AAAAEwAAAE9RU211cXVjMDJyZXNfMS54bWyzicjN8S1Ot7PxTS0uTkxPdcpPqbSzCc3LLNEfJJQ+isv0oe4FAFBLAQIUAxQAAAAIAABIdF2GphA2BwAAAAUAAAAKAAAAAAAAAAAAAACAAQAAAAByZWFkbWUudHh0UEsBAhQDFAAAAAAAAEh0XTRanDkEAAAABAAAABAAAAAAAAAAAAAAAIABLwAAAGZvbGRlci9vdGhlci54bWxQSwECFAMUAAAACAAASHRduUBeyiYAAAC4AAAAEwAAAAAAAAAAAAAAgAFhAAAAT1FTbXVxdWMwMnJlc18xLnhtbFBLBQYAAAAAAwADALcAAAC4AAAAAAA=";

describe("readZippedXml", () => {
  test("finds the result among other files of an archive that another program made", async () => {
    expect(await unpack(Buffer.from(foreign, "base64"))).toBe(
      `<XmlMsg><MessageBody>${"<Unit/>".repeat(20)}</MessageBody></XmlMsg>`,
    );
  });

  test.each([
    ["deflated", {}],
    ["stored", { method: 0 }],
  ])("reads a %s file, twice", async (_, quirks) => {
    const zipped = await readZippedXml(sourceOfBytes(zipOf(`${id}_1.xml`, content, quirks)), id);
    const lengths: number[] = [];
    for (let round = 0; round < 2; round++) {
      let length = 0;
      for await (const piece of zipped.read()) length += piece.length;
      lengths.push(length);
    }
    expect(lengths).toEqual([content.length, content.length]);
  });

  test("can be left in the middle", async () => {
    const zipped = await readZippedXml(sourceOfBytes(zipOf("a.xml", content)), id);
    for await (const piece of zipped.read()) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
  });

  test.each([
    ["no archive at all", content, "wire.malformed"],
    ["an empty file", new Uint8Array(), "wire.malformed"],
    ["a cut archive", zipOf("a.xml", content).subarray(5), "wire.malformed"],
    ["a wrong checksum", zipOf("a.xml", content, { checksum: 1 }), "wire.malformed"],
    ["a file longer than it says", zipOf("a.xml", content, { size: 10 }), "wire.malformed"],
    ["a file shorter than it says", zipOf("a.xml", content, { size: content.length + 1 }), "wire.malformed"],
    ["a file that says to be huge", zipOf("a.xml", content, { size: 0xfffffff0 }), "wire.tooLarge"],
    ["an encrypted file", zipOf("a.xml", content, { flags: 1 }), "wire.refused"],
    ["another compression", zipOf("a.xml", content, { method: 12 }), "wire.refused"],
    ["no XML inside", zipOf("a.pdf", content), "wire.unexpectedMessage"],
  ])("refuses %s", async (_, bytes, code) => {
    await expect(unpack(bytes)).rejects.toMatchObject({ code });
  });

  test("refuses rubbish in the middle of the data", async () => {
    const bytes = Buffer.from(zipOf("a.xml", content));
    bytes.fill(0xff, 40, 60);
    await expect(unpack(bytes)).rejects.toMatchObject({ code: "wire.malformed" });
  });
});
