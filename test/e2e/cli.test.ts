import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock, systemRandom } from "@onshi/core/base";
import { nodeSiteStore, parseOverlay } from "@onshi/core";
import { type Mock, startMock } from "@onshi/mock-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { OutsideIo, Draft } from "../../packages/core/src/cli/io.ts";
import { nodeDraft } from "../../packages/core/src/cli/node-draft.ts";
import { run } from "../../packages/core/src/cli/run.ts";
import { nodeDisk } from "../../packages/core/src/transports/folder/node-disk.ts";
import { encodeText } from "../../packages/core/src/wire/charset/encode-text.ts";

let mock: Mock;
let folder: string;
const schemaFile = path.join(import.meta.dirname, "../../docs/reference/cli.schema.json");

beforeEach(async () => {
  mock = await startMock({ processingPolls: 1 });
  folder = await mkdtemp(path.join(tmpdir(), "onshi-cli-"));
});

afterEach(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function onshi(args: readonly string[], more: Partial<OutsideIo> = {}): Promise<Run> {
  let [out, err] = ["", ""];
  const code = await run(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    readFile: async (file) => new Uint8Array(await readFile(file)),
    written: () => Promise.resolve(),
    onLine: (_listener, onEnd) => onEnd(),
    readStdin: () => Promise.resolve(new Uint8Array()),
    draft: (file) => nodeDraft(file, systemRandom),
    listFolder: () => Promise.resolve(undefined),
    makeFolder: () => Promise.resolve(),
    disk: nodeDisk,
    clock: systemClock,
    random: systemRandom,
    site: nodeSiteStore,
    isTerminal: false,
    machine: { sdk: "0", node: "24", zone: "Asia/Tokyo", locale: "en-US" },
    signal: new AbortController().signal,
    ...more,
  });
  return { code, out, err };
}

/** A disk that fills up behind the first bytes. */
async function fullDisk(file: string): Promise<Draft> {
  const draft = await nodeDraft(file, systemRandom);
  return { ...draft, append: () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })) };
}

/** Standard output as JSON lines, held against the published schema. */
async function linesOf({ out }: Run): Promise<readonly Record<string, unknown>[]> {
  const published = z.fromJSONSchema(JSON.parse(await readFile(schemaFile, "utf8")) as z.core.JSONSchema.JSONSchema);
  return out
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const value = JSON.parse(line) as Record<string, unknown>;
      expect(published.safeParse(value), line.slice(0, 200)).toMatchObject({ success: true });
      return value;
    });
}

const folders = (): readonly string[] => {
  const { req, res, face } = mock.folders;
  return ["--institution", "9910000000", "--test-only", "--req", req, "--res", res, "--face", face];
};

function papersOf(id: string) {
  return mock.personas.find((persona) => persona.id === id)?.papers ?? expect.fail(id);
}

function keys(id: string): readonly string[] {
  const { insurerNumber, symbol, number, branch, birthdate } = papersOf(id);
  return [
    "--insurer",
    insurerNumber,
    "--number",
    number,
    "--birthdate",
    birthdate,
    ...(symbol === undefined ? [] : ["--symbol", symbol]),
    ...(branch === undefined ? [] : ["--branch", branch]),
  ];
}

