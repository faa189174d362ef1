import { describe, expect, test } from "vitest";
import { checkInXml, desk, edit } from "../../../test/fakes/desk.ts";
import { incoming, MemoryTransport, type Received } from "../../../test/fakes/memory-transport.ts";
import { type CardToken, cardTokenFormat } from "../../base/index.ts";
import type { CardChallenge, CardDoor } from "../../transports/index.ts";
import type { OnshiClient } from "../index.ts";

const challenge: CardChallenge = {
  id: "C1",
  challenge: new Uint8Array(32),
  audience: "https://localhost",
  expiresAt: new Date("2026-11-20T09:20:00+09:00"),
};

const token: CardToken = {
  format: cardTokenFormat,
  // The mark of a test card; nothing here reads the rest.
  unverifiedCertificate: btoa("O=JPKI-TEST"),
  algorithm: "RS256",
  signature: "AA==",
  appVersion: "test/0",
};

/** A desk with a card door that answers with one document. */
function counter(xml: string): { client: OnshiClient; answer: Received; seen: unknown[][] } {
  const answer = incoming("OQSsiquc01res", xml);
  const seen: unknown[][] = [];
  const card: CardDoor = {
    challenge: (...call) => {
      seen.push(call);
      return Promise.resolve(challenge);
    },
    checkIn: (...call) => {
      seen.push(call);
      return Promise.resolve(answer);
    },
  };
  const { client } = desk(xml, { transport: Object.assign(new MemoryTransport(), { card }), timeoutMs: 9000 });
  return { client, answer, seen };
}

describe("card check-in", () => {
  test("sends token, challenge and choice, and answers as the reader at the desk", async () => {
    const { client, answer, seen } = counter(checkInXml);
    expect(await client.card.challenge({ timeoutMs: 5 })).toBe(challenge);
    const checkIn = await client.card.checkIn(challenge, token, { medication: true, surgery: false });
    expect(seen).toEqual([
      [{ timeoutMs: 5 }],
      [
        { token, challengeId: "C1", consents: { medication: true, surgery: false } },
        expect.objectContaining({ id: "OQSsiquc01res_face" }),
        { timeoutMs: 9000 },
      ],
    ]);
    expect(checkIn.answer.validity).toBe("valid");
    expect(checkIn.consents.medication?.kind).toBe("medication");
    expect(answer.acknowledged()).toBe(0);
    await checkIn.acknowledge();
    expect(answer.acknowledged()).toBe(1);
  });

  test("without a choice none is sent", async () => {
    const { client, seen } = counter(checkInXml);
    await client.card.checkIn(challenge, token);
    expect(seen[0]?.[0]).toEqual({ token, challengeId: "C1", consents: {} });
  });

  test("a message that failed is an error here, because somebody is waiting for it", async () => {
    const { client } = counter(edit(checkInXml, ["<SegmentOfResult>1<", "<SegmentOfResult>9<"]));
    await expect(client.card.checkIn(challenge, token)).rejects.toMatchObject({ code: "centre.failed" });
  });
});
