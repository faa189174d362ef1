import { once } from "node:events";
import { createServer, type ServerOptions } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { OnshiError } from "@onshi/core/base";
import { httpTransport, type HttpTransportOptions } from "@onshi/core/http";
import { tlsTestCa } from "@onshi/mock-server/pki";
import { afterEach, describe, expect, test } from "vitest";
import { jsonRequest as request } from "../../packages/core/test/fakes/exchange.ts";
import { type Handler, type Loopback, loopback } from "../../packages/core/test/fakes/loopback.ts";

const ca = tlsTestCa();
const otherCa = tlsTestCa({ name: "other CA" });
const institutionCode = "9910000000";
const client = ca.issueClient({ institutionCode });
const stranger = otherCa.issueClient({ institutionCode });
const expired = ca.issueClient({ institutionCode, notAfter: new Date("2024-01-01T00:00:00Z") });
const path = "/messages/OQSsiquc01req";

const handlers: Readonly<Record<string, Handler>> = {
  "/auth": () => ({ result: { idToken: "token" } }),
  [path]: () => ({ XmlMsg: { MessageHeader: {}, MessageBody: {} } }),
};

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).toReversed()) await resource.close();
});

async function serve(
  options: ServerOptions = {},
  replaced: Readonly<Record<string, Handler>> = {},
  host?: string,
): Promise<Loopback> {
  const { certificate: cert, key } = ca.issueServer();
  const secure = { cert, key, ca: ca.certificate, requestCert: true, rejectUnauthorized: true, ...options };
  const server = createServer(secure);
  server.on("tlsClientError", () => undefined);
  const running = await loopback({ ...handlers, ...replaced }, server, host);
  opened.push(running);
  return running;
}

function open(
  server: Pick<Loopback, "port">,
  tls: Partial<NonNullable<HttpTransportOptions["tls"]>> = {},
  host: string = "localhost",
): ReturnType<typeof httpTransport> {
  const transport = httpTransport({
    baseUrl: `https://${host}:${server.port}`,
    institutionCode,
    password: "synthetic",
    testOnly: true,
    tls: { cert: client.certificate, key: client.key, ca: ca.certificate, ...tls },
  });
  opened.push(transport);
  return transport;
}

async function errorOf(call: Promise<unknown>): Promise<OnshiError> {
  const error: unknown = await call.then(
    () => new Error("no error"),
    (reason: unknown) => reason,
  );
  if (!OnshiError.is(error)) throw error;
  return error;
}

describe.each(["TLSv1.2", "TLSv1.3"] as const)("over %s", (version) => {
  const only = { minVersion: version, maxVersion: version };

  test("a certificate of the right authority gets an answer", async () => {
    const server = await serve(only);
    await expect(open(server).exchange(request)).resolves.toMatchObject({ route: "http" });
    await expect(open(server, {}, "127.0.0.1").exchange(request)).resolves.toBeDefined();
  });

  test.each([
    ["of another authority", stranger],
    ["that has expired", expired],
  ])("a client certificate %s is refused, and no message leaves", async (_what, { certificate, key }) => {
    const server = await serve(only);
    const error = await errorOf(open(server, { cert: certificate, key }).exchange(request));
    expect(error.code).toBe("http.clientCertificateRefused");
    expect(error.responsible).toBe("administrator");
    expect(server.received).toEqual([]);
  });

  test.each([
    ["from another authority", otherCa.issueServer()],
    ["that has expired", ca.issueServer({ notAfter: new Date("2024-01-01T00:00:00Z") })],
  ])("a server certificate %s is not trusted, and nothing is sent", async (_what, { certificate, key }) => {
    const server = await serve({ ...only, cert: certificate, key });
    expect((await errorOf(open(server).exchange(request))).code).toBe("http.serverCertificateUntrusted");
    expect(server.received).toEqual([]);
  });

  test("a server that loses trust in the certificate later is found out by the next call", async () => {
    let isRefusing = false;
    const server = await serve(only, {
      [path]: (_, response) => (isRefusing ? void response.destroy() : { XmlMsg: { MessageHeader: {} } }),
      "/auth": (_, response) => (isRefusing ? void response.destroy() : { result: { idToken: "token" } }),
    });
    const transport = open(server);
    await transport.exchange(request);
    isRefusing = true;
    expect((await errorOf(transport.exchange(request))).code).toBe("http.outcomeUnknown");
    expect(server.count(path)).toBe(2);
    expect((await errorOf(transport.exchange(request))).code).toBe("http.clientCertificateRefused");
    expect(server.count(path)).toBe(2);
  });
});

// The certificate names 127.0.0.1 and localhost; only Linux answers on the rest of the loopback network by itself.
test.runIf(process.platform === "linux")("a certificate for another name is not trusted", async () => {
  const server = await serve({}, {}, "127.0.0.2");
  expect((await errorOf(open(server, {}, "127.0.0.2").exchange(request))).code).toBe("http.serverCertificateUntrusted");
  expect(server.received).toEqual([]);
});

test("a server that speaks no TLS or closes at once, a port where nobody listens, a name nobody knows", async () => {
  const plain = await loopback({});
  opened.push(plain);
  expect((await errorOf(open(plain).exchange(request))).code).toBe("http.tlsMismatch");
  await plain.close();
  expect((await errorOf(open(plain).exchange(request))).code).toBe("http.unreachable");
  const closing = createTcpServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  opened.push({ close: () => new Promise((resolve) => closing.close(() => resolve())) });
  await once(closing, "listening");
  const { port } = closing.address() as AddressInfo;
  expect((await errorOf(open({ port }).exchange(request))).code).toBe("http.unreachable");
  expect((await errorOf(open(plain, {}, "centre.invalid").exchange(request))).code).toBe("http.unreachable");
});

test("a refused certificate is told from a bad line also when many call at once", async () => {
  const server = await serve();
  const transport = open(server, { cert: stranger.certificate, key: stranger.key });
  const errors = await Promise.all(Array.from({ length: 20 }, () => errorOf(transport.exchange(request))));
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["http.clientCertificateRefused"]));
});

test.each([
  ["tls.ca", { ca: "nothing" }],
  ["tls.ca", { ca: [] }],
  ["tls.ca", { ca: [ca.certificate, ""] }],
  ["tls.cert", { cert: "" }],
  ["tls.cert", { cert: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" }],
  ["tls.key", { key: client.certificate }],
  ["tls.key", { key: stranger.key }],
] as const)("option %s is checked", (field, wrong) => {
  expect(() => open({ port: 1 }, wrong)).toThrow(
    expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) }),
  );
});
