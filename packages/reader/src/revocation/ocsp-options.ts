import { type Clock, type Random, systemClock, systemRandom } from "@onshi/core/base";
import { countOf, methodOf, nowOf, readOptions, wordOf, wrongOption } from "../verify/option-values.ts";

/** How an {@link ocspRevocation} asks. */
export interface OcspOptions {
  /**
   * Address of the responder, `http:` or `https:`, as agreed with its operator. The address inside a certificate is never
   * followed.
   */
  readonly responder: string;
  /** `POST` (default), or `GET`, which proxies can cache. */
  readonly method?: "POST" | "GET" | undefined;
  /**
   * Hash by which the certificate is named. Default: `SHA-1`, which every responder knows; it only names the certificate
   * and protects nothing.
   */
  readonly certificateHash?: "SHA-1" | "SHA-256" | undefined;
  /**
   * `require` (default): only an answer to this very question counts. `skip`: none is sent, for responders that sign in
   * advance; an old answer may then be shown again until its `nextUpdate`.
   */
  readonly nonce?: "require" | "skip" | undefined;
  /** How long one question may take, in milliseconds, at most 600,000. Default: 10,000. */
  readonly timeoutMs?: number | undefined;
  /** How old an answer without `nextUpdate` may be, in milliseconds. Default: 3,600,000 (an hour). */
  readonly maxAgeMs?: number | undefined;
  /** How far the responder's clock may be off, in milliseconds. Default: 300,000 (5 minutes). */
  readonly clockSkewMs?: number | undefined;
  /** How long an answer is reused, in milliseconds, never beyond its `nextUpdate`. Default: never. */
  readonly cacheMs?: number | undefined;
  /** How many questions may be in flight at once; beyond that the status is `unknown`. Default: 50. */
  readonly mostAtOnce?: number | undefined;
  /** Default: the machine's clock. */
  readonly clock?: Pick<Clock, "now"> | undefined;
  /** Chance for the nonces. Default: the operating system's generator. */
  readonly random?: Random | undefined;
  /** Sends the question, for a proxy or a client certificate. Default: `fetch` of Node. */
  readonly fetch?: typeof fetch | undefined;
}

/** Options after they were checked. */
export interface CheckedOcspOptions {
  readonly responder: URL;
  readonly method: "POST" | "GET";
  readonly certificateHash: "SHA-1" | "SHA-256";
  readonly nonce: "require" | "skip";
  readonly timeoutMs: number;
  readonly maxAgeMs: number;
  readonly clockSkewMs: number;
  readonly cacheMs: number;
  readonly mostAtOnce: number;
  readonly now: () => Date;
  readonly nonceBytes: () => Uint8Array;
  readonly fetch: typeof fetch;
}

const day = 86_400_000;
const nonceLength = 32;

const defaults: Readonly<Record<keyof OcspOptions, unknown>> = {
  responder: undefined,
  method: "POST",
  certificateHash: "SHA-1",
  nonce: "require",
  timeoutMs: 10_000,
  maxAgeMs: 3_600_000,
  clockSkewMs: 300_000,
  cacheMs: undefined,
  mostAtOnce: 50,
  clock: systemClock,
  random: systemRandom,
  fetch: globalThis.fetch,
};

/** Checks the options; anything unusable is `config.invalid`. */
export function checkOcspOptions(options: OcspOptions): CheckedOcspOptions {
  const given = readOptions(options, defaults);
  nowOf(given.clock);
  const bytesOf = methodOf("random", given.random, "bytes");
  if (typeof given.fetch !== "function") throw wrongOption("fetch", { ja: "関数", en: "a function like fetch" });
  return {
    responder: addressOf(given.responder),
    method: wordOf("method", given.method, ["POST", "GET"]),
    certificateHash: wordOf("certificateHash", given.certificateHash, ["SHA-1", "SHA-256"]),
    nonce: wordOf("nonce", given.nonce, ["require", "skip"]),
    timeoutMs: countOf("timeoutMs", given.timeoutMs, 600_000),
    maxAgeMs: countOf("maxAgeMs", given.maxAgeMs, 7 * day),
    clockSkewMs: countOf("clockSkewMs", given.clockSkewMs, day),
    cacheMs: given.cacheMs === undefined ? 0 : countOf("cacheMs", given.cacheMs, 7 * day),
    mostAtOnce: countOf("mostAtOnce", given.mostAtOnce, 10_000),
    now: () => nowOf(given.clock),
    nonceBytes: () => {
      const bytes = bytesOf(nonceLength);
      if (bytes instanceof Uint8Array && bytes.length === nonceLength) return bytes;
      throw wrongOption("random", { ja: "求めた数のバイト", en: "as many bytes as were asked for" });
    },
    fetch: given.fetch as typeof fetch,
  };
}

function addressOf(value: unknown): URL {
  const address = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  if (address && ["http:", "https:"].includes(address.protocol) && address.username === "" && address.hash === "") {
    return address;
  }
  throw wrongOption("responder", { ja: "http(s)のアドレス", en: "an address that starts with http: or https:" });
}
