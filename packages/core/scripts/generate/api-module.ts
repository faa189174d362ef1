import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { allEntries } from "./entries.ts";

/** A name as some module declares it, or a name of another package. */
export type Found =
  | { readonly module: ApiModule; readonly name: string; readonly nodes: readonly ts.Statement[] }
  | { readonly from: string; readonly name: string };

interface Origin {
  readonly specifier: string;
  readonly name: string;
}

const modules = new Map<string, ApiModule>();

/** A source file as its declarations show it. The compiler makes them file by file, without a build. */
export class ApiModule {
  readonly path: string;
  readonly #declared = new Map<string, ts.Statement[]>();
  readonly #imported = new Map<string, Origin>();
  readonly #exported = new Map<string, string | Origin>();
  readonly #stars: string[] = [];
  readonly #spaces = new Map<string, string>();

  private constructor(path: string) {
    this.path = path;
    const compilerOptions: ts.CompilerOptions = { target: ts.ScriptTarget.ES2023, removeComments: true };
    const { outputText } = ts.transpileDeclaration(readFileSync(path, "utf8"), { fileName: path, compilerOptions });
    const file = ts.createSourceFile(path, outputText, ts.ScriptTarget.ES2023, true);
    for (const statement of file.statements) this.#take(statement);
  }

  static of(path: string): ApiModule {
    const module = modules.get(path) ?? new ApiModule(path);
    modules.set(path, module);
    return module;
  }

  /** Every name the module exports, and where it is declared. */
  exports(): ReadonlyMap<string, Found> {
    const all = new Map<string, Found>();
    for (const specifier of this.#stars) {
      for (const [name, found] of this.#at(specifier)?.exports() ?? []) all.set(name, found);
    }
    for (const [space, specifier] of this.#spaces) {
      for (const [name, found] of this.#at(specifier)?.exports() ?? []) all.set(`${space}.${name}`, found);
    }
    for (const [name, origin] of this.#exported) {
      all.set(name, typeof origin === "string" ? this.#local(origin) : this.#follow(origin));
    }
    return all;
  }

  /** What a name means inside the module; undefined for one of the language, Node or a library. */
  lookUp(name: string): Found | undefined {
    return this.#declared.has(name) || this.#imported.has(name) ? this.#local(name) : undefined;
  }

  #local(name: string): Found {
    const nodes = this.#declared.get(name);
    if (nodes) return { module: this, name, nodes };
    const origin = this.#imported.get(name);
    if (!origin) throw new Error(`${this.path} exports ${name}, which it does not declare`);
    return this.#follow(origin);
  }

  #follow({ specifier, name }: Origin): Found {
    const found = this.#at(specifier)?.exports().get(name);
    return found ?? { from: specifier, name };
  }

  /** Another file of the same package; other packages are seen from outside. */
  #at(specifier: string): ApiModule | undefined {
    return specifier.startsWith(".") ? ApiModule.of(join(dirname(this.path), specifier)) : undefined;
  }

  #take(statement: ts.Statement): void {
    if (ts.isImportDeclaration(statement)) this.#takeImport(statement);
    else if (ts.isExportDeclaration(statement)) this.#takeExport(statement);
    else {
      for (const name of declaredNames(statement)) {
        this.#declared.set(name, [...(this.#declared.get(name) ?? []), statement]);
        if (isExported(statement)) this.#exported.set(name, name);
      }
    }
  }

  #takeImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): void {
    const specifier = textOf(moduleSpecifier);
    if (importClause?.name) this.#imported.set(importClause.name.text, { specifier, name: "default" });
    const bindings = importClause?.namedBindings;
    if (!bindings) return;
    if (ts.isNamespaceImport(bindings)) this.#imported.set(bindings.name.text, { specifier, name: "*" });
    else {
      for (const { name, propertyName } of bindings.elements) {
        this.#imported.set(name.text, { specifier, name: (propertyName ?? name).text });
      }
    }
  }

  #takeExport({ exportClause, moduleSpecifier }: ts.ExportDeclaration): void {
    const specifier = moduleSpecifier && textOf(moduleSpecifier);
    if (!exportClause) {
      if (specifier !== undefined) this.#stars.push(specifier);
      return;
    }
    if (ts.isNamespaceExport(exportClause)) {
      this.#spaces.set(exportClause.name.text, specifier ?? "");
      return;
    }
    for (const { name, propertyName } of exportClause.elements) {
      const inner = (propertyName ?? name).text;
      this.#exported.set(name.text, specifier === undefined ? inner : { specifier, name: inner });
    }
  }
}

/** The file behind an entry of a package. */
export function entryModule(root: string, entryName: string): ApiModule {
  const entry = allEntries.find(([name]) => name === entryName);
  if (!entry) throw new Error(`no entry ${entryName}`);
  return ApiModule.of(join(root, "packages", entry[1], "src", entry[2].source));
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : ""));
  }
  const { name } = statement as ts.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function textOf(specifier: ts.Expression): string {
  return ts.isStringLiteral(specifier) ? specifier.text : "";
}
