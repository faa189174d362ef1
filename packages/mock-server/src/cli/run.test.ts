import { existsSync } from "node:fs";
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startMock } from "../mock.ts";
import { clockAt } from "../test-world.ts";
import { run } from "./run.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "onshi-cli-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a command; it is told to stop once it has printed `stopAt`. */
async function command(args: readonly string[], stopAt?: string) {
  const stop = new AbortController();
  let out = "";
  let err = "";
  const io = {
    out: (text: string) => {
      out += text;
      if (stopAt !== undefined && out.includes(stopAt)) stop.abort();
    },
    err: (text: string) => {
      err += text;
    },
    signal: stop.signal,
    system: { locale: "en-US", version: "0.0.0-test" },
  };
  const code = await run(args, io, clockAt());
  return {
    code,
    out,
    err,
    lines: () =>
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe("onshi-mock", () => {
  test("explains itself", async () => {
    const { code, out } = await command(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("onshi-mock COMMAND");
    expect((await command(["serve", "--help", "--lang", "ja"])).out).toContain("使い方: onshi-mock serve");
    expect((await command(["--version"])).out).toBe("0.0.0-test\n");
  });

  test.each([
    ["no command", [], "COMMAND"],
    ["an unknown command", ["shop"], "COMMAND"],
    ["two commands", ["serve", "personas"], "COMMAND"],
    ["an unknown option", ["serve", "--verbose"], "--verbose"],
    ["an option of another command", ["personas", "--port", "1"], "--port"],
    ["a port out of range", ["serve", "--port", "70000"], "--port"],
    ["a negative delay", ["serve", "--delay", "-1"], "--delay"],
    ["an unknown choice", ["serve", "--present", "insured-valid:everything"], "--present"],
    ["a persona file that is not there", ["personas", "--personas", "/nowhere/personas.yaml"], "--personas"],
    ["an unknown persona to present", ["serve", "--present", "nobody"], "persona"],
  ])("refuses %s", async (_, args, field) => {
    const { code, lines } = await command([...args, "--json"]);
    expect(code).toBe(2);
    expect(lines().at(-1)).toMatchObject({ v: 1, type: "error", code: "config.invalid", details: { field } });
  });

  test("says errors in both languages", async () => {
    const { code, out, err } = await command(["serve", "--port", "x"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("「--port」の指定が誤りです");
    expect(err).not.toContain("窓口");
    expect(err).toContain("config.invalid: Option");
  });
});

describe("onshi-mock personas", () => {
  test("the content of a persona file cannot control the terminal", async () => {
    const file = path.join(folder, "personas.yaml");
    const shipped = await readFile(path.join(import.meta.dirname, "../../data/personas.yaml"), "utf8");
    const label = String.raw`label: "a\u009b31m\u202eb"`;
    await writeFile(
      file,
      shipped.replace(/label: .*/, () => label),
    );
    const { out, err } = await command(["personas", "--personas", file]);
    expect(out).toContain(String.raw`a\u009b31m\u202eb`);
    expect(out + err).not.toMatch(/[\u0080-\u009f\u202a-\u202e]/);
  });

  test("lists what to type in", async () => {
    const { code, out } = await command(["personas"]);
    expect(code).toBe(0);
    expect(out).toContain("insured-valid  国保・本人（有効）");
    expect(out).toContain("990010  12-34  0005678  01  1980-01-31  暗証番号 1234");
    expect(out).toContain("（記号なし）  00990123  （枝番なし）");
  });

  test("lists them for scripts, and those of a file", async () => {
    const all = await command(["personas", "--json"]);
    expect(all.lines()).toHaveLength(17);
    expect(all.lines()[0]).toMatchObject({ v: 1, type: "persona", id: "insured-valid", pin: "1234" });
    const file = path.join(folder, "own.yaml");
    await writeFile(file, "personas: []");
    expect((await command(["personas", "--personas", file])).out).toBe("");
  });
});

describe("onshi-mock serve", () => {
  test("runs until it is stopped, with certificate files that only the owner can read", async () => {
    const args = ["serve", "--folder", folder, "--seed", "1", "--json", "--present", "insured-valid:medication"];
    const { code, lines } = await command(args, '"presented"');
    expect(code).toBe(0);
    const [ready, presented, stopped] = lines();
    const door = { institutionCode: "9910000000", password: "onshi-test", testOnly: true };
    expect(ready).toMatchObject({ v: 1, type: "ready", ...door });
    expect(presented).toMatchObject({ type: "presented", persona: "insured-valid" });
    expect(stopped).toMatchObject({ type: "stopped" });
    const { files } = ready as { files: { ca: string; certificate: string; key: string } };
    expect(await readFile(files.ca, "utf8")).toContain("BEGIN CERTIFICATE");
    expect(await readFile(files.certificate, "utf8")).toContain("BEGIN CERTIFICATE");
    expect(await readFile(files.key, "utf8")).toContain("BEGIN PRIVATE KEY");
    expect((await stat(files.key)).mode & 0o077).toBe(0);
    const [face = ""] = await readdir(path.join(folder, "face"));
    expect(await readFile(path.join(folder, "face", face), "utf8")).toContain("<PharmacistsInfoConsFlg>1<");
  });

  test("takes overlays in order, and refuses a wrong one before anything is touched", async () => {
    const change = (source: string, path_: string, to: string) => ({
      onshiOverlay: 1,
      source,
      changes: [{ do: "renameElement", message: "OQSsiquc01res", path: `MessageHeader/${path_}`, to }],
    });
    const [vendor, site] = [path.join(folder, "vendor.json"), path.join(folder, "site.json")] as const;
    await writeFile(vendor, JSON.stringify(change("vendor", "ErrorCode", "VendorTag")));
    await writeFile(site, JSON.stringify(change("site", "VendorTag", "SiteTag")));
    const served = path.join(folder, "served");
    const refused = await command(["serve", "--folder", served, "--json", "--overlay", site, "--overlay", vendor]);
    expect(refused.lines()).toMatchObject([
      { type: "error", code: "overlay.invalid", details: { field: expect.stringMatching(/^overlays\.0\./) as string } },
    ]);
    expect(existsSync(served)).toBe(false);
    const stack = ["--overlay", vendor, "--overlay", site];
    expect((await command(["serve", "--folder", served, "--json", ...stack], '"ready"')).code).toBe(0);
  });

  test("refuses a check-in of nobody before anything is touched", async () => {
    const { code, lines } = await command(["serve", "--folder", folder, "--json", "--present", "nobody"]);
    expect({ code, types: lines().map(({ type }) => type) }).toEqual({ code: 2, types: ["error"] });
    expect(await readdir(folder)).toEqual([]);
  });

  test("refuses a folder that a running mock server uses, and leaves its certificates alone", async () => {
    const first = await startMock({ folder });
    await writeFile(path.join(folder, "ca.pem"), "of the first");
    const { code, lines } = await command(["serve", "--folder", folder, "--json"]);
    expect(code).toBe(2);
    expect(lines()).toMatchObject([{ type: "error", code: "config.invalid", details: { field: "folder" } }]);
    expect(await readFile(path.join(folder, "ca.pem"), "utf8")).toBe("of the first");
    await first.close();
    expect((await command(["serve", "--folder", folder, "--json"], '"ready"')).code).toBe(0);
  });

  test("replaces a planted link instead of writing through it, and takes wider rights off an old key", async () => {
    const outside = path.join(folder, "outside");
    await writeFile(outside, "untouched");
    const served = path.join(folder, "served");
    await mkdir(served);
    await symlink(outside, path.join(served, "ca.pem"));
    await writeFile(path.join(served, "client-key.pem"), "old", { mode: 0o644 });
    await command(["serve", "--folder", served, "--json"], '"ready"');
    expect(await readFile(outside, "utf8")).toBe("untouched");
    expect((await lstat(path.join(served, "ca.pem"))).isFile()).toBe(true);
    expect((await stat(path.join(served, "client-key.pem"))).mode & 0o077).toBe(0);
    expect((await readdir(served)).toSorted()).toEqual([
      "ca.pem",
      "client-key.pem",
      "client.pem",
      "face",
      "req",
      "res",
    ]);
  });

  test("tells people where everything is and cleans up", async () => {
    const { code, out } = await command(["serve"], "模擬患者");
    expect(code).toBe(0);
    const req = /req +(\S+)/.exec(out)?.[1] ?? "";
    expect(path.basename(req)).toBe("req");
    expect(existsSync(path.dirname(req))).toBe(false);
    expect(out).toContain("https://127.0.0.1:");
    expect(out).toContain("testOnly: true（onshi では --test-only）");
    expect(out).toContain("終了しました。");
  });
});
