import type { GroupDeclaration, MessageDeclaration } from "./declaration.ts";

/**
 * Whether a declared element is where a reader would take it for another one that sources place differently: then
 * nobody could tell the two apart.
 */
export function hasAmbiguousPlace({ header, body, relocations = [] }: MessageDeclaration): boolean {
  if (relocations.length === 0) return false;
  const paths = [...pathsIn(header, "MessageHeader"), ...pathsIn(body, "MessageBody")];
  return relocations.some(({ from, to }) => {
    // `*` stands for any levels in between.
    const [before = "", after = ""] = from.split("*");
    const isTaken = (path: string): boolean => {
      if (path === to) return false;
      if (!from.includes("*")) return path === from;
      return path.startsWith(before) && path.endsWith(after) && path.length > before.length + after.length;
    };
    return paths.some(isTaken);
  });
}

function pathsIn({ fields }: GroupDeclaration, at: string): readonly string[] {
  return fields.flatMap(({ wire, type }) => {
    const path = `${at}/${wire}`;
    if (type.kind === "group") return [path, ...pathsIn(type.group, path)];
    return type.kind === "list"
      ? [path, `${path}/${type.item}`, ...pathsIn(type.group, `${path}/${type.item}`)]
      : [path];
  });
}