describe("onshi verify", () => {
  test("says in Japanese what the centre says, exit 0", async () => {
    const { code, out } = await onshi(["verify", ...folders(), ...keys("insured-valid")]);
    expect(code).toBe(0);
    expect(out).toContain("資格　有効（valid）");
    expect(out).toContain("保険者　990010 試験市");
  });

  test.each<[string, string, readonly RegExp[]]>([
    [
      "a limit class",
      "under70-limit",
      [
        /^氏名　試験　健一（ｼｹﾝ ｹﾝｲﾁ）　1972-11-03生$/m,
        /^限度額の適用区分　ウ（特記事項 28区ウ）$/m,
        /^次の対応　オンラインで確認できました\n窓口負担　3割$/m,
      ],
    ],
    [
      "a share",
      "late-elderly",
      [/^一部負担金割合　2割$/m, /^限度額の適用区分　一般Ⅱ（特記事項 41区カ）$/m, /^窓口負担　2割$/m],
    ],
    [
      "a lapse, and what to do by what the patient shows",
      "lapsed",
      [
        /^資格喪失年月日　\d{4}-\d{2}-\d{2}（.+）$/m,
        /^状況　資格\(無効\)/m,
        /^先に試す　/m,
        /資格確認書があれば　→　書類で確認する（窓口負担3割/,
        /カードだけなら　→　被保険者資格申立書を書いていただく（窓口負担3割/,
      ],
    ],
    ["a disease", "specific-disease", [/^特定疾病　人工透析.*　月\d+円まで$/m]],
    ["public assistance", "public-assistance", [/^医療扶助　/m, /^窓口負担　0割$/m]],
  ])("tells %s as a desk reads it", async (_what, id, told) => {
    const { out } = await onshi(["verify", ...folders(), ...keys(id), "--limit"]);
    for (const line of told) expect(out).toMatch(line);
  });

  test("a negative answer is exit 1", async () => {
    const answered = await onshi(["verify", ...folders(), ...keys("lapsed"), "--json"]);
    expect(answered.code).toBe(1);
    const [line] = await linesOf(answered);
    expect(line).toMatchObject({ type: "answer", answer: { validity: "invalid" } });
    expect(line?.["answer"]).not.toHaveProperty("raw");
  });

  test("by a stack of overlays, as the centre: --overlay given twice", async () => {
    const id = "OQSsixyz01res";
    const stack = [
      { do: "renameMessage", message: "OQSsiquc01res", to: id },
      { do: "renameElement", message: id, path: "MessageBody/QualificationValidity", to: "SiteTag" },
    ].map((change, place) => ({ onshiOverlay: 1, source: `overlay ${place}`, changes: [change] }));
    const files = stack.map((one) => path.join(folder, `${one.source}.json`));
    for (const [place, file] of files.entries()) await writeFile(file, JSON.stringify(stack[place]));
    await mock.close();
    mock = await startMock({ overlay: stack.map(parseOverlay) });
    const named = (paths: readonly string[]): readonly string[] => paths.flatMap((file) => ["--overlay", file]);
    expect((await onshi(["verify", ...folders(), ...keys("insured-valid"), ...named(files)])).code).toBe(0);
    const turned = await onshi(["verify", ...folders(), ...keys("insured-valid"), ...named(files.toReversed())]);
    expect(turned.code).toBe(2);
  });

  test("over HTTPS, with files for certificates and password", async () => {
    const { baseUrl, password, ca, clientCertificate } = mock.web;
    const files = { "password-file": `${password}\n`, ca, cert: clientCertificate.cert, key: clientCertificate.key };
    const options: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      await writeFile(path.join(folder, name), content);
      options.push(`--${name}`, path.join(folder, name));
    }
    const args = ["verify", "--institution", "9910000000", "--test-only", "--url", baseUrl, ...options];
    expect(await onshi([...args, ...keys("dependant")])).toMatchObject({ code: 0 });
  });

  test.each([
    [
      "no institution",
      ["--req", "a", "--res", "b", "--insurer", "990010", "--number", "1", "--birthdate", "1980-01-31"],
    ],
    [
      "no folders",
      [
        "--institution",
        "9910000000",
        "--test-only",
        "--insurer",
        "990010",
        "--number",
        "1",
        "--birthdate",
        "1980-01-31",
      ],
    ],
    ["no number", ["--institution", "9910000000", "--test-only", "--req", "a", "--res", "b", "--insurer", "990010"]],
  ])("bad use: %s", async (_, args) => {
    expect((await onshi(["verify", ...args])).code).toBe(2);
  });

  test("folders that are not there are exit 3", async () => {
    const args = ["--institution", "9910000000", "--test-only", "--req", `${folder}/a`, "--res", `${folder}/b`];
    expect((await onshi(["verify", ...args, ...keys("dependant")])).code).toBe(3);
  });
});

