import { describe, expect, expectTypeOf, test } from "vitest";
import { checkInXml, question } from "../../test/fakes/desk.ts";
import { OnshiError } from "../base/index.ts";
import { type CheckIn, type Onshi, OnshiClient } from "../client/index.ts";
import { folderTransport } from "../transports/index.ts";
import { createCodec, readXml } from "../wire/index.ts";
import { failingDisk, manualClock, scriptedTransport, testConsent } from "./index.ts";

const institutionCode = "9910000000";
const valid = {
  message: { header: { segmentOfResult: "completed" }, body: { qualificationValidity: "valid" } },
} as const;
const notFound = {
  message: { header: { segmentOfResult: "completed" }, body: { qualificationValidity: "notFound" } },
} as const;
const checkInMessage = createCodec().decode(
  "OQSsiquc01res_face",
  readXml(new TextEncoder().encode(checkInXml)).root,
).message;

describe("scriptedTransport", () => {
  test("one answer stands for every request, a list for one each", async () => {
    const transport = scriptedTransport({ answers: { OQSsiquc01req: [valid, notFound] } });
    const onshi = new OnshiClient({ institutionCode, transport });
    expect((await onshi.eligibility.verify(question)).validity).toBe("valid");
    expect((await onshi.eligibility.verify(question)).validity).toBe("notFound");
    await expect(onshi.eligibility.verify(question)).rejects.toThrow(/no answer for OQSsiquc01req \(request 3\)/);
    const steady = new OnshiClient({
      institutionCode,
      transport: scriptedTransport({ answers: { OQSsiquc01req: valid } }),
    });
    for (let call = 0; call < 3; call++) expect((await steady.eligibility.verify(question)).validity).toBe("valid");
  });

  test("an answer may be made of the request, which is kept as it was sent", async () => {
    const transport = scriptedTransport({
      answers: { OQSsiquc01req: ({ body }) => (body.inquiry.number === question.number ? valid : notFound) },
    });
    const onshi = new OnshiClient({ institutionCode, transport });
    expect((await onshi.eligibility.verify(question)).validity).toBe("valid");
    expect((await onshi.eligibility.verify({ ...question, number: "1" })).validity).toBe("notFound");
    expect(transport.sent.map(({ id }) => id)).toEqual(["OQSsiquc01req", "OQSsiquc01req"]);
    expect(transport.sent[0]?.message).toMatchObject({ body: { inquiry: { number: question.number } } });
  });

  test("after a time-out the next answer is the late one", async () => {
    const transport = scriptedTransport({ answers: { OQSsiquc01req: [{ error: "answer.timeout" }, valid] } });
    const onshi = new OnshiClient({ institutionCode, transport });
    await expect(onshi.eligibility.verify(question)).rejects.toMatchObject({ code: "answer.timeout" });
    const [pending] = await onshi.pending();
    expect((await onshi.eligibility.awaitAnswer(pending?.reference ?? "")).validity).toBe("valid");
  });

  test.each([
    ["a broken document", { xml: "<XmlMsg>" }, "wire.malformed"],
    ["a document of another kind", { xml: "<XmlMsg><MessageHeader/></XmlMsg>" }, "wire.missing"],
    ["an error of a transport", { error: new OnshiError("folder.full", { folder: "req" }) }, "folder.full"],
  ] as const)("%s", async (_name, answer, code) => {
    const onshi = new OnshiClient({
      institutionCode,
      transport: scriptedTransport({ answers: { OQSsiquc01req: answer } }),
    });
    await expect(onshi.eligibility.verify(question)).rejects.toMatchObject({ code });
  });

  test("a file comes as a file", async () => {
    const clock = manualClock();
    const transport = scriptedTransport({ answers: { YZKsiquc01req: { pdf: new Uint8Array([37, 80, 68, 70]) } } });
    const onshi = new OnshiClient({ institutionCode, transport, clock });
    const consent = testConsent("medication", question, { clock });
    const { pdf } = await onshi.medication.historyPdf(consent, { from: "2026-05", to: "2026-11" });
    expect(pdf).toEqual(new Uint8Array([37, 80, 68, 70]));
  });

  test("a check-in comes until it is acknowledged, a later one wakes who waits", async () => {
    const transport = scriptedTransport({ checkIns: [checkInMessage] });
    const onshi = new OnshiClient({ institutionCode, transport });
    for await (const checkIn of onshi.checkIns()) {
      expect(checkIn.answer.validity).toBe("valid");
      break;
    }
    const seen: CheckIn[] = [];
    const reading = (async () => {
      for await (const checkIn of onshi.checkIns()) {
        await checkIn.acknowledge();
        if (seen.push(checkIn) === 2) break;
      }
    })();
    await new Promise((resolve) => setImmediate(resolve));
    transport.checkIn(checkInMessage);
    await reading;
    expect(seen).toHaveLength(2);
  });

  test("a waiting iteration ends with its signal and with the client", async () => {
    const transport = scriptedTransport();
    const onshi = new OnshiClient({ institutionCode, transport });
    const stop = new AbortController();
    const read = async (options: { readonly signal?: AbortSignal }): Promise<number> => {
      let count = 0;
      for await (const { answer } of onshi.checkIns(options)) count += answer.validity === "valid" ? 1 : 0;
      return count;
    };
    const aborted = read({ signal: stop.signal });
    const closed = read({});
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect(await aborted).toBe(0);
    await onshi.close();
    expect(await closed).toBe(0);
    expect(transport.isClosed).toBe(true);
  });

  test("a real number does not leave: it is a test centre", async () => {
    const onshi = new OnshiClient({
      institutionCode,
      transport: scriptedTransport({ answers: { OQSsiquc01req: valid } }),
    });
    const failure = onshi.eligibility.verify({ ...question, insurerNumber: "060010" });
    await expect(failure).rejects.toMatchObject({ code: "request.invalid" });
    expect(() => new OnshiClient({ institutionCode: "1310000000", transport: scriptedTransport() })).toThrow(
      /config.invalid/,
    );
  });

  test("a script for a message nobody knows is a mistake at once", () => {
    expect(() => scriptedTransport({ answers: { OQSsiquc99req: valid } as never })).toThrow(/wire.unexpectedMessage/);
  });
});

