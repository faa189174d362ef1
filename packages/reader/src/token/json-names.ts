// In valid JSON a text before a colon is a name, and brackets stand outside of texts only.
const marks = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/**
 * True when an object of this JSON text has a name twice. One reader takes the first of the two and the next reader the
 * last, so that two programs would judge different tokens. The text must be valid JSON.
 */
export function hasRepeatedName(json: string): boolean {
  const open: Set<unknown>[] = [];
  for (const [mark, colon] of json.matchAll(marks)) {
    if (mark === "{" || mark === "[") open.push(new Set());
    else if (mark === "}" || mark === "]") open.pop();
    else if (colon !== undefined) {
      const names = open.at(-1);
      const name: unknown = JSON.parse(mark.slice(0, -colon.length));
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
