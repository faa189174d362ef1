import type { CardToken } from "@onshi/core";
import type { HttpTransportOptions } from "@onshi/core/http";
import type { CardChallenge } from "@onshi/core/ports";
import { tlsTestCa } from "@onshi/mock-server/pki";
import { inProcessSource, waitForCard } from "@onshi/reader";
import { expect } from "vitest";
import type { BadInput } from "./bad-input.ts";
import { slowPlace } from "./folders.ts";
import { failure, type Verdict } from "./judge.ts";
import { expectAnswer, morning, papersOf, type Place } from "./place.ts";

const otherCa = tlsTestCa({ name: "ZQX731" });
const clientOf = (ca: ReturnType<typeof tlsTestCa>, institutionCode: string): { cert: string; key: string } => {
  const { certificate, key } = ca.issueClient({ institutionCode });
  return { cert: certificate, key };
};

/** A client that is set up wrongly: the error comes when it is made or at its first call. */
const setUp = (what: string, verdict: Verdict, options: (place: Place) => Partial<HttpTransportOptions>): BadInput => ({
  ...verdict,
  what,
  run: async (place) => ({
    error: await failure((async () => place.openHttps(options(place)).eligibility.verify(papersOf(place)))()),
    afterwards: () => expectAnswer(place, place.https),
  }),
});

type Tls = Partial<NonNullable<HttpTransportOptions["tls"]>>;

/** Certificates as of the place, except for what is wrong. */
const tls = ({ mock }: Place, wrong: Tls): Partial<HttpTransportOptions> => ({
  tls: { ...mock.web.clientCertificate, ca: mock.web.ca, ...wrong },
});

// One case a line.
// oxfmt-ignore
const setUps: readonly BadInput[] = [
  setUp("a client certificate of another authority", { code: "http.clientCertificateRefused", planted: ["ZQX731", "BEGIN"] }, (place) => tls(place, clientOf(otherCa, "9910000000"))),
  setUp("no client certificate: no tls at all", { code: "config.invalid", details: { field: "tls" } }, () => ({ tls: undefined as never })),
  setUp("no client certificate: an empty one", { code: "config.invalid", details: { field: "tls.cert" } }, (place) => tls(place, { cert: "" })),
  setUp("no client certificate: undefined", { code: "config.invalid", details: { field: "tls.cert" } }, (place) => tls(place, { cert: undefined as never })),
  setUp("no key", { code: "config.invalid", details: { field: "tls.key" } }, (place) => tls(place, { key: undefined as never })),
  setUp("no authority", { code: "config.invalid", details: { field: "tls.ca" } }, (place) => tls(place, { ca: undefined as never })),
  setUp("a key that does not fit the certificate", { code: "config.invalid", details: { field: "tls.key" }, planted: ["BEGIN"] }, (place) => tls(place, { key: clientOf(otherCa, "9910000000").key })),
  setUp("a server of another authority", { code: "http.serverCertificateUntrusted", planted: ["BEGIN"] }, (place) => tls(place, { ca: otherCa.certificate })),
  setUp("a wrong password", { code: "http.authenticationFailed", details: { status: 401 }, planted: ["ZQX731"] }, () => ({ password: "ZQX731" })),
  setUp("another institution's account than the client's", { code: "config.invalid", details: { field: "institutionCode" }, planted: ["9917351983"] }, () => ({ institutionCode: "9917351983" })),
  setUp("plain http", { code: "config.invalid", details: { field: "baseUrl" }, planted: ["zqx731"] }, () => ({ baseUrl: "http://zqx731.invalid/" })),
  setUp("an answer over the limit", { code: "wire.tooLarge", details: { limit: 500 }, planted: ["0005678", "試験"] }, () => ({ maxAnswerBytes: 500 })),
];

/** A challenge and the token of the right card with the right PIN. */
async function signed(
  place: Place,
  change: (challenge: CardChallenge) => CardChallenge = (same) => same,
): Promise<[CardChallenge, CardToken]> {
  const challenge = await place.https.card.challenge();
  const source = inProcessSource([{ name: "Reader", card: place.mock.card("insured-valid") }]);
  const card = await waitForCard({ source, wait: false });
  const token = await card.authenticate(change(challenge), { pin: "1234" });
  await card.close();
  return [challenge, token];
}

