import { describe, expect, test } from "vitest";
import { desk, drugsXml, edit, fullAnswer, question } from "../../../test/fakes/desk.ts";
import { incoming, MemoryTransport } from "../../../test/fakes/memory-transport.ts";
import { OnshiError, systemRandom } from "../../base/index.ts";
import { memorySiteStore, OnshiClient, type SiteStore } from "../index.ts";

const timedOut = new OnshiError("answer.timeout", { reference: "R", waitedMs: 0 });

/** A program of a site whose transport answers with this, or not at all. */
function program(site: SiteStore | undefined, reply: string | OnshiError, messageId = "OQSsiquc01res") {
  const answer = typeof reply === "string" ? incoming(messageId, reply) : undefined;
  const transport = new MemoryTransport(() => answer ?? Promise.reject(reply));
  const client = new OnshiClient({
    institutionCode: "9910000000",
    transport,
    random: systemRandom,
    ...(site && { site }),
  });
  return { client, transport, answer };
}

/** A request that was sent by a program that is gone. */
async function lost(site: SiteStore): Promise<string> {
  const { client, transport } = program(site, timedOut);
  await expect(client.eligibility.verify(question)).rejects.toMatchObject({ code: "answer.timeout" });
  return transport.options[0]?.reference ?? "";
}

/** The hand-typed answer without the identifier of its request, which is random here. */
const own = fullAnswer.replace(/<ArbitraryFileIdentifier>.*?<\/ArbitraryFileIdentifier>/, "");

/** What makes an answer somebody else's. */
const strangers: readonly (readonly [string, string])[] = [
  [
    "another number",
    edit(own, [/(<QualificationConfirmSearchInfo>[^]*?<InsuredIdentificationNumber>)\d+/, "$10009999"]),
  ],
  ["another birth date", edit(own, [/(<QualificationConfirmSearchInfo>[^]*?<Birthdate>)\d+/, "$119560201"])],
  ["another insurer", edit(own, [/(<QualificationConfirmSearchInfo>[^]*?<InsurerNumber>)[ \d]+/, "$1  990028"])],
  ["another branch", edit(own, [/(<QualificationConfirmSearchInfo>[^]*?<InsuredBranchNumber>)\d+/, "$102"])],
  ["the identifier of another request", fullAnswer],
];

async function siteOfLost(): Promise<{ readonly site: SiteStore; readonly reference: string }> {
  const site = memorySiteStore();
  return { site, reference: await lost(site) };
}

describe("a late answer, in another process", () => {
  test("is delivered, and then nothing is pending", async () => {
    const { site, reference } = await siteOfLost();
    const { client, transport, answer } = program(site, own);
    expect(await client.pending()).toMatchObject([
      {
        reference,
        state: "waiting",
        call: "eligibility.verify",
        message: "OQSsiquc01req",
        submittedAt: expect.any(Date) as Date,
      },
    ]);
    const late = await client.eligibility.awaitAnswer(reference);
    expect(late.validity).toBe("valid");
    expect(late.source).not.toHaveProperty("isUnchecked");
    expect(transport.asked).toEqual([["OQSsiquc01req", reference]]);
    expect(answer?.acknowledged()).toBe(1);
    expect(await client.pending()).toEqual([]);
  });

  test.each(strangers)("is refused with %s, as verify refuses it, and stays", async (_name, xml) => {
    const { site, reference } = await siteOfLost();
    await expect(program(undefined, xml).client.eligibility.verify(question)).rejects.toMatchObject({
      code: "answer.mismatch",
    });
    const { client, answer } = program(site, xml);
    for (const options of [{}, { acceptUnchecked: true }])
      await expect(client.eligibility.awaitAnswer(reference, options)).rejects.toMatchObject({
        code: "answer.mismatch",
      });
    expect(answer?.acknowledged()).toBe(0);
    expect(await client.pending()).toHaveLength(1);
  });
});

