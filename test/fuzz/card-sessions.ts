import { createHash, verify, X509Certificate } from "node:crypto";
import { type CardToken, OnshiError, sameBytes, systemRandom } from "@onshi/core/base";
import { createVirtualCard, type VirtualCard, type VirtualCardQuirks } from "@onshi/mock-server/card";
import { authenticationCa, endOfJapanDay, issueAuthenticationCertificate, testKey } from "@onshi/mock-server/pki";
import {
  inProcessSource,
  type MyNumberCard,
  readerAbilities,
  type ReaderAbility,
  type UserAuthenticationCertificate,
  waitForCard,
} from "@onshi/reader";
import { type Chance, chanceFrom } from "./chance.ts";
import { oddCard } from "./odd-answers.ts";

const reader = "Fuzzed reader";
const request = { audience: "https://checkin.example.invalid", challenge: new Uint8Array(32).fill(7) };
/** Reads of 64 bytes, each with a refusal, GET RESPONSE … far above what one session can need. */
const mostExchanges = 2_000;

interface Kind {
  readonly card: VirtualCard;
  readonly ability: ReaderAbility;
}

function makeCards(): readonly [Kind, ...Kind[]] {
  const ca = authenticationCa();
  const key = testKey("auth-01");
  const certificate = issueAuthenticationCertificate({
    ca,
    key,
    notBefore: new Date("2024-05-01T01:23:45Z"),
    notAfter: endOfJapanDay("2029-04-10"),
    tweak: { size: 1_700 },
  });
  const make = (quirks: VirtualCardQuirks, profile: "card" | "android" = "card"): VirtualCard =>
    createVirtualCard({
      authenticationKey: key,
      authenticationCertificate: certificate,
      authenticationCaCertificate: ca.certificate,
      random: systemRandom,
      profile,
      quirks,
    });
  return [
    { card: make({}), ability: { extended: true } },
    { card: make({}), ability: {} },
    { card: make({ extendedLength: "wrongLength", filler: 30 }), ability: { extended: false } },
    { card: make({ extendedLength: "wrongLength", longestRead: 64, tooLongRead: "wrongLength" }), ability: {} },
    { card: make({ shortIdentifiers: false }), ability: { extended: true } },
    { card: make({}, "android"), ability: { extended: true } },
  ];
}

type Call = (card: MyNumberCard) => Promise<unknown>;

const calls: readonly [Call, ...Call[]] = [
  async (card) => assertCertificate((await card.userAuthentication()).certificate),
  async (card) => assertCertificate((await card.userAuthentication()).certificate),
  async (card) => assertCertificate((await card.userAuthentication({ pin: "1234" })).certificate),
  async (card) => assert(["card", "oldCard", "android", "iphone", "unknown"].includes(await card.kind()), "kind"),
  async (card) => {
    const { remaining } = await card.pinStatus();
    assert(Number.isInteger(remaining) && remaining >= 0 && remaining <= 15, "counter");
  },
  (card) => card.certificateAvailability(),
  async (card) => new X509Certificate((await card.caCertificate()).certificate.der),
];
const signCalls: readonly [Call, ...Call[]] = [
  async (card) => assertToken(await card.authenticate(request, { pin: "1234" })),
  async (card) => assertToken(await card.authenticate(request, { pin: async () => new TextEncoder().encode("1234") })),
];

/** Runs sessions until the budget of exchanges or the time is used up; throws, with the seed, when anything is wrong. */
export async function fuzzCard(options: {
  readonly exchanges: number;
  readonly seed: number;
  readonly isOver?: () => boolean;
}): Promise<{ readonly exchanges: number; readonly sessions: number; readonly accepted: number }> {
  const cards = makeCards();
  let [exchanges, sessions, accepted] = [0, 0, 0];
  for (; exchanges < options.exchanges && options.isOver?.() !== true; sessions += 1) {
    // A seed of its own for each session, so that one can be run again without the others.
    const seed = (options.seed + sessions) >>> 0;
    try {
      const session = await oneSession(cards, chanceFrom(seed));
      exchanges += session.exchanges;
      accepted += session.accepted;
    } catch (cause) {
      throw new Error(`session with --seed ${seed} --cases 1`, { cause });
    }
  }
  return { exchanges, sessions, accepted };
}

async function oneSession(
  cards: readonly [Kind, ...Kind[]],
  chance: Chance,
): Promise<{ readonly exchanges: number; readonly accepted: number }> {
  const { card, ability } = chance.pick(cards);
  card.resetPins();
  card.powerOff();
  const odd = oddCard(card, chance, chance.pick([0, 0, 2, 4, 8, 20]));
  const abilities = readerAbilities();
  abilities.learn(reader, ability);
  const source = inProcessSource([{ name: reader, card: odd }]);
  const session = await waitForCard({ source, abilities, commandTimeoutMs: Number.POSITIVE_INFINITY });
  let accepted = 0;
  const count = 1 + chance.below(4);
  for (let index = 0; index < count; index += 1) {
    const call = chance.oneIn(8) ? chance.pick(signCalls) : chance.pick(calls);
    const { verifies } = odd.sent;
    accepted += await isAccepted(call(session));
    assert(odd.sent.verifies - verifies <= 1, "more than one VERIFY for one user action");
    assert(odd.sent.exchanges <= mostExchanges, "no end");
  }
  await session.close();
  return { exchanges: odd.sent.exchanges, accepted };
}

async function isAccepted(work: Promise<unknown>): Promise<number> {
  try {
    await work;
    return 1;
  } catch (error) {
    if (OnshiError.is(error) && /^(card|pin)\./.test(error.code)) return 0;
    throw error;
  }
}

/** What the reader accepts as a certificate, OpenSSL reads too, to the last byte and to the same facts. */
function assertCertificate({ der, notBefore, notAfter, serialNumber }: UserAuthenticationCertificate): void {
  const judge = new X509Certificate(der);
  assert(sameBytes(judge.raw, der), "bytes beside the certificate");
  assert(BigInt(`0x${judge.serialNumber}`) === BigInt(`0x${serialNumber || "0"}`), "serial number");
  assert(new Date(judge.validFrom).getTime() === notBefore.getTime(), "notBefore");
  assert(new Date(judge.validTo).getTime() === notAfter.getTime(), "notAfter");
}

const sha256 = (data: string | Uint8Array): Uint8Array => createHash("sha256").update(data).digest();

function assertToken({ unverifiedCertificate, signature }: CardToken): void {
  const { publicKey } = new X509Certificate(Buffer.from(unverifiedCertificate, "base64"));
  const framed = Buffer.concat([sha256("onshi-card:1.0"), sha256(request.audience), sha256(request.challenge)]);
  assert(verify("sha256", framed, publicKey, Buffer.from(signature, "base64")), "signature");
}

function assert(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
