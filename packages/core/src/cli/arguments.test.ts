import { describe, expect, test } from "vitest";
import { runCli } from "../../test/fakes/cli-io.ts";
import { commandTable } from "./command-table.ts";
import { optionTable } from "./option-table.ts";

const japanese = { machine: { locale: "ja-JP" } };

describe("a wrong argument is named, and its value is never shown", () => {
  test.each([
    ["a mistyped option", ["verify", "--insuer", "secret"], "--insuer"],
    ["one with a value behind =", ["verify", "--insuer=secret"], "--insuer"],
    ["a short option", ["verify", "-x"], "-x"],
    ["an option without its value", ["decode", "a.xml", "--out"], "--out"],
    ["an option whose value is the next option", ["verify", "--number", "--json"], "--number"],
    ["a value for a switch", ["verify", "--limit=secret"], "--limit"],
    ["an option of another command", ["decode", "a.xml", "--insurer", "secret"], "--insurer"],
    ["an unknown command", ["heal"], "COMMAND"],
    ["help about an unknown command", ["help", "heal"], "COMMAND"],
    ["a language without help", ["--help", "--lang", "fr"], "--lang"],
    ["an unknown way to acknowledge", ["watch", "--acknowledge-by", "hand"], "--acknowledge-by"],
    ["a language, whatever the command", ["decode", "a.xml", "--lang", "secret"], "--lang"],
    ["an institution of nine digits", ["verify", "--institution", "123456789"], "--institution"],
    ["no time to wait", ["verify", "--timeout", "0"], "--timeout"],
    ["a time that is no number", ["bulk", "a.csv", "--interval", "soon"], "--interval"],
    ["a charset of the table", ["bulk", "a.csv", "--charset", "sjis"], "--charset"],
    ["a charset of requests", ["verify", "--request-charset", "SHIFT_JIS"], "--request-charset"],
    ["an empty name among several", ["decode", "a.xml", "--overlay", "a.json", "--overlay", ""], "--overlay"],
    ["an empty folder", ["doctor", "--req", ""], "--req"],
    ["an empty file name", ["verify", "--password-file="], "--password-file"],
    ["two ways to acknowledge", ["watch", "--acknowledge", "--acknowledge-by", "stdin"], "--acknowledge-by"],
  ])("%s", async (_, args, field) => {
    const { code, out } = await runCli([...args, "--json"]);
    expect({ code, line: JSON.parse(out) as unknown }).toMatchObject({
      code: 2,
      line: { code: "config.invalid", details: { field } },
    });
    expect(out).not.toContain("secret");
  });
});

describe("help", () => {
  test("is in the system's language, or the requested one", async () => {
    expect((await runCli(["--help"])).out).toContain("Usage: onshi COMMAND");
    expect((await runCli(["--help"], japanese)).out).toContain("使い方: onshi コマンド");
    expect((await runCli(["--help", "--lang", "en"], japanese)).out).toContain("Usage:");
  });

  test.each(Object.entries(commandTable))("of %s names all it takes, in both languages", async (name, { options }) => {
    for (const lang of ["ja", "en"]) {
      const { code, out } = await runCli([name, "--help", "--lang", lang]);
      expect(code).toBe(0);
      for (const option of options) expect(out).toContain(`--${option}`);
      expect((await runCli(["help", name, "--lang", lang])).out).toBe(out);
    }
  });

  test("every option belongs to a command or to all", () => {
    const used = new Set<string>(Object.values(commandTable).flatMap(({ options }) => options));
    const unused = Object.keys(optionTable).filter((name) => !used.has(name));
    expect(unused).toEqual(["help", "version", "lang", "json"]);
  });

  test("--version", async () => {
    expect(await runCli(["--version"])).toMatchObject({ code: 0, out: "0.0.0-test\n" });
  });
});
