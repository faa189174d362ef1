import { expect, test } from "vitest";
import { type CardToken, cardTokenFormat, OnshiError } from "../../base/index.ts";
import { checkInXml, desk, drugsXml, edit, fullAnswer, question } from "../../../test/fakes/desk.ts";
import { incoming, MemoryTransport } from "../../../test/fakes/memory-transport.ts";
import {
  auditLog,
  type ConsentUsedEvent,
  type FailedEvent,
  memorySiteStore,
  type OnshiEvent,
  type OnshiLogger,
} from "../index.ts";

/** What must never be read by anybody who looks on; each stands in requests, answers, tokens or errors of the calls below. */
const canaries = {
  name: "禽鳥　金糸雀",
  kana: "ｷﾝﾁｮｳ ｶﾅﾘｱ",
  number: "7654321",
  symbol: "禽－９９",
  birthdate: "1923-04-05",
  birthdateOnWire: "19230405",
  identifier: "CHART-CANARY",
  signature: "Q0FOQVJZLVNJR05BVFVSRQ==",
  certificate: btoa("O=JPKI-TEST CANARY"),
  challenge: "CANARY-CHALLENGE",
};

const person = {
  ...question,
  number: canaries.number,
  symbol: canaries.symbol,
  birthdate: canaries.birthdate,
  arbitraryIdentifier: canaries.identifier,
};

const planted = (xml: string): string =>
  xml
    .replaceAll(/<Name>[^<]*</g, `<Name>${canaries.name}<`)
    .replaceAll(/<NameKana>[^<]*</g, `<NameKana>${canaries.kana}<`)
    .replaceAll(/<Birthdate>[^<]*</g, `<Birthdate>${canaries.birthdateOnWire}<`)
    .replaceAll(/<(InsuredIdentificationNumber|ArbitraryIdentifier)>[^<]*</g, `<$1>${canaries.number}<`);

const throwing = (failure: Error) => async (): Promise<never> => {
  await Promise.resolve();
  throw failure;
};

test("name, number, birth date and token reach no event, no audit line and no log, however a call ends", async () => {
  const seen: unknown[] = [];
  const write = (...line: unknown[]): void => void seen.push(line);
  const logger: OnshiLogger = { error: write, warn: write, info: write, debug: write };
  const options = {
    logger,
    logLevel: "debug",
    observe: (event: OnshiEvent) => void seen.push(event),
    middleware: [
      auditLog((entry) => void seen.push(entry), { salt: "a secret of the vendor" }),
      (call: object, next: () => Promise<never>) => {
        seen.push(call);
        return next();
      },
    ],
    site: memorySiteStore(),
  } as const;
  const token: CardToken = {
    format: cardTokenFormat,
    unverifiedCertificate: canaries.certificate,
    algorithm: "RS256",
    signature: canaries.signature,
    appVersion: "test/0",
  };
  const challenge = {
    id: canaries.challenge,
    challenge: new Uint8Array(32),
    audience: "https://localhost",
    expiresAt: new Date(0),
  };
  const answers = [
    planted(fullAnswer),
    planted(edit(fullAnswer, [/<SegmentOfResult>1</, "<SegmentOfResult>9<"])),
    `<XmlMsg><Broken>${canaries.name}</Broken></XmlMsg>`,
    planted(drugsXml),
  ];
  const failures = [
    new Error(`could not send ${canaries.name}`),
    new OnshiError("centre.failed", { centreCode: canaries.name }),
    new OnshiError("answer.timeout", {
      waitedMs: 60_000,
      reference: canaries.number,
      fileName: `OQSsiquc01req_${canaries.number}.xml`,
    }),
  ];
  const replies = [
    ...answers.map((xml) => () => Promise.resolve(incoming("OQSsiquc01res", xml))),
    ...failures.map(throwing),
  ];
  for (const reply of replies) {
    const card = {
      challenge: () => Promise.resolve(challenge),
      checkIn: () => reply(),
    };
    const transport = Object.assign(new MemoryTransport(reply), { card });
    transport.pushed = [
      incoming("OQSsiquc01res_face", planted(checkInXml)),
      await reply().catch(() => incoming("X", "<XmlMsg/>")),
    ];
    const { client } = desk(fullAnswer, { ...options, transport } as never);
    const calls: (() => Promise<unknown>)[] = [
      () => client.eligibility.verify(person),
      () => client.eligibility.awaitAnswer(canaries.number, { question: person }),
      () => client.eligibility.verifyMany([person]),
      () => client.referenceNumbers.register({ ...person, referenceNumber: canaries.identifier }),
      () => client.card.challenge(),
      () => client.card.checkIn(challenge, token, { medication: true }),
      () => client.sendRaw("OQSsiquc01req", new TextEncoder().encode(planted(fullAnswer))),
      () => client.awaitAnswer("OQSsiquc01req", canaries.number, { acceptUnchecked: true }),
      async () => {
        for await (const { consents, acknowledge } of client.checkIns()) {
          if (consents.medication)
            await client.medication.history(consents.medication, { from: "2026-05", to: "2026-11" });
          await acknowledge();
        }
      },
    ];
    for (const call of calls) await call().catch(() => undefined);
  }
  const text = JSON.stringify(seen);
  expect(new Set(seen.flatMap((one) => (one as { type?: string }).type ?? []))).toEqual(
    new Set(["sent", "answered", "failed", "acknowledged", "checkedIn", "consentUsed"]),
  );
  expect(seen.length).toBeGreaterThan(200);
  for (const [name, canary] of Object.entries(canaries)) expect.soft(text.includes(canary), name).toBe(false);
});

test("the types of the events have no place for anything else", () => {
  type Known =
    | "type"
    | "at"
    | "operation"
    | "call"
    | "messageId"
    | "route"
    | "institutionCode"
    | "attempt"
    | "reference"
    | "elapsedMs"
    | "code"
    | "centreCode"
    | "consent";
  type KeysOf<Event> = Event extends unknown ? keyof Event : never;
  // A new field of an event does not compile until somebody has thought about it here.
  const known: Record<KeysOf<OnshiEvent>, true> = {} as Record<Known, true>;
  const all: Record<Known, true> = {} as Record<KeysOf<OnshiEvent>, true>;
  // @ts-expect-error -- an event takes no person
  const event: FailedEvent = { name: "試験　花子" };
  // @ts-expect-error -- a consent is told by its kind, not by the consent itself
  const used: ConsentUsedEvent["consent"] = { person };
  expect([known, all, event, used]).toHaveLength(4);
});
