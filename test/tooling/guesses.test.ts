import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "./snippets/extract.ts";

const root = join(import.meta.dirname, "../..");

/** Files whose comments mark something as a weak source (L) or our conclusion (I), and the words by which both pages name it. */
const pages: Readonly<Record<string, readonly string[]>> = {
  "packages/core/src/client/viewing/treatment-lines.ts": ["50", "`operationClasses`"],
  "packages/core/src/rules/match-person.ts": ["**Matching**|**患者の照合**", "(I)|（I）"],
  "packages/core/src/rules/tables/row.ts": ["desk-rules.md", "`includeUncertain`"],
  "packages/core/src/transports/http/http-transport.ts": ["https-profile.md", "(L)|（L）"],
  "packages/mock-server/src/centre/answers/listed-persons.ts": ["end|期限", "next year|翌年末"],
  "packages/reader/src/token/algorithms.ts": ["elliptic|楕円曲線"],
  "packages/reader/src/verify/policies.ts": ["policy of test certificates|試験用証明書のポリシー"],
};

const sources = readdirSync(join(root, "packages")).flatMap((name) =>
  filesBelow(join(root, "packages", name, "src"), (file) => file.endsWith(".ts") && !file.endsWith(".test.ts")),
);

/** Declarations are data and have a column of their own in the reference. */
const isMarked = (file: string): boolean =>
  !/generated\/|messages\/declarations\/|guesses\.ts$/.test(file) &&
  readFileSync(file, "utf8")
    .split("\n")
    .some((line) => /^\s*(?:\/\*\*|\*|\/\/)/.test(line) && /\([IL]\)|, [IL]\)|confidence [IL]\b/.test(line));

test("every guess marked L or I in a comment has an entry in this table", () => {
  const marked = sources.filter(isMarked).map((file) => relative(root, file));
  expect(marked.toSorted()).toEqual(Object.keys(pages).toSorted());
});

test.each(["en", "ja"])("docs/%s/guesses.md names each of them", (language) => {
  const page = readFileSync(join(root, "docs", language, "guesses.md"), "utf8").replaceAll(/\s+/g, " ");
  for (const words of Object.values(pages))
    for (const word of words)
      expect(
        word.split("|").some((one) => page.includes(one)),
        word,
      ).toBe(true);
});
