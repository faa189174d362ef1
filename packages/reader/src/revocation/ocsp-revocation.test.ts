import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fromHex, toHex } from "@onshi/core/base";
import {
  authenticationCa,
  buildCertificate,
  distinguishedName,
  type Extension,
  extensions,
  pem,
  publicKeyInfo,
  strangerCa,
  testKey,
} from "@onshi/mock-server/pki";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issue, scene } from "../../test/verify/scene.ts";
import { verifyCardToken } from "../verify/index.ts";
import { type OcspOptions, ocspRevocation } from "./index.ts";

const ca = authenticationCa();
const [good, revoked, stranger] = [0x11n, 0x22n, 0x33n].map((serial) => issue({ serial })) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const hour = 3_600_000;
const responderKey = testKey("sign-01");

/** A responder's certificate, right apart from what is given. */
function responderCertificate(
  given: { readonly from?: typeof ca; readonly end?: number; readonly extensions?: readonly Extension[] } = {},
): Uint8Array {
  const { from = ca } = given;
  return buildCertificate({
    serial: 0x77n,
    issuer: ca.subject,
    subject: distinguishedName(["C", "JP"], ["O", "JPKI-TEST"], ["CN", "responder"]),
    notBefore: new Date(Date.now() - 48 * hour),
    notAfter: new Date(Date.now() + (given.end ?? 48 * hour)),
    publicKey: publicKeyInfo(responderKey),
    signingKey: from.key,
    extensions: given.extensions ?? [
      extensions.keyUsage("digitalSignature"),
      extensions.extendedKeyUsage("1.3.6.1.5.5.7.3.9"),
    ],
  });
}

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