describe("test and real stay apart", () => {
  const without = (...args: readonly string[]): readonly string[] => args.filter((arg) => arg !== "--test-only");

  test.each(["verify", "bulk", "watch"])(
    "%s: a test institution without --test-only is refused, and nothing is sent",
    async (name) => {
      const list = path.join(folder, "list.csv");
      await writeFile(list, "患者番号,保険者番号,記号,番号,枝番,生年月日\r\n1,990010,12-34,0005678,01,1980-01-31\r\n");
      const own = {
        verify: keys("insured-valid"),
        bulk: [list, "--site", path.join(folder, "site")],
        watch: [],
      }[name];
      const refused = await onshi([name, ...without(...folders()), ...(own ?? []), "--json"]);
      expect(refused.code).toBe(2);
      expect(await linesOf(refused)).toMatchObject([
        { type: "error", code: "config.invalid", details: { field: "institutionCode" } },
      ]);
      expect(refused.out).toContain("--test-only");
      expect(await readdir(mock.folders.req)).toEqual([]);
    },
  );

  test("over HTTPS as well", async () => {
    const { baseUrl, password, ca, clientCertificate } = mock.web;
    const files = { "password-file": password, ca, cert: clientCertificate.cert, key: clientCertificate.key };
    const options: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      await writeFile(path.join(folder, name), content);
      options.push(`--${name}`, path.join(folder, name));
    }
    const args = ["verify", "--institution", "9910000000", "--url", baseUrl, ...options, ...keys("dependant")];
    const { code, out } = await onshi([...args, "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ code: "config.invalid", details: { field: "institutionCode" } });
  });

  test("an institution that could be real with --test-only is refused as well", async () => {
    const args = folders().map((arg) => (arg === "9910000000" ? "1310000007" : arg));
    const { code, out } = await onshi(["verify", ...args, ...keys("insured-valid"), "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ code: "config.invalid", details: { field: "institutionCode" } });
    expect(await readdir(mock.folders.req)).toEqual([]);
  });

  test("a test centre's answer says so to people and to programs", async () => {
    const args = ["verify", ...folders(), ...keys("insured-valid")];
    expect((await onshi(args)).out).toContain("試験用の接続先の回答です");
    const [line] = await linesOf(await onshi([...args, "--json"]));
    expect(line).toMatchObject({ type: "answer", answer: { isTest: true } });
  });
});

describe("personal data need not stand in arguments", () => {
  const question = (id: string): string => JSON.stringify(papersOf(id));

  test("a question comes from a file or from standard input", async () => {
    const file = path.join(folder, "question.json");
    await writeFile(file, question("insured-valid"));
    expect(await onshi(["verify", file, ...folders()])).toMatchObject({ code: 0 });
    const readStdin = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(question("lapsed")));
    expect(await onshi(["verify", "-", ...folders()], { readStdin })).toMatchObject({ code: 1 });
  });

  test.each([
    ["an unknown property", { insurerNumber: "990010", secret0005678: "1" }, "FILE.json"],
    ["a number instead of text", { insurerNumber: 990010, number: "1", birthdate: "1980-01-31" }, "insurerNumber"],
    ["no birth date", { insurerNumber: "990010", number: "1" }, "birthdate"],
    ["a word for yes", { insurerNumber: "990010", number: "1", limitCertificate: "yes" }, "limitCertificate"],
    ["a list", [], "FILE.json"],
  ])("%s is refused by name", async (_, asked, field) => {
    const readStdin = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(JSON.stringify(asked)));
    const { code, out } = await onshi(["verify", "-", ...folders(), "--json"], { readStdin });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ code: "config.invalid", details: { field } });
    expect(out).not.toContain("0005678");
  });

  test("a file and an option for the same is a contradiction", async () => {
    const { code, err } = await onshi(["verify", "-", ...folders(), "--number", "1"]);
    expect(code).toBe(2);
    expect(err).toContain("--number");
  });
});

