import { OnshiError } from "../../base/index.ts";
import type { MessageDeclaration, WireElement } from "../../messages/index.ts";
import { readDocument } from "../../wire/index.ts";
import { Call, CallEnded, closingSwitch } from "../call.ts";
import { wholeNumber } from "../limits.ts";
import type { CardDoor, ExchangeOptions, Incoming, Outgoing, Transport } from "../transport.ts";
import { tokenOf } from "./authentication.ts";
import { cardDoor } from "./card-door.ts";
import { connectionError, isSlowAnswer } from "./connection-error.ts";
import { unpacked } from "./content-coding.ts";
import type { Line } from "./line.ts";
import { Lines } from "./lines.ts";
import { type HttpSettings, httpSettings, type HttpTransportOptions } from "./options.ts";
import { type HttpAnswer, Post } from "./post.ts";
import { statusError } from "./status-error.ts";
import { TokenKeeper } from "./token-keeper.ts";

/**
 * The Web API (Web API 通信方式): HTTPS with the institution's client certificate, messages as the JSON mirror of the
 * XML. Paths and the shape of the messages are this SDK's profile of what is publicly seen (confidence L); every path
 * is configuration. The card door (`card`) is the SDK's own profile, because the national protocol is not public.
 *
 * - The first call authenticates; the token is kept, shared by all callers, and fetched again once when a call is
 *   answered with 401, which means that it was not executed.
 * - Nothing with an unknown outcome is sent again. A connection that breaks after the request has left gives
 *   `http.outcomeUnknown`; the next call starts with authentication, which changes nothing, so that a refused certificate
 *   is not taken for an unknown outcome for long.
 * - No error contains a password, a token or a body.
 *
 * Errors: `config.invalid` at once for a wrong option; from the calls `http.unreachable`,
 * `http.clientCertificateRefused`, `http.serverCertificateUntrusted`, `http.tlsMismatch`,
 * `http.authenticationFailed`, `http.status`, `http.busy`, `http.outcomeUnknown`, `answer.timeout`, `wire.…` for a
 * broken answer, `token.…` from the card door, `call.aborted`, `transport.closed`.
 *
 * @param options - address, account, certificates, limits
 * @returns the transport, for `OnshiClient`
 * @see oqs-exchange §7.2
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { httpTransport } from "@onshi/core/http";
 *
 * const transport = httpTransport({
 *   baseUrl: "https://127.0.0.1:8443", // `npm run mock -- serve --port 8443 --folder DIR`
 *   institutionCode: "9910000000",
 *   password: "onshi-test",
 *   tls: { ca: readFileSync("ca.pem"), cert: readFileSync("client.pem"), key: readFileSync("client-key.pem") },
 *   testOnly: true, // prefecture 99
 * });
 * await transport.close();
 * ```
 */
export function httpTransport(options: HttpTransportOptions): HttpTransport {
  return new HttpExchange(httpSettings(options));
}

/** What {@link httpTransport} makes: a transport with a card door. */
export interface HttpTransport extends Transport {
  readonly card: CardDoor;
}

class HttpExchange implements HttpTransport {
  readonly route = "http";
  readonly format = "json";
  readonly charset = "utf-8";
  /** How files travel there is not known (oqs-exchange §7.2). */
  readonly carriesFiles = false;
  readonly carriesBulk = true;
  readonly card: CardDoor;
  readonly institutionCode: string;
  readonly testOnly: boolean;
  readonly #settings: HttpSettings;
  readonly #lines: Lines;
  readonly #tokens: TokenKeeper;
  readonly #closed = closingSwitch();
  readonly #open = new Set<Promise<unknown>>();

  constructor(settings: HttpSettings) {
    this.#settings = settings;
    this.institutionCode = settings.account.institutionCode;
    this.testOnly = settings.testOnly;
    const { origin, connections, tls, timeouts, clock } = settings;
    this.#lines = new Lines(connections, { origin, tls, connectMs: timeouts.connectMs });
    this.#tokens = new TokenKeeper((signal) => this.#login(signal), clock);
    const post = (path: string, body: unknown, options?: ExchangeOptions): Promise<HttpAnswer> =>
      this.#within(options, (call) => this.#authorized(call, path, encode(body)));
    this.card = cardDoor({
      settings,
      post,
      incoming: (answer, layout) => this.#incoming(answer, layout),
    });
  }

  async exchange(request: Outgoing, options?: ExchangeOptions): Promise<Incoming> {
    const path = this.#settings.paths.message(request.id);
    const answer = await this.#within(options, (call) => this.#authorized(call, path, request.bytes));
    if (answer.status < 200 || answer.status > 299) throw statusError(answer, this.#settings.clock.now());
    return this.#incoming(answer, request.answerLayout);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#open);
    this.#lines.close();
  }

  #incoming({ bytes }: HttpAnswer, layout: MessageDeclaration): Incoming {
    return {
      id: layout.id,
      content: { format: this.format, document: documentOf(bytes, layout, this.#settings.maxAnswerBytes) },
      route: this.route,
      rawBytes: bytes,
      receivedAt: this.#settings.clock.now(),
      // Over HTTPS there is no file to remove.
      acknowledge: () => Promise.resolve(),
    };
  }

  async #within<T>(options: ExchangeOptions | undefined, work: (call: Call) => Promise<T>): Promise<T> {
    const { clock, timeouts } = this.#settings;
    const call = new Call({
      clock,
      signal: options?.signal,
      timeoutMs: wholeNumber("timeoutMs", options?.timeoutMs ?? timeouts.totalMs),
      closed: this.#closed.signal,
    });
    const running = work(call);
    this.#open.add(running);
    try {
      return await running;
    } finally {
      call.release();
      this.#open.delete(running);
    }
  }

  /** Posts with a token; if the token is refused, which means that nothing was executed, once more with a new one. */
  async #authorized(call: Call, path: string, body: Uint8Array): Promise<HttpAnswer> {
    for (let count = 1; ; count++) {
      const token = await this.#token(call);
      try {
        const answer = await this.#postOnSomeLine(call, path, body, token);
        if (answer.status !== 401) return answer;
      } catch (error) {
        // The next call authenticates again; if that breaks too, the certificate was refused and the line is not at fault.
        if (OnshiError.is(error) && error.code === "http.outcomeUnknown") this.#tokens.forget(token);
        throw error;
      }
      this.#tokens.forget(token);
      if (count === 2) throw new OnshiError("http.authenticationFailed", { status: 401 });
    }
  }

