import { describe, expect, test } from "vitest";
import { edit } from "../../../test/fakes/desk.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { incoming, MemoryTransport, type Received, type Reply } from "../../../test/fakes/memory-transport.ts";
import { golden } from "../../../test/golden.ts";
import { zipOf } from "../../../test/fakes/zip.ts";
import { OnshiError } from "../../base/index.ts";
import { sourceOfBytes } from "../../wire/index.ts";
import { memorySiteStore, OnshiClient, type BulkEligibilityQuestion } from "../index.ts";
import type { SiteArea, SiteStore } from "../site/store.ts";

const number = "2026112000001";
const text = (name: string): string => new TextDecoder().decode(golden(name));

const header = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<XmlMsg><MessageHeader><MedicalInstitutionCode>9910000000</MedicalInstitutionCode>${inside}</MessageHeader>`;
const receipt = (body: string, head = ""): string => `${header(head)}<MessageBody>${body}</MessageBody></XmlMsg>`;
const taken = receipt(
  `<ReceptionNumber>${number}</ReceptionNumber><ReceptionDateTime>20261120180000</ReceptionDateTime>`,
);
const unit = (id: string, birthdate = "19800131", validity = "1"): string => `<BulkConfirmUnit>
<QualificationConfirmSearchInfo><InsurerNumber>  990010</InsurerNumber><Birthdate>${birthdate}</Birthdate>
<ArbitraryIdentifier>${id}</ArbitraryIdentifier></QualificationConfirmSearchInfo>
<ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>${validity}</QualificationValidity></BulkConfirmUnit>`;
const result = (segment: string, units: string, reception = number): string =>
  `${header(`<ReceptionNumber>${reception}</ReceptionNumber><SegmentOfResult>${segment}</SegmentOfResult>
<NumberOfProcessingResult>2</NumberOfProcessingResult><NumberOfNormalProcessing>2</NumberOfNormalProcessing>
<NumberOfError>0</NumberOfError>`)}<MessageBody>${units}</MessageBody></XmlMsg>`;
const processing = result("2", "");
const done = result("1", unit("a") + unit("b", "19900101", "4"));

const people: readonly BulkEligibilityQuestion[] = [
  { insurerNumber: "990010", number: "1", birthdate: "1980-01-31", arbitraryIdentifier: "a" },
  { insurerNumber: "990010", number: "2", birthdate: "1990-01-01", arbitraryIdentifier: "b" },
];

interface World {
  readonly client: OnshiClient;
  readonly transport: MemoryTransport;
  readonly clock: ManualClock;
  readonly site: SiteStore;
  readonly answers: Received[];
}

const timedOut = new OnshiError("answer.timeout", { reference: "R", waitedMs: 0 });

/** A desk whose exchanges bring these documents one after the other. */
function world(documents: readonly (string | Received | OnshiError)[], site: SiteStore = memorySiteStore()): World {
  const queue = [...documents];
  const answers: Received[] = [];
  const reply: Reply = ({ id }) => {
    const next = queue.shift();
    if (next === undefined) return Promise.reject(timedOut);
    if (OnshiError.is(next)) return Promise.reject(next);
    const answer = typeof next === "string" ? incoming(id.replace(/req$/, "res"), next) : next;
    answers.push(answer);
    return answer;
  };
  const transport = new MemoryTransport(reply);
  const clock = new ManualClock("2026-11-20T18:00:00+09:00");
  let count = 0;
  const random = { bytes: (length: number) => new Uint8Array(length).fill(++count) };
  const client = new OnshiClient({ institutionCode: "9910000000", transport, clock, random, site });
  return { client, transport, clock, site, answers };
}

async function collect<Answer>(answers: AsyncIterable<Answer>): Promise<readonly Answer[]> {
  const all: Answer[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}

async function record(site: SiteStore): Promise<Record<string, unknown> | undefined> {
  const name = (await entries(site))[0];
  const bytes = name === undefined ? undefined : await site.read("journal", name);
  return bytes && fields(bytes);
}

/** The entries about requests, without the digests that belong to them. */
async function entries(site: SiteStore): Promise<readonly string[]> {
  return (await site.list("journal")).filter((name) => !name.startsWith("units-"));
}

const fields = (bytes: Uint8Array): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(bytes).split("\n")[0] ?? "") as Record<string, unknown>;

const failure = async (work: Promise<unknown>): Promise<OnshiError> => {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (OnshiError.is(error)) return error;
  throw new Error("nothing was refused");
};

describe("submitting", () => {
  test("is in the journal before it leaves, and its number before the receipt goes", async () => {
    const site = memorySiteStore();
    const seen: unknown[] = [];
    const { client, transport, answers } = world([taken], {
      ...site,
      write: async (area, name, bytes) => {
        const { state, receptionNumber } = area === "keys" ? {} : fields(bytes);
        if (state !== undefined)
          seen.push([state, receptionNumber, transport.requests.length, answers[0]?.acknowledged()]);
        await site.write(area, name, bytes);
      },
    });
    const bulk = await client.eligibility.verifyMany(people);
    expect(seen).toEqual([
      ["sending", undefined, 0, undefined],
      ["waiting", number, 1, 0],
    ]);
    expect(answers[0]?.acknowledged()).toBe(1);
    expect(bulk).toMatchObject({ receptionNumber: number, receivedAt: "2026-11-20T18:00:00+09:00" });
    expect(transport.options[0]?.reference).toBe((await record(site))?.["reference"]);
  });

  test("sends the hand-typed request, byte for byte the same elements", async () => {
    const { client, transport } = world([taken]);
    await client.eligibility.verifyMany(people, { confirmationDate: "2026-11-21" });
    const sent = transport.sent[0] ?? "";
    expect(sent).toContain("<QualificationConfirmationDate>20261121</QualificationConfirmationDate>");
    expect(sent.match(/<QualificationConfirmSearchInfo>/g)).toHaveLength(2);
    expect(text("OQSmuquc01req_full.xml")).toContain("<QualificationConfirmSearchInfo>");
  });

  test("without identifiers the place in the list is one", async () => {
    const { client, transport } = world([taken]);
    await client.eligibility.verifyMany(people.map(({ arbitraryIdentifier: _own, ...person }) => person));
    expect(transport.sent[0]?.match(/(?<=<ArbitraryIdentifier>).*?(?=<)/g)).toEqual(["1", "2"]);
  });

  const [first, second] = people as [BulkEligibilityQuestion, BulkEligibilityQuestion];
  test.each<readonly [string, unknown, string]>([
    ["no list", undefined, "people"],
    ["an empty list", [], "people"],
    ["an entry that is not an object", [first, null], "people[1]"],
    ["an insurer number of five digits", [first, { ...second, insurerNumber: "99001" }], "people[1].insurerNumber"],
    ["an impossible birth date", [{ ...first, birthdate: "1980-02-30" }], "people[0].birthdate"],
    ["a birth date to come", [first, { ...second, birthdate: "2026-11-21" }], "people[1].birthdate"],
    ["no number", [{ ...first, number: "" }], "people[0].number"],
    ["a branch of one digit", [first, { ...second, branch: "1" }], "people[1].branch"],
    ["a long symbol", [{ ...first, symbol: "x".repeat(21) }], "people[0].symbol"],
    ["a control character", [{ ...first, number: "1\u0000" }], "people[0].number"],
    ["one identifier twice", [first, { ...second, arbitraryIdentifier: "a" }], "people[1].arbitraryIdentifier"],
    [
      "an identifier that is somebody's place",
      [first, { ...second, arbitraryIdentifier: "1" }, first],
      "people[2].arbitraryIdentifier",
    ],
    ["a long identifier", [{ ...first, arbitraryIdentifier: "x".repeat(51) }], "people[0].arbitraryIdentifier"],
    [
      "a day that does not exist in the held certificate",
      [{ ...first, heldLimitCertificate: { validFrom: "2026-02-30" } }],
      "people[0].limitCertificate.validFrom",
    ],
  ])("refuses %s and names it; nothing leaves, nothing is noted", async (_, list, field) => {
    const { client, transport, site } = world([taken]);
    const error = await failure(client.eligibility.verifyMany(list as typeof people));
    expect([error.code, error.details.field]).toEqual(["request.invalid", field]);
    expect(transport.requests).toEqual([]);
    expect(await site.list("journal")).toEqual([]);
  });

  test("needs a site", async () => {
    const { transport } = world([taken]);
    const client = new OnshiClient({ institutionCode: "9910000000", transport });
    expect(await failure(client.eligibility.verifyMany(people))).toMatchObject({
      code: "config.invalid",
      details: { field: "site" },
    });
  });

  test("does not leave when the journal cannot be written", async () => {
    const { client, transport } = world([taken], {
      ...memorySiteStore(),
      write: () => Promise.reject(new Error("ENOSPC")),
    });
    expect((await failure(client.eligibility.verifyMany(people))).code).toBe("site.failed");
    expect(transport.requests).toEqual([]);
  });

  test("keeps the receipt when the journal cannot be written afterwards", async () => {
    const site = memorySiteStore();
    let writes = 0;
    const { client, answers } = world([taken], {
      ...site,
      write: (...entry) =>
        entry[0] === "journal" && ++writes === 3 ? Promise.reject(new Error("ENOSPC")) : site.write(...entry),
    });
    const error = await failure(client.eligibility.verifyMany(people));
    expect(error).toMatchObject({ code: "site.failed", details: { reference: expect.any(String) as string } });
    expect(answers[0]?.acknowledged()).toBe(0);
  });

  test.each([
    [new OnshiError("folder.missing", { folder: "req" }), 0],
    [new OnshiError("folder.rejected", { folder: "res", fileName: "x.err" }), 0],
    [new OnshiError("call.aborted"), 0],
    [new OnshiError("call.aborted", { reference: "R" }), 1],
    [timedOut, 1],
    [new OnshiError("http.outcomeUnknown"), 1],
  ] as const)("after %s the journal knows %i requests", async (error, count) => {
    const { client, site } = world([error]);
    expect((await failure(client.eligibility.verifyMany(people))).code).toBe(error.code);
    expect(await entries(site)).toHaveLength(count);
    expect(await site.list("journal")).toHaveLength(count * 2);
  });

  test.each([
    ["a failed message", receipt("", "<SegmentOfResult>9</SegmentOfResult><ErrorCode>SIMB9E</ErrorCode>")],
    ["a code without a segment", receipt("", "<ErrorCode>SIMB9E</ErrorCode>")],
    [
      "a failed reception",
      receipt("<ProcessingResultStatus>2</ProcessingResultStatus><ProcessingResultCode>SIMB9E</ProcessingResultCode>"),
    ],
  ])("is refused by the centre with %s", async (_, answer) => {
    const { client, site } = world([answer]);
    const error = await failure(client.eligibility.verifyMany(people));
    expect(error).toMatchObject({ code: "centre.failed", details: { centreCode: "SIMB9E" } });
    expect(await record(site)).toMatchObject({ state: "failed", centreCode: "SIMB9E" });
  });

  test.each([
    ["no number", receipt(""), "wire.missing"],
    [
      "another request's receipt",
      edit(taken, ["<MessageHeader>", "<MessageHeader><ArbitraryFileIdentifier>X</ArbitraryFileIdentifier>"]),
      "answer.mismatch",
    ],
  ])("does not accept %s", async (_, answer, code) => {
    const { client, answers, site } = world([answer]);
    expect((await failure(client.eligibility.verifyMany(people))).code).toBe(code);
    expect(answers[0]?.acknowledged()).toBe(0);
    expect(await record(site)).toMatchObject({ state: "sending" });
  });
});

describe("waiting", () => {
  test("asks again with a new file until the result is there, pausing longer each time", async () => {
    const { client, transport, clock, answers } = world([taken, processing, processing, done]);
    const bulk = await client.eligibility.verifyMany(people);
    const reading = collect(bulk);
    await clock.advance(4999);
    expect(transport.requests).toHaveLength(2);
    await clock.advance(1);
    expect(transport.requests).toHaveLength(3);
    await clock.advance(9999);
    expect(transport.requests).toHaveLength(3);
    await clock.advance(1);
    const all = await reading;
    expect(all.map(({ arbitraryIdentifier, validity }) => [arbitraryIdentifier, validity])).toEqual([
      ["a", "valid"],
      ["b", "notFound"],
    ]);
    expect(new Set(transport.options.map(({ reference }) => reference)).size).toBe(4);
    expect(answers.map((answer) => answer.acknowledged())).toEqual([1, 1, 1, 1]);
    expect(bulk.progress).toEqual({
      state: "delivered",
      asked: 2,
      polls: 3,
      total: 2,
      completed: 2,
      errors: 0,
      delivered: 2,
    });
  });

  test("ends with the caller's signal, and the request stays", async () => {
    const { client, clock, site } = world([taken, processing]);
    const stop = new AbortController();
    const bulk = await client.eligibility.verifyMany(people, { signal: stop.signal });
    const ended = failure(collect(bulk));
    await clock.advance(100);
    stop.abort();
    expect((await ended).code).toBe("call.aborted");
    expect(await record(site)).toMatchObject({ state: "waiting" });
  });

  test("ends when the client is closed", async () => {
    const { client, clock } = world([taken, processing]);
    const ended = failure(collect(await client.eligibility.verifyMany(people)));
    await clock.advance(100);
    await client.close();
    expect((await ended).code).toBe("transport.closed");
  });

  const twice = unit("a") + unit("a");
  test.each([
    ["another number", result("1", unit("a"), "999"), "answer.mismatch"],
    ["an identifier that was not asked", result("1", unit("z")), "answer.mismatch"],
    ["another birth date", result("1", unit("a", "19800201")), "answer.mismatch"],
    ["one person twice", result("1", twice), "wire.duplicate"],
    [
      "two decisions in one unit",
      result(
        "1",
        edit(unit("a"), [
          "<QualificationValidity>",
          "<QualificationValidity>2</QualificationValidity><QualificationValidity>",
        ]),
      ),
      "wire.duplicate",
    ],
    ["a failure of the centre", result("9", ""), "centre.failed"],
    ["no outcome", edit(done, ["<SegmentOfResult>1</SegmentOfResult>", ""]), "wire.missing"],
    [
      "a code without outcome",
      edit(done, ["<SegmentOfResult>1</SegmentOfResult>", "<ErrorCode>SIMB9E</ErrorCode>"]),
      "centre.failed",
    ],
  ])("delivers nobody from a result with %s", async (_, answer, code) => {
    const { client, answers } = world([taken, answer]);
    const bulk = await client.eligibility.verifyMany(people);
    expect((await failure(collect(bulk))).code).toBe(code);
    expect(bulk.progress.delivered).toBe(0);
    expect(answers[1]?.acknowledged()).toBe(0);
  });

  test.each([
    ["XML", (xml: Uint8Array) => ({ format: "stream", of: "xml", source: sourceOfBytes(xml) }) as const],
    [
      "zip",
      (xml: Uint8Array) =>
        ({ format: "stream", of: "zip", source: sourceOfBytes(zipOf("OQSmuquc02res_1.xml", xml)) }) as const,
    ],
    ["zip in memory", (xml: Uint8Array) => ({ format: "zip", bytes: zipOf("OQSmuquc02res_1.xml", xml) }) as const],
  ])("reads %s where it lies", async (_, content) => {
    const answer = incoming("OQSmuquc02res", done, content(new TextEncoder().encode(done)));
    const { client } = world([taken, answer]);
    expect(await collect(await client.eligibility.verifyMany(people))).toHaveLength(2);
  });

  test("a file that is broken at its end delivers nobody", async () => {
    const cut = new TextEncoder().encode(done.slice(0, -20));
    const answer = incoming("OQSmuquc02res", done, { format: "stream", of: "xml", source: sourceOfBytes(cut) });
    const { client } = world([taken, answer]);
    const bulk = await client.eligibility.verifyMany(people);
    expect((await failure(collect(bulk))).code).toBe("wire.malformed");
    expect(bulk.progress.delivered).toBe(0);
  });

  test("shows one person's error without costing the others", async () => {
    const refused = edit(unit("a"), ["<ProcessingResultStatus>1", "<ProcessingResultStatus>2"]);
    const { client } = world([taken, result("1", refused + unit("b", "19900101"))]);
    const all = await collect(await client.eligibility.verifyMany(people));
    expect(all.map(({ validity }) => validity)).toEqual(["notProcessed", "valid"]);
  });
});

describe("a crash", () => {
  test("before the receipt was read: it is found by the reference in the journal", async () => {
    const first = world([timedOut]);
    await failure(first.client.eligibility.verifyMany(people));
    const second = world([taken, done], first.site);
    const [pending] = await second.client.eligibility.pendingBulks();
    if (!pending) expect.fail("nothing pending");
    expect(pending).toMatchObject({ state: "sending", count: 2 });
    const bulk = await second.client.eligibility.resumeMany(pending);
    expect(second.transport.asked).toEqual([["OQSmuquc01req", pending.reference]]);
    expect(bulk.receptionNumber).toBe(number);
    expect(await collect(bulk)).toHaveLength(2);
    expect(await second.client.eligibility.pendingBulks()).toEqual([]);
  });

  test("in the middle of the answers: everything comes again, from the same file", async () => {
    const first = world([taken, done]);
    for await (const answer of await first.client.eligibility.verifyMany(people)) {
      expect(answer.arbitraryIdentifier).toBe("a");
      break;
    }
    expect(first.answers[1]?.acknowledged()).toBe(0);
    const second = world([done], first.site);
    const bulk = await second.client.eligibility.resumeMany(number);
    expect(await collect(bulk)).toHaveLength(2);
    expect(second.transport.requests).toEqual([]);
    expect(second.answers[0]?.acknowledged()).toBe(1);
  });

  test("the file is gone: it is requested again", async () => {
    const first = world([taken, done]);
    for await (const answer of await first.client.eligibility.verifyMany(people)) {
      expect(answer.source.messageId).toBe("OQSmuquc02res");
      break;
    }
    const second = world([new OnshiError("answer.timeout", { waitedMs: 0 }), done], first.site);
    expect(await collect(await second.client.eligibility.resumeMany(number))).toHaveLength(2);
    expect(second.transport.requests).toHaveLength(1);
  });

  test("the journal is gone: the number alone is enough only if the caller accepts that nothing can be checked", async () => {
    const { client, site, transport } = world([done]);
    const refused = await client.eligibility.resumeMany(number);
    expect((await failure(collect(refused))).code).toBe("answer.unchecked");
    expect(transport.requests).toEqual([]);
    const odd = { acceptUnchecked: "yes" as unknown as boolean };
    expect((await failure(client.eligibility.resumeMany(number, odd))).code).toBe("config.invalid");
    const bulk = await client.eligibility.resumeMany(number, { acceptUnchecked: true });
    expect(await collect(bulk)).toHaveLength(2);
    expect(await record(site)).toMatchObject({ state: "delivered", receptionNumber: number });
  });

  const strange: readonly (readonly [string, string, string])[] = [
    ["an identifier that was not asked", result("1", unit("z")), "answer.mismatch"],
    ["another birth date", result("1", unit("a", "19800201")), "answer.mismatch"],
    ["another insurer", result("1", edit(unit("a"), ["  990010", "  990028"])), "answer.mismatch"],
    ["one person twice", result("1", unit("a") + unit("a")), "wire.duplicate"],
  ];
  test.each(strange)("another program days later delivers nobody from a result with %s", async (_, answer, code) => {
    const first = world([taken]);
    await first.client.eligibility.verifyMany(people);
    const { client, answers } = world([answer], first.site);
    expect((await failure(collect(await client.eligibility.resumeMany(number)))).code).toBe(code);
    expect(answers[0]?.acknowledged()).toBe(0);
  });

  test("what is kept for the check names nobody, and reveals nothing without the site's key", async () => {
    const { client, site } = world([taken]);
    await client.eligibility.verifyMany(people);
    const texts = await Promise.all(
      (await site.list("journal")).map(async (name) =>
        new TextDecoder().decode((await site.read("journal", name)) ?? new Uint8Array()),
      ),
    );
    for (const person of people) {
      for (const value of [person.insurerNumber, person.birthdate, person.birthdate.replaceAll("-", "")])
        expect(texts.join()).not.toContain(value);
    }
    // Without the key the same site cannot check any more, and says so.
    for (const name of await site.list("keys")) await site.remove("keys", name);
    const later = world([done], site);
    expect((await failure(collect(await later.client.eligibility.resumeMany(number)))).code).toBe("answer.unchecked");
  });

  test("a damaged entry of the journal hides no other", async () => {
    const { client, site } = world([taken]);
    await client.eligibility.verifyMany(people);
    await site.write("journal", "bulk-BROKEN.json", new TextEncoder().encode("{"));
    expect(await client.eligibility.pendingBulks()).toHaveLength(1);
    const told = await client.pending();
    expect(told.map(({ state, reference }) => [state, reference])).toEqual([
      ["waiting", expect.any(String)],
      ["damaged", "BROKEN"],
    ]);
    expect(await site.list("journal")).toContain("bulk-BROKEN.json");
  });

  test("an entry that was altered counts as damaged", async () => {
    const { client, site } = world([taken]);
    await client.eligibility.verifyMany(people);
    const [name = ""] = await entries(site);
    const text = new TextDecoder().decode((await site.read("journal", name)) ?? new Uint8Array());
    await site.write("journal", name, new TextEncoder().encode(text.replace(number, "2026112000009")));
    expect((await client.pending()).map(({ state }) => state)).toEqual(["damaged"]);
  });

  test("another institution's and another kind's requests are not shown", async () => {
    const first = world([taken]);
    await first.client.eligibility.verifyMany(people);
    const other = new OnshiClient({ institutionCode: "9910000001", transport: first.transport, site: first.site });
    expect(await other.eligibility.pendingBulks()).toEqual([]);
    expect(await first.client.referenceNumbers.pendingBulks()).toEqual([]);
  });
});

describe("finished requests", () => {
  test("are not read to know what is pending, however many there are", async () => {
    const site = memorySiteStore();
    const { transport } = world([...Array.from({ length: 20 }, () => [taken, done]).flat(), taken]);
    const client = new OnshiClient({ institutionCode: "9910000000", transport, site });
    for (let count = 0; count < 20; count++) await collect(await client.eligibility.verifyMany(people));
    await client.eligibility.verifyMany(people);
    const reads: string[] = [];
    const counting = { ...site, read: (area: SiteArea, name: string) => (reads.push(name), site.read(area, name)) };
    const other = world([], counting);
    expect(await other.client.eligibility.pendingBulks()).toHaveLength(1);
    expect(reads).toHaveLength(1);
  });

  test("stay for 30 days, or as long as the client says, and are then removed", async () => {
    const { client, site, clock } = world([taken, done]);
    await collect(await client.eligibility.verifyMany(people));
    await clock.advance(29 * day);
    await client.pending();
    expect(await site.list("journal")).toHaveLength(2);
    await clock.advance(2 * day);
    await client.pending();
    expect(await site.list("journal")).toEqual([]);
  });

  test("an unfinished request stays, however old", async () => {
    const { client, site, clock } = world([taken]);
    await client.eligibility.verifyMany(people);
    await clock.advance(400 * day);
    expect(await client.pending()).toHaveLength(1);
    expect(await site.list("journal")).toHaveLength(2);
  });

  test.each([0, -1, 1.5, NaN, Infinity, "30"])("a retention of %j days is refused", (days) => {
    const { transport } = world([]);
    const journalRetentionDays = days as number;
    const make = (): OnshiClient => new OnshiClient({ institutionCode: "9910000000", transport, journalRetentionDays });
    expect(make).toThrow(
      expect.objectContaining({
        code: "config.invalid",
        details: expect.objectContaining({ field: "journalRetentionDays" }),
      }),
    );
  });

  test("files are open a few at a time", async () => {
    const site = memorySiteStore();
    for (let index = 0; index < 2000; index++)
      await site.write("journal", `bulk-R${index}.json`, new TextEncoder().encode("{"));
    let [open, most] = [0, 0];
    const counting: SiteStore = {
      ...site,
      read: async (area, name) => {
        most = Math.max(most, ++open);
        await Promise.resolve();
        open--;
        return site.read(area, name);
      },
    };
    expect(await world([], counting).client.pending()).toHaveLength(2000);
    expect(most).toBeLessThanOrEqual(16);
  });
});

const day = 24 * 60 * 60 * 1000;
