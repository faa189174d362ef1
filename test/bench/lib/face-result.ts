import { readFileSync } from "node:fs";
import { declarations, type MessageDeclaration } from "@onshi/core/messages";

const golden = new URL("../../conformance/golden/", import.meta.url);

/** A check-in at the face reader, typed by hand from the interface notes (oqs-exchange §4.3). */
export const faceResult: Uint8Array = readFileSync(
  new URL("OQSsiquc01res_face_9910000000canonical_20261120091503.xml", golden),
);

/** Id of the message that both the file and the bulk are read as. */
export const faceResultId = "OQSsiquc01res_face";

/** Its layout. */
export const faceLayout: MessageDeclaration = layoutOf(faceResultId);

/** A result with the given number of bytes or a little more: the same person over and over. */
export function bulkResult(bytes: number): Uint8Array {
  const text = new TextDecoder().decode(faceResult);
  const item = "ResultOfQualificationConfirmation";
  const start = text.indexOf(`<${item}>`);
  const end = text.indexOf(`</${item}>`) + item.length + 3;
  const person = text.slice(start, end);
  const count = Math.ceil(bytes / Buffer.byteLength(person));
  return new TextEncoder().encode(text.slice(0, start) + person.repeat(count) + text.slice(end));
}

function layoutOf(id: string): MessageDeclaration {
  const layout = declarations.find((declaration) => declaration.id === id);
  if (!layout) throw new Error(`no layout ${id}`);
  return layout;
}