  async #token(call: Call): Promise<string> {
    try {
      return await this.#tokens.get(call);
    } catch (error) {
      throw error instanceof CallEnded ? this.#ended(call, false) : error;
    }
  }

  /**
   * `/auth` for all callers, with a time limit of its own. It changes nothing, so it is retried after a break. It has a
   * connection of its own, so that it waits for no other call; afterwards the others use it.
   */
  #login(signal: AbortSignal): Promise<string> {
    const { account, paths, tls, clock } = this.#settings;
    const body = encode(account);
    return this.#within({ signal }, async (call) => {
      for (let count = 1; ; count++) {
        try {
          return tokenOf(await this.#post(call, this.#lines.open(), paths.auth, body), clock.now());
        } catch (error) {
          if (!OnshiError.is(error)) throw error;
          if (error.code === "answer.timeout") throw new OnshiError("http.unreachable", {}, { cause: error });
          if (error.code !== "http.outcomeUnknown") throw error;
          if (count < 2) continue;
          // A TLS 1.3 server that refuses a certificate closes the connection after the handshake seemed to succeed.
          const meaning = tls ? "http.clientCertificateRefused" : "http.unreachable";
          throw new OnshiError(meaning, { variant: "connectionBroken" }, { cause: error.cause });
        }
      }
    });
  }

  /** A connection for a call, in turn. One that comes too late goes to the next call. */
  async #line(call: Call): Promise<Line> {
    const taking = this.#lines.take();
    try {
      return await call.race(taking);
    } catch {
      void taking.then((line) => this.#lines.release(line));
      throw this.#ended(call, false);
    }
  }

  /** A kept line may prove closed before anything was written to it; that costs another line, not the call. */
  async #postOnSomeLine(call: Call, path: string, body: Uint8Array, token: string): Promise<HttpAnswer> {
    for (;;) {
      const line = await this.#line(call);
      const { isKept } = line;
      try {
        return await this.#post(call, line, path, body, token);
      } catch (error) {
        const nothingLeft = OnshiError.is(error) && error.code === "http.unreachable";
        if (!isKept || !nothingLeft) throw error;
      }
    }
  }

  async #post(call: Call, line: Line, path: string, body: Uint8Array, token?: string): Promise<HttpAnswer> {
    const { maxAnswerBytes, timeouts } = this.#settings;
    const { headersMs, bodyMs } = timeouts;
    const post = new Post(line.client, { path, token, body, maxAnswerBytes, headersMs, bodyMs });
    try {
      const answer = await call.race(post.answer);
      if (answer.isCut) line.close();
      line.rest();
      if (answer.isCut && answer.status < 300) throw new OnshiError("wire.tooLarge", { limit: maxAnswerBytes });
      return answer.coding === "" || answer.isCut ? answer : await this.#unpacked(answer);
    } catch (error) {
      if (OnshiError.is(error)) throw error;
      line.close();
      if (error instanceof CallEnded) throw this.#ended(call, post.hasLeft);
      throw isSlowAnswer(error) ? timedOut(call) : connectionError(error, post.hasLeft);
    } finally {
      this.#lines.release(line);
    }
  }

  async #unpacked(answer: HttpAnswer): Promise<HttpAnswer> {
    const { status, bytes, coding } = answer;
    const unpacking = unpacked(bytes, coding, this.#settings.maxAnswerBytes);
    // A refusal is only searched for a code; its status counts even if the rest cannot be read.
    return { ...answer, bytes: await (status < 300 ? unpacking : unpacking.catch(() => new Uint8Array())) };
  }

  #ended(call: Call, left: boolean): OnshiError {
    const ended = call.endError({ left });
    if (ended) return ended;
    // Still waiting for a connection or a token: nothing was sent.
    return left ? timedOut(call) : new OnshiError("http.unreachable", { waitedMs: Math.round(call.waitedMs) });
  }
}

function timedOut(call: Call): OnshiError {
  return new OnshiError("answer.timeout", { variant: "noLateAnswer", waitedMs: Math.round(call.waitedMs) });
}

const encoder = new TextEncoder();

function encode(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

function documentOf(bytes: Uint8Array, layout: MessageDeclaration, maxBytes: number): WireElement {
  try {
    return readDocument(bytes, layout, "json", { maxBytes });
  } catch (error) {
    if (!OnshiError.is(error) || error.rawBytes) throw error;
    throw error.with({}, { rawBytes: bytes });
  }
}
