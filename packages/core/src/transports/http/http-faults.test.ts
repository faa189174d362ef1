import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { OnshiError, type OnshiErrorCode } from "@onshi/core/base";
import { afterEach, describe, expect, test } from "vitest";
import { jsonRequest as request, markOf } from "../../../test/fakes/exchange.ts";
import { type Handler, type Loopback, loopback } from "../../../test/fakes/loopback.ts";
import { type HttpTransport, httpTransport, type HttpTransportOptions } from "../../http.ts";

const path = "/messages/OQSsiquc01req";
const document = JSON.stringify({ XmlMsg: { MessageHeader: { ArbitraryFileIdentifier: "A" }, MessageBody: {} } });
const answer: Handler = (_, response) => void response.end(document);
const login: Handler = () => ({ result: { idToken: "token" } });

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).toReversed()) await resource.close();
});

function connect(port: number, options: Partial<HttpTransportOptions> = {}): HttpTransport {
  const transport = httpTransport({
    baseUrl: `http://127.0.0.1:${port}`,
    institutionCode: "9910000000",
    password: "synthetic",
    testOnly: true,
    dangerouslyAllowPlainHttp: true,
    ...options,
  });
  opened.push(transport);
  return transport;
}

async function open(
  handlers: Readonly<Record<string, Handler>>,
  options: Partial<HttpTransportOptions> = {},
): Promise<{ readonly server: Loopback; readonly transport: HttpTransport }> {
  const server = await loopback({ "/auth": login, [path]: answer, ...handlers });
  opened.push(server);
  return { server, transport: connect(server.port, options) };
}

async function endOf(call: Promise<unknown>): Promise<OnshiError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    return error;
  }
}

/** How a call ended and whether that was in time. */
async function timed(call: Promise<unknown>, limitMs: number): Promise<{ code: string | undefined; inTime: boolean }> {
  const start = performance.now();
  const error = await endOf(call);
  return { code: error?.code, inTime: performance.now() - start <= limitMs };
}

describe("an authentication that hangs", () => {
  /** Hangs for the first so many, then answers; `asked` is the moment of the first. */
  function hanging(count: number): { readonly handler: Handler; readonly asked: Promise<void> } {
    let ask: () => void;
    const asked = new Promise<void>((resolve) => (ask = resolve));
    let seen = 0;
    return {
      handler: (...call) => {
        ask();
        return ++seen <= count ? undefined : login(...call);
      },
      asked,
    };
  }

  test("each caller's time-out holds", async () => {
    const { transport } = await open({ "/auth": hanging(99).handler });
    const ends = [100, 200, 300].map((ms) => timed(transport.exchange(request, { timeoutMs: ms }), ms + 100));
    for (const end of await Promise.all(ends)) expect(end).toEqual({ code: "http.unreachable", inTime: true });
  });

  test("signal and close hold too", async () => {
    const { handler, asked } = hanging(99);
    const { transport } = await open({ "/auth": handler });
    const controller = new AbortController();
    const aborted = endOf(transport.exchange(request, { signal: controller.signal }));
    const closed = endOf(transport.exchange(request));
    await asked;
    controller.abort();
    expect((await aborted)?.code).toBe("call.aborted");
    expect(await timed(transport.close(), 100)).toEqual({ code: undefined, inTime: true });
    expect((await closed)?.code).toBe("transport.closed");
  });

  test("is replaced for the next caller", async () => {
    const { server, transport } = await open({ "/auth": hanging(1).handler });
    expect((await endOf(transport.exchange(request, { timeoutMs: 50 })))?.code).toBe("http.unreachable");
    await transport.exchange(request, { timeoutMs: 5000 });
    expect(server.count("/auth")).toBe(2);
  });

  test("is replaced for the waiting callers when one caller's time is over", async () => {
    const { server, transport } = await open({ "/auth": hanging(1).handler });
    const patient = transport.exchange(request, { timeoutMs: 5000 });
    await endOf(transport.exchange(request, { timeoutMs: 50 }));
    await patient;
    expect(server.count("/auth")).toBe(2);
  });

  test("short time-outs do not cut off a server that is only slow", async () => {
    let release: (() => void) | undefined;
    const { server, transport } = await open({
      "/auth": async (...call) => {
        if (!release) await new Promise<void>((resolve) => (release = resolve));
        else await new Promise(() => undefined);
        return login(...call);
      },
    });
    const patient = transport.exchange(request, { timeoutMs: 20_000 });
    for (let count = 0; count < 6; count++) await endOf(transport.exchange(request, { timeoutMs: 20 }));
    release?.();
    await patient;
    expect(server.count("/auth")).toBeLessThanOrEqual(3);
  });
});

