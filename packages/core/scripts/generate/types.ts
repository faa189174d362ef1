import { codeTables } from "../../src/codes/tables/index.ts";
import type { FieldDeclaration } from "../../src/messages/declaration.ts";
import { declarations } from "../../src/messages/declarations/index.ts";
import {
  banner,
  codeTypeName,
  collectShapes,
  distinctMessages,
  formatOf,
  type GeneratedFile,
  innerGroup,
  isOptional,
  isRepeated,
  kebab,
  type Shape,
} from "./model.ts";

const folder = "packages/core/src/messages/generated/types";

/** The literals of all code tables. */
export function codeLiterals(): GeneratedFile {
  const types = Object.entries(codeTables).map(([id, table]) => {
    const labels = table.rows.map(([wire, name, ja]) => ` * - \`${name}\` (${wire}) ${ja}`).join("\n");
    const literals = table.rows.map(([, name]) => `"${name}"`).join(" | ");
    return `/**\n * ${table.ja} (${id}, confidence ${table.confidence}).\n *\n${labels}\n */\nexport type ${table.name} = ${literals} | UnknownCode;\n`;
  });
  return {
    path: "packages/core/src/codes/generated/literals.ts",
    content: `${banner}import type { UnknownCode } from "../code-table.ts";\n\n${types.join("\n")}`,
  };
}

/** One file for each group, one for each message, and their index. */
export function messageTypes(): readonly GeneratedFile[] {
  const shapes = [...collectShapes().values()];
  const files = shapes.map((shape) => ({
    path: `${folder}/${kebab(shape.group.interface)}.ts`,
    content: groupInterface(shape),
  }));
  for (const message of distinctMessages()) {
    const { interface: name, header, body } = message;
    files.push({
      path: `${folder}/${kebab(name)}.ts`,
      content:
        `${banner}import type { WireElement } from "../../wire-element.ts";\n` +
        `import type { ${body.interface} } from "./${kebab(body.interface)}.ts";\n` +
        `import type { ${header.interface} } from "./${kebab(header.interface)}.ts";\n\n` +
        described(name) +
        `export interface ${name} {\n  readonly header: ${header.interface};\n  readonly body: ${body.interface};\n${unknownElements}}\n`,
    });
  }
  return [...files, index(shapes)];
}

/** The comment of a message's type; a layout may serve several messages. */
function described(name: string): string {
  const lines = declarations
    .filter((message) => message.interface === name)
    .map(({ id, ja, en, spec, confidence }) => `${ja} (\`${id}\`): ${en}. ${spec}, confidence ${confidence}.`);
  return lines.length === 1 ? `/** ${lines[0]} */\n` : `/**\n${lines.map((line) => ` * - ${line}\n`).join("")} */\n`;
}

const unknownElements =
  "  /** Elements that the declarations do not know or whose value could not be read, kept for writing them back. */\n" +
  "  readonly unknownElements?: readonly WireElement[];\n";

function groupInterface({ group, strict }: Shape): string {
  const codes = new Set(group.fields.map(codeTypeName).filter((name) => name !== undefined));
  const groups = new Set(
    group.fields.map((field) => innerGroup(field)?.interface).filter((name) => name !== undefined),
  );
  const imports = [
    ...(codes.size > 0 ? [`import type { ${[...codes].toSorted().join(", ")} } from "../../../codes/index.ts";`] : []),
    `import type { WireElement } from "../../wire-element.ts";`,
    ...[...groups].toSorted().map((name) => `import type { ${name} } from "./${kebab(name)}.ts";`),
  ];
  const properties = group.fields.map((field) => property(field, strict)).join("");
  return (
    `${banner}${imports.join("\n")}\n\n/** ${group.ja}: ${group.en} (${group.spec}). */\n` +
    `export interface ${group.interface} {\n${properties}${unknownElements}}\n`
  );
}

function property(field: FieldDeclaration, strict: boolean): string {
  const optional = isOptional(field, strict) ? "?" : "";
  const guessed = field.confidence === "H" ? "" : ` Confidence ${field.confidence}.`;
  const doc = `${field.ja} (\`${field.wire}\`): ${field.en}. Format: ${formatOf(field)}.${guessed}`;
  const single = codeTypeName(field) ?? innerGroup(field)?.interface ?? "string";
  return `  /** ${doc} */\n  readonly ${field.name}${optional}: ${isRepeated(field) ? `readonly ${single}[]` : single};\n`;
}

function index(shapes: readonly Shape[]): GeneratedFile {
  const names = [
    ...shapes.map(({ group }) => group.interface),
    ...distinctMessages().map((message) => message.interface),
  ].toSorted();
  const exports = names.map((name) => `export type { ${name} } from "./${kebab(name)}.ts";`).join("\n");
  const messages = distinctMessages()
    .map((message) => message.interface)
    .toSorted();
  const imports = messages.map((name) => `import type { ${name} } from "./${kebab(name)}.ts";`).join("\n");
  const map = declarations.map((message) => `  readonly ${message.id}: ${message.interface};\n`).join("");
  const pairs = (key: "answer" | "download"): string =>
    declarations.flatMap(({ id, [key]: to }) => (to === undefined ? [] : [`  readonly ${id}: "${to}";\n`])).join("");
  const pushed = declarations.flatMap(({ id, direction }) => (direction === "push" ? [`"${id}"`] : [])).join(" | ");
  return {
    path: `${folder}/index.ts`,
    content:
      `${banner}${imports}\n\n${exports}\n\n` +
      `/** Which TypeScript type a message has, by file id. */\nexport interface MessageTypes {\n${map}}\n\n` +
      `/** File id of the answer to each request. */\nexport interface MessageAnswers {\n${pairs("answer")}}\n\n` +
      "/** File id of the request that fetches the result, by that of the upload of a bulk request. */\n" +
      `export interface BulkDownloads {\n${pairs("download")}}\n\n` +
      `/** File id of a message that comes unasked. */\nexport type PushedMessageId = ${pushed};\n`,
  };
}
