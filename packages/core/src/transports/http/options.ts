import { createSecureContext, type SecureContextOptions } from "node:tls";
import { type Bilingual, type Clock, OnshiError, systemClock } from "../../base/index.ts";
import { flag, wholeNumber } from "../limits.ts";
import { assertInstitutionFits } from "../test-material.ts";
import { assertNoTestCertificate } from "./test-certificates.ts";
import { tlsRules } from "./tls-rules.ts";

/** Certificates of the HTTPS door, PEM. */
export interface HttpTls {
  /** The institution's client certificate (機関認証用電子証明書), with its chain if it has one. */
  readonly cert: string | Uint8Array;
  /** Its private key. */
  readonly key: string | Uint8Array;
  /** The CA, or CAs, that the server's certificate must come from. The system's own list is not used. */
  readonly ca: string | Uint8Array | readonly (string | Uint8Array)[];
  /** Pass phrase of the private key. */
  readonly passphrase?: string;
}

/** The server's paths. Endpoints of the real Web API are not public, so all of them are configuration. */
export interface HttpPaths {
  /** Authentication; `/auth` when left out. */
  readonly auth: string;
  /** Messages, with `{id}` for the message id such as `OQSsiquc01req`, or a function; `/messages/{id}` when left out. */
  readonly message: string | ((id: string) => string);
  /** Challenge for a card (the SDK's own profile); `/card/challenge` when left out. */
  readonly cardChallenge: string;
  /** Check-in by card (the SDK's own profile); `/card/check-in` when left out. */
  readonly cardCheckIn: string;
}

/** Time limits in milliseconds. */
export interface HttpTimeouts {
  /** Until a connection is established; 10,000 when left out. */
  readonly connectMs?: number;
  /** From the request to the first bytes of the answer; when left out, only the total limits it. */
  readonly headersMs?: number;
  /** Between two parts of the answer; when left out, only the total limits it. */
  readonly bodyMs?: number;
  /** For the whole call, authentication included; 60,000 when left out. `timeoutMs` of a call replaces it. */
  readonly totalMs?: number;
}

/** Options of `httpTransport`. */
export interface HttpTransportOptions {
  /** Address of the server, `https:` only, with or without a path in front of all others. */
  readonly baseUrl: string | URL;
  /** Code of the institution (医療機関コード), 10 digits. */
  readonly institutionCode: string;
  /** Password of the institution's account. */
  readonly password: string;
  /** Certificates. Needed for `https:`. */
  readonly tls?: HttpTls;
  readonly paths?: Partial<HttpPaths>;
  /** The server that cards address their signatures to; the origin of `baseUrl` when left out. */
  readonly audience?: string;
  readonly timeouts?: HttpTimeouts;
  /** Largest answer that is read, in bytes; 32 MiB when left out. */
  readonly maxAnswerBytes?: number;
  /** How many connections are open at most; 4 when left out. */
  readonly connections?: number;
  /**
   * The server is a test server, e.g. the simulated centre: only test numbers (prefecture 99) and test cards (JPKI-TEST)
   * go there, and answers have `source.isTest`. False when left out: none of these ever goes to a real server, and a
   * server that shows the simulated centre's test certificates is not trusted.
   */
  readonly testOnly?: boolean;
  /** Source of time, for tests. */
  readonly clock?: Clock;
  /**
   * Lets `http:` through to the loopback addresses, for tests without certificates.
   *
   * @deprecated Dangerous: password, token and patients' data travel unencrypted.
   */
  readonly dangerouslyAllowPlainHttp?: boolean;
}

/** Options, checked and filled in. */
export interface HttpSettings {
  readonly origin: string;
  readonly paths: {
    readonly auth: string;
    readonly message: (id: string) => string;
    readonly cardChallenge: string;
    readonly cardCheckIn: string;
  };
  readonly account: { readonly institutionCode: string; readonly password: string };
  readonly testOnly: boolean;
  readonly tls: SecureContextOptions | undefined;
  readonly audience: string;
  readonly timeouts: {
    readonly connectMs: number;
    readonly headersMs: number;
    readonly bodyMs: number;
    readonly totalMs: number;
  };
  readonly maxAnswerBytes: number;
  readonly connections: number;
  readonly clock: Clock;
}

