import { describe, expect, test, vi } from "vitest";
import { desk, edit, fullAnswer, question } from "../../test/fakes/desk.ts";
import { ManualClock } from "../../test/fakes/manual-clock.ts";
import { MemoryTransport } from "../../test/fakes/memory-transport.ts";
import { OnshiError } from "../base/index.ts";
import type { Overlay } from "../messages/index.ts";
import { type EligibilityQuestion, OnshiClient } from "./index.ts";

const failure = async (more: object, drop: readonly string[] = []): Promise<OnshiError> => {
  const { client, transport } = desk();
  const asked = Object.fromEntries(Object.entries({ ...question, ...more }).filter(([name]) => !drop.includes(name)));
  const error: unknown = await client.eligibility
    .verify(asked as unknown as EligibilityQuestion)
    .catch((caught: unknown) => caught);
  expect(transport.requests).toEqual([]);
  if (!OnshiError.is(error)) throw new Error("the question was taken");
  return error;
};

describe("verify refuses before anything is sent, and names the field", () => {
  test.each([undefined, null, "06990014", 1])("no question at all: %s", async (nothing) => {
    const { client, transport } = desk();
    await expect(client.eligibility.verify(nothing as never)).rejects.toMatchObject({
      code: "request.invalid",
      details: { field: "question" },
    });
    expect(transport.requests).toEqual([]);
  });

  const long = "9".repeat(21);
  test.each<readonly [string, keyof EligibilityQuestion, unknown]>([
    ["five digits", "insurerNumber", "99001"],
    ["seven digits", "insurerNumber", "9900101"],
    ["nine digits", "insurerNumber", "069900141"],
    ["three digits", "insurerNumber", "990"],
    ["letters", "insurerNumber", "99001A"],
    ["full width", "insurerNumber", "９９００１０"],
    ["a hyphen", "insurerNumber", "99-0010"],
    ["a blank inside", "insurerNumber", "990 010"],
    ["nothing", "insurerNumber", ""],
    ["a number", "insurerNumber", 990010],
    ["a symbol of 21 characters", "symbol", long],
    ["a symbol of blanks", "symbol", "　 "],
    ["a symbol in two lines", "symbol", "12\n34"],
    ["a number of 21 characters", "number", long],
    ["no number", "number", ""],
    ["a number of a blank", "number", " "],
    ["a number with NUL", "number", "5678\u0000"],
    ["a number that is a number", "number", 5678],
    ["one digit", "branch", "1"],
    ["three digits", "branch", "001"],
    ["full width", "branch", "０１"],
    ["a letter", "branch", "0a"],
    ["a number", "branch", 1],
    ["a day that does not exist", "birthdate", "1980-02-30"],
    ["a month that does not exist", "birthdate", "1980-13-01"],
    ["the wire's form", "birthdate", "19800131"],
    ["slashes", "birthdate", "1980/01/31"],
    ["a Japanese year", "birthdate", "昭和55年1月31日"],
    ["a time", "birthdate", "1980-01-31T00:00:00Z"],
    ["a Date", "birthdate", new Date("1980-01-31")],
    ["nothing", "birthdate", ""],
    ["tomorrow in Japan", "birthdate", "2026-11-21"],
    ["a day that does not exist", "confirmationDate", "2026-11-31"],
    ["the wire's form", "confirmationDate", "20261120"],
    ["a text", "limitCertificate", "consented"],
    ["a number", "limitCertificate", 1],
    ["the wire's code", "limitCertificate", "0"],
    ["51 characters", "arbitraryIdentifier", "x".repeat(51)],
    ["nothing", "arbitraryIdentifier", ""],
  ])("%s as %s", async (_, field, value) => {
    const error = await failure({ [field]: value });
    expect(error).toMatchObject({ code: "request.invalid", details: { field }, responsible: "desk" });
    // The desk reads the name of its screen, the vendor the property.
    expect(error.operatorMessage).toMatch(/^「[^a-z]+」/);
    expect(error.operatorMessage).not.toContain(field);
    expect(error.vendorMessage).toContain(`"${field}"`);
    const said = `${error.message} ${error.operatorMessage} ${JSON.stringify(error)}`;
    if (typeof value === "string" && value.length > 4) expect(said).not.toContain(value);
  });

  test.each(["insurerNumber", "number", "birthdate"])(
    "an empty %s is reported as missing, not as too long",
    async (field) => {
      for (const value of ["", " ", null]) {
        const { operatorMessage, vendorMessage, details } = await failure({ [field]: value });
        expect(details).toMatchObject({ field, variant: "missing" });
        expect(operatorMessage).toMatch(/^「[^a-z]+」が入力されていません/);
        expect(operatorMessage).not.toContain("以内");
        expect(vendorMessage).toMatch(/is missing or empty/);
        expect(vendorMessage).not.toContain("at most");
      }
    },
  );

  test.each([
    ["a number", 5678, /文字列/, /a string of/],
    ["a line break", "00\n05", /改行/, /line breaks/],
    ["too long", "1".repeat(21), /20文字以内/, /at most 20 characters/],
  ])("%s as number: the text says what is wrong with it", async (_, number, ja, en) => {
    const error = await failure({ number });
    expect(error.operatorMessage).toMatch(ja);
    expect(error.vendorMessage).toMatch(en);
  });

  test.each(["insurerNumber", "number", "birthdate"])("no %s", async (field) => {
    expect(await failure({}, [field])).toMatchObject({ code: "request.invalid", details: { field } });
  });
});

