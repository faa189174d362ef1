import { execFile } from "node:child_process";
import { inspect, promisify } from "node:util";
import { OnshiError, type OnshiErrorCode } from "@onshi/core/base";
import { afterEach, describe, expect, test } from "vitest";
import { answerLayout, jsonRequest as request, markOf } from "../../../test/fakes/exchange.ts";
import { type Handler, type Loopback, loopback } from "../../../test/fakes/loopback.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { type HttpTransport, httpTransport, type HttpTransportOptions } from "../../http.ts";

const path = "/messages/OQSsiquc01req";
const password = "synthetic-password";
const answer = (mark: string): object => ({
  XmlMsg: { MessageHeader: { ArbitraryFileIdentifier: mark }, MessageBody: { Name: "試験　花子" } },
});

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).toReversed()) await resource.close();
});

/** `/auth` that gives `token-1`, `token-2` and so on. */
function login(): Handler {
  let count = 0;
  return () => ({ status: "OK", result: { accessToken: "a", refreshToken: "r", idToken: `token-${++count}` } });
}

async function open(
  handlers: Readonly<Record<string, Handler>>,
  options: Partial<HttpTransportOptions> = {},
): Promise<{ readonly server: Loopback; readonly transport: HttpTransport }> {
  const server = await loopback({ "/auth": login(), ...handlers });
  const transport = httpTransport({
    baseUrl: `http://127.0.0.1:${server.port}`,
    institutionCode: "9910000000",
    password,
    testOnly: true,
    dangerouslyAllowPlainHttp: true,
    ...options,
  });
  opened.push(server, transport);
  return { server, transport };
}

async function errorOf(call: Promise<unknown>): Promise<OnshiError> {
  const error: unknown = await call.then(
    () => new Error("no error"),
    (reason: unknown) => reason,
  );
  if (!OnshiError.is(error)) throw error;
  const seen = inspect(error, { showHidden: true, depth: 9 });
  expect(seen).not.toContain(password);
  expect(seen).not.toMatch(/token-\d/);
  return error;
}

describe("exchange", () => {
  test("authenticates, sends the JSON mirror, delivers the JSON mirror", async () => {
    const { server, transport } = await open({ [path]: () => answer("A") });
    const incoming = await transport.exchange(request);
    expect(server.received).toEqual([
      { path: "/auth", authorization: undefined, body: { institutionCode: "9910000000", password } },
      {
        path,
        authorization: "token-1",
        body: {
          XmlMsg: {
            MessageHeader: { MedicalInstitutionCode: "9910000000" },
            MessageBody: { ArbitraryFileIdentifier: "0001" },
          },
        },
      },
    ]);
    expect(incoming).toMatchObject({ id: "OQSsiquc01res", route: "http" });
    expect(incoming.content.format === "json" && markOf(incoming.content.document)).toBe("A");
    expect(JSON.parse(new TextDecoder().decode(incoming.rawBytes))).toEqual(answer("A"));
    await incoming.acknowledge();
    await transport.exchange(request);
    expect(server.count("/auth")).toBe(1);
  });

  test("callers at the same time share one authentication and at most the configured connections", async () => {
    let atOnce = 0;
    let most = 0;
    const { server, transport } = await open(
      {
        [path]: async () => {
          most = Math.max(most, ++atOnce);
          await new Promise((resolve) => setImmediate(resolve));
          atOnce--;
          return answer("A");
        },
      },
      { connections: 3 },
    );
    await Promise.all(Array.from({ length: 30 }, () => transport.exchange(request)));
    expect(server.count("/auth")).toBe(1);
    expect(server.count(path)).toBe(30);
    expect(most).toBeLessThanOrEqual(3);
  });

  test("a refused token is renewed once for everybody, and the message sent again", async () => {
    const { server, transport } = await open({
      [path]: ({ authorization }, response) =>
        authorization === "token-1" ? void response.writeHead(401).end() : answer("B"),
    });
    await Promise.all(Array.from({ length: 5 }, () => transport.exchange(request)));
    expect(server.count("/auth")).toBe(2);
  });

  test("a token that is refused twice is a failed authentication", async () => {
    const { server, transport } = await open({ [path]: (_, response) => void response.writeHead(401).end() });
    expect(await errorOf(transport.exchange(request))).toMatchObject({
      code: "http.authenticationFailed",
      details: { status: 401 },
    });
    expect(server.count(path)).toBe(2);
  });

  test("paths are configuration, below a path of the address too", async () => {
    const server = await loopback({ "/gate/login": login(), "/gate/inquiry/OQSsiquc01req.do": () => answer("C") });
    const transport = httpTransport({
      baseUrl: `http://localhost:${server.port}/gate/`,
      institutionCode: "9910000000",
      password,
      testOnly: true,
      paths: { auth: "/login", message: (id) => `/inquiry/${id}.do` },
      dangerouslyAllowPlainHttp: true,
    });
    opened.push(server, transport);
    await expect(transport.exchange(request)).resolves.toBeDefined();
  });
});

