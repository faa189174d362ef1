// In valid JSON a string before a colon is a name, and every bracket outside strings opens or closes something.
const marks = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/**
 * True when an object in this JSON text repeats a name. One parser keeps the first value and another the last, so two
 * programs would judge different tokens. The text must be valid JSON.
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