describe("what is sent", () => {
  const sent = async (more: Partial<EligibilityQuestion>): Promise<string> => {
    const { client, transport } = desk();
    await client.eligibility.verify({ ...question, ...more }).catch(() => undefined);
    return transport.sent[0] ?? "nothing";
  };

  test("is the whole request, canonical", async () => {
    expect(await sent({ limitCertificate: true, arbitraryIdentifier: "P1" })).toBe(
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<XmlMsg>
  <MessageHeader>
    <QualificationConfirmationDate>20261120</QualificationConfirmationDate>
    <MedicalInstitutionCode>9910000000</MedicalInstitutionCode>
    <ArbitraryFileIdentifier>0000000000000000</ArbitraryFileIdentifier>
  </MessageHeader>
  <MessageBody>
    <QualificationConfirmSearchInfo>
      <InsurerNumber>  990010</InsurerNumber>
      <InsuredCardSymbol>12-34</InsuredCardSymbol>
      <InsuredIdentificationNumber>0005678</InsuredIdentificationNumber>
      <InsuredBranchNumber>01</InsuredBranchNumber>
      <Birthdate>19560131</Birthdate>
      <LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>
      <ArbitraryIdentifier>P1</ArbitraryIdentifier>
    </QualificationConfirmSearchInfo>
  </MessageBody>
</XmlMsg>
`,
    );
  });

  test.each<readonly [string, Partial<EligibilityQuestion>, string | RegExp]>([
    ["no consent to the limit certificate unless it is said", {}, "ConsFlg>0<"],
    ["four digits", { insurerNumber: "9912" }, "<InsurerNumber>    9912<"],
    ["six digits with the padding of an answer", { insurerNumber: "  990010" }, "<InsurerNumber>  990010<"],
    ["eight digits", { insurerNumber: "06990014" }, "<InsurerNumber>06990014<"],
    ["no symbol for an empty one", { symbol: "" }, /^(?![^]*InsuredCardSymbol)/],
    ["no branch for an empty one", { branch: "" }, /^(?![^]*InsuredBranchNumber)/],
    ["a symbol as registered", { symbol: "１２・３４　" }, "<InsuredCardSymbol>１２・３４　<"],
    ["another day", { confirmationDate: "2026-12-01" }, "<QualificationConfirmationDate>20261201<"],
    ["a child born today", { birthdate: "2026-11-20" }, "<Birthdate>20261120<"],
  ])("%s", async (_, more, expected) => {
    expect(await sent(more)).toMatch(typeof expected === "string" ? new RegExp(expected) : expected);
  });

  test.each([
    ["2026-11-20T14:59:59Z", "20261120"],
    ["2026-11-20T15:00:00Z", "20261121"],
    ["2026-12-31T15:00:00Z", "20270101"],
  ])("at %s today is %s", async (now, day) => {
    const { client, transport } = desk(fullAnswer, { clock: new ManualClock(now) });
    await client.eligibility.verify(question);
    expect(transport.sent[0]).toContain(`<QualificationConfirmationDate>${day}<`);
  });

  test("with another identifier each time, by default", async () => {
    const { transport } = desk();
    const client = new OnshiClient({ institutionCode: "9910000000", transport });
    for (let count = 0; count < 5; count++) await client.eligibility.verify(question).catch(() => undefined);
    const identifiers = transport.sent.map((xml) => /<ArbitraryFileIdentifier>(\w{16})</.exec(xml)?.[1]);
    expect(new Set(identifiers).size).toBe(5);
    expect(identifiers).not.toContain(undefined);
  });

  test("an unencodable character names the caller's field", async () => {
    const refuse = new MemoryTransport(() => {
      throw new OnshiError("wire.unencodable", { field: "InsuredCardSymbol" });
    });
    const { client } = desk(fullAnswer, { transport: refuse });
    await expect(client.eligibility.verify(question)).rejects.toMatchObject({
      code: "wire.unencodable",
      details: { field: "symbol" },
    });
  });
});

describe("options of a call", () => {
  test("take precedence over the client's and reach the transport", async () => {
    const { client, transport } = desk(fullAnswer, { timeoutMs: 7000 });
    const { signal } = new AbortController();
    await client.eligibility.verify(question);
    await client.eligibility.verify(question, { timeoutMs: 5, signal });
    await client.eligibility.verify(question, {});
    const reference = "0".repeat(20);
    expect(transport.options).toEqual([
      { timeoutMs: 7000, reference },
      { timeoutMs: 5, signal, reference },
      { timeoutMs: 7000, reference },
    ]);
    const bare = desk();
    await bare.client.eligibility.verify(question);
    expect(bare.transport.options).toEqual([{ reference }]);
  });

  test("an aborted call sends nothing", async () => {
    const { client, transport } = desk();
    const reason = new Error("stop");
    const call = client.eligibility.verify(question, { signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toMatchObject({ code: "call.aborted", details: {}, cause: reason });
    expect(transport.requests).toEqual([]);
  });

  test("an abort under way ends as the transport says", async () => {
    const ended = new OnshiError("call.aborted", { reference: "R1" });
    const transport = new MemoryTransport(
      (_, { signal }) => new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(ended))),
    );
    const controller = new AbortController();
    const call = desk(fullAnswer, { transport }).client.eligibility.verify(question, { signal: controller.signal });
    await vi.waitFor(() => expect(transport.requests).toHaveLength(1));
    controller.abort();
    await expect(call).rejects.toBe(ended);
  });
});

describe("a client", () => {
  test("closes its transport once and refuses further calls", async () => {
    const { client, transport } = desk();
    await client.close();
    await client.close();
    await client[Symbol.asyncDispose]();
    expect(transport.closed).toBe(1);
    for (const call of [
      () => client.eligibility.verify(question),
      () => client.eligibility.awaitAnswer("R1"),
      () => client.card.challenge(),
      () => client.checkIns().next(),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "transport.closed" });
    }
    expect([transport.requests, transport.asked]).toEqual([[], []]);
  });

  test("is made without touching the transport", () => {
    const { transport } = desk();
    expect([transport.requests, transport.closed]).toEqual([[], 0]);
  });

  const account = { exchange: () => undefined, institutionCode: "9910000000" };

  test.each<readonly [string, string, object]>([
    ["nine digits", "institutionCode", { institutionCode: "991000000" }],
    ["full width", "institutionCode", { institutionCode: "９９１０００００００" }],
    ["a number", "institutionCode", { institutionCode: 9910000000 }],
    ["nothing", "institutionCode", { institutionCode: undefined }],
    ["another one than the transport's", "institutionCode", { institutionCode: "9910000018", transport: account }],
    ["no transport", "transport", { transport: undefined }],
    ["something that is not a transport", "transport", { transport: {} }],
    ["no time", "timeoutMs", { timeoutMs: 0 }],
    ["negative time", "timeoutMs", { timeoutMs: -1 }],
    ["no number", "timeoutMs", { timeoutMs: Number.NaN }],
  ])("refuses %s as %s", (_, field, options) => {
    const { transport } = desk();
    const make = (): OnshiClient => new OnshiClient({ institutionCode: "9910000000", transport, ...options });
    expect(make).toThrow(
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) }),
    );
  });

  test.each([{}, { onshiOverlay: 1, source: "" }, { onshiOverlay: 1, source: "", changes: [{ do: "?" }] }])(
    "refuses the overlay %j, parsed or not",
    (overlay) => {
      expect(() => desk(fullAnswer, { overlay: overlay as never })).toThrow(
        expect.objectContaining({ code: "overlay.invalid" }),
      );
    },
  );

  test("uses the layout of its overlay, ids included", async () => {
    const overlay: Overlay = {
      onshiOverlay: 1,
      source: "試験",
      changes: [
        { do: "renameMessage", message: "OQSsiquc01req", to: "OQSsiabc01req" },
        { do: "renameElement", message: "OQSsiquc01res", path: "MessageBody/QualificationValidity", to: "Validity" },
      ],
    };
    const renamed = edit(fullAnswer, [/QualificationValidity>1<\/QualificationValidity/, "Validity>3</Validity"]);
    const { client, transport } = desk(renamed, { overlay });
    expect((await client.eligibility.verify(question)).validity).toBe("invalidNewerExists");
    await client.eligibility.awaitAnswer("R1", { acceptUnchecked: true });
    expect([transport.requests[0]?.id, transport.asked[0]?.[0]]).toEqual(["OQSsiabc01req", "OQSsiabc01req"]);
  });
});
