import { join } from "node:path";
import ts from "typescript";
import type { Snippet } from "./extract.ts";

/** What fragments take from the page around them: a client, a way to stop it, a check-in, and the vendor's own dialogue. */
const ambient = `
import type { CheckIn, OnshiClient } from "@onshi/core";
declare global {
  const onshi: OnshiClient;
  const signal: AbortSignal;
  const checkIn: CheckIn;
  function askThePatient(remaining: number): Promise<Uint8Array | undefined>;
}
`;

/** Type-checks all snippets against the sources, in one program. Gives `file:line: message` of every fault. */
export function typeCheck(root: string, snippets: readonly Snippet[]): readonly string[] {
  const configFile = join(root, "tsconfig.base.json");
  const { config } = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, {
    // A snippet shows a call, not what one does with its result.
    noUnusedLocals: false,
    noUnusedParameters: false,
    declaration: false,
    isolatedDeclarations: false,
    skipLibCheck: true,
  });
  // They lie where a vendor's file would: in a module beside node_modules.
  const folder = join(root, "test/tooling/snippets");
  const texts = new Map<string, string>([[join(folder, "ambient.d.mts"), ambient]]);
  const origins = new Map<string, Snippet>();
  for (const [index, snippet] of snippets.entries()) {
    const path = join(folder, `snippet-${index}.mts`);
    texts.set(path, /^\s*(?:import|export)\b/m.test(snippet.code) ? snippet.code : `${snippet.code}\nexport {};`);
    origins.set(path, snippet);
  }
  const disk = ts.createCompilerHost(options, true);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile: (path, language, ...rest) => {
      const text = texts.get(path);
      if (text === undefined) return disk.getSourceFile(path, language, ...rest);
      return ts.createSourceFile(path, text, language, true);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    const faults = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return faults.map(({ messageText, start = 0 }) => {
      const { file, line } = origins.get(path) ?? { file: path, line: 1 };
      const at = line + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
      return `${file}:${at}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
}
