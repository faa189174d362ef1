import { codeTables } from "../../src/codes/tables/index.ts";
import type { FieldDeclaration, GroupDeclaration, MessageDeclaration } from "../../src/messages/declaration.ts";
import { declarations } from "../../src/messages/declarations/index.ts";

/** A file to be written, relative to the repository. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** A group and whether it is written by callers (strict) or only read from the centre (everything optional). */
export interface Shape {
  readonly group: GroupDeclaration;
  readonly strict: boolean;
}

export const banner = "// Generated from the declarations by `npm run generate`; edit those instead.\n";

/** Every group of every message once, by interface name. */
export function collectShapes(): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  const visit = (group: GroupDeclaration, strict: boolean): void => {
    const known = shapes.get(group.interface);
    if (known && JSON.stringify(known.group) !== JSON.stringify(group)) {
      throw new Error(`two groups are called ${group.interface}`);
    }
    if (known && (known.strict || !strict)) return;
    shapes.set(group.interface, { group, strict });
    for (const field of group.fields) {
      const inner = innerGroup(field);
      if (inner) visit(inner, strict);
    }
  };
  for (const message of declarations) {
    visit(message.header, message.direction === "request");
    visit(message.body, message.direction === "request");
  }
  return shapes;
}

/** Messages that have TypeScript types of their own (the face result shares those of the answer). */
export function distinctMessages(): readonly MessageDeclaration[] {
  return declarations.filter(
    (message, index) => declarations.findIndex((other) => other.interface === message.interface) === index,
  );
}

export function innerGroup(field: FieldDeclaration): GroupDeclaration | undefined {
  return field.type.kind === "group" || field.type.kind === "list" ? field.type.group : undefined;
}

export function isRepeated(field: FieldDeclaration): boolean {
  return field.type.kind === "list" || field.cardinality === "*" || field.cardinality === "+";
}

export function isOptional(field: FieldDeclaration, strict: boolean): boolean {
  return !strict || field.cardinality === "?" || field.cardinality === "*";
}

/** The TypeScript name of the code type of a field, if it is one. */
export function codeTypeName(field: FieldDeclaration): string | undefined {
  return field.type.kind === "code" ? codeTables[field.type.table].name : undefined;
}

export function kebab(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}

export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** How the docs and comments describe the content of a field. */
export function formatOf(field: FieldDeclaration): string {
  const { type } = field;
  switch (type.kind) {
    case "date":
      return "`YYYY-MM-DD`";
    case "month":
      return "`YYYY-MM`";
    case "dateTime":
      return "ISO with `+09:00`";
    case "code":
      return `code ${type.table}`;
    case "text":
      return type.format ?? (type.maxLength === undefined ? "text" : `text, at most ${type.maxLength} characters`);
    case "group":
      return type.group.interface;
    case "list":
      return `list of ${type.group.interface} (\`${type.item}\`)`;
    default:
      throw new Error("unknown field kind");
  }
}
