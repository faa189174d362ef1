import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { runCli, type CliRun, type CliWorld } from "../../test/fakes/cli-io.ts";
import { MemoryDisk } from "../../test/fakes/memory-disk.ts";

const repository = join(import.meta.dirname, "../../../..");
const golden = join(repository, "test/conformance/golden");
const files = Object.fromEntries(
  readdirSync(golden).map((name) => [`real/${name}`, new Uint8Array(readFileSync(join(golden, name)))]),
);
const face = "real/OQSsiquc01res_face_9910000000observed_20261120091630.xml";
const published = z.fromJSONSchema(
  JSON.parse(readFileSync(join(repository, "docs/reference/cli.schema.json"), "utf8")) as z.core.JSONSchema.JSONSchema,
);

/** Standard output as JSON lines, each held against the published schema. */
function linesOf({ out }: CliRun): readonly Record<string, unknown>[] {
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const value = JSON.parse(line) as Record<string, unknown>;
      expect(published.safeParse(value), line.slice(0, 300)).toMatchObject({ success: true });
      return value;
    });
}

const run = (args: readonly string[], world: CliWorld = {}): Promise<CliRun> => runCli(args, { files, ...world });

describe("the --json contract", () => {
  const broken = { "real/OQSsiquc01res_1.xml": "<XmlMsg>\n<MessageHeader><SegmentOfResult>1</SegmentOfResult>\n<Err" };
  const twice = {
    "real/OQSsiquc01res_1.xml":
      "<XmlMsg>\n<MessageHeader>\n<SegmentOfResult>1</SegmentOfResult>\n<SegmentOfResult>9</SegmentOfResult>\n</MessageHeader><MessageBody/></XmlMsg>",
  };
  const site = new MemoryDisk("/req", "/res");
  site.put("/res/OQSsiquc01res_1.xml", "\u0001encrypted");
  const overlay = JSON.stringify({
    onshiOverlay: 1,
    source: "test",
    changes: [{ do: "addMessage", like: "OQSsiquc01res", id: "OQSsixyz01res" }],
  });

  test.each<[string, readonly string[], CliWorld, number, string[]]>([
    ["decode", ["decode", face], {}, 0, ["message"]],
    ["decode --wire", ["decode", "--wire", face], {}, 0, ["mirror"]],
    ["decode, broken", ["decode", "real/OQSsiquc01res_1.xml"], { files: broken }, 2, ["error"]],
    [
      "decode --lenient, broken",
      ["decode", "--lenient", "real/OQSsiquc01res_1.xml"],
      { files: broken },
      2,
      ["message"],
    ],
    ["decode, two decisions", ["decode", "real/OQSsiquc01res_1.xml"], { files: twice }, 2, ["error"]],
    ["decode --lenient, two", ["decode", "--lenient", "real/OQSsiquc01res_1.xml"], { files: twice }, 2, ["mirror"]],
    ["conform", ["conform", "real"], {}, 0, ["conform"]],
    ["conform, broken", ["conform", "real"], { files: broken }, 1, ["conform"]],
    ["anonymise FILE", ["anonymise", face, "--out", "x.xml"], {}, 0, ["anonymised"]],
    ["anonymise DIR", ["anonymise", "real", "--out", "safe"], { files: broken }, 1, ["passedOver"]],
    ["doctor", ["doctor"], {}, 0, Array.from({ length: 6 }, () => "check")],
    [
      "doctor, overlay",
      ["doctor", "--overlay", "o.json"],
      { files: { "o.json": overlay } },
      0,
      Array.from({ length: 7 }, () => "check"),
    ],
    [
      "doctor, folders",
      ["doctor", "--req", "/req", "--res", "/res", "--face", "/none"],
      { disk: site },
      3,
      Array.from({ length: 10 }, () => "check"),
    ],
    ["no such command", ["heal"], {}, 2, ["error"]],
    ["no such file", ["decode", "none.xml"], {}, 2, ["error"]],
    ["no such folder", ["conform", "none"], {}, 2, ["error"]],
  ])("%s", async (_what, args, world, code, types) => {
    const done = await run([...args, "--json"], world);
    expect(linesOf(done).map(({ type }) => type)).toEqual(types);
    expect(done.code).toBe(code);
  });

  test("the published schema refuses what is not in it", () => {
    for (const wrong of [
      { v: 2, type: "check", check: "x", state: "ok", ja: "", en: "" },
      { v: 1, type: "other" },
      {},
    ]) {
      expect(published.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("onshi decode: the first fault", () => {
  const decode = async (body: string, ...more: readonly string[]): Promise<CliRun> =>
    run(["decode", "OQSsiquc01res_1.xml", "--json", ...more], {
      files: { "OQSsiquc01res_1.xml": `<XmlMsg>\n<MessageHeader>\n${body}` },
    });

  test("of a broken file has line, column and path", async () => {
    const [line] = linesOf(await decode("<SegmentOfResult>1</SegmentOfResult>\n<ErrorCode>1 & 2</ErrorCode>"));
    expect(line).toMatchObject({
      code: "wire.malformed",
      details: { line: 4, column: 14, path: "XmlMsg/MessageHeader/ErrorCode" },
    });
  });

  test.each([
    ["broken XML", ["decode", "FILE"], "<XmlMsg>\n<A"],
    ["a DOCTYPE", ["decode", "FILE"], "<!DOCTYPE X><XmlMsg/>"],
    ["another root", ["decode", "FILE"], "<Other/>"],
    ["broken XML, leniently", ["decode", "FILE", "--lenient"], "<XmlMsg>\n<A"],
    ["broken JSON", ["decode", "FILE"], "{"],
    ["broken JSON to encode", ["encode", "FILE"], "{"],
    ["broken XML to anonymise", ["anonymise", "FILE"], "<XmlMsg>\n<A"],
    ["a broken overlay", ["decode", "OQSsiquc01res_1.xml", "--overlay", "FILE"], "{"],
    ["a broken question", ["verify", "FILE", "--institution", "9910000001", "--req", "r", "--res", "s"], "{"],
  ])("%s that was named on the command line sends nobody to the system desk", async (_, args, text) => {
    const { code, err } = await run(args, { files: { FILE: text, "OQSsiquc01res_1.xml": "<XmlMsg/>" } });
    expect(code).toBe(2);
    const [desk = ""] = err.split("\n");
    expect(desk).toMatch(/ファイル|指定/);
    expect(desk).not.toMatch(/窓口|コールセンター/);
  });

  test("of a readable one is the first problem, with its line", async () => {
    const [line] = linesOf(
      await decode(
        "<CharacterCodeIdentifier>7</CharacterCodeIdentifier>\n<ProcessExecutionTime>20261399000000</ProcessExecutionTime>\n</MessageHeader><MessageBody/></XmlMsg>",
        "--lenient",
      ),
    );
    expect(line?.["firstProblem"]).toEqual({
      kind: "missing",
      path: "XmlMsg/MessageHeader/QualificationConfirmationDate",
      line: 2,
    });
    const sound = readFileSync(join(golden, "OQSsiquc01res_full.xml"), "utf8");
    const odd = sound.replace(/<Birthdate>\d+</, "<Birthdate>20260230<").replace(/<Sex1>\d</, "<Sex1>7<");
    const done = await run(["decode", "OQSsiquc01res_1.xml", "--json"], { files: { "OQSsiquc01res_1.xml": odd } });
    const place = odd.split("\n").findIndex((text) => text.includes("<Sex1>7<")) + 1;
    expect(linesOf(done)[0]?.["firstProblem"]).toMatchObject({ kind: "unknownCode", line: place });
  });

  test("of two decisions is the second", async () => {
    const [line] = linesOf(
      await decode(
        "<SegmentOfResult>1</SegmentOfResult>\n<SegmentOfResult>9</SegmentOfResult></MessageHeader></XmlMsg>",
      ),
    );
    expect(line).toMatchObject({
      code: "wire.duplicate",
      details: { line: 4, path: "XmlMsg/MessageHeader/SegmentOfResult" },
    });
  });

  test("--lenient shows what comes before it, and no partial value", async () => {
    const [line] = linesOf(await decode("<SegmentOfResult>9</SegmentOfResult>\n<ErrorCode>EPSB00", "--lenient"));
    expect(line).toMatchObject({
      message: "OQSsiquc01res",
      value: { header: { segmentOfResult: "failed" } },
      faults: [{ code: "wire.malformed", details: { line: 4, path: "XmlMsg/MessageHeader/ErrorCode" } }],
    });
    expect(JSON.stringify(line)).not.toContain("EPSB");
    expect(line).not.toHaveProperty("problems");
  });

  test("for people: the text of what was read, the fault on standard error", async () => {
    const { out, err, code } = await run(["decode", "--lenient", "OQSsiquc01res_1.xml"], {
      files: { "OQSsiquc01res_1.xml": "<XmlMsg><MessageHeader><SegmentOfResult>1</SegmentOfResult>" },
    });
    expect(JSON.parse(out)).toMatchObject({ message: "OQSsiquc01res" });
    expect(err).toMatch(/指定したファイル.*\nwire\.malformed: /);
    expect(code).toBe(2);
  });
});

describe("onshi conform", () => {
  test("the golden files conform, and the text says so in both languages", async () => {
    const { out, code } = await run(["conform", "real"]);
    expect(out).toContain("ファイル files:");
    expect(out).toContain("変更なし nothing to change");
    expect(code).toBe(0);
  });

  test("--out writes the proposed overlay, which --overlay reads back", async () => {
    const strange = readFileSync(join(golden, "OQSsiquc01res_full.xml"), "utf8").replace(
      "<InsurerName>",
      "<NewElement>1</NewElement><InsurerName>",
    );
    const world = { files: { "real/OQSsiquc01res_1.xml": strange } };
    const first = await run(["conform", "real", "--out", "o.json"], world);
    expect(first.code).toBe(1);
    const overlay = new TextDecoder().decode(first.files.get("o.json"));
    const second = await run(["conform", "real", "--overlay", "o.json"], {
      files: { ...world.files, "o.json": overlay },
    });
    expect(second.code).toBe(0);
  });

  test("a file that cannot be opened is reported only by position and kind", async () => {
    const io = { files: { "real/OQSsiquc01res_patient4711.xml": "<XmlMsg" } };
    const { out } = await run(["conform", "real"], io);
    expect(out).toContain("#1 OQSsiquc01res_*.xml: wire.malformed incomplete");
    expect(out).not.toContain("4711");
  });
});

describe("onshi anonymise", () => {
  test("a file to standard output", async () => {
    const { out, code } = await run(["anonymise", face]);
    expect(out).toContain("<XmlMsg>");
    expect(out).not.toMatch(/試験　三郎|ｻﾌﾞﾛｳ/);
    expect(code).toBe(0);
  });

  test("a folder into another one: a file each, new names, values equal across files stay equal", async () => {
    const { files: after } = await run(["anonymise", "real", "--out", "safe"]);
    const made = [...after.keys()].filter((path) => path.startsWith("safe/"));
    expect(made).toHaveLength(Object.keys(files).filter((path) => /\.(?:xml|json)$/.test(path)).length);
    expect(made.join()).not.toMatch(/observed|canonical|_full|_minimal/);
  });

  test("what a file says reaches the terminal without control characters", async () => {
    const xml = "<XmlMsg><MessageHeader/><MessageBody><A>\u009b31m\u202e</A></MessageBody></XmlMsg>";
    const file = "OQSsiquc01res_1.xml";
    const { out } = await run(["decode", file, "--wire"], { files: { [file]: new TextEncoder().encode(xml) } });
    expect(out).toContain(String.raw`\u009b31m\u202e`);
    expect(out).not.toMatch(/[\u0080-\u009f\u202e]/u);
  });

  test.each([
    ["a folder needs --out", ["anonymise", "real"], {}],
    [
      "another character set needs --out",
      ["anonymise", "s.xml"],
      {
        files: {
          "s.xml": Uint8Array.from([
            ...new TextEncoder().encode('<?xml version="1.0" encoding="Shift_JIS"?><XmlMsg><A>'),
            0x8e,
            0x8e,
            ...new TextEncoder().encode("</A></XmlMsg>"),
          ]),
        },
      },
    ],
  ])("%s", async (_what, args, world) => {
    const { code, err } = await run(args, world);
    expect(code).toBe(2);
    expect(err).toContain("--out");
  });
});

describe("onshi doctor", () => {
  test("overlay, guesses and versions, in both languages", async () => {
    const overlay = {
      onshiOverlay: 1,
      source: "edition of 2026-04",
      changes: [{ do: "setElement", message: "OQSsiquc01res", path: "MessageHeader/ErrorCode", maxLength: 60 }],
    };
    const { out, code } = await run(["doctor", "--overlay", "o.json"], {
      files: { "o.json": JSON.stringify(overlay) },
    });
    expect(out).toMatch(/補正ファイル：edition of 2026-04/);
    expect(out).toMatch(/setElement OQSsiquc01res MessageHeader\/ErrorCode: ≤ 60/);
    expect(out).toMatch(/Guesses in force: M \d+, L \d+, I \d+/);
    expect(out).toMatch(/2026-11-20T09:15:03\+09:00.*Asia\/Tokyo/);
    expect(code).toBe(0);
  });

  test.each([
    ["an old Node", { machine: { node: "18.20.0" } }, 2, "× Node 18.20.0"],
    ["a Node past its end of life", { machine: { node: "20.19.1" } }, 0, "△ Node 20.19.1"],
    ["a clock that stopped", { now: "2021-01-01T00:00:00Z" }, 2, "時計"],
  ])("%s is told", async (_what, world, code, text) => {
    const done = await run(["doctor"], world);
    expect(done.out).toContain(text);
    expect(done.code).toBe(code);
  });

  test("several overlays are applied in order, and each is told by its place", async () => {
    const rename = { do: "renameElement", message: "OQSsiquc01res", path: "MessageHeader/ErrorCode", to: "VendorCode" };
    const length = { do: "setElement", message: "OQSsiquc01res", path: "MessageHeader/VendorCode", maxLength: 60 };
    const files = {
      "vendor.json": JSON.stringify({ onshiOverlay: 1, source: "vendor", changes: [rename] }),
      "site.json": JSON.stringify({ onshiOverlay: 1, source: "site", changes: [length] }),
    };
    const stack = ["--overlay", "vendor.json", "--overlay", "site.json"];
    const { out, code } = await run(["doctor", "--json", ...stack], { files });
    const names = out
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { check: string }).check);
    expect(names).toEqual(expect.arrayContaining(["overlays.0", "overlays.0.changes.0", "overlays.1.changes.0"]));
    expect(code).toBe(0);
    const turned = await run(["doctor", "--overlay", "site.json", "--overlay", "vendor.json"], { files });
    expect(turned).toMatchObject({ code: 2, err: expect.stringContaining("overlays.0.changes.0") as string });
  });

  test("a wrong overlay is bad input", async () => {
    const done = await run(["doctor", "--overlay", "o.json"], { files: { "o.json": '{"onshiOverlay":2}' } });
    expect(done.code).toBe(2);
    expect(done.err).toContain("overlay.invalid");
  });
});
