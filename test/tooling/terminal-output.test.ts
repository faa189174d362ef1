import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const sources = ["core", "mock-server", "reader"]
  .flatMap((name) => {
    const folder = `packages/${name}/src`;
    return readdirSync(join(root, folder), { encoding: "utf8", recursive: true }).map((file) => `${folder}/${file}`);
  })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => [file.replaceAll("\\", "/"), readFileSync(join(root, file), "utf8")] as const);

/** `ONSHI_LOG` writes to standard error by itself. */
const log = "packages/core/src/client/door/node.ts";

describe("text from outside cannot give orders to a terminal", () => {
  test("only the entry point of each program, and the log of a client, touch the terminal", () => {
    const writers = sources.filter(([, text]) =>
      /\bprocess\.std(?:out|err)\b|\bconsole\.\w+\(/.test(withoutComments(text)),
    );
    expect(writers.map(([file]) => file).toSorted()).toEqual(
      [log, ...["core", "mock-server", "reader"].map((name) => `packages/${name}/src/cli/main.ts`)].toSorted(),
    );
    expect(sources.find(([file]) => file === log)?.[1]).toMatch(/process\.stderr\.write\(terminalText\(/);
  });

  test("and hands what it writes to a program that escapes it", () => {
    const programs = sources.filter(([file]) => file.endsWith("/cli/run.ts"));
    expect(programs).toHaveLength(3);
    for (const [file, text] of programs) {
      expect(text, file).toMatch(/terminalText\(|harmless\(/);
      // What came in is used for that alone.
      const uses = withoutComments(text).match(/\boutside\b(?!: )/g)?.length ?? 0;
      expect(uses, file).toBe(/harmless/.test(text) ? 1 : 3);
    }
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*\*[^]*?\*\/|\/\/.*/g, "");
}
