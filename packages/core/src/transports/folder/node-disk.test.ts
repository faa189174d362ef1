import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerXml, markOf, request } from "../../../test/fakes/exchange.ts";
import { type FolderTransport, folderTransport } from "../index.ts";
import { nodeDisk } from "./node-disk.ts";
import { pathIn } from "./paths.ts";

let base: string;
let transport: FolderTransport;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "onshi-folder-"));
  for (const folder of ["req", "res", "face"]) await mkdir(join(base, folder));
  transport = folderTransport({ req: join(base, "req"), res: join(base, "res"), face: join(base, "face"), pollMs: 20 });
});

afterEach(async () => {
  await transport.close();
  await rm(base, { recursive: true });
});

const waitForRequest = (): Promise<string> =>
  vi.waitFor(async () => {
    const [name] = (await readdir(join(base, "req"))).filter((entry) => entry.endsWith(".xml"));
    if (name === undefined) throw new Error("no request yet");
    return name;
  });

test("an exchange on the real file system, with a result that is filled late", async () => {
  const call = transport.exchange(request);
  const name = await waitForRequest();
  expect(await readFile(join(base, "req", name), "utf8")).toContain("<MedicalInstitutionCode>9910000000<");
  const path = join(base, "res", name.replace("req_", "res_"));
  await writeFile(path, "");
  await writeFile(path, answerXml("real").slice(0, 100));
  await writeFile(path, answerXml("real"));
  const incoming = await call;
  expect(incoming.content.format === "xml" && markOf(incoming.content.document)).toBe("real");
  expect(await readdir(join(base, "req"))).toEqual([name]);
  await incoming.acknowledge();
  expect(await readdir(join(base, "res"))).toEqual([]);
});

test("a check-in on the real file system, also after the folder was replaced", async () => {
  const iterator = transport.checkIns()[Symbol.asyncIterator]();
  const fileName = "OQSsiquc01res_face_9910000000abc_20261120090000.xml";
  await writeFile(join(base, "face", fileName), answerXml("1"));
  expect((await iterator.next()).value).toMatchObject({ fileName });
  const pending = iterator.next();
  await rename(join(base, "face"), join(base, "old"));
  await mkdir(join(base, "face"));
  const later = fileName.replace("_2026", "_2027");
  await writeFile(join(base, "face", later), answerXml("2"));
  expect((await pending).value).toMatchObject({ fileName: later });
});

test("errors of the platform keep their code", async () => {
  const missing = join(base, "none");
  await expect(nodeDisk.list(missing)).rejects.toMatchObject({ code: "ENOENT" });
  await expect(nodeDisk.identity(missing)).rejects.toMatchObject({ code: "ENOENT" });
  await expect(nodeDisk.read(missing, 10)).rejects.toMatchObject({ code: "ENOENT" });
  await expect(nodeDisk.remove(missing)).rejects.toMatchObject({ code: "ENOENT" });
  expect(await nodeDisk.exists(missing)).toBe(false);
  const path = join(base, "req", "a.tmp");
  await nodeDisk.create(path, new Uint8Array([1, 2, 3]));
  await expect(nodeDisk.create(path, new Uint8Array([4]))).rejects.toMatchObject({ code: "EEXIST" });
  expect(await nodeDisk.exists(path)).toBe(true);
  expect(await nodeDisk.read(path, 1)).toEqual(new Uint8Array([1, 2]));
});

test("two paths to the same folder are the same folder", async () => {
  const twice = folderTransport({ req: join(base, "req"), res: join(base, "res", "..", "req") });
  await expect(twice.exchange(request)).rejects.toMatchObject({ code: "folder.swapped" });
});

test.each([
  ["//TERMINAL/OQS/req", "//TERMINAL/OQS/req/a.xml"],
  ["//TERMINAL/OQS/req/", "//TERMINAL/OQS/req/a.xml"],
  ["\\\\TERMINAL\\OQS\\req", "\\\\TERMINAL\\OQS\\req\\a.xml"],
  ["\\\\?\\C:\\OQS\\req\\", "\\\\?\\C:\\OQS\\req\\a.xml"],
  ["C:/OQS/req", "C:/OQS/req/a.xml"],
  ["/", "/a.xml"],
])("a file in %s", (folder, path) => {
  expect(pathIn(folder, "a.xml")).toBe(path);
});

test("more than ten calls on one signal warn of no leak", async () => {
  const warnings: string[] = [];
  const note = (warning: Error): void => void warnings.push(warning.name);
  process.on("warning", note);
  const controller = new AbortController();
  const calls = Array.from({ length: 30 }, () => transport.exchange(request, { signal: controller.signal }));
  await waitForRequest();
  controller.abort();
  await Promise.allSettled(calls);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

test("a folder and a pipe with names of check-ins are ignored, even when somebody opens them", async () => {
  const name = (key: string): string => `OQSsiquc01res_face_9910000000${key}_20261120090000.xml`;
  await mkdir(join(base, "face", name("a")));
  // Windows has no pipes in folders.
  if (process.platform !== "win32") execFileSync("mkfifo", [join(base, "face", name("b"))]);
  await writeFile(join(base, "face", name("c")), answerXml("sound"));
  const iterator = transport.checkIns()[Symbol.asyncIterator]();
  expect((await iterator.next()).value).toMatchObject({ fileName: name("c") });
  for (const special of (await readdir(join(base, "face"))).filter((entry) => entry !== name("c"))) {
    await expect(nodeDisk.read(join(base, "face", special), 10)).rejects.toMatchObject({ code: "EFTYPE" });
    expect(await nodeDisk.stat(join(base, "face", special))).toMatchObject({ isFile: false });
  }
});

test("a link to one of the folders is the same folder, however the files in it are called", async () => {
  await symlink(join(base, "req"), join(base, "link"), "junction");
  const twice = folderTransport({ req: join(base, "req"), res: join(base, "link") });
  await expect(twice.exchange(request)).rejects.toMatchObject({ code: "folder.swapped" });
});
