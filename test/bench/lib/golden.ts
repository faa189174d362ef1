import { readFileSync } from "node:fs";
import { declarations, type MessageDeclaration } from "@onshi/core/messages";

/** A file that was typed by hand from the interface notes. */
export function golden(name: string): Uint8Array {
  return readFileSync(new URL(`../../conformance/golden/${name}`, import.meta.url));
}

/** The layout of a message. */
export function layoutOf(id: string): MessageDeclaration {
  const layout = declarations.find((declaration) => declaration.id === id);
  if (!layout) throw new Error(`no layout ${id}`);
  return layout;
}