describe("refusals", () => {
  const refuse =
    (status: number, body: string): Handler =>
    (_, response) =>
      void response.writeHead(status).end(body);

  test.each<readonly [string, number, string, OnshiErrorCode]>([
    ["wrong password", 401, "{}", "http.authenticationFailed"],
    ["locked account", 403, "", "http.authenticationFailed"],
    ["no token in the answer", 200, '{"status":"NG"}', "http.authenticationFailed"],
    ["a token that is no text", 200, '{"result":{"idToken":5}}', "http.authenticationFailed"],
    [
      "a token that cannot stand in a header",
      200,
      String.raw`{"result":{"idToken":"a\r\nb"}}`,
      "http.authenticationFailed",
    ],
    ["no JSON", 200, "<html>", "http.authenticationFailed"],
    ["certificate missing, says the web server", 496, "", "http.clientCertificateRefused"],
    ["maintenance", 503, "", "http.busy"],
  ])("authentication: %s", async (_what, status, body, code) => {
    const { server, transport } = await open({ "/auth": refuse(status, body), [path]: () => answer("A") });
    expect(await errorOf(transport.exchange(request))).toMatchObject({ code, details: { status } });
    expect(server.count(path)).toBe(0);
  });

  test.each([
    ["a code", 500, '{"code":"TSTB0001E","message":"試験　花子"}', { status: 500, centreCode: "TSTB0001E" }],
    ["a name where the code belongs", 400, '{"code":"試験　花子"}', { status: 400 }],
    ["a name in Latin letters", 400, '{"code":"Yamada.Hanako"}', { status: 400 }],
    ["a name and a birth date", 400, '{"code":"YAMADA-19800131"}', { status: 400 }],
    ["a code of the SDK", 400, '{"code":"wire.malformed"}', { status: 400, centreCode: "wire.malformed" }],
    ["a number where the code belongs", 400, '{"code":"0005678"}', { status: 400 }],
    ["a page", 502, "<html>", { status: 502 }],
    ["a redirect, which is not followed", 302, "", { status: 302 }],
    ["a body without an end", 500, "x".repeat(200_000), { status: 500 }],
  ])("message: %s", async (_what, status, body, details) => {
    const { transport } = await open({ [path]: refuse(status, body) });
    const error = await errorOf(transport.exchange(request));
    expect({ code: error.code, details: error.details }).toEqual({ code: "http.status", details });
    expect(inspect(error, { showHidden: true })).not.toContain("試験");
  });

  test.each<readonly [string, string, OnshiErrorCode]>([
    ["no JSON", "<XmlMsg/>", "wire.malformed"],
    ["cut JSON", '{"XmlMsg":{', "wire.malformed"],
    ["a number", '{"XmlMsg":{"MessageHeader":{"SegmentOfResult":1}}}', "wire.malformed"],
    ["another root", '{"Other":{}}', "wire.unexpectedMessage"],
    ["empty", "", "wire.malformed"],
  ])("answer: %s", async (_what, body, code) => {
    const { transport } = await open({ [path]: refuse(200, body) });
    const error = await errorOf(transport.exchange(request));
    expect(error.code).toBe(code);
    expect(error.rawBytes).toEqual(new TextEncoder().encode(body));
  });

  test("an answer over the limit", async () => {
    const { transport } = await open({ [path]: refuse(200, "x".repeat(100_000)) }, { maxAnswerBytes: 5000 });
    expect(await errorOf(transport.exchange(request))).toMatchObject({
      code: "wire.tooLarge",
      details: { limit: 5000 },
    });
  });
});

