/** Two forms of one character, the common one first. */
export type Pair = readonly [string, string];

/**
 * Pairs of OpenCC's `JPShinjitaiCharacters.txt`: the form since the reform of 1946, a tab, the forms before it, among
 * which it may stand itself.
 */
export function openccPairs(file: string): readonly Pair[] {
  return rows(file).flatMap(([form = "", others = ""]) => others.split(" ").map((other): Pair => [form, other]));
}

/**
 * Pairs of Unihan: the standard forms that the lists of 常用漢字 and 人名用漢字 name for a character
 * (`2010:U+4E57`), and the z-variants. Its semantic variants are left out: 埼 is no way to write 崎.
 */
export function unihanPairs(otherMappings: string, variants: string): readonly Pair[] {
  return [...fieldPairs(otherMappings, ["kJinmeiyoKanji", "kJoyoKanji"]), ...fieldPairs(variants, ["kZVariant"])];
}

/**
 * The groups that pairs make up together, sorted. What Unicode itself decomposes is left to NFKC, and what is no kanji
 * is left out.
 */
export function groupsOf(pairs: readonly Pair[]): readonly string[] {
  const groupOf = new Map<string, string[]>();
  for (const pair of pairs) {
    if (!pair.every(isPlainKanji)) continue;
    const [into = [], from = []] = pair.map((one) => groupOf.get(one) ?? [one]);
    if (into === from || pair[0] === pair[1]) continue;
    into.push(...from);
    for (const one of into) groupOf.set(one, into);
  }
  const byFirst = (a: readonly string[], b: readonly string[]): number =>
    (a[0]?.codePointAt(0) ?? 0) - (b[0]?.codePointAt(0) ?? 0);
  return [...new Set(groupOf.values())].toSorted(byFirst).map((group) => group.join(""));
}

function isPlainKanji(text: string): boolean {
  return /^\p{Script=Han}$/u.test(text) && text.normalize("NFKC") === text;
}

function fieldPairs(file: string, fields: readonly string[]): readonly Pair[] {
  return rows(file)
    .filter(([, field = ""]) => fields.includes(field))
    .flatMap(([from = "", , to = ""]) =>
      Array.from(to.matchAll(/U\+([0-9A-F]{4,6})/g), ([, code = ""]): Pair => [
        character(code),
        character(from.slice(2)),
      ]),
    );
}

function rows(file: string): readonly string[][] {
  return file
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

function character(code: string): string {
  return String.fromCodePoint(Number.parseInt(code, 16));
}
