/** The vendor's tests with vitest: `npx vitest run examples`. */
import { type EligibilityAnswer, type Onshi, OnshiClient } from "@onshi/core";
import { failingDisk, manualClock, scriptedTransport } from "@onshi/core/testing";
import { folderTransport } from "@onshi/core";
import { expect, test } from "vitest";
import { shownAtTheDesk } from "./reception.ts";

const question = { insurerNumber: "990010", number: "0005678", birthdate: "1980-01-31" };

test("a fake of the interface is enough for what the desk sees", async () => {
  const verify = (): Promise<EligibilityAnswer> => Promise.resolve({ validity: "invalid" } as EligibilityAnswer);
  const fake: Pick<Onshi, "eligibility"> = { eligibility: { verify } as unknown as Onshi["eligibility"] };
  expect(await shownAtTheDesk(fake, question)).toEqual({ text: "要確認" });
});

test("a script plays the centre, the client is the real one", async () => {
  const transport = scriptedTransport({
    answers: {
      OQSsiquc01req: {
        message: {
          header: { segmentOfResult: "completed" },
          body: { processingResultStatus: "completed", qualificationValidity: "valid" },
        },
      },
    },
  });
  const onshi = new OnshiClient({ institutionCode: "9910000000", transport });
  expect(await shownAtTheDesk(onshi, question)).toEqual({ text: "有効" });
  expect(transport.sent).toMatchObject([{ message: { body: { inquiry: { number: "0005678" } } } }]);
});

test("an answer that does not come in time can be had later", async () => {
  const transport = scriptedTransport({ answers: { OQSsiquc01req: [{ error: "answer.timeout" }] } });
  const onshi = new OnshiClient({ institutionCode: "9910000000", transport });
  const { later } = await shownAtTheDesk(onshi, question);
  expect(await onshi.pending()).toMatchObject([{ reference: later, call: "eligibility.verify" }]);
});

test("a full share is told to the desk in Japanese", async () => {
  const disk = failingDisk();
  disk.fail("create", "/req", "ENOSPC");
  const clock = manualClock();
  const transport = folderTransport({ req: "/req", res: "/res", disk, clock, testOnly: true });
  const onshi = new OnshiClient({ institutionCode: "9910000000", transport, clock });
  expect((await shownAtTheDesk(onshi, question)).text).toMatch(/空き容量/);
  await onshi.close();
});