describe("broken lines", () => {
  test("nobody listens: nothing was sent", async () => {
    const { server, transport } = await open({});
    await server.close();
    expect((await errorOf(transport.exchange(request))).code).toBe("http.unreachable");
  });

  test.each<readonly [string, Handler]>([
    ["before the answer", (_, response) => void response.destroy()],
    [
      "within the answer",
      (_, response) => {
        response.writeHead(200, { "content-length": 1000 });
        response.write("{", () => response.destroy());
      },
    ],
    ["with something that is no HTTP", (_, response) => void response.socket?.end("GARBAGE 試験\r\n\r\n")],
  ])("a break %s leaves the outcome unknown and is never sent again", async (_what, handler) => {
    const { server, transport } = await open({ [path]: handler });
    const error = await errorOf(transport.exchange(request));
    expect(error.code).toBe("http.outcomeUnknown");
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain("試験");
    expect(server.count(path)).toBe(1);
    await errorOf(transport.exchange(request));
    expect(server.count("/auth")).toBe(2);
  });

  test("a break in the authentication is tried once more, since it changes nothing", async () => {
    const give = login();
    let count = 0;
    const { server, transport } = await open({
      "/auth": (...call) => (++count === 1 ? void call[1].destroy() : give(...call)),
      [path]: () => answer("A"),
    });
    await transport.exchange(request);
    expect(server.count("/auth")).toBe(2);
  });
});