describe("unsolicited interim answers", () => {
  test.each<readonly [string, Handler]>([
    ["100 Continue", (_, response) => response.writeContinue()],
    ["102 Processing", (_, response) => response.writeProcessing()],
    ["103 Early Hints", (_, response) => response.writeEarlyHints({ link: "</a>; rel=preload" })],
    [
      "several",
      (_, response) => {
        response.writeContinue();
        response.writeProcessing();
        response.writeContinue();
      },
    ],
  ])("%s", async (_what, interim) => {
    const { server, transport } = await open({
      [path]: (...call) => {
        interim(...call);
        return answer(...call);
      },
    });
    for (const _ of [1, 2, 3]) await transport.exchange(request);
    expect(server.count(path)).toBe(3);
  });

  test("in any pieces", async () => {
    const head = "HTTP/1.1 100 Continue\r\nx-hop: 1\r\n\r\nHTTP/1.1 100\r\n\r\n";
    const body = (text: string): string => `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
    const transport = connect(
      await rawServer(async (socket, asked) => {
        const text = head + body(asked.startsWith("POST /auth") ? '{"result":{"idToken":"t"}}' : document);
        for (const character of text) await new Promise<void>((resolve) => socket.write(character, () => resolve()));
      }),
    );
    const incoming = await transport.exchange(request);
    expect(incoming.content.format === "json" && markOf(incoming.content.document)).toBe("A");
  });

  test("101 is no interim answer", async () => {
    const { transport } = await open({ [path]: (_, response) => void response.writeHead(101).end() });
    expect((await endOf(transport.exchange(request)))?.code).toBe("http.outcomeUnknown");
  });
});

describe("a server that declines for now", () => {
  test.each<readonly [number, string, () => string | undefined, number | undefined]>([
    [429, "seconds", () => "7", 7000],
    [503, "minutes", () => "120", 120_000],
    [503, "a date to come", () => new Date(Date.now() + 60_000).toUTCString(), 60_000],
    [503, "a date long past", () => new Date(0).toUTCString(), 0],
    [503, "nothing", () => undefined, undefined],
    [429, "a word", () => "soon", undefined],
    [429, "a negative number", () => "-5", undefined],
  ])("%i with Retry-After of %s", async (status, _what, header, ms) => {
    const { transport } = await open({
      [path]: (_, response) => {
        const value = header();
        response.writeHead(status, value === undefined ? {} : { "retry-after": value }).end();
      },
    });
    const error = await endOf(transport.exchange(request));
    expect(error).toMatchObject({ code: "http.busy", isRetryable: true, details: { status } });
    const told = error?.details.retryAfterMs;
    if (ms === undefined) expect(told).toBeUndefined();
    else expect(Math.abs((told ?? Number.NaN) - ms)).toBeLessThan(2500);
  });

  test.each([500, 502, 504])("%i may have been executed", async (status) => {
    const { transport } = await open({ [path]: (_, response) => void response.writeHead(status).end() });
    expect(await endOf(transport.exchange(request))).toMatchObject({ code: "http.status", isRetryable: false });
  });
});

test.each([301, 302, 303, 307, 308])("a redirect %i is never followed", async (status) => {
  const { server, transport } = await open({
    [path]: (_, response) => void response.writeHead(status, { location: "/elsewhere" }).end(),
    "/elsewhere": answer,
  });
  expect(await endOf(transport.exchange(request))).toMatchObject({ code: "http.status", details: { status } });
  expect(server.count("/elsewhere")).toBe(0);
});

describe("compressed answers", () => {
  const packed =
    (coding: string, bytes: Uint8Array): Handler =>
    (_, response) =>
      void response.writeHead(200, { "content-encoding": coding }).end(bytes);

  test.each([
    ["gzip", gzipSync(document)],
    ["x-gzip", gzipSync(document)],
    ["deflate", deflateSync(document)],
    ["br", brotliCompressSync(document)],
    ["deflate, gzip", gzipSync(deflateSync(document))],
    ["identity", Buffer.from(document)],
  ])("%s is decompressed", async (coding, bytes) => {
    const { transport } = await open({ [path]: packed(coding, bytes) });
    const incoming = await transport.exchange(request);
    expect(new TextDecoder().decode(incoming.rawBytes)).toBe(document);
  });

  test.each<readonly [string, string, Uint8Array, OnshiErrorCode]>([
    ["an unknown coding", "rot13", Buffer.from(document), "wire.refused"],
    ["three codings", "gzip, gzip, gzip", gzipSync(gzipSync(gzipSync(document))), "wire.refused"],
    ["broken bytes", "gzip", Buffer.from("no gzip"), "wire.malformed"],
    ["cut bytes", "gzip", gzipSync(document).subarray(0, 20), "wire.malformed"],
    ["a bomb", "gzip", gzipSync(Buffer.alloc(3_000_000)), "wire.tooLarge"],
  ])("%s", async (_what, coding, bytes, code) => {
    const { transport } = await open({ [path]: packed(coding, bytes) }, { maxAnswerBytes: 1_000_000 });
    expect((await endOf(transport.exchange(request)))?.code).toBe(code);
  });
});

test("a server that closes each line 0 to 5 ms after its answer leaves no outcome unknown", async () => {
  let count = 0;
  const closing: Handler = (_, response, { socket }) => {
    response.end(document, () => setTimeout(() => (count % 2 ? socket.destroy() : socket.end()), count++ % 6));
  };
  const { server, transport } = await open({ [path]: closing });
  for (let call = 0; call < 100; call++) await transport.exchange(request);
  expect(server.count(path)).toBe(100);
});

test("a time-out over HTTPS does not tell the desk to wait for what cannot come", async () => {
  const { transport } = await open({ [path]: () => undefined });
  const error = await endOf(transport.exchange(request, { timeoutMs: 100 }));
  expect(error).toMatchObject({ code: "answer.timeout", details: { variant: "noLateAnswer" } });
  expect(error?.operatorMessage).toContain("遅れて届くことはありません");
  expect(error?.operatorMessage).not.toContain("待って");
});

/** Answers each request on a connection by hand; gives the port. */
async function rawServer(respond: (socket: Socket, asked: string) => Promise<void>): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    socket.setNoDelay(true).on("data", (chunk: Buffer) => {
      const asked = chunk.toString("latin1");
      if (asked.startsWith("POST")) void respond(socket, asked);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  return (server.address() as AddressInfo).port;
}
