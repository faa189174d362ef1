import { basename } from "node:path";
import { wrongArgument } from "../base/index.ts";
import { child, type MessageDeclaration, type WireElement } from "../messages/index.ts";
import { type Codec, parseFileName } from "../wire/index.ts";

/** The file id of a message by its file name: `OQSsiquc01res_face_….xml` is `OQSsiquc01res_face`. */
export function idByFileName(path: string): string | undefined {
  const parts = parseFileName(basename(path));
  return parts?.kind === "face" ? `${parts.id}_face` : parts?.id;
}

/**
 * The layout of a document: the one asked for, else by file name, else the one that knows most of its elements.
 *
 * @throws OnshiError `config.invalid` when nothing fits
 */
export function recognise(
  codec: Codec,
  root: WireElement,
  path: string,
  asked: string | undefined,
): MessageDeclaration {
  const id = asked ?? idByFileName(path);
  const named = codec.declarations.find((declaration) => declaration.id === id);
  if (named) return named;
  if (asked !== undefined) throw wrongArgument("--message", codec.declarations.map((one) => one.id).join(" | "));
  const ranked = codec.declarations
    .map((declaration) => ({ declaration, score: fit(declaration, root) }))
    .toSorted((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best || best.score <= 0) throw wrongArgument("--message", codec.declarations.map((one) => one.id).join(" | "));
  return best.declaration;
}

/** Elements of header and body the layout knows, less those it does not. */
function fit({ header, body }: MessageDeclaration, root: WireElement): number {
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
