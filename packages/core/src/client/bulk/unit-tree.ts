import { OnshiError } from "../../base/index.ts";
import type { WireElement } from "../../messages/index.ts";
import type { Incoming } from "../../transports/index.ts";
import { type ByteSource, readXmlUnits, readZippedXml, sourceOfBytes, type UnitCodec } from "../../wire/index.ts";

/** Reads a result from its start: yields the units, returns the document without them. */
export type UnitReading = () => AsyncGenerator<WireElement, WireElement, undefined>;

/**
 * The units of a result, in whatever form it came: XML or an archive read in place, bytes, or a document.
 *
 * @param units - which elements are its units
 */
export async function unitReading(incoming: Incoming, units: UnitCodec): Promise<UnitReading> {
  const { content, rawBytes, id } = incoming;
  if ("document" in content) return () => fromDocument(content.document, units);
  if ("bytes" in content) {
    if (content.format === "zip") return fromArchive(sourceOfBytes(content.bytes), id, units.tag);
    const expected = { ja: "XML", en: "an XML, zipped or not" };
    throw new OnshiError("wire.unexpectedMessage", { expected }, { rawBytes });
  }
  const { source, of } = content;
  return of === "zip" ? fromArchive(source, id, units.tag) : () => readXmlUnits(source.read(), units.tag);
}

async function fromArchive(source: ByteSource, id: string, unitName: string): Promise<UnitReading> {
  const zipped = await readZippedXml(source, id);
  return () => readXmlUnits(zipped.read(), unitName);
}

// oxlint-disable-next-line typescript/require-await -- one of several readers, and the others wait for files
async function* fromDocument(root: WireElement, codec: UnitCodec): AsyncGenerator<WireElement, WireElement, undefined> {
  const { units, rest } = codec.split(root);
  yield* units;
  return rest;
}