/** The checked options, or `config.invalid` with the name of the wrong one; never with its value. */
export function httpSettings(options: HttpTransportOptions): HttpSettings {
  const url = baseUrl(options);
  const { institutionCode, password, audience, timeouts = {} } = options;
  if (typeof institutionCode !== "string" || !/^\d{10}$/.test(institutionCode)) {
    invalid("institutionCode", { ja: "数字10桁", en: "10 digits" });
  }
  const testOnly = flag("testOnly", options.testOnly);
  assertInstitutionFits(institutionCode, testOnly);
  if (typeof password !== "string" || password === "") invalid("password", { ja: "パスワード", en: "a password" });
  if (audience !== undefined && (typeof audience !== "string" || audience === "")) {
    invalid("audience", { ja: "接続先の名前", en: "the name of the server" });
  }
  return {
    origin: url.origin,
    paths: pathsBelow(url.pathname.replace(/\/+$/, ""), options.paths ?? {}),
    account: { institutionCode, password },
    testOnly,
    tls: url.protocol === "https:" ? secureContext(options.tls, testOnly) : undefined,
    audience: audience ?? url.origin,
    timeouts: {
      connectMs: wholeNumber("timeouts.connectMs", timeouts.connectMs ?? 10_000),
      headersMs: wholeNumber("timeouts.headersMs", timeouts.headersMs ?? 0, 0),
      bodyMs: wholeNumber("timeouts.bodyMs", timeouts.bodyMs ?? 0, 0),
      totalMs: wholeNumber("timeouts.totalMs", timeouts.totalMs ?? 60_000),
    },
    maxAnswerBytes: wholeNumber("maxAnswerBytes", options.maxAnswerBytes ?? 32 * 1024 * 1024),
    connections: wholeNumber("connections", options.connections ?? 4, 1, 256),
    clock: options.clock ?? systemClock,
  };
}

function baseUrl(options: HttpTransportOptions): URL {
  const text = String(options.baseUrl);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.protocol === "http:" && isLoopback(url.hostname);
  // oxlint-disable-next-line typescript/no-deprecated -- the only place that honours the switch
  const isAllowed = url?.protocol === "https:" || (isPlain && options.dangerouslyAllowPlainHttp === true);
  // Credentials in an address end up in logs; a query has no meaning here.
  if (url && isAllowed && url.username === "" && url.password === "" && url.search === "" && url.hash === "")
    return url;
  return invalid("baseUrl", { ja: "https:で始まるURL", en: "an https: address without user, query or fragment" });
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function pathsBelow(base: string, paths: Partial<HttpPaths>): HttpSettings["paths"] {
  const path = (field: string, value: unknown): string => {
    if (typeof value === "string" && /^\/[!-~]*$/.test(value)) return base + value;
    return invalid(`paths.${field}`, { ja: "/で始まるパス", en: "a path that starts with /" });
  };
  const message = paths.message ?? "/messages/{id}";
  const byId = typeof message === "function" ? message : (id: string) => message.replaceAll("{id}", id);
  const [one, other] = [path("message", byId("OQSsiquc01req")), path("message", byId("YZKsiquc01req"))];
  if (typeof message === "string" && one === other) {
    invalid("paths.message", { ja: "{id}を含むパス", en: "a path with {id} in it" });
  }
  return {
    auth: path("auth", paths.auth ?? "/auth"),
    message: (id) => path("message", byId(encodeURIComponent(id))),
    cardChallenge: path("cardChallenge", paths.cardChallenge ?? "/card/challenge"),
    cardCheckIn: path("cardCheckIn", paths.cardCheckIn ?? "/card/check-in"),
  };
}

/** Tries each part alone, so that the error names the wrong one; a key that does not fit its certificate shows last. */
function secureContext(tls: HttpTls | undefined, testOnly: boolean): SecureContextOptions {
  const expected = { ja: "PEM形式の証明書と秘密鍵", en: "certificate, key and CA as PEM" };
  if (!tls) return invalid("tls", expected);
  const { cert, key, ca, passphrase } = tls;
  // A caller without types passes undefined for a certificate that was not found.
  const pem = (value: string | Uint8Array): string =>
    typeof value === "string" ? value : value instanceof Uint8Array ? Buffer.from(value).toString() : "";
  const parts = {
    ca: { ca: (Array.isArray(ca) ? (ca as readonly (string | Uint8Array)[]) : [ca as string | Uint8Array]).map(pem) },
    cert: { cert: pem(cert) },
    key: { key: pem(key), ...(passphrase === undefined ? {} : { passphrase }) },
  };
  const all: SecureContextOptions = { ...parts.ca, ...parts.cert, ...parts.key, ...tlsRules };
  // The platform treats a text without any PEM block as no certificate.
  const block = { certificate: /-----BEGIN [A-Z0-9 ]*CERTIFICATE-----/, key: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ };
  const tries: readonly (readonly [string, SecureContextOptions, boolean])[] = [
    ["tls.ca", parts.ca, parts.ca.ca.length > 0 && parts.ca.ca.every((text) => block.certificate.test(text))],
    ["tls.cert", parts.cert, block.certificate.test(parts.cert.cert)],
    ["tls.key", parts.key, block.key.test(parts.key.key)],
    ["tls.key", all, true],
  ];
  for (const [field, part, hasBlock] of tries) {
    if (!hasBlock) invalid(field, expected);
    try {
      createSecureContext({ ...tlsRules, ...part });
    } catch {
      invalid(field, expected);
    }
  }
  if (!testOnly) {
    for (const text of parts.ca.ca) assertNoTestCertificate("tls.ca", text);
    assertNoTestCertificate("tls.cert", parts.cert.cert);
  }
  return all;
}

function invalid(field: string, expected: Bilingual): never {
  throw new OnshiError("config.invalid", { field, expected });
}