describe("without a site", () => {
  test("the client that asked knows its question", async () => {
    let reply: string | OnshiError = timedOut;
    const transport = new MemoryTransport(() =>
      typeof reply === "string" ? incoming("OQSsiquc01res", reply) : Promise.reject(reply),
    );
    const client = new OnshiClient({ institutionCode: "9910000000", transport });
    await expect(client.eligibility.verify(question)).rejects.toMatchObject({ code: "answer.timeout" });
    const [pending] = await client.pending();
    reply = strangers[0]?.[1] ?? "";
    await expect(client.eligibility.awaitAnswer(pending?.reference ?? "")).rejects.toMatchObject({
      code: "answer.mismatch",
    });
    reply = own;
    expect((await client.eligibility.awaitAnswer(pending?.reference ?? "")).validity).toBe("valid");
  });

  test("cannot be checked, and nothing is taken unless that is accepted explicitly", async () => {
    const { client, transport, answer } = program(undefined, own);
    await expect(client.eligibility.awaitAnswer("R1")).rejects.toMatchObject({ code: "answer.unchecked" });
    expect(transport.asked).toEqual([]);
    for (const odd of ["true", 1, null, {}]) {
      const acceptUnchecked = odd as unknown as boolean;
      await expect(client.eligibility.awaitAnswer("R1", { acceptUnchecked })).rejects.toMatchObject({
        code: "config.invalid",
      });
    }
    const late = await client.eligibility.awaitAnswer("R1", { acceptUnchecked: true });
    expect(late.source.isUnchecked).toBe(true);
    expect(answer?.acknowledged()).toBe(1);
  });

  test("the question itself is enough", async () => {
    const { client } = program(undefined, own);
    expect((await client.eligibility.awaitAnswer("R1", { question })).source).not.toHaveProperty("isUnchecked");
    const stranger = { ...question, birthdate: "1980-01-31" };
    await expect(
      program(undefined, own).client.eligibility.awaitAnswer("R1", { question: stranger }),
    ).rejects.toMatchObject({
      code: "answer.mismatch",
    });
  });
});

describe("the note of a request", () => {
  test("is there before it leaves, and a request does not leave without it", async () => {
    const store = memorySiteStore();
    const { client, transport } = program({ ...store, write: () => Promise.reject(new Error("ENOSPC")) }, own);
    await expect(client.eligibility.verify(question)).rejects.toMatchObject({ code: "site.failed", isRetryable: true });
    expect(transport.requests).toEqual([]);

    const second = program(store, own);
    let noted: readonly string[] = [];
    const exchange = second.transport.exchange.bind(second.transport);
    second.transport.exchange = async (...call) => {
      noted = await store.list("journal");
      return exchange(...call);
    };
    await second.client.eligibility.verify(question);
    expect(noted).toHaveLength(1);
    expect(await store.list("journal")).toEqual([]);
  });

  test("reveals nothing about a person, nor that two requests are about the same one", async () => {
    const site = memorySiteStore();
    await lost(site);
    await lost(site);
    const texts = await Promise.all(
      (await site.list("journal")).map(async (name) => new TextDecoder().decode(await site.read("journal", name))),
    );
    for (const value of [question.insurerNumber, question.number, "5678", "1956", "12-34"])
      expect(texts.join()).not.toContain(value);
    const digests = texts.map((text) =>
      Object.values((JSON.parse(text.split("\n")[0] ?? "") as { keys: object }).keys),
    );
    expect(digests.flat().length).toBeGreaterThanOrEqual(8);
    expect(new Set(digests.flat()).size).toBe(digests.flat().length);
  });

  test.each([
    [new OnshiError("folder.full", { folder: "req" }), 0],
    [new OnshiError("folder.rejected", { folder: "res", fileName: "x.err" }), 0],
    [new OnshiError("call.aborted"), 0],
    [new OnshiError("call.aborted", { reference: "R", variant: "sent" }), 1],
    [timedOut, 1],
    [new OnshiError("transport.closed", { reference: "R", variant: "sent" }), 1],
    [new OnshiError("wire.malformed"), 1],
  ] as const)("after %s %i requests are pending", async (error, count) => {
    const { client } = program(memorySiteStore(), error);
    await expect(client.eligibility.verify(question)).rejects.toMatchObject({ code: error.code });
    expect(await client.pending()).toHaveLength(count);
  });

  test("does not outlive a failure at the centre", async () => {
    const failed = edit(own, ["<SegmentOfResult>1", "<SegmentOfResult>9"]);
    const { client } = program(memorySiteStore(), failed);
    await expect(client.eligibility.verify(question)).rejects.toMatchObject({ code: "centre.failed" });
    expect(await client.pending()).toEqual([]);
  });

  test("a hanging site costs no more than the call's time, and nothing leaves", async () => {
    const hanging = { ...memorySiteStore(), write: () => new Promise<never>(() => undefined) };
    const world = desk(own, { site: hanging, timeoutMs: 500 });
    const call = expect(world.client.eligibility.verify(question)).rejects.toMatchObject({ code: "site.failed" });
    await world.clock.advance(500);
    await call;
    expect(world.transport.requests).toEqual([]);
  });

  test("that is damaged is reported and kept; its answer can only be taken unchecked", async () => {
    const site = memorySiteStore();
    const reference = await lost(site);
    const [name = ""] = await site.list("journal");
    await site.write("journal", name, new TextEncoder().encode('{"v":1'));
    const { client } = program(site, own);
    expect(await client.pending()).toEqual([{ reference, state: "damaged" }]);
    await expect(client.eligibility.awaitAnswer(reference)).rejects.toMatchObject({ code: "answer.unchecked" });
    expect(await site.list("journal")).toEqual([name]);
    await client.eligibility.awaitAnswer(reference, { acceptUnchecked: true });
    expect(await client.pending()).toEqual([]);
  });

  test("goes after 30 days, when the terminal has long swept the answer", async () => {
    const world = desk(own, { site: memorySiteStore() });
    world.transport.exchange = () => Promise.reject(timedOut);
    await expect(world.client.eligibility.verify(question)).rejects.toMatchObject({ code: "answer.timeout" });
    expect(await world.client.pending()).toHaveLength(1);
    await world.clock.advance(31 * 24 * 60 * 60 * 1000);
    expect(await world.client.pending()).toEqual([]);
  });
});

