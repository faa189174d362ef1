import { child, type MessageDeclaration, type WireElement } from "../messages/index.ts";
import { parseFileName } from "../wire/index.ts";

/** The file id of a message by its file name: `OQSsiquc01res_face_….xml` is `OQSsiquc01res_face`. */
export function idByFileName(fileName: string): string | undefined {
  const parts = parseFileName(fileName);
  return parts?.kind === "face" ? `${parts.id}_face` : parts?.id;
}

/** The layout that matches most of a document's elements; undefined when each matches fewer than it lacks. */
export function bestLayout(
  declarations: readonly MessageDeclaration[],
  root: WireElement,
): MessageDeclaration | undefined {
  const [best] = declarations
    .map((declaration) => ({ declaration, score: fitOf(declaration, root) }))
    .toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.declaration : undefined;
}

/** Elements of header and body that the layout knows, minus those it does not. */
export function fitOf({ header, body }: MessageDeclaration, root: WireElement): number {
  const parts = [
    { element: child(root, "MessageHeader"), fields: header.fields },
    { element: child(root, "MessageBody"), fields: body.fields },
  ];
  return parts
    .flatMap(({ element, fields }) =>
      (element?.children ?? []).map(({ name }) => (fields.some(({ wire }) => wire === name) ? 1 : -1)),
    )
    .reduce<number>((sum, one) => sum + one, 0);
}

/** A brace, perhaps after a byte order mark and blanks. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/.test(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 256)));
}
