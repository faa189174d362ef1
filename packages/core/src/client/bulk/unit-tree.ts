import { OnshiError } from "../../base/index.ts";
import type { WireElement } from "../../messages/index.ts";
import type { Incoming } from "../../transports/index.ts";
import { type ByteSource, readXmlUnits, readZippedXml, sourceOfBytes } from "../../wire/index.ts";

/** Reads a result from its start: gives out the units, returns the document without them. */
export type UnitReading = () => AsyncGenerator<WireElement, WireElement, undefined>;

/**
 * The units of a result, however it came: an XML or an archive that is read where it lies, bytes, or a document.
 *
 * @param unitName - tag of a unit
 */
export async function unitReading(incoming: Incoming, unitName: string): Promise<UnitReading> {
  const { content, rawBytes, id } = incoming;
  if ("document" in content) return () => fromDocument(content.document, unitName);
  if ("bytes" in content) {
    if (content.format === "zip") return fromArchive(sourceOfBytes(content.bytes), id, unitName);
    const expected = { ja: "XML", en: "an XML, zipped or not" };
    throw new OnshiError("wire.unexpectedMessage", { expected }, { rawBytes });
  }
  const { source, of } = content;
  return of === "zip" ? fromArchive(source, id, unitName) : () => readXmlUnits(source.read(), unitName);
}

async function fromArchive(source: ByteSource, id: string, unitName: string): Promise<UnitReading> {
  const zipped = await readZippedXml(source, id);
  return () => readXmlUnits(zipped.read(), unitName);
}

// oxlint-disable-next-line typescript/require-await -- one of several readings, and the others wait for files
async function* fromDocument(root: WireElement, unitName: string): AsyncGenerator<WireElement, WireElement, undefined> {
  const isUnit = ({ name }: WireElement): boolean => name === unitName;
  for (const part of root.children) yield* part.children.filter(isUnit);
  return {
    ...root,
    children: root.children.map((part) => ({ ...part, children: part.children.filter((one) => !isUnit(one)) })),
  };
}

/** The document as it would be with one unit only, for the codec to read. */
export function withUnit(rest: WireElement, unit: WireElement): WireElement {
  return {
    ...rest,
    children: rest.children.map((part) =>
      part.name === "MessageBody" ? { ...part, children: [...part.children, unit] } : part,
    ),
  };
}