/** What is in every token and challenge; never in a text. */
const innards = ([challenge, token]: readonly [CardChallenge, CardToken]): readonly string[] => [
  challenge.id,
  token.signature.slice(0, 40),
  token.unverifiedCertificate.slice(0, 40),
  Buffer.from(challenge.challenge).toString("base64").slice(0, 20),
];

const checkInRow = (
  what: string,
  verdict: Verdict,
  spoil: (place: Place) => Promise<[CardChallenge, CardToken]>,
): BadInput => ({
  ...verdict,
  what,
  run: async (place) => {
    const [challenge, token] = await spoil(place);
    const error = await failure(place.https.card.checkIn(challenge, token, { medication: true }));
    const said = `${error.message}${error.operatorMessage}${JSON.stringify(error)}${error.stack}`;
    for (const piece of innards([challenge, token])) expect(said).not.toContain(piece);
    place.clock.set(morning);
    return {
      error,
      afterwards: async () => {
        const checkIn = await place.https.card.checkIn(...(await signed(place)), { medication: true });
        expect(checkIn.answer.validity).toBe("valid");
        expect(checkIn.consents.medication).toBeDefined();
      },
    };
  },
});

/** Bytes as base64 that begin otherwise. */
const altered = (base64: string): string => (base64.startsWith("A") ? "B" : "A") + base64.slice(1);

const checkIns: readonly BadInput[] = [
  checkInRow("a used challenge", { code: "token.challengeUnknown", details: { status: 403 } }, async (place) => {
    const pair = await signed(place);
    await place.https.card.checkIn(...pair);
    return pair;
  }),
  checkInRow(
    "a challenge that was used up by a token nobody believed",
    { code: "token.challengeUnknown" },
    async (place) => {
      const [challenge, token] = await signed(place);
      await failure(place.https.card.checkIn(challenge, { ...token, signature: altered(token.signature) }));
      return [challenge, token];
    },
  ),
  checkInRow("an expired challenge", { code: "token.challengeExpired", details: { status: 403 } }, async (place) => {
    const pair = await signed(place);
    place.clock.set("2026-11-20T09:20:04+09:00");
    return pair;
  }),
  checkInRow("a challenge that was never issued", { code: "token.challengeUnknown" }, async (place) => {
    const [challenge, token] = await signed(place);
    return [{ ...challenge, id: "ZQX731ZQX731" }, token];
  }),
  checkInRow("a signature for another server", { code: "token.signature" }, (place) =>
    signed(place, (challenge) => ({ ...challenge, audience: "https://zqx731.invalid" })),
  ),
  checkInRow("an altered signature", { code: "token.signature" }, async (place) => {
    const [challenge, token] = await signed(place);
    return [challenge, { ...token, signature: altered(token.signature) }];
  }),
  checkInRow("a token of a version to come", { code: "token.format" }, async (place) => {
    const [challenge, token] = await signed(place);
    return [challenge, { ...token, format: "onshi-card:9.0" }];
  }),
];

const late: BadInput = {
  what: "no answer in time over HTTPS; the line works on",
  code: "answer.timeout",
  planted: ["0005678"],
  run: async () => {
    const place = await slowPlace();
    const error = await failure(place.https.eligibility.verify(papersOf(place), { timeoutMs: 500 }));
    return {
      error,
      afterwards: async () => {
        expect(error.details).not.toHaveProperty("reference");
        place.goOn();
        await expectAnswer(place, place.https);
        await place.close();
      },
    };
  },
};

const noLateAnswers: BadInput = {
  what: "a late answer is asked for where there is none to wait for",
  code: "transport.unsupported",
  details: { field: "eligibility.awaitAnswer" },
  run: async (place) => ({
    error: await failure(place.https.eligibility.awaitAnswer("ZQX731")),
    afterwards: () => expectAnswer(place, place.https),
  }),
};

/** The HTTPS door: who may come in, and what a card's token must prove. */
export const httpsRows: readonly BadInput[] = [...setUps, ...checkIns, late, noLateAnswers];
