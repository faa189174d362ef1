import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type ServerOptions } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { OnshiError } from "@onshi/core/base";
import { httpTransport } from "@onshi/core/http";
import { tlsTestCa } from "@onshi/mock-server/pki";
import { afterEach, describe, expect, test } from "vitest";
import { type Handler, type Loopback, loopback } from "../../packages/core/test/fakes/loopback.ts";

const ca = tlsTestCa();
const otherCa = tlsTestCa({ name: "other CA" });
const identity = ca.issueServer();
const client = ca.issueClient({ institutionCode: "9910000000" });
const clientTls = { cert: client.certificate, key: client.key, ca: ca.certificate };

const handlers: Readonly<Record<string, Handler>> = {
  "/auth": () => ({ result: { idToken: "token" } }),
  "/card/challenge": () => ({
    challengeId: "c",
    challenge: Buffer.alloc(32).toString("base64"),
    expiresAt: "2026-11-20T09:05:00+09:00",
  }),
};

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).toReversed()) await resource.close();
});

async function serve(options: ServerOptions = {}): Promise<Loopback> {
  const secure = { cert: identity.certificate, key: identity.key, ca: ca.certificate, requestCert: true };
  const server = createServer({ ...secure, rejectUnauthorized: true, ...options });
  server.on("tlsClientError", () => undefined);
  const running = await loopback(handlers, server);
  opened.push(running);
  return running;
}

function open(port: number): ReturnType<typeof httpTransport> {
  const transport = httpTransport({
    baseUrl: `https://localhost:${port}`,
    institutionCode: "9910000000",
    password: "synthetic",
    testOnly: true,
    tls: clientTls,
  });
  opened.push(transport);
  return transport;
}

async function endOf(port: number): Promise<object> {
  try {
    await open(port).card.challenge();
    return { code: "done" };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    const { variant } = error.details;
    return { code: error.code, isRetryable: error.isRetryable, ...(variant !== undefined && { variant }) };
  }
}

/** Node and OpenSSL let a test server be as weak as it must be only at level 0. */
const weak = (ciphers: string): ServerOptions => ({ ciphers: `${ciphers}@SECLEVEL=0`, maxVersion: "TLSv1.2" });

describe("a server whose TLS is too weak is told apart from a refused client certificate, and trying again is no use", () => {
  test.each<readonly [string, ServerOptions, string]>([
    ["TLS 1.1", { ...weak("ALL"), minVersion: "TLSv1.1", maxVersion: "TLSv1.1" }, "version"],
    ["TLS 1.0", { ...weak("ALL"), minVersion: "TLSv1", maxVersion: "TLSv1" }, "version"],
    ["no encryption", weak("eNULL:"), "cipher"],
    ["CBC without authenticated encryption", weak("ECDHE-ECDSA-AES128-SHA256:"), "cipher"],
    ["no server certificate", weak("aNULL:"), "cipher"],
  ])("%s", async (_what, options, variant) => {
    const server = await serve(options);
    expect(await endOf(server.port)).toEqual({ code: "http.tlsMismatch", variant, isRetryable: false });
    expect(server.received).toEqual([]);
  });

  test("key exchange without forward secrecy", async () => {
    const rsa = await rsaIdentity();
    const server = await serve({ ...rsa, ...weak("AES128-GCM-SHA256:AES256-SHA256:") });
    expect(await endOf(server.port)).toMatchObject({ code: "http.tlsMismatch", variant: "cipher" });
  });

  test.each([
    ["plain HTTP", "HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n"],
    ["SSH", "SSH-2.0-OpenSSH_9.6\r\n"],
  ])("%s where TLS was expected", async (_what, words) => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined).resume();
      socket.end(words);
    }).listen(0, "localhost");
    await once(server, "listening");
    opened.push({ close: () => new Promise((resolve) => server.close(resolve)) });
    const { port } = server.address() as AddressInfo;
    expect(await endOf(port)).toEqual({ code: "http.tlsMismatch", variant: "notTls", isRetryable: false });
  });

  test.each(["ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305"])("%s is taken", async (ciphers) => {
    const server = await serve({ ciphers, maxVersion: "TLSv1.2" });
    expect(await endOf(server.port)).toEqual({ code: "done" });
  });
});

test("a handshake that hangs ends with the call, and leaves no connection behind", async () => {
  const closed: Promise<unknown>[] = [];
  const server = createTcpServer((socket) => {
    closed.push(once(socket.on("error", () => undefined).resume(), "close"));
  }).listen(0, "localhost");
  await once(server, "listening");
  opened.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  const transport = open((server.address() as AddressInfo).port);
  const start = performance.now();
  await expect(transport.card.challenge({ timeoutMs: 200 })).rejects.toMatchObject({ code: "http.unreachable" });
  expect(performance.now() - start).toBeLessThan(300);
  await transport.close();
  expect(closed.length).toBeGreaterThan(0);
  await Promise.all(closed);
});

