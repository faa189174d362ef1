import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { declarations, type GroupDeclaration } from "@onshi/core/messages";
import ts from "typescript";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

function tagsOf({ fields }: GroupDeclaration): readonly string[] {
  return fields.flatMap(({ wire, type }) => [
    wire,
    ...(type.kind === "list" ? [type.item] : []),
    ...("group" in type ? tagsOf(type.group) : []),
  ]);
}

const tags = new Set(["XmlMsg", "MessageHeader", "MessageBody"]);
for (const { header, body } of declarations) for (const tag of [...tagsOf(header), ...tagsOf(body)]) tags.add(tag);

/** Words of literals and property names, with the line: comments and types may speak of tags. */
function tagsIn(name: string, text: string): readonly string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const note = (node: ts.Node, words: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    for (const word of words.split(/[^A-Za-z0-9_]+/)) if (tags.has(word)) found.push(`${name}:${line + 1}: ${word}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      note(node, node.text);
    else if (ts.isRegularExpressionLiteral(node)) note(node, node.text);
    else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) note(node, node.name.text);
    else if (ts.isPropertyAccessExpression(node)) note(node, node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("the client knows properties, never wire tags: an overlay may rename them", () => {
  const client = "packages/core/src/client";
  const files = readdirSync(join(root, client), { recursive: true, encoding: "utf8" })
    .map((file) => `${client}/${file}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap((file) => tagsIn(file, readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test("the test sees a tag in a literal, a path, a pattern, a key and a template", () => {
  const kinds = [
    '"ResultCode"',
    '"XmlMsg/a"',
    "/^ResultCode$/",
    "({ ResultCode: 1 })",
    "`a/${1}/ResultCode`",
    "a.ResultCode",
  ];
  expect(kinds.filter((code) => tagsIn("a.ts", `const b = ${code};`).length === 0)).toEqual([]);
  expect(tagsIn("a.ts", "/** ResultCode */ const code = 1; type A = { ResultCode: string };")).toEqual([]);
});
