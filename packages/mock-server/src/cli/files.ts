import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { OnshiError } from "@onshi/core/base";
import type { Mock } from "../mock.ts";

/** Certificates of the HTTPS door as files, PEM, so that any product can be pointed at them. */
export interface CertificateFiles {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** Writes them beside `req`; only the owner may read the key. */
export async function writeCertificates({ folders, web }: Mock): Promise<CertificateFiles> {
  const base = path.dirname(folders.req);
  const files = {
    ca: path.join(base, "ca.pem"),
    certificate: path.join(base, "client.pem"),
    key: path.join(base, "client-key.pem"),
  };
  await writeFile(files.ca, web.ca);
  await writeFile(files.certificate, web.clientCertificate.cert);
  await writeFile(files.key, web.clientCertificate.key, { mode: 0o600 });
  return files;
}

/**
 * Text of a persona file.
 *
 * @throws OnshiError `config.invalid` when it cannot be read
 */
export async function readPersonaFile(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    const expected = { ja: "読み取れるファイル", en: "a file that can be read" };
    throw new OnshiError("config.invalid", { field: "--personas", expected }, { cause });
  });
}