describe("the server's name stands in subjectAltName", () => {
  const untrusted = (variant: string): object => ({
    code: "http.serverCertificateUntrusted",
    variant,
    isRetryable: false,
  });

  test.each([
    ["only a common name", { commonName: "localhost", names: [] }, "name"],
    ["the common name beside another name", { commonName: "localhost", names: ["other.invalid"] }, "name"],
    ["out of date", { notAfter: new Date("2024-01-01T00:00:00Z") }, "validity"],
    ["not yet valid", { notBefore: new Date("2100-01-01T00:00:00Z"), notAfter: new Date("2101-01-01") }, "validity"],
  ])("%s: refused", async (_what, options, variant) => {
    const { certificate: cert, key } = ca.issueServer(options);
    const server = await serve({ cert, key });
    expect(await endOf(server.port)).toEqual(untrusted(variant));
    expect(server.received).toEqual([]);
  });

  test("a certificate for clients is none for servers", async () => {
    const server = await serve({ cert: client.certificate, key: client.key });
    expect(await endOf(server.port)).toEqual(untrusted("chain"));
  });
});

test("no environment variable weakens TLS, sends a call elsewhere or writes its keys down", async () => {
  const foreign = otherCa.issueServer();
  const nameless = ca.issueServer({ commonName: "localhost", names: [] });
  const folder = await mkdtemp(path.join(tmpdir(), "onshi-tls-"));
  opened.push({ close: () => rm(folder, { recursive: true }) });
  const keyLog = path.join(folder, "keys");
  const files = { ca: path.join(folder, "ca.pem"), openssl: path.join(folder, "openssl.cnf") };
  await writeFile(files.ca, otherCa.certificate);
  await writeFile(files.openssl, lax);
  const servers = await Promise.all([
    serve({ cert: foreign.certificate, key: foreign.key }),
    serve({ cert: nameless.certificate, key: nameless.key }),
    serve({ ...weak("ALL"), minVersion: "TLSv1.1", maxVersion: "TLSv1.1" }),
    serve(weak("ECDHE-ECDSA-AES128-SHA:")),
    serve(),
  ]);
  const attempts = servers.map(({ port }) => ({ port, tls: clientTls }));
  const script = fileURLToPath(new URL("children/tls-attempts.ts", import.meta.url));
  const nodeOptions = `--tls-min-v1.0 --tls-cipher-list=ALL:@SECLEVEL=0 --use-openssl-ca --tls-keylog=${keyLog}`;
  const proxy = "http://127.0.0.1:1";
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=onshi-source", "--import=tsx", script, JSON.stringify(attempts)],
    {
      env: {
        ...process.env,
        NODE_TLS_REJECT_UNAUTHORIZED: "0",
        NODE_EXTRA_CA_CERTS: files.ca,
        SSL_CERT_FILE: files.ca,
        SSL_CERT_DIR: folder,
        SSLKEYLOGFILE: keyLog,
        OPENSSL_CONF: files.openssl,
        NODE_OPTIONS: nodeOptions,
        NODE_USE_ENV_PROXY: "1",
        HTTPS_PROXY: proxy,
        https_proxy: proxy,
        HTTP_PROXY: proxy,
        ALL_PROXY: proxy,
      },
    },
  );
  expect(JSON.parse(stdout)).toEqual([
    "http.serverCertificateUntrusted",
    "http.serverCertificateUntrusted",
    "http.tlsMismatch",
    "http.tlsMismatch",
    "done",
  ]);
  expect(await readFile(keyLog, "utf8").catch(() => "")).toBe("");
});

/** An OpenSSL configuration that lets everything through. */
const lax = `nodejs_conf = start
openssl_conf = start
[start]
ssl_conf = ssl
[ssl]
system_default = lax
[lax]
MinProtocol = TLSv1
CipherString = ALL:@SECLEVEL=0
VerifyMode = None
`;

/** A server certificate over an RSA key, as key transport needs one; made by OpenSSL for one test. */
async function rsaIdentity(): Promise<{ readonly cert: string; readonly key: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "onshi-rsa-"));
  opened.push({ close: () => rm(folder, { recursive: true }) });
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  const subject = ["-subj", "/O=Onshi TEST/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const make = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, ...subject];
  await promisify(execFile)("openssl", make);
  return { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
}