describe("every call of a client", () => {
  test("notes what it sends, and its late answer is fetched by the same call only", async () => {
    const site = memorySiteStore();
    const { client } = program(site, timedOut);
    const entry = { referenceNumber: "000123", insurerNumber: "990010", number: "0005678" };
    await expect(client.referenceNumbers.register(entry)).rejects.toMatchObject({ code: "answer.timeout" });
    await expect(client.sendRaw("OQSsixyz01req", new Uint8Array([1]))).rejects.toMatchObject({
      code: "answer.timeout",
    });
    await expect(
      client.send("TKKsiquc01req", {
        header: { institutionCode: "9910000000", insurerNumber: "  990010", number: "0005678" },
        body: { fileCategory: "2" },
      }),
    ).rejects.toMatchObject({ code: "answer.timeout" });
    const pending = await client.pending();
    expect(new Set(pending.map(({ call }) => call))).toEqual(new Set(["referenceNumbers.register", "send", "sendRaw"]));
    const of = (name: string): string => pending.find(({ call }) => call === name)?.reference ?? "";

    const later = program(site, own);
    for (const reference of [of("send"), of("referenceNumbers.register")])
      await expect(later.client.eligibility.awaitAnswer(reference)).rejects.toMatchObject({ code: "request.invalid" });
    await expect(later.client.medication.awaitAnswer(of("send"))).rejects.toMatchObject({ code: "request.invalid" });
    expect(later.transport.asked).toEqual([]);

    const raw = program(site, "<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>", "OQSsixyz01res");
    const answer = await raw.client.awaitAnswer("OQSsixyz01req", of("sendRaw"));
    expect(raw.transport.asked).toEqual([["OQSsixyz01req", of("sendRaw")]]);
    await answer.acknowledge();
    expect(await raw.client.pending()).toHaveLength(2);
  });

  test("drug information of a program that was killed is there for the next one", async () => {
    const site = memorySiteStore();
    const { client, transport } = program(site, drugsXml, "YZKsiquc01res");
    await expect(client.medication.awaitAnswer("R1")).rejects.toMatchObject({ code: "answer.unchecked" });
    const late = await client.medication.awaitAnswer("R1", { acceptUnchecked: true });
    expect(late.drugs.length).toBeGreaterThan(0);
    expect(late.source.isUnchecked).toBe(true);
    expect(transport.asked).toEqual([["YZKsiquc01req", "R1"]]);
  });

  test("nothing is noted where no answer can come late", async () => {
    const site = memorySiteStore();
    const { transport } = program(site, timedOut);
    const http = {
      route: "bare",
      format: "json" as const,
      charset: "utf-8" as const,
      carriesFiles: false,
      carriesBulk: true,
      testOnly: true,
      exchange: transport.exchange.bind(transport),
      close: () => Promise.resolve(),
    };
    const client = new OnshiClient({ institutionCode: "9910000000", transport: http, site });
    await expect(client.eligibility.verify(question)).rejects.toMatchObject({ code: "answer.timeout" });
    expect(await client.pending()).toEqual([]);
  });
});
