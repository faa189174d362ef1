import { describe, expect, test } from "vitest";
import { checkInXml, desk, fullAnswer, question } from "../../test/fakes/desk.ts";
import { incoming, MemoryTransport } from "../../test/fakes/memory-transport.ts";
import { type CardToken, OnshiError } from "../base/index.ts";
import { applyOverlay, declarations, parseOverlay } from "../messages/index.ts";
import type { CardDoor, Transport } from "../transports/index.ts";
import { encodeText } from "../wire/charset/encode-text.ts";
import { createCodec } from "../wire/index.ts";
import { memorySiteStore, OnshiClient, type OnshiClientOptions } from "./index.ts";
import { assertBytesFit } from "./test-guard.ts";

const testCode = "9910000000";
const realCode = "1310000007";
const realInsurer = "138057";

/** A client for real or for tests, whose card door takes every token. */
function program(testOnly: boolean, options: Partial<OnshiClientOptions> = {}) {
  const transport = new MemoryTransport(() => incoming("OQSsiquc01res", fullAnswer), testOnly);
  const tokens: unknown[] = [];
  const card: Partial<CardDoor> = {
    checkIn: ({ token }) => {
      tokens.push(token);
      return Promise.resolve(incoming("OQSsiquc01res_face", checkInXml));
    },
  };
  const client = new OnshiClient({
    institutionCode: testOnly ? testCode : realCode,
    transport: Object.assign(transport, { card: card as CardDoor }),
    site: memorySiteStore(),
    ...options,
  });
  return { client, transport, tokens };
}

async function refusal(call: Promise<unknown>): Promise<Pick<OnshiError, "code" | "details" | "vendorMessage">> {
  return call.then(
    () => expect.fail("was not refused"),
    (error: unknown) => (OnshiError.is(error) ? error : expect.fail(String(error))),
  );
}

describe("a test institution never at a real centre, a real one never at a test centre", () => {
  test.each([
    ["the test prefecture without testOnly", testCode, undefined],
    ["the test prefecture with testOnly: false", testCode, false],
    ["a code that could be real with testOnly", realCode, true],
    ["the first prefecture with testOnly", "0110000000", true],
    ["the last prefecture with testOnly", "4710000000", true],
    ["no prefecture", "4810000000", false],
    ["no prefecture with testOnly", "0010000000", true],
  ])("%s", (_, institutionCode, testOnly) => {
    const transport: Transport = {
      route: "bare",
      format: "xml",
      charset: "utf-8",
      carriesFiles: false,
      carriesBulk: false,
      exchange: () => Promise.reject(new Error()),
      close: () => Promise.resolve(),
      ...(testOnly !== undefined && { testOnly }),
    };
    const make = (): unknown => new OnshiClient({ institutionCode, transport });
    expect(make).toThrow(expect.objectContaining({ code: "config.invalid", details: expect.anything() }));
    expect(make).toThrow(/"institutionCode".*testOnly: true/);
    expect(make).not.toThrow(institutionCode);
  });

  test.each(["true", 1, 0, null, {}])("a transport with an unclear testOnly: %j", (testOnly) => {
    const transport = Object.assign(new MemoryTransport(), { testOnly: testOnly as boolean });
    expect(() => new OnshiClient({ institutionCode: testCode, transport })).toThrow(/"transport\.testOnly"/);
  });
});

/** Calls with an insurer number, and where it stands. */
const calls: readonly (readonly [string, string, (client: OnshiClient, insurerNumber: string) => Promise<unknown>])[] =
  [
    [
      "eligibility.verify",
      "insurerNumber",
      (client, insurerNumber) => client.eligibility.verify({ ...question, insurerNumber }),
    ],
    [
      "eligibility.verifyMany",
      "[1].insurerNumber",
      (client, insurerNumber) => {
        const neither = { ...question, insurerNumber: "480010" };
        return client.eligibility.verifyMany([neither, { ...question, insurerNumber }]);
      },
    ],
    [
      "referenceNumbers.register",
      "insurerNumber",
      (client, insurerNumber) =>
        client.referenceNumbers.register({ referenceNumber: "1", insurerNumber, number: "0005678" }),
    ],
    [
      "send",
      "insurerNumber",
      (client, insurerNumber) =>
        client.send("OQSsiimm01req", {
          header: { institutionCode: "4810000000" },
          body: { registration: { referenceNumber: "1", insurerNumber: insurerNumber.padStart(8), number: "1" } },
        }),
    ],
    [
      "sendRaw, XML",
      "InsurerNumber",
      (client, insurerNumber) =>
        client.sendRaw(
          "OQSsiabc01req",
          encodeText(
            `<?xml version="1.0" encoding="Shift_JIS"?><XmlMsg><A>試験</A><B><InsurerNumber>  ${insurerNumber}</InsurerNumber></B></XmlMsg>`,
            "shift_jis",
          ) ?? expect.fail(),
        ),
    ],
    [
      "sendRaw, JSON",
      "InsurerNumber",
      (client, insurerNumber) =>
        client.sendRaw(
          "OQSsiabc01req",
          Buffer.from(JSON.stringify({ XmlMsg: { List: [{ InsurerNumber: insurerNumber }] } })),
        ),
    ],
  ];

