import { OnshiClient } from "@onshi/core";
import { httpTransport } from "@onshi/core/http";
import { type Mock, startMock } from "@onshi/mock-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tlsTestCa } from "../../packages/mock-server/src/pki/index.ts";
import { inProcessSource, waitForCard } from "@onshi/reader";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

describe("what belongs to the simulated centre", () => {
  test("its certificates are refused by a transport that was not told to test", () => {
    const real = { ...mock.webOptions, institutionCode: "1310000007", testOnly: false };
    const refused = (field: string) =>
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) });
    expect(() => httpTransport(real)).toThrow(refused("tls.ca"));
    const both = [tlsTestCa({ name: "other" }).certificate, mock.web.ca].join("");
    expect(() => httpTransport({ ...real, tls: { ...real.tls, ca: Buffer.from(both) } })).toThrow(refused("tls.ca"));
  });

  test("the ready options open both doors, and every answer is marked", async () => {
    const onshi = new OnshiClient({
      institutionCode: mock.web.institutionCode,
      transport: httpTransport(mock.webOptions),
    });
    const source = inProcessSource([{ name: "Reader", card: mock.card("insured-valid") }]);
    try {
      const answer = await onshi.eligibility.verify(mock.centre.persona("insured-valid").papers);
      expect(answer.source.isTest).toBe(true);
      const card = await waitForCard({ source, wait: false });
      const challenge = await onshi.card.challenge();
      const token = await card.authenticate(challenge, { pin: "1234" });
      expect((await onshi.card.checkIn(challenge, token)).answer.source.isTest).toBe(true);
      await card.close();

      let sent = 0;
      const real = new OnshiClient({
        institutionCode: "1310000007",
        transport: {
          route: "bare",
          format: "json",
          charset: "utf-8",
          carriesFiles: false,
          carriesBulk: false,
          exchange: () => Promise.reject(new Error("not asked for")),
          card: {
            challenge: () => Promise.resolve(challenge),
            checkIn: () => Promise.reject(new Error(`sent ${++sent}`)),
          },
          close: () => Promise.resolve(),
        },
      });
      await expect(real.card.checkIn(challenge, token)).rejects.toMatchObject({
        code: "request.invalid",
        details: { field: "token" },
      });
      expect(sent).toBe(0);
    } finally {
      await onshi.close();
    }
  });
});
