import { codeTables } from "../../src/codes/tables/index.ts";
import type { FieldDeclaration } from "../../src/messages/declaration.ts";
import { declarations } from "../../src/messages/declarations/index.ts";
import {
  banner,
  camel,
  collectShapes,
  distinctMessages,
  type GeneratedFile,
  innerGroup,
  isOptional,
  isRepeated,
  kebab,
  type Shape,
} from "./model.ts";

const folder = "packages/core/src/messages/generated/schemas";

/** zod schemas, typed against the interfaces, so that the two cannot say different things. */
export function messageSchemas(): readonly GeneratedFile[] {
  const shapes = [...collectShapes().values()];
  const files = shapes.map((shape) => ({
    path: `${folder}/${kebab(shape.group.interface)}.ts`,
    content: groupSchema(shape),
  }));
  for (const message of distinctMessages()) {
    const { interface: name, header, body } = message;
    files.push({
      path: `${folder}/${kebab(name)}.ts`,
      content:
        `${banner}import * as z from "zod";\n\nimport { unknownElements } from "../../schema-parts.ts";\n` +
        `import type { ${name} } from "../types/index.ts";\n` +
        `import { ${schemaName(body.interface)} } from "./${kebab(body.interface)}.ts";\n` +
        `import { ${schemaName(header.interface)} } from "./${kebab(header.interface)}.ts";\n\n` +
        `/** Checks values of {@link ${name}}. */\n` +
        `export const ${schemaName(name)}: z.ZodType<${name}> = z.strictObject({\n` +
        `  header: ${schemaName(header.interface)},\n  body: ${schemaName(body.interface)},\n  unknownElements,\n});\n`,
    });
  }
  return [...files, index(shapes)];
}

const schemaName = (name: string): string => `${camel(name)}Schema`;

function groupSchema({ group, strict }: Shape): string {
  const parts = new Set<string>(["unknownElements"]);
  const groups = new Set<string>();
  const lines = group.fields.map((field) => {
    const inner = innerGroup(field);
    if (inner) groups.add(inner.interface);
    const base = inner ? schemaName(inner.interface) : valueSchema(field, strict, parts);
    const least = strict && field.cardinality === "+" ? ".min(1)" : "";
    const repeated = isRepeated(field) ? `z.array(${base})${least}` : base;
    return `  ${field.name}: ${isOptional(field, strict) ? `z.exactOptional(${repeated})` : repeated},\n`;
  });
  const imports = [
    `import * as z from "zod";\n`,
    `import { ${[...parts].toSorted().join(", ")} } from "../../schema-parts.ts";`,
    `import type { ${group.interface} } from "../types/index.ts";`,
    ...[...groups].toSorted().map((name) => `import { ${schemaName(name)} } from "./${kebab(name)}.ts";`),
  ];
  return (
    `${banner}${imports.join("\n")}\n\n/** Checks values of {@link ${group.interface}}. */\n` +
    `export const ${schemaName(group.interface)}: z.ZodType<${group.interface}> = z.strictObject({\n${lines.join("")}  unknownElements,\n});\n`
  );
}

function valueSchema({ type }: FieldDeclaration, strict: boolean, parts: Set<string>): string {
  switch (type.kind) {
    case "date":
      parts.add("dayText");
      return "dayText";
    case "month":
      parts.add("monthText");
      return "monthText";
    case "dateTime":
      parts.add("instantText");
      return "instantText";
    case "code":
      parts.add("codeText");
      return `codeText([${codeTables[type.table].rows.map(([, name]) => `"${name}"`).join(", ")}])`;
    case "text": {
      // What the centre sends is accepted as it is; what a caller sends has to follow the layout.
      if (!strict) return "z.string()";
      parts.add("plainText");
      if (type.pattern === undefined) return `plainText(${type.maxLength ?? ""})`;
      return `plainText(${type.maxLength}, /${type.pattern}/)`;
    }
    default:
      throw new Error("groups have schemas of their own");
  }
}

function index(shapes: readonly Shape[]): GeneratedFile {
  const names = [
    ...shapes.map(({ group }) => group.interface),
    ...distinctMessages().map((message) => message.interface),
  ].toSorted();
  const exports = names.map((name) => `export { ${schemaName(name)} } from "./${kebab(name)}.ts";`).join("\n");
  const messages = distinctMessages()
    .map((message) => message.interface)
    .toSorted();
  const imports = messages.map((name) => `import { ${schemaName(name)} } from "./${kebab(name)}.ts";`).join("\n");
  const map = declarations.map((message) => `  ${message.id}: ${schemaName(message.interface)},\n`).join("");
  return {
    path: `${folder}/index.ts`,
    content:
      `${banner}import type * as z from "zod";\n\nimport type { MessageTypes } from "../types/index.ts";\n${imports}\n\n${exports}\n\n` +
      `/** The schema of each message, by file id. */\n` +
      `export const messageSchemas: { readonly [Id in keyof MessageTypes]: z.ZodType<MessageTypes[Id]> } = {\n${map}};\n`,
  };
}