describe("an insurer number of a test never leaves to a real centre, one that could be real never to a test centre", () => {
  test.each(calls)("%s", async (_, field, call) => {
    for (const [testOnly, insurerNumber] of [
      [false, "990010"],
      [true, realInsurer],
    ] as const) {
      const { client, transport } = program(testOnly);
      const error = await refusal(call(client, insurerNumber));
      expect(error).toMatchObject({ code: "request.invalid", details: { label: "保険者番号" } });
      expect(error.details.field?.endsWith(field), error.details.field).toBe(true);
      expect(error.vendorMessage).toContain("testOnly: true");
      expect(error.vendorMessage).not.toContain(insurerNumber);
      expect(transport.requests).toEqual([]);
      expect(await client.pending()).toEqual([]);
    }
  });

  test.each(calls)("%s: the right ones leave, and so do numbers that are neither", async (_, _field, call) => {
    for (const [testOnly, insurerNumber] of [
      [false, realInsurer],
      [true, "990010"],
      [false, "480010"],
      [true, "480010"],
    ] as const) {
      const { client, transport } = program(testOnly);
      await call(client, insurerNumber).catch(() => undefined);
      expect(transport.requests).toHaveLength(1);
    }
  });

  test("an institution in the header of a message that is sent as it is", async () => {
    const { client, transport } = program(false);
    const message = {
      header: { institutionCode: testCode },
      body: { registration: { referenceNumber: "1", insurerNumber: `  ${realInsurer}`, number: "1" } },
    };
    expect(await refusal(client.send("OQSsiimm01req", message))).toMatchObject({
      code: "request.invalid",
      details: { field: "institutionCode", label: "医療機関コード" },
    });
    expect(transport.requests).toEqual([]);
  });

  test("unreadable bytes are sent as the caller wants", async () => {
    const { client, transport } = program(false);
    await client.sendRaw("OQSsiabc01req", Buffer.from("<InsurerNumber>990010")).catch(() => undefined);
    expect(transport.requests).toHaveLength(1);
  });

  test("bytes by the tags of an overlay", () => {
    const overlay = parseOverlay({
      onshiOverlay: 1,
      source: "made up",
      changes: [
        {
          do: "renameElement",
          message: "OQSsiimm01req",
          path: "MessageBody/ReferenceNumberRegistrationInfo/InsurerNumber",
          to: "HknjaNum",
        },
      ],
    });
    const { declarations: layouts } = createCodec(applyOverlay(declarations, overlay));
    const bytes = Buffer.from(JSON.stringify({ HknjaNum: "990010" }));
    expect(() => assertBytesFit(new MemoryTransport(undefined, false), layouts, bytes)).toThrow(/"HknjaNum"/);
  });
});

describe("a test card never at a real centre, a real one never at a test centre", () => {
  const token = (certificate: string): CardToken => ({
    format: "onshi-card:1.0",
    unverifiedCertificate: btoa(certificate),
    algorithm: "RS256",
    signature: "AA==",
    appVersion: "test/0",
  });
  const challenge = { id: "C", challenge: new Uint8Array(32), audience: "https://localhost", expiresAt: new Date() };

  test.each([
    ["a test card at a real centre", false, "0..O=JPKI-TEST"],
    ["another card at a test centre", true, "0..O=JPKI"],
    ["no certificate at a test centre", true, ""],
  ])("%s", async (_, testOnly, certificate) => {
    const { client, tokens } = program(testOnly);
    expect(await refusal(client.card.checkIn(challenge, token(certificate)))).toMatchObject({
      code: "request.invalid",
      details: { field: "token" },
    });
    expect(tokens).toEqual([]);
  });

  test("each where it belongs", async () => {
    const [real, forTests] = [program(false), program(true)];
    await real.client.card.checkIn(challenge, token("O=JPKI"));
    await forTests.client.card.checkIn(challenge, token("O=JPKI-TEST"));
    expect([real.tokens, forTests.tokens].map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe("answers of a test centre say so", () => {
  test("and those of a real one do not", async () => {
    for (const [testOnly, mark] of [
      [true, true],
      [false, undefined],
    ] as const) {
      const { client, transport } = program(testOnly);
      transport.pushed = [incoming("OQSsiquc01res_face", checkInXml)];
      for await (const { answer } of client.checkIns()) expect(answer.source.isTest).toBe(mark);
      const raw = await client.sendRaw("OQSsiabc01req", Buffer.from("x"));
      expect(raw.source.isTest).toBe(mark);
      expect("isTest" in raw.source).toBe(testOnly);
    }
  });

  test("in the answer to a question", async () => {
    expect((await desk().client.eligibility.verify(question)).source.isTest).toBe(true);
  });
});
