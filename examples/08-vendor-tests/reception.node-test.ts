/** The same with the runner of Node: `node --conditions=onshi-source --import tsx --test examples/08-vendor-tests/reception.node-test.ts`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { OnshiClient } from "@onshi/core";
import { manualClock, scriptedTransport, testConsent } from "@onshi/core/testing";
import { shownAtTheDesk } from "./reception.ts";

await test("a person the centre does not find has to be checked", async () => {
  const transport = scriptedTransport({
    answers: {
      OQSsiquc01req: ({ body }) => ({
        message: {
          header: { segmentOfResult: "completed" },
          body: {
            processingResultStatus: "completed",
            qualificationValidity: body.inquiry.number === "0005678" ? "notFound" : "valid",
          },
        },
      }),
    },
  });
  const onshi = new OnshiClient({ institutionCode: "9910000000", transport });
  const question = { insurerNumber: "990010", number: "0005678", birthdate: "1980-01-31" };
  assert.deepEqual(await shownAtTheDesk(onshi, question), { text: "要確認" });
});

await test("a consent ends by the clock", async () => {
  const clock = manualClock("2026-11-20T09:15:00+09:00");
  const transport = scriptedTransport({
    answers: { TKKsiquc01req: { message: { header: { segmentOfResult: "completed" }, body: { resultCode: "1" } } } },
  });
  const onshi = new OnshiClient({ institutionCode: "9910000000", transport, clock });
  const consent = testConsent("checkup", { insurerNumber: "990010", number: "0005678" }, { clock });
  assert.equal((await onshi.checkups.results(consent)).outcome, "delivered");
  await clock.advance(25 * 60 * 60 * 1000);
  await assert.rejects(onshi.checkups.results(consent), { code: "consent.expired" });
});
