import { declarations, leaf, type MessageDeclaration, parent, type WireElement } from "@onshi/core/messages";
import { type DocumentFormat, writeDocument } from "@onshi/core/wire";
import type { Outgoing } from "../../src/transports/transport.ts";

function layoutOf(id: string): MessageDeclaration {
  const found = declarations.find((layout) => layout.id === id);
  if (!found) throw new Error(`No declaration of ${id}`);
  return found;
}

/** Layout of the answers in these tests. */
export const answerLayout: MessageDeclaration = layoutOf("OQSsiquc01res");

const document = parent("XmlMsg", [
  parent("MessageHeader", [leaf("MedicalInstitutionCode", "9910000000")]),
  parent("MessageBody", [leaf("ArbitraryFileIdentifier", "0001")]),
]);
const layout = layoutOf("OQSsiquc01req");
const written = (format: DocumentFormat): Uint8Array => writeDocument(document, layout, { format, charset: "utf-8" });

/** A small request; transports do not look into it. */
export const request: Outgoing = { id: layout.id, bytes: written("xml"), layout, answerLayout };

/** The same for doors that take JSON. */
export const jsonRequest: Outgoing = { ...request, bytes: written("json") };

/** A small answer as XML. */
export function answerXml(mark: string = "0001"): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<XmlMsg>
  <MessageHeader><ArbitraryFileIdentifier>${mark}</ArbitraryFileIdentifier></MessageHeader>
  <MessageBody><Name>試験　花子</Name></MessageBody>
</XmlMsg>
`;
}

/** The mark of an answer made by {@link answerXml}. */
export function markOf(document: WireElement): string | undefined {
  return document.children[0]?.children[0]?.text;
}

/** Name of a check-in file; the second is the time. */
export function face(key: string, second: number): string {
  return `OQSsiquc01res_face_9910000000${key}_202611200900${String(second).padStart(2, "0")}.xml`;
}
