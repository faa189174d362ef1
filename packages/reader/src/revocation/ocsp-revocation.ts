import { toBase64, toHex } from "@onshi/core/base";
import { askOutside } from "../verify/outside-call.ts";
import type { RevocationProvider, RevocationQuery } from "../verify/revocation.ts";
import { type RevocationEvidence, type UnknownReason, Unproven } from "./evidence.ts";
import { judgeOcspAnswer } from "./ocsp-answer.ts";
import { type CheckedOcspOptions, checkOcspOptions, type OcspOptions } from "./ocsp-options.ts";
import { certificateName, ocspRequest } from "./ocsp-request.ts";

/** What is asked: the verifier's question, with an optional signal. */
export type OcspQuery = Pick<RevocationQuery, "certificate" | "issuer"> & { readonly signal?: AbortSignal | undefined };

/** A {@link RevocationProvider} that can also say how it knows. */
export interface OcspRevocation extends RevocationProvider {
  /**
   * Status and evidence.
   *
   * @throws OnshiError `call.aborted` when the query's signal is aborted.
   */
  check(query: OcspQuery): Promise<RevocationEvidence>;
}

const largestAnswer = 65_536;
const mostCached = 10_000;

/**
 * Asks the configured OCSP responder (証明書の失効確認) of a CA. The real one answers only to verifiers under contract
 * (署名検証者, プラットフォーム事業者; jpki-card §4.6).
 *
 * Needs the optional packages `pkijs` and `asn1js`, loaded with the first question.
 *
 * @throws OnshiError `config.invalid` for options that cannot be used.
 * @example
 * ```ts
 * import { ocspRevocation } from "@onshi/reader/revocation";
 *
 * const revocation = ocspRevocation({ responder: "https://ocsp.invalid/", cacheMs: 60_000 });
 * // verifyCardToken(token, { …, revocation, requireRevocation: true })
 * console.log(typeof revocation.status); // function
 * ```
 */
export function ocspRevocation(options: OcspOptions): OcspRevocation {
  const checked = checkOcspOptions(options);
  const cache = new Map<string, { readonly evidence: RevocationEvidence; readonly until: number }>();
  let underWay = 0;

  const ask = async (query: OcspQuery): Promise<RevocationEvidence> => {
    const name = certificateName(query.certificate, query.issuer, checked.certificateHash);
    const key = `${toHex(name.issuerNameHash)}${toHex(name.issuerKeyHash)}${toHex(name.serial)}`;
    const now = checked.now();
    const kept = cache.get(key);
    if (kept && now.getTime() < kept.until) return kept.evidence;
    cache.delete(key);
    const nonce = checked.nonce === "require" ? checked.nonceBytes() : undefined;
    const answer = await send(await ocspRequest(name, nonce), checked, query.signal);
    const { issuer } = query;
    const evidence = judgeOcspAnswer(answer, { ...checked, name, issuer, nonce, now: checked.now() });
    const until = Math.min(now.getTime() + checked.cacheMs, evidence.nextUpdate?.getTime() ?? Number.POSITIVE_INFINITY);
    if (evidence.status !== "unknown" && until > now.getTime()) {
      const [oldest] = cache.size >= mostCached ? cache.keys() : [];
      if (oldest !== undefined) cache.delete(oldest);
      cache.set(key, { evidence, until });
    }
    return evidence;
  };

  const check = async (query: OcspQuery): Promise<RevocationEvidence> => {
    if (underWay >= checked.mostAtOnce) return unknown("budget");
    underWay += 1;
    try {
      return await ask(query);
    } catch (error) {
      if (error instanceof Unproven) return unknown(error.why);
      throw error;
    } finally {
      underWay -= 1;
    }
  };
  return { check, status: async (query) => (await check(query)).status };
}

const unknown = (why: UnknownReason): RevocationEvidence => ({ status: "unknown", why });

async function send(
  request: Uint8Array,
  { responder, method, timeoutMs, fetch: ask }: CheckedOcspOptions,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const outcome = await askOutside(
    async (ending) => {
      // Redirects are not followed: the address is configured, and nobody else may change it.
      const common = { redirect: "manual", signal: ending } as const;
      const response =
        method === "GET"
          ? await ask(withRequest(responder, request), common)
          : await ask(responder, {
              ...common,
              method: "POST",
              headers: { "content-type": "application/ocsp-request" },
              body: Uint8Array.from(request),
            });
      if (response.status !== 200) throw new Unproven("httpStatus");
      return await bodyOf(response);
    },
    { timeoutMs, signal },
  );
  if (outcome.kind === "late") throw new Unproven("timeout");
  if (outcome.kind === "failed") {
    throw outcome.cause instanceof Unproven ? outcome.cause : new Unproven("unreachable", outcome.cause);
  }
  return outcome.value as Uint8Array;
}

/** RFC 6960 §A.1: the request in base64, its special characters escaped, appended to the address. */
function withRequest(responder: URL, request: Uint8Array): URL {
  const address = new URL(responder);
  address.pathname = `${address.pathname.replace(/\/$/, "")}/${encodeURIComponent(toBase64(request))}`;
  return address;
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > largestAnswer) throw new Unproven("tooLarge");
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
