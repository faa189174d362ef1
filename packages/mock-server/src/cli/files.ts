import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { OnshiError, systemRandom, toHex } from "@onshi/core/base";
import type { Overlay } from "@onshi/core/messages";
import { readJson } from "@onshi/core/wire";
import type { Mock } from "../mock.ts";

/** Certificates of the HTTPS door as files, PEM, so that any product can be pointed at them. */
export interface CertificateFiles {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/**
 * Writes them beside `req`; only the owner may read the key. Each is written to a new file that is then renamed: a link
 * of that name is replaced, never followed, and an older file's wider rights disappear with it.
 */
export async function writeCertificates({ folders, web }: Mock): Promise<CertificateFiles> {
  const base = path.dirname(folders.req);
  const files = {
    ca: path.join(base, "ca.pem"),
    certificate: path.join(base, "client.pem"),
    key: path.join(base, "client-key.pem"),
  };
  await replaceFile(files.ca, web.ca, 0o644);
  await replaceFile(files.certificate, web.clientCertificate.cert, 0o644);
  await replaceFile(files.key, web.clientCertificate.key, 0o600);
  return files;
}

async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  const draft = `${file}.${toHex(systemRandom.bytes(8))}`;
  try {
    await writeFile(draft, text, { flag: "wx", mode });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * The corrections in overlay files, to be checked when they are applied; of one file not as a stack, so that an error
 * names its change alone.
 *
 * @throws OnshiError `config.invalid` when a file cannot be read, `wire.…` when it is not JSON
 */
export async function readOverlays(files: readonly string[]): Promise<Overlay | readonly Overlay[]> {
  const overlays: Overlay[] = [];
  for (const file of files) overlays.push(readJson(await read("--overlay", file)) as Overlay);
  const [only, ...more] = overlays;
  return only !== undefined && more.length === 0 ? only : overlays;
}

/**
 * Text of a persona file.
 *
 * @throws OnshiError `config.invalid` when it cannot be read
 */
export async function readPersonaFile(file: string): Promise<string> {
  return new TextDecoder().decode(await read("--personas", file));
}

async function read(option: string, file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: unknown) => {
    const expected = { ja: "読み取れるファイル", en: "a file that can be read" };
    throw new OnshiError("config.invalid", { field: option, expected }, { cause });
  });
}