describe("testConsent", () => {
  test("opens a call until it ends", async () => {
    const clock = manualClock();
    const transport = scriptedTransport({
      answers: { YZKsiquc01req: { message: { header: { segmentOfResult: "completed" }, body: { resultCode: "1" } } } },
    });
    const onshi = new OnshiClient({ institutionCode, transport, clock });
    const consent = testConsent("medication", question, { clock });
    const months = { from: "2026-05", to: "2026-11" };
    expect((await onshi.medication.history(consent, months)).outcome).toBe("delivered");
    await clock.advance(24 * 60 * 60 * 1000 + 1000);
    await expect(onshi.medication.history(consent, months)).rejects.toMatchObject({ code: "consent.expired" });
  });

  test.each([
    ["kind", () => testConsent("everything" as never, question)],
    ["person.insurerNumber", () => testConsent("medication", { ...question, insurerNumber: "060010" })],
    ["institutionCode", () => testConsent("medication", question, { institutionCode: "1310000000" })],
    ["usableUntil", () => testConsent("medication", question, { usableUntil: new Date("never") })],
    ["givenAt", () => testConsent("medication", question, { givenAt: new Date("never"), usableUntil: new Date() })],
  ])("a wrong %s is refused, a real number too", (field, make) => {
    expect(make).toThrow(
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) }),
    );
  });
});

test("failingDisk breaks on demand under the real transport", async () => {
  const [disk, clock] = [failingDisk(), manualClock()];
  const transport = folderTransport({ req: "/req", res: "/res", disk, clock, testOnly: true });
  const onshi = new OnshiClient({ institutionCode, transport, clock });
  disk.fail("create", "/req", "ENOSPC");
  await expect(onshi.eligibility.verify(question)).rejects.toMatchObject({ code: "folder.full" });
  await onshi.close();
});

test("a clock starts at an instant or not at all", () => {
  expect(() => manualClock("tomorrow")).toThrow(/config.invalid.*start/);
});

test("the client is what the interface says, and so is a fake", () => {
  expectTypeOf<OnshiClient>().toExtend<Onshi>();
  expectTypeOf<Onshi["eligibility"]>().toEqualTypeOf<OnshiClient["eligibility"]>();
  const fake: Pick<Onshi, "pending"> = { pending: () => Promise.resolve([]) };
  expect(fake).toBeDefined();
});
