import { codeTables } from "../../src/codes/tables/index.ts";
import type {
  Distribution,
  FieldDeclaration,
  GroupDeclaration,
  MessageDeclaration,
  Relocation,
} from "../../src/messages/declaration.ts";
import { declarations } from "../../src/messages/declarations/index.ts";
import { formatOf, type GeneratedFile, innerGroup } from "./model.ts";

const note = "<!-- Generated from the declarations by `npm run generate`; edit those instead. -->\n\n";

/** The reference of the messages and of the code tables, both languages side by side. */
export function referenceDocs(): readonly GeneratedFile[] {
  return [...declarations.map(messagePage), codesPage(), indexPage()];
}

function messagePage(message: MessageDeclaration): GeneratedFile {
  const head = `# \`${message.id}\` ${message.ja}\n\n${message.en}. ${message.spec}, confidence ${message.confidence}. TypeScript: \`${message.interface}\`.\n`;
  const places = [...(message.relocations ?? []).map(movedLine), ...(message.distributions ?? []).map(sharedLine)].join(
    "",
  );
  const groups = [...sections("MessageHeader", message.header), ...sections("MessageBody", message.body)];
  return {
    path: `docs/reference/messages/${message.id}.md`,
    content: `${note}${head}\n${places}${places ? "\n" : ""}${groups.join("\n")}`,
  };
}

function movedLine({ from, to }: Relocation): string {
  return `- \`${from}\` is also read, and written at \`${to}\`.\n`;
}

function sharedLine({ elements, each }: Distribution): string {
  const names = elements.map(({ beside }) => `\`${beside}\``).join(", ");
  return `- ${names} once beside \`${each}\` count for each of these, and are written inside.\n`;
}

function sections(path: string, group: GroupDeclaration): string[] {
  const rows = group.fields.map(row).join("");
  const table = `## ${path}\n\n${group.ja} — ${group.en} (${group.spec}).\n\n| wire | TypeScript | 項目名 | meaning | format | card. | conf. |\n|---|---|---|---|---|---|---|\n${rows}`;
  return [table, ...group.fields.flatMap((field) => inner(path, field))];
}

function inner(path: string, field: FieldDeclaration): string[] {
  const group = innerGroup(field);
  if (!group) return [];
  const item = field.type.kind === "list" ? `/${field.type.item}` : "";
  return sections(`${path}/${field.wire}${item}`, group);
}

function row(field: FieldDeclaration): string {
  const cells = [
    `\`${field.wire}\``,
    `\`${field.name}\``,
    field.ja,
    field.en,
    formatOf(field),
    field.cardinality,
    field.confidence,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
}

function codesPage(): GeneratedFile {
  const tables = Object.entries(codeTables).map(([id, table]) => {
    const rows = table.rows.map(([wire, name, ja]) => `| \`${wire}\` | \`${name}\` | ${ja} |\n`).join("");
    return `## ${id} ${table.ja}\n\nTypeScript: \`${table.name}\`, confidence ${table.confidence}.\n\n| wire | TypeScript | 名称 |\n|---|---|---|\n${rows}`;
  });
  return {
    path: "docs/reference/codes.md",
    content: `${note}# Code tables コード表\n\nA code that a table does not know is read as \`unknown:<code>\` and written back unchanged.\n\n${tables.join("\n")}`,
  };
}

function indexPage(): GeneratedFile {
  const rows = declarations
    .map(
      (message) =>
        `| [\`${message.id}\`](messages/${message.id}.md) | ${message.ja} | ${message.en} | ${message.confidence} |\n`,
    )
    .join("");
  return {
    path: "docs/reference/README.md",
    content: `${note}# Reference of the wire 電文リファレンス\n\nConfidence: H fact, M good source, L weak source, I inferred by us. Code tables: [codes.md](codes.md). Errors: [errors.md](errors.md).\n\n| message | 名称 | meaning | conf. |\n|---|---|---|---|\n${rows}`,
  };
}
