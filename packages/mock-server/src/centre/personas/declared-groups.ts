import { declarations, type GroupDeclaration } from "@onshi/core/messages";

function bodyOf(id: string): GroupDeclaration {
  const found = declarations.find((declaration) => declaration.id === id);
  if (!found) throw new TypeError(`no declaration of ${id}`);
  return found.body;
}

function blockOf(id: string, name: string): GroupDeclaration {
  const type = bodyOf(id).fields.find((field) => field.name === name)?.type;
  if (type?.kind === "group" || type?.kind === "list") return type.group;
  throw new TypeError(`${id} has no block ${name}`);
}

/** The blocks of the messages by which personas are read: declared once, in core. */
export const declaredGroups: { readonly insurance: GroupDeclaration; readonly history: GroupDeclaration } = {
  insurance: blockOf("OQSsiquc01res", "results"),
  history: bodyOf("YZKsiquc01res"),
};
