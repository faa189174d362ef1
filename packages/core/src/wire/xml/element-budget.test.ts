import { describe, expect, test } from "vitest";
import { zipOf } from "../../../test/fakes/zip.ts";
import { OnshiError } from "../../base/index.ts";
import { readZippedXml, sourceOfBytes } from "../index.ts";
import { readXmlUnits } from "./read-units.ts";

/** A document of many small pieces, made while it is read. */
async function* flood(piece: string, pieces: number, around: readonly [string, string]): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  yield bytes(`<XmlMsg><MessageHeader/><MessageBody>${around[0]}`);
  const chunk = bytes(piece.repeat(1000));
  for (let count = 0; count < pieces; count += 1000) yield chunk;
  yield bytes(`${around[1]}</MessageBody></XmlMsg>`);
}

async function read(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly units: number; readonly error?: OnshiError }> {
  let units = 0;
  try {
    for await (const unit of readXmlUnits(chunks, "Unit")) units += unit.name === "Unit" ? 1 : 0;
    return { units };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    return { units, error };
  }
}

describe("a flood of elements is refused after little of it was read", () => {
  test.each([
    ["empty units", flood("<Unit/>", 262_000_000, ["", ""]), 12],
    ["units of one empty element", flood("<Unit><A/></Unit>", 100_000_000, ["", ""]), 12],
    ["long tags, too many units", flood("<Unit>                </Unit>", 100_000_000, ["", ""]), 2_000_000],
  ])("%s", async (_, chunks, limit) => {
    const { error, units } = await read(chunks);
    expect(error).toMatchObject({ code: "wire.tooLarge", details: { limit } });
    expect(units).toBeLessThanOrEqual(2_000_000);
  });

  test("also out of a small archive", async () => {
    const text = `<XmlMsg><MessageHeader/><MessageBody>${"<Unit/>".repeat(3_000_000)}</MessageBody></XmlMsg>`;
    const zip = zipOf("OQSmuquc02res_1.xml", new TextEncoder().encode(text));
    expect(zip.length).toBeLessThan(100_000);
    const document = await readZippedXml(sourceOfBytes(zip), "OQSmuquc02res");
    expect((await read(document.read())).error).toMatchObject({ code: "wire.tooLarge" });
  });
});

test("a list of real people, a hundred thousand of them, is far from the bound", async () => {
  const unit = "<Unit><InsurerNumber>06990014</InsurerNumber><Sex1>1</Sex1><Name>試験　花子</Name></Unit>";
  const { units, error } = await read(flood(unit, 100_000, ["", ""]));
  expect({ units, error }).toEqual({ units: 100_000, error: undefined });
});
