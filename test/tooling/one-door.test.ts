import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const core = join(root, "packages/core/src");
const interfaces = ["Transport", "CardDoor"];

const deeds = new Set([
  "exchange",
  "awaitAnswer",
  "checkIns",
  "challenge",
  "checkIn",
  "newReference",
  "bytesOf",
  "close",
]);

/** The name by which a node reaches into an object. */
function nameOf(node: ts.Node): ts.Identifier | undefined {
  if (ts.isPropertyAccessExpression(node)) return ts.isIdentifier(node.name) ? node.name : undefined;
  if (!ts.isBindingElement(node)) return undefined;
  const name = node.propertyName ?? node.name;
  return ts.isIdentifier(name) ? name : undefined;
}

/** Every place of a program that reaches for a method of a transport: by call, by reference or by taking it apart. */
function reaches(program: ts.Program, isLooked: (file: string) => boolean): readonly string[] {
  const checker = program.getTypeChecker();
  const isDeed = (symbol: ts.Symbol | undefined): boolean =>
    symbol?.declarations?.some(
      ({ parent, kind }) =>
        ts.isInterfaceDeclaration(parent) &&
        interfaces.includes(parent.name.text) &&
        kind === ts.SyntaxKind.MethodSignature,
    ) === true;
  const symbolOf = (node: ts.Node): ts.Symbol | undefined => {
    const name = nameOf(node);
    // By name first: asking for types is what takes time. Whether a method is there may be asked anywhere.
    if (!name || !deeds.has(name.text) || ts.isTypeOfExpression(node.parent)) return undefined;
    if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(name);
    return checker.getTypeAtLocation(node.parent).getProperty(name.text);
  };
  return program
    .getSourceFiles()
    .filter(({ fileName }) => isLooked(fileName))
    .flatMap((source) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (isDeed(symbolOf(node))) found.push(`${source.fileName}: ${node.getText()}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}

function programOf(files: Readonly<Record<string, string>>): ts.Program {
  const { config } = ts.readConfigFile(join(root, "tsconfig.base.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const disk = ts.createCompilerHost(options, true);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => path in files || disk.fileExists(path),
    readFile: (path) => files[path] ?? disk.readFile(path),
    getSourceFile: (path, ...rest) =>
      path in files
        ? ts.createSourceFile(path, files[path] ?? "", ts.ScriptTarget.ES2022, true)
        : disk.getSourceFile(path, ...rest),
  };
  return ts.createProgram([join(core, "index.ts"), join(core, "cli/main.ts"), ...Object.keys(files)], options, host);
}

test("only the door of the client calls a transport", { timeout: 120_000 }, () => {
  const stray = join(core, "client/stray.ts");
  const program = programOf({
    [stray]: `import type { Transport } from "../transports/index.ts";
export const a = (transport: Transport): unknown => transport.close();
export const b = ({ card }: Transport): unknown => card?.challenge();
export const c = ({ exchange }: Transport): unknown => exchange;
`,
  });
  // The judge sees what it has to see, and the door is where it looks.
  expect(reaches(program, (file) => file === stray)).toHaveLength(3);
  expect(reaches(program, (file) => file.startsWith(join(core, "client/door/"))).length).toBeGreaterThanOrEqual(6);
  const others = (file: string): boolean =>
    file.startsWith(core) &&
    file !== stray &&
    !["client/door/", "transports/"].some((room) => file.startsWith(join(core, room)));
  expect(reaches(program, others)).toEqual([]);
});