describe("time, abort, close", () => {
  /** A handler that never answers, and the moment it is asked. */
  function silence(): { readonly handler: Handler; readonly asked: Promise<void> } {
    let ask: () => void;
    const asked = new Promise<void>((resolve) => (ask = resolve));
    return { handler: () => ask(), asked };
  }

  test("the total time-out leaves the outcome unknown", async () => {
    const { handler, asked } = silence();
    const clock = new ManualClock("2026-11-20T09:00:00+09:00");
    const { server, transport } = await open({ [path]: handler }, { clock });
    const failing = errorOf(transport.exchange(request, { timeoutMs: 5000 }));
    await asked;
    await clock.advance(5000);
    expect(await failing).toMatchObject({ code: "answer.timeout", details: { waitedMs: 5000 } });
    expect(server.count(path)).toBe(1);
  });

  test.each([
    ["headersMs", silence().handler],
    [
      "bodyMs",
      ((_, response) => {
        response.writeHead(200, { "content-length": 1000 }).write("{");
      }) satisfies Handler,
    ],
  ])("%s is a limit of its own", async (name, handler) => {
    const { transport } = await open({ [path]: handler }, { timeouts: { [name]: 30 } });
    expect((await errorOf(transport.exchange(request))).code).toBe("answer.timeout");
  });

  test("a time-out in the queue says that nothing was sent, and nothing is", async () => {
    const { handler, asked } = silence();
    const clock = new ManualClock("2026-11-20T09:00:00+09:00");
    const { server, transport } = await open({ [path]: handler }, { clock, connections: 1 });
    const first = errorOf(transport.exchange(request, { timeoutMs: 9000 }));
    await asked;
    const second = errorOf(transport.exchange(request, { timeoutMs: 1000 }));
    await clock.advance(1000);
    expect((await second).code).toBe("http.unreachable");
    await clock.advance(8000);
    expect((await first).code).toBe("answer.timeout");
    await transport.close();
    expect(server.count(path)).toBe(1);
  });

  test("an authentication without an answer sent nothing", async () => {
    const { handler, asked } = silence();
    const clock = new ManualClock("2026-11-20T09:00:00+09:00");
    const { transport } = await open({ "/auth": handler }, { clock });
    const failing = errorOf(transport.exchange(request));
    await asked;
    await clock.advance(60_000);
    expect((await failing).code).toBe("http.unreachable");
  });

  test("abort before the start", async () => {
    const { server, transport } = await open({});
    const error = await errorOf(transport.exchange(request, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: "call.aborted", details: {} });
    expect(server.received).toEqual([]);
  });

  test("abort of one caller does not end the authentication of another", async () => {
    const { handler, asked } = silence();
    const give = login();
    let release: (() => void) | undefined;
    const { transport } = await open({
      "/auth": async (...call) => {
        await handler(...call);
        await new Promise<void>((resolve) => (release = resolve));
        return give(...call);
      },
      [path]: () => answer("A"),
    });
    const controller = new AbortController();
    const first = errorOf(transport.exchange(request, { signal: controller.signal }));
    const second = transport.exchange(request);
    await asked;
    controller.abort();
    expect(await first).toMatchObject({ code: "call.aborted", details: {} });
    release?.();
    await expect(second).resolves.toBeDefined();
  });

  test("abort after the request has left says so", async () => {
    const { handler, asked } = silence();
    const { transport } = await open({ [path]: handler });
    const controller = new AbortController();
    const failing = errorOf(transport.exchange(request, { signal: controller.signal }));
    await asked;
    controller.abort();
    const error = await failing;
    expect(error).toMatchObject({ code: "call.aborted", details: { variant: "sent" } });
    expect(error.vendorMessage).toContain("may still be executed");
  });

  test("close ends open calls and connections, and later calls at once", async () => {
    const { handler, asked } = silence();
    const { server, transport } = await open({ [path]: handler });
    const failing = errorOf(transport.exchange(request));
    await asked;
    await transport.close();
    await transport.close();
    expect(await failing).toMatchObject({ code: "transport.closed", details: { variant: "sent" } });
    expect(await errorOf(transport.exchange(request))).toMatchObject({ code: "transport.closed", details: {} });
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  test("the process ends after close", async () => {
    const { server } = await open({ [path]: () => answer("A") });
    const program = `
      import { httpTransport } from ${JSON.stringify(new URL("../../http.ts", import.meta.url).href)};
      const transport = httpTransport({ baseUrl: "http://127.0.0.1:${server.port}", institutionCode: "9910000000",
        password: "synthetic", testOnly: true, dangerouslyAllowPlainHttp: true });
      await transport.card.challenge().catch((error) => console.log(error.code));
      await transport.close();`;
    const args = ["--conditions=onshi-source", "--import=tsx", "--input-type=module", "--eval", program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 15_000 });
    expect(stdout.trim()).toBe("http.status");
  });
});

describe("card door", () => {
  const challenge = Buffer.alloc(32, 7).toString("base64");
  const expiresAt = "2026-11-20T09:05:00+09:00";

  test("gives the challenge with the audience of its own configuration", async () => {
    const { server, transport } = await open({
      "/card/challenge": () => ({ challenge, expiresAt, challengeId: "c1", audience: "https://other.invalid" }),
    });
    expect(await transport.card.challenge()).toEqual({
      id: "c1",
      challenge: new Uint8Array(32).fill(7),
      audience: `http://127.0.0.1:${server.port}`,
      expiresAt: new Date(expiresAt),
    });
    expect(server.received[1]).toEqual({ path: "/card/challenge", authorization: "token-1", body: {} });
  });

  test.each([
    ["challenge", { challenge: Buffer.alloc(31).toString("base64"), expiresAt, challengeId: "c1" }],
    ["challenge", { challenge: "not base64!", expiresAt, challengeId: "c1" }],
    ["expiresAt", { challenge, expiresAt: "soon", challengeId: "c1" }],
    ["challengeId", { challenge, expiresAt }],
    ["challenge", null],
  ])("a wrong %s is malformed", async (wrong, body) => {
    const { transport } = await open({
      "/card/challenge": (_, response) => void response.end(JSON.stringify(body)),
    });
    expect(await errorOf(transport.card.challenge())).toMatchObject({
      code: "wire.malformed",
      details: { path: wrong },
    });
  });

  const body = {
    token: {
      format: "onshi-card:1.0",
      unverifiedCertificate: "AA==",
      algorithm: "RS256",
      signature: "AA==",
      appVersion: "test",
    },
    challengeId: "c1",
    consents: { medication: true },
  };

  test("sends the token and delivers the face result", async () => {
    const { server, transport } = await open({ "/card/check-in": () => answer("A") });
    const incoming = await transport.card.checkIn(body, answerLayout);
    expect(server.received[1]?.body).toEqual(body);
    expect(incoming.content.format === "json" && markOf(incoming.content.document)).toBe("A");
  });

  test.each<readonly [string, OnshiErrorCode]>([
    ["token.challengeExpired", "token.challengeExpired"],
    ["token.revoked", "token.revoked"],
    ["token.unheardOf", "http.status"],
    ["pin.wrong", "http.status"],
    ["TSTB0001E", "http.status"],
  ])("a refusal with code %s is %s", async (code, expected) => {
    const { transport } = await open({
      "/card/check-in": (_, response) => void response.writeHead(403).end(JSON.stringify({ code })),
    });
    const error = await errorOf(transport.card.checkIn(body, answerLayout));
    expect(error).toMatchObject({ code: expected, details: { status: 403 } });
  });
});

describe("options", () => {
  const right: HttpTransportOptions = {
    baseUrl: "http://localhost:1",
    institutionCode: "9910000000",
    password,
    testOnly: true,
    dangerouslyAllowPlainHttp: true,
  };

  test.each<readonly [string, Partial<Record<keyof HttpTransportOptions, unknown>>]>([
    ["baseUrl", { baseUrl: "nonsense" }],
    ["baseUrl", { dangerouslyAllowPlainHttp: false }],
    ["baseUrl", { baseUrl: "http://centre.invalid" }],
    ["baseUrl", { baseUrl: "https://user:secret@localhost" }],
    ["baseUrl", { baseUrl: "ftp://localhost" }],
    ["institutionCode", { institutionCode: "99" }],
    ["institutionCode", { institutionCode: 9_910_000_000 }],
    ["password", { password: "" }],
    ["tls", { baseUrl: "https://localhost" }],
    ["tls.ca", { baseUrl: "https://localhost", tls: { cert: "", key: "", ca: "x" } }],
    ["paths.auth", { paths: { auth: "auth" } }],
    ["paths.message", { paths: { message: "/one" } }],
    ["paths.cardCheckIn", { paths: { cardCheckIn: "/a b" } }],
    ["timeouts.totalMs", { timeouts: { totalMs: 0 } }],
    ["maxAnswerBytes", { maxAnswerBytes: -1 }],
    ["connections", { connections: 0 }],
    ["audience", { audience: "" }],
  ])("%s is checked, and its value not told", (field, wrong) => {
    let error: unknown;
    try {
      httpTransport({ ...right, ...(wrong as Partial<HttpTransportOptions>) });
    } catch (caught) {
      error = caught;
    }
    expect(OnshiError.is(error) && { code: error.code, field: error.details.field }).toEqual({
      code: "config.invalid",
      field,
    });
    expect(inspect(error, { showHidden: true })).not.toContain("secret");
  });

  test("neither password nor token show when a transport is inspected", async () => {
    const { transport } = await open({ [path]: () => answer("A") });
    await transport.exchange(request);
    const seen = inspect(transport, { showHidden: true, depth: 9 });
    expect(seen).not.toContain(password);
    expect(seen).not.toContain("token-1");
  });
});
