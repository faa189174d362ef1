import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The id grammar and the declarations make ids of parts; nothing else does. */
const idMakers = [
  "packages/core/src/messages/message-id.ts",
  "packages/core/src/messages/declarations/",
  "packages/core/scripts/generate/unknown-layouts.ts",
  // The folders `req` and `res`.
  "packages/core/src/base/redact.ts",
];

function sourcesIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
      .filter((file) => file.endsWith(".ts") && !/(?:^|\/)(?:dist|node_modules|generated)\//.test(file)),
  );
}

/** Files whose text may hold what is looked for; parsing all of them takes long. */
function suspects(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(read(file)));
}

const isOurs = (file: string): boolean => !file.endsWith(".test.ts");

function findings(file: string, text: string, judge: (node: ts.Node) => boolean): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (judge(node)) found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const read = (file: string): string => readFileSync(join(root, file), "utf8");

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
]);

/** `route === "http"`, `case "folder":` over a route, a look-up by it: whatever lets a name decide. */
function judgesRoute(node: ts.Node): boolean {
  const isRoute = (one: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(one) && one.name.text === "route") || (ts.isIdentifier(one) && one.text === "route");
  if (ts.isBinaryExpression(node)) {
    const compares = comparisons.has(node.operatorToken.kind);
    const sides = [node.left, node.right];
    const isThere = sides.some((one) => ts.isIdentifier(one) && one.text === "undefined");
    return compares && !isThere && sides.some(isRoute);
  }
  if (ts.isSwitchStatement(node)) return isRoute(node.expression);
  if (ts.isElementAccessExpression(node)) return isRoute(node.argumentExpression);
  // Such as `["http"].includes(route)` and `route.startsWith("h")`.
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  if (isRoute(expression)) return true;
  return ["includes", "has", "get", "indexOf"].includes(name.text) && node.arguments.some(isRoute);
}

test("what a door can do is never read from its name", () => {
  const files = sourcesIn("packages/core/src", "packages/mock-server/src", "examples").filter(isOurs);
  expect(files.length).toBeGreaterThan(200);
  expect(suspects(files, /\broute\b/).flatMap((file) => findings(file, read(file), judgesRoute))).toEqual([]);
});

/** An id put together or cut with `req` and `res`, in a template, a type or a pattern. */
function makesIds(node: ts.Node): boolean {
  if (ts.isTemplateMiddleOrTemplateTail(node)) return /^(?:\d\d)?(?:req|res)(?:_face)?(?![a-z])/.test(node.text);
  return ts.isRegularExpressionLiteral(node) && /(?:req|res)(?:\||\)|_face|\)?\$)/.test(node.text);
}

test("ids of messages are paired by their declarations, never cut or put together", () => {
  const files = sourcesIn("packages/core/src", "packages/core/scripts", "packages/mock-server/src", "examples")
    .filter(isOurs)
    .filter((file) => !idMakers.some((maker) => file.startsWith(maker)));
  expect(suspects(files, /req|res/).flatMap((file) => findings(file, read(file), makesIds))).toEqual([]);
});

test("the client knows a check-in by its declaration", () => {
  const files = sourcesIn("packages/core/src/client", "packages/core/src/transports", "packages/mock-server/src");
  const isLiteral = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && node.text === "OQSsiquc01res_face";
  const own = suspects(files.filter(isOurs), /OQSsiquc01res_face/);
  expect(own.flatMap((file) => findings(file, read(file), isLiteral))).toEqual([]);
});

test("the tests see what they are to find", () => {
  const routes = [
    'a.route === "x"',
    '"x" !== route',
    "t[transport.route]",
    '["x"].includes(a.route)',
    "switch (route) {}",
  ];
  expect(routes.filter((code) => findings("a.ts", code, judgesRoute).length === 0)).toEqual([]);
  const ids = [
    "`${a}01req`",
    "`${a}res`",
    "id.replace(/req$/, b)",
    "/(?:req|res)$/",
    "type A<B> = B extends `${infer C}req` ? C : 0",
  ];
  expect(ids.filter((code) => findings("a.ts", code, makesIds).length === 0)).toEqual([]);
});
