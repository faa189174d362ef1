import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A piece of TypeScript that a reader may copy. */
export interface Snippet {
  /** File and line it stands at, from the root of the repository. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** Fenced `ts` blocks of Markdown files; indented ones lose the indentation of their fence. */
export function markdownSnippets(root: string, files: readonly string[]): readonly Snippet[] {
  return files.flatMap((path) => fenced(relative(root, path), readFileSync(path, "utf8").split("\n")));
}

/** The same in the `@example` parts of documentation comments; code lines of a file are left out. */
export function commentSnippets(root: string, files: readonly string[]): readonly Snippet[] {
  return files.flatMap((path) => {
    let isComment = false;
    const lines = readFileSync(path, "utf8").split("\n");
    const comments = lines.map((line) => {
      if (/^\s*\/\*\*/.test(line)) isComment = true;
      const text = isComment ? line.replace(/^\s*(?:\/\*\*|\*(?!\/)) ?/, "") : "";
      if (line.includes("*/")) isComment = false;
      return text;
    });
    return fenced(relative(root, path), comments);
  });
}

function fenced(file: string, lines: readonly string[]): readonly Snippet[] {
  const found: Snippet[] = [];
  let open: { readonly indent: number; readonly line: number; readonly code: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    const [, indent = "", language] = /^(\s*)```(\w*)\s*$/.exec(line) ?? [];
    if (language === undefined) open?.code.push(line.slice(open.indent));
    else if (open === undefined) open = { indent: indent.length, line: index + 2, code: [language] };
    else {
      const [kind, ...code] = open.code;
      if (kind === "ts") found.push({ file, line: open.line, code: code.join("\n") });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line}: a code block that never ends`);
  return found;
}

/** Files below a folder, without what was installed or built. */
export function filesBelow(folder: string, wanted: (name: string) => boolean): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(?:node_modules|dist|\..*)$/.test(entry.name) ? [] : filesBelow(path, wanted);
    return wanted(entry.name) ? [path] : [];
  });
}
