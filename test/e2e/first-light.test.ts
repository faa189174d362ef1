import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Clock, systemClock } from "@onshi/core/base";
import { expect, test } from "vitest";
import { firstLight } from "../../examples/01-first-light.ts";

const root = join(import.meta.dirname, "../..");

/** Goes on from the morning of the readme at the machine's pace, so that waiting still waits. */
function clockFrom(start: string): Clock {
  const origin = systemClock.monotonic();
  return { ...systemClock, now: () => new Date(Date.parse(start) + systemClock.monotonic() - origin) };
}

/** What differs from run to run: port, temporary folder, seconds. */
function settle(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:50443")
    .replaceAll(/(?<=face　)\S+/g, "C:\\Temp\\onshi-mock\\req")
    .replaceAll(/T09:\d\d:\d\d/g, "T09:15:03");
}

const block = /(?<=```text\n)[\s\S]*?(?=```)/;

test("the demonstration runs to its end and shows what the readmes say", async () => {
  let shown = "";
  await firstLight({ write: (text) => (shown += text), clock: clockFrom("2026-11-20T09:15:03+09:00") });
  const expected = settle(shown).trimStart();
  for (const name of ["README.md", "README.ja.md"]) {
    const file = join(root, name);
    const readme = readFileSync(file, "utf8");
    // `ONSHI_UPDATE=1 npx vitest run test/e2e/first-light` writes what the demonstration shows now.
    if (process.env["ONSHI_UPDATE"] === "1")
      writeFileSync(
        file,
        readme.replace(block, () => expected),
      );
    else expect(block.exec(readme)?.[0], name).toBe(expected);
  }
});
