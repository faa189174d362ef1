import { basename } from "node:path";
import { wrongArgument } from "../base/index.ts";
import { bestLayout, idByFileName } from "../fidelity/index.ts";
import type { MessageDeclaration, WireElement } from "../messages/index.ts";
import type { Codec } from "../wire/index.ts";

/** The file id a path names. */
export function idByPath(path: string): string | undefined {
  return idByFileName(basename(path));
}

/**
 * The layout of a document: the one asked for, else by file name, else the one that matches most of its elements.
 *
 * @throws OnshiError `config.invalid` when nothing fits
 */
export function recognise(
  codec: Codec,
  root: WireElement,
  path: string,
  asked: string | undefined,
): MessageDeclaration {
  const id = asked ?? idByPath(path);
  const named = codec.declarations.find((declaration) => declaration.id === id);
  const found = named ?? (asked === undefined ? bestLayout(codec.declarations, root) : undefined);
  if (!found) throw wrongArgument("--message", codec.declarations.map((one) => one.id).join(" | "));
  return found;
}