describe.runIf(hasOpenssl || process.env["CI"] === "true")("beside openssl's responder", () => {
  let folder = "";
  let files = 0;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "onshi-ocsp-"));
    write(
      "index.txt",
      [
        "V\t330101000000Z\t\t11\tunknown\t/CN=a",
        "R\t330101000000Z\t260102030405Z,keyCompromise\t22\tunknown\t/CN=b",
        "",
      ].join("\n"),
    );
    write("ca.pem", pem(ca.certificate));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, content: string | Uint8Array): string {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  }

  /** OpenSSL's answer to a request, signed by the CA itself unless a responder is given. */
  function answer(
    request: Uint8Array,
    signer = ca.certificate,
    key = ca.key,
    more: readonly string[] = [],
  ): Uint8Array {
    const number = files++;
    const given = [
      "-index",
      path.join(folder, "index.txt"),
      "-CA",
      path.join(folder, "ca.pem"),
      "-rsigner",
      write(`signer${number}.pem`, pem(signer)),
      "-rkey",
      write(`key${number}.pem`, key.export({ type: "pkcs8", format: "pem" })),
      "-reqin",
      write(`request${number}.der`, request),
      "-respout",
      path.join(folder, `answer${number}.der`),
      "-nmin",
      "60",
      ...more,
    ];
    const { status, stderr } = spawnSync("openssl", ["ocsp", ...given], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return new Uint8Array(readFileSync(path.join(folder, `answer${number}.der`)));
  }

  /** A request of OpenSSL's own. */
  function request(...serials: readonly string[]): Uint8Array {
    const file = path.join(folder, `own${files++}.der`);
    const named = serials.flatMap((serial) => ["-serial", serial]);
    const given = ["ocsp", "-issuer", path.join(folder, "ca.pem"), ...named, "-reqout", file, "-no_nonce"];
    if (spawnSync("openssl", given).status !== 0) throw new Error("no request");
    return new Uint8Array(readFileSync(file));
  }

  const sending = (reply: (asked: Uint8Array) => Uint8Array): Partial<OcspOptions> => ({
    fetch: async (_, init) => new Response(Buffer.from(reply(new Uint8Array(init?.body as Uint8Array)))),
  });
  const client = (options: Partial<OcspOptions>): ReturnType<typeof ocspRevocation> =>
    ocspRevocation({ responder: "https://ocsp.invalid/", ...options });
  const check = (certificate: Uint8Array, options: Partial<OcspOptions> = sending((asked) => answer(asked))) =>
    client(options).check({ certificate, issuer: ca.certificate });

  test.each(["SHA-1", "SHA-256"] as const)("reports all three states, certificates named by %s", async (hash) => {
    const options = { ...sending((asked) => answer(asked)), certificateHash: hash };
    expect(await check(good, options)).toMatchObject({ status: "good", nextUpdate: expect.any(Date) });
    expect(await check(revoked, options)).toMatchObject({
      status: "revoked",
      reason: 1,
      revokedAt: new Date("2026-01-02T03:04:05Z"),
      response: expect.any(Uint8Array),
    });
    expect(await check(stranger, options)).toMatchObject({ status: "unknown", why: "responderUnknown" });
  });

  test("believes a responder that the CA delegated to, identified by name or by key", async () => {
    const delegate = responderCertificate();
    for (const more of [[], ["-resp_key_id"]]) {
      const options = sending((asked) => answer(asked, delegate, responderKey, more));
      expect(await check(good, options)).toMatchObject({ status: "good" });
    }
  });

  test.each<[why: string, build: () => Partial<OcspOptions>]>([
    ["malformed", () => sending(() => fromHex("3003 0A0100"))],
    ["malformed", () => sending(() => new Uint8Array())],
    ["malformed", () => sending((asked) => Uint8Array.from([...answer(asked), 0]))],
    ["malformed", () => sending((asked) => answer(asked).subarray(0, -1))],
    ["responderRefused", () => sending(() => fromHex("3003 0A0106"))],
    ["wrongCertificate", () => ({ nonce: "skip", ...sending(() => answer(request("0x22"))) })],
    [
      "wrongCertificate",
      () => ({ nonce: "skip", certificateHash: "SHA-256", ...sending(() => answer(request("0x11"))) }),
    ],
    ["severalAnswers", () => ({ nonce: "skip", ...sending(() => answer(request("0x11", "0x22"))) })],
    [
      "badSignature",
      () => sending((asked) => answer(asked).map((byte, at, all) => (at === signatureAt(all) ? byte ^ 1 : byte))),
    ],
    ["badSignature", () => sending((asked) => answer(asked, ca.certificate, ca.key, ["-rmd", "sha1"]))],
    ["wrongResponder", () => sending((asked) => answer(asked, strangerCa().certificate, strangerCa().key))],
    [
      "wrongResponder",
      () => sending((asked) => answer(asked, responderCertificate({ from: strangerCa() }), responderKey)),
    ],
    [
      "wrongResponder",
      () =>
        sending((asked) =>
          answer(asked, responderCertificate({ extensions: [extensions.keyUsage("digitalSignature")] }), responderKey),
        ),
    ],
    ["wrongResponder", () => sending((asked) => answer(asked, issue({ key: responderKey }), responderKey))],
    ["responderExpired", () => sending((asked) => answer(asked, responderCertificate({ end: -hour }), responderKey))],
    ["nonceMissing", () => sending(() => answer(request("0x11")))],
    [
      "nonceWrong",
      () => {
        let first: Uint8Array | undefined;
        return sending((asked) => (first ??= answer(asked)));
      },
    ],
    ["stale", () => ({ ...sending((asked) => answer(asked)), clock: { now: () => new Date(Date.now() + 2 * hour) } })],
    [
      "fromTheFuture",
      () => ({ ...sending((asked) => answer(asked)), clock: { now: () => new Date(Date.now() - hour) } }),
    ],
  ])("believes nothing that is %s", async (why, build) => {
    const options = build();
    const both = client(options);
    const question = { certificate: good, issuer: ca.certificate };
    if (why === "nonceWrong") expect(await both.check(question)).toMatchObject({ status: "good" });
    expect(await both.check(question)).toEqual({ status: "unknown", why });
  });

  test("a card whose certificate is revoked is refused, and none passes when the status cannot be found out", async () => {
    const options = (leaf: Uint8Array, revocation: ReturnType<typeof client>) =>
      scene({ leaf, options: { revocation, requireRevocation: true } });
    const judge = (leaf: Uint8Array, given: Partial<OcspOptions>) => {
      const { token, options: verify } = options(leaf, client(given));
      return verifyCardToken(token, verify);
    };
    const asking = sending((asked) => answer(asked));
    expect(await judge(good, asking)).toMatchObject({ revocation: "good" });
    await expect(judge(revoked, asking)).rejects.toMatchObject({ code: "token.revoked" });
    await expect(
      judge(
        good,
        sending(() => new Uint8Array()),
      ),
    ).rejects.toMatchObject({ code: "token.revocationUnknown" });
  });

  test("asks a server by GET and POST, follows no redirect and reads no endless answer", async () => {
    const asked: string[] = [];
    let mode = "right";
    const listener: RequestListener = (incoming, reply) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("end", () => {
        asked.push(incoming.method ?? "");
        const encoded = decodeURIComponent(incoming.url?.split("/").at(-1) ?? "");
        const question = incoming.method === "GET" ? Buffer.from(encoded, "base64") : Buffer.concat(parts);
        if (mode === "elsewhere") reply.writeHead(302, { location: "/other" }).end();
        else reply.end(mode === "endless" ? Buffer.alloc(100_000) : answer(question));
      });
    };
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const responder = `http://127.0.0.1:${(server.address() as AddressInfo).port}/status`;
    expect(await check(good, { responder })).toMatchObject({ status: "good" });
    expect(await check(revoked, { responder, method: "GET" })).toMatchObject({ status: "revoked" });
    mode = "elsewhere";
    expect(await check(good, { responder })).toEqual({ status: "unknown", why: "httpStatus" });
    mode = "endless";
    expect(await check(good, { responder })).toEqual({ status: "unknown", why: "tooLarge" });
    expect(asked).toEqual(["POST", "GET", "POST", "POST"]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await check(good, { responder })).toEqual({ status: "unknown", why: "unreachable" });
  });

  test("caches an answer as long as it may, and no longer", async () => {
    let [calls, now] = [0, Date.now()];
    const options = sending((asked) => {
      calls += 1;
      return answer(asked);
    });
    const caching = client({ ...options, cacheMs: 60_000, clock: { now: () => new Date(now) } });
    const question = { certificate: good, issuer: ca.certificate };
    await caching.check(question);
    await caching.check(question);
    expect(calls).toBe(1);
    await caching.check({ ...question, certificate: revoked });
    expect(calls).toBe(2);
    now += 60_000;
    await caching.check(question);
    expect(calls).toBe(3);
  });
});