describe("what is written to --out", () => {
  const encoded = path.join(import.meta.dirname, "../conformance/golden/OQSsiquc01req_full.xml");

  test("replaces a planted link, never writes through it, and only the owner may read it", async () => {
    const victim = path.join(folder, "victim");
    const out = path.join(folder, "out.json");
    await writeFile(victim, "untouched");
    await symlink(victim, out);
    expect((await onshi(["decode", encoded, "--out", out])).code).toBe(0);
    expect(await readFile(victim, "utf8")).toBe("untouched");
    const facts = await lstat(out);
    expect({ isFile: facts.isFile(), others: facts.mode & 0o077 }).toEqual({ isFile: true, others: 0 });
    expect((await readdir(folder)).toSorted()).toEqual(["out.json", "victim"]);
  });

  test("a folder, or something that is no file, keeps its name", async () => {
    for (const out of [folder, "/dev/null"]) {
      const { code, err } = await onshi(["decode", encoded, "--out", out]);
      expect({ code, names: err.includes("--out") }, out).toEqual({ code: 2, names: true });
    }
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("onshi bulk", () => {
  const head = "患者番号,保険者番号,記号,番号,枝番,生年月日";
  const row = (id: string): string => {
    const { insurerNumber, symbol = "", number, branch = "", birthdate } = papersOf(id);
    return [id, insurerNumber, symbol, number, branch, birthdate.replaceAll("-", "/")].join(",");
  };
  const list = async (charset: "utf-8" | "shift_jis", ...lines: readonly string[]): Promise<string> => {
    const file = path.join(folder, "list.csv");
    await writeFile(file, encodeText([head, ...lines, ""].join("\r\n"), charset) ?? expect.fail("charset"));
    return file;
  };
  const args = (): readonly string[] => [...folders(), "--site", path.join(folder, "site"), "--interval", "0.02"];

  test.each(["utf-8", "shift_jis"] as const)("answers a list in %s as a table", async (charset) => {
    const file = await list(charset, row("insured-valid"), row("late-elderly"));
    const { code, out, err } = await onshi(["bulk", file, ...args()]);
    expect(code).toBe(0);
    expect(err).toMatch(/^受付番号 \d+\n$/);
    const rows = out.split("\r\n");
    expect(rows[0]).toMatch(/^\uFEFF?識別子,資格,.*,試験$/);
    expect(rows[1]).toContain("insured-valid,有効,valid,990010,試験市");
    expect(rows.slice(1, 3).map((line) => line.split(",").at(-1))).toEqual(["試験", "試験"]);
    expect(rows[2]).toContain("late-elderly,有効,valid");
  });

  test("as JSON lines; exit 1 when somebody is not valid", async () => {
    const file = await list("utf-8", row("insured-valid"), row("lapsed"));
    const answered = await onshi(["bulk", file, ...args(), "--json"]);
    expect(answered.code).toBe(1);
    const lines = await linesOf(answered);
    expect(lines.map(({ type }) => type)).toEqual(["bulk", "person", "person", "bulkDone"]);
    expect(lines.slice(1, 3)).toMatchObject([{ answer: { isTest: true } }, { answer: { isTest: true } }]);
  });

  test("into a file, CSV in Shift_JIS or JSON; progress on a terminal only", async () => {
    const file = await list("utf-8", row("insured-valid"));
    const csv = path.join(folder, "out.csv");
    const shown = await onshi(["bulk", file, ...args(), "--out", csv, "--charset", "shift_jis"], { isTerminal: true });
    expect(shown.code).toBe(0);
    expect(shown.err).toContain("1/1 完了");
    expect(new TextDecoder("shift_jis").decode(await readFile(csv))).toContain("試験　花子");
    const json = path.join(folder, "out.json");
    await onshi(["bulk", file, ...args(), "--out", json]);
    expect(JSON.parse(await readFile(json, "utf8"))).toMatchObject([{ isTest: true, validity: "valid" }]);
  });

  test("goes on with an earlier request", async () => {
    const file = await list("utf-8", row("insured-valid"));
    const stopped = new AbortController();
    const cut = await onshi(["bulk", file, ...args(), "--json"], {
      signal: stopped.signal,
      out: () => stopped.abort(),
    });
    expect(cut.code).toBe(3);
    const [pending] = await linesOf(await onshi(["bulk", ...args(), "--pending", "--json"]));
    const { receptionNumber } = pending as { receptionNumber: string };
    const resumed = await onshi(["bulk", "--resume", receptionNumber, ...args(), "--json"]);
    expect((await linesOf(resumed)).map(({ type }) => type)).toEqual(["bulk", "person", "bulkDone"]);
  });

  test.each([
    ["a folder that is not there", "nowhere/out.csv", {}, 0],
    ["a disk that is full", "out.csv", { draft: fullDisk }, 1],
  ] as const)("a list that cannot be written loses no answer: %s", async (_, name, broken, pendingCount) => {
    const file = await list("utf-8", row("insured-valid"), row("dependant"));
    const failed = await onshi(["bulk", file, ...args(), "--out", path.join(folder, name)], broken);
    expect(failed).toMatchObject({ code: 2, err: expect.stringContaining("--out") as unknown });
    expect((await readdir(folder)).filter((one) => one.startsWith("out"))).toEqual([]);
    const pending = await linesOf(await onshi(["bulk", ...args(), "--pending", "--json"]));
    expect(pending).toHaveLength(pendingCount);
    for (const { receptionNumber } of pending as { receptionNumber: string }[]) {
      const out = path.join(folder, "again.json");
      expect((await onshi(["bulk", "--resume", receptionNumber, ...args(), "--out", out])).code).toBe(0);
      expect(JSON.parse(await readFile(out, "utf8"))).toHaveLength(2);
    }
  });

  test("a name without a place in Shift_JIS costs the table, not the answers", async () => {
    const file = await list("utf-8", row("insured-valid").replace("insured-valid", "𠮷"));
    const out = path.join(folder, "out.csv");
    expect(await onshi(["bulk", file, ...args(), "--out", out, "--charset", "shift_jis"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("--charset") as unknown,
    });
    const [pending] = await linesOf(await onshi(["bulk", ...args(), "--pending", "--json"]));
    const { receptionNumber } = pending as { receptionNumber: string };
    expect((await onshi(["bulk", "--resume", receptionNumber, ...args(), "--out", out])).code).toBe(0);
    expect(await readFile(out, "utf8")).toContain("𠮷,有効");
  });

  test("two at once on one site do not meet", async () => {
    const [first, second] = [await list("utf-8", row("insured-valid")), path.join(folder, "second.csv")];
    await writeFile(second, `${head}\r\n${row("dependant")}\r\n`);
    const runs = await Promise.all([first, second].map((file) => onshi(["bulk", file, ...args(), "--json"])));
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(runs.map(({ out }) => /"arbitraryIdentifier":"([^"]*)"/.exec(out)?.[1])).toEqual([
      "insured-valid",
      "dependant",
    ]);
  });

  test("names the line of the list that is wrong, before anything is sent", async () => {
    const file = await list("utf-8", row("insured-valid"), "x,990010,1,2,01,1980-02-30");
    const [line] = await linesOf(await onshi(["bulk", file, ...args(), "--json"]));
    expect(line).toMatchObject({
      type: "error",
      code: "request.invalid",
      details: { field: "people[1].birthdate", line: 3 },
    });
  });

  test("tells people the line, too", async () => {
    const file = await list("utf-8", row("insured-valid"), "x,990010,1,2,01,1980-02-30");
    const { err } = await onshi(["bulk", file, ...args()]);
    expect(err).toContain("3行目　生年月日");
  });

  test.each([
    ["no site", ["bulk", "list.csv"]],
    ["no such charset", ["bulk", "list.csv", "--site", "x", "--charset", "euc-jp"]],
    ["no file", ["bulk", "--site", "x", "--institution", "9910000000", "--test-only", "--req", "a", "--res", "b"]],
  ])("bad use: %s", async (_, wrong) => {
    expect((await onshi(wrong)).code).toBe(2);
  });

  test("a list without a column that is needed", async () => {
    const file = path.join(folder, "list.csv");
    await writeFile(file, "番号,生年月日\r\n1,1980-01-31\r\n");
    const { code, err } = await onshi(["bulk", file, ...args()]);
    expect(code).toBe(2);
    expect(err).toContain("保険者番号");
  });
});

describe("onshi watch", () => {
  test.each([
    ["leaves the files", [], 1],
    ["takes the files when asked", ["--acknowledge"], 0],
  ] as const)("%s", async (_, more, left) => {
    await mock.present("insured-valid", { medication: true });
    const stop = new AbortController();
    let out = "";
    const say = (text: string): void => {
      out += text;
      if (out.includes("checkIn")) setTimeout(() => stop.abort(), 100);
    };
    const { face } = mock.folders;
    const args = ["watch", "--institution", "9910000000", "--test-only", "--face", face, ...more];
    const { code } = await onshi(args, { signal: stop.signal, out: say });
    expect(code).toBe(0);
    const [line] = await linesOf({ code, out, err: "" });
    expect(line).toMatchObject({
      type: "checkIn",
      consents: { medication: "consented" },
      answer: { isTest: true, validity: "valid" },
    });
    expect(await nodeDisk.list(face)).toHaveLength(left);
  });
});

describe("onshi recheck", () => {
  const head = "識別子,受診日,保険者番号,記号,番号,枝番,生年月日,公費併用,高額療養費";
  const row = (id: string, ...more: readonly string[]): string => {
    const { insurerNumber, symbol = "", number, branch = "", birthdate } = papersOf(id);
    return [id, "2026/11/20", insurerNumber, symbol, number, branch, birthdate, ...more].join(",");
  };
  const list = async (...lines: readonly string[]): Promise<string> => {
    const file = path.join(folder, "visits.csv");
    await writeFile(file, [head, ...lines, ""].join("\r\n"));
    return file;
  };
  const args = (): readonly string[] => [...folders(), "--site", path.join(folder, "site"), "--interval", "0.02"];

  test("tells for every visit how the claim is written; exit 1 when something is not unchanged", async () => {
    const file = await list(row("insured-valid"), row("changed-insurer", "なし", "0"), row("not-registered", "", ""));
    const { code, out, err } = await onshi(["recheck", file, ...args()]);
    expect(code).toBe(1);
    expect(err).toMatch(/^受付番号 \d+\n$/);
    const rows = out.split("\r\n");
    expect(rows[0]).toMatch(/^識別子,受診日,結果,対応,/);
    expect(rows[1]).toMatch(/^insured-valid,2026-11-20,変更なし,/);
    expect(rows[2]).toMatch(/^changed-insurer,2026-11-20,新資格あり,.*,旧資格情報,.*,見込みあり,/);
    expect(rows[3]).toMatch(/^not-registered,2026-11-20,該当資格なし,.*,被保険者資格申立書が必要,/);
  });

  test("as JSON lines; exit 0 when all is as it was", async () => {
    const done = await onshi(["recheck", await list(row("insured-valid")), ...args(), "--json"]);
    expect(done.code).toBe(0);
    expect(await linesOf(done)).toMatchObject([
      { type: "rechecked", visit: { id: "insured-valid", status: "unchanged", claim: { kind: "current" } } },
      { type: "recheckDone", delivered: 1, notUnchanged: 0 },
    ]);
  });

  test.each([
    ["report.csv", /^\uFEFF識別子,/],
    ["report.html", /<title>請求前の資格の再確認<\/title>/],
    ["report.json", /^\[\{"id":"insured-valid"/],
  ])("into %s", async (name, expected) => {
    const out = path.join(folder, name);
    expect((await onshi(["recheck", await list(row("insured-valid")), ...args(), "--out", out])).code).toBe(0);
    expect(await readFile(out, "utf8")).toMatch(expected);
  });

  test("a report that cannot be written loses nothing: the same list goes on with the same request", async () => {
    const file = await list(row("insured-valid"), row("lapsed"));
    const out = path.join(folder, "report.csv");
    const failed = await onshi(["recheck", file, ...args(), "--out", out], { draft: fullDisk });
    expect(failed).toMatchObject({ code: 2, err: expect.stringContaining("--out") as unknown });
    const [, number] = /受付番号 (\d+)/.exec(failed.err) ?? [];
    const again = await onshi(["recheck", file, ...args(), "--out", out]);
    expect(again.err).toBe(`受付番号 ${number}\n`);
    expect((await readFile(out, "utf8")).trim().split("\r\n")).toHaveLength(3);
  });

  test.each<[string, () => string, string]>([
    ["a day that does not exist", () => row("insured-valid").replace("2026/11/20", "2026/11/31"), "2行目　受診日"],
    [
      "a word that is neither yes nor no",
      () => row("insured-valid", "多分"),
      "「2行目　公費併用」が誤りです（正しい形式：1 か 0）",
    ],
    ["no number", () => row("insured-valid").replace(/,[^,]*,([^,]*,[^,]*)$/, ",,$1"), "2行目　番号"],
  ])("%s is told with its line", async (_what, line, told) => {
    const { code, err } = await onshi(["recheck", await list(line()), ...args()]);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  test.each([
    ["no site", ["recheck", "visits.csv"], "--site"],
    ["an unknown character set", ["recheck", "visits.csv", "--site", "s", "--charset", "euc-jp"], "--charset"],
  ])("%s is refused", async (_what, given, told) => {
    expect(await onshi(given)).toMatchObject({ code: 2, err: expect.stringContaining(told) as unknown });
  });
});
