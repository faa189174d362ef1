import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import type { ProgramHelp } from "../../packages/core/src/base/program-help.ts";
import { program as onshi } from "../../packages/core/src/cli/command-table.ts";
import { program as mock } from "../../packages/mock-server/src/cli/command-table.ts";
import { program as card } from "../../packages/reader/src/cli/command-table.ts";
import { filesBelow } from "./snippets/extract.ts";

const root = join(import.meta.dirname, "../..");
const isPage = (name: string): boolean => name.endsWith(".md");
const pages = [
  ...readdirSync(root)
    .filter(isPage)
    .map((name) => join(root, name)),
  ...filesBelow(join(root, "docs"), isPage),
  ...readdirSync(join(root, "packages")).flatMap((name) => filesBelow(join(root, "packages", name), isPage)),
];
const programs = new Map([onshi, mock, card].map((program) => [program.name, program]));

/** The calls of our programs in a text, in blocks and inline; `npm run mock --` is `onshi-mock`. */
function callsIn(text: string): readonly (readonly string[])[] {
  const whole = text.replaceAll(/\\\n\s*/g, " ").replaceAll("npm run mock -- ", "npx --no onshi-mock ");
  return [...whole.matchAll(/npx --no (onshi(?:-mock|-card)?) ([^\n`|<]*)/g)].map(([, name = "", rest = ""]) => [
    name,
    ...rest.trim().split(/\s+/),
  ]);
}

/** What a call has that its program does not know. */
function faultsOf([name = "", ...words]: readonly string[]): readonly string[] {
  const program = programs.get(name) as ProgramHelp;
  const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.slice(2).replace(/[=).,:].*$/, ""));
  const [command = ""] = words;
  if (command.startsWith("--")) return options.filter((option) => !program.everywhere.includes(option));
  if (!/^[a-z]+$/.test(command)) return [];
  const known = program.commands[command];
  if (!known) return [command];
  return options.filter((option) => !known.options.includes(option) && !program.everywhere.includes(option));
}

test("every command line in the pages names a command and options that exist", () => {
  const calls = pages.flatMap((page) =>
    callsIn(readFileSync(page, "utf8")).map((call) => ({ page: relative(root, page), call })),
  );
  expect(calls.length).toBeGreaterThan(30);
  expect(calls.filter(({ call }) => faultsOf(call).length > 0)).toEqual([]);
});

test("a command or option that does not exist would be found", () => {
  const text = "npx --no onshi verfy\nnpx --no onshi decode F --acknowledge\n`npm run mock -- serve --sed 1`";
  expect(callsIn(text).map(faultsOf)).toEqual([["verfy"], ["acknowledge"], ["sed"]]);
});