/** A byte inside the signature of an answer that carries the CA's certificate behind it. */
function signatureAt(answer: Uint8Array): number {
  const text = toHex(answer);
  return text.indexOf("0382010100") / 2 + 20;
}

describe("a responder that does not answer", () => {
  const silent = () => new Promise<never>(() => undefined);
  const question = { certificate: good, issuer: ca.certificate };

  test("is unknown after the time-out", async () => {
    const client = ocspRevocation({ responder: "https://ocsp.invalid/", fetch: silent, timeoutMs: 5 });
    expect(await client.check(question)).toEqual({ status: "unknown", why: "timeout" });
  });

  test("costs no more time than the budget allows", async () => {
    const client = ocspRevocation({ responder: "https://ocsp.invalid/", fetch: silent, timeoutMs: 20, mostAtOnce: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => client.check(question)));
    expect(answers.map(({ why }) => why)).toEqual(["timeout", "timeout", "budget"]);
    expect(await client.check(question)).toEqual({ status: "unknown", why: "timeout" });
  });

  test("is left alone when the caller gives up", async () => {
    const client = ocspRevocation({ responder: "https://ocsp.invalid/", fetch: silent });
    const signal = AbortSignal.abort();
    const begun = performance.now();
    await expect(client.check({ ...question, signal })).rejects.toMatchObject({ code: "call.aborted" });
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

test.each<[string, object]>([
  ["responder", {}],
  ["responder", { responder: "ftp://ocsp.invalid" }],
  ["responder", { responder: "ocsp" }],
  ["responder", { responder: "https://user@ocsp.invalid/" }],
  ["method", { method: "get" }],
  ["certificateHash", { certificateHash: "MD5" }],
  ["nonce", { nonce: false }],
  ["timeoutMs", { timeoutMs: 0 }],
  ["maxAgeMs", { maxAgeMs: Number.NaN }],
  ["clockSkewMs", { clockSkewMs: -1 }],
  ["cacheMs", { cacheMs: 0 }],
  ["mostAtOnce", { mostAtOnce: 0 }],
  ["clock", { clock: {} }],
  ["random", { random: {} }],
  ["fetch", { fetch: "fetch" }],
  ["nounce", { nounce: "skip" }],
])("refuses a wrong %s", (field, options) => {
  const given = field === "responder" ? options : { responder: "https://ocsp.invalid/", ...options };
  expect(() => ocspRevocation(given as OcspOptions)).toThrow(
    expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) }),
  );
});
