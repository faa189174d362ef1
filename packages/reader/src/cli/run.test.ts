import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { request, testCard, type TestCardOptions, testCertificate } from "../../test/card/test-card.ts";
import { inProcessSource, type InProcessSlot } from "../channel/in-process.ts";
import { sourceFor } from "./card-source.ts";
import type { CliIo } from "./output.ts";
import { run } from "./run.ts";

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Lines of the JSON contract. */
  readonly lines: readonly Record<string, unknown>[];
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function onshiCard(
  args: readonly string[],
  slots: readonly InProcessSlot[],
  io: Partial<CliIo> = {},
): Promise<Outcome> {
  let [out, err] = ["", ""];
  const code = await run(
    args,
    {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      system: { locale: "ja-JP", version: "0.0.0-test" },
      readPin: () => bytes("1234"),
      signal: new AbortController().signal,
      ...io,
    },
    async () => inProcessSource(slots),
  );
  const lines = args.includes("--json")
    ? out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    : [];
  return { code, out, err, lines };
}

const withCard = (options?: TestCardOptions): readonly InProcessSlot[] => [{ name: "A", card: testCard(options) }];
const challenge = Buffer.from(request.challenge).toString("base64");
const sign = ["sign", "--audience", request.audience, "--challenge", challenge];

describe("the commands", () => {
  test("list", async () => {
    const { code, lines } = await onshiCard(["list", "--json"], [...withCard(), { name: "B" }]);
    expect([code, lines]).toEqual([
      0,
      [
        { v: 1, type: "reader", name: "A", cardPresent: true },
        { v: 1, type: "reader", name: "B", cardPresent: false },
      ],
    ]);
  });

  test("status", async () => {
    const json = await onshiCard(["status", "--json"], withCard({ pinTries: 2 }));
    expect([json.code, json.lines]).toMatchObject([
      0,
      [
        {
          v: 1,
          type: "status",
          reader: "A",
          pin: { remaining: 2 },
          certificate: { validUntil: "2029-04-10", environment: "test" },
        },
      ],
    ]);
    const text = await onshiCard(["status", "--reader", "A"], [...withCard(), { name: "B", card: testCard() }]);
    expect(text.out).toContain("残り3回");
    expect((await onshiCard(["status"], withCard({ pinTries: 0 }))).code).toBe(1);
  });

  test("certificate, as facts, PEM and JSON", async () => {
    expect((await onshiCard(["certificate"], withCard())).out).toContain("2024-05-01 – 2029-04-10");
    const pem = await onshiCard(["certificate", "--pem"], withCard());
    expect(new X509Certificate(pem.out).raw).toEqual(Buffer.from(testCertificate()));
    const { lines } = await onshiCard(["certificate", "--json"], withCard());
    expect(lines).toMatchObject([
      {
        v: 1,
        type: "certificate",
        size: 1700,
        der: Buffer.from(testCertificate()).toString("base64"),
        notAfter: "2029-04-10T14:59:59.000Z",
      },
    ]);
  });

  test("sign, with the PIN from a descriptor or from the terminal", async () => {
    const descriptors: number[] = [];
    const readPin = (descriptor: number): Uint8Array => (descriptors.push(descriptor), bytes("1234"));
    const plain = await onshiCard([...sign, "--pin-fd", "3"], withCard(), { readPin });
    expect([plain.code, descriptors, JSON.parse(plain.out)]).toMatchObject([
      0,
      [3],
      { format: "onshi-card:1.0", algorithm: "RS256" },
    ]);
    const prompts: string[] = [];
    const askPin = async (prompt: string): Promise<Uint8Array> => (prompts.push(prompt), bytes("1234"));
    const json = await onshiCard([...sign, "--json"], withCard({ pinTries: 2 }), { askPin });
    expect(json.lines).toMatchObject([{ v: 1, type: "token", token: { algorithm: "RS256" } }]);
    expect(prompts).toEqual([expect.stringContaining("残り2回")]);
  });

  test("transcript: every step, and nothing in it that is the patient's", async () => {
    const { code, lines } = await onshiCard(["transcript", "--json"], withCard());
    expect(code).toBe(0);
    expect(lines[1]).toEqual({
      v: 1,
      type: "transcript",
      step: "command",
      command: "00A4040C 0AD392F000260100000001",
      response: "9000",
    });
    const text = await onshiCard(["transcript"], withCard());
    expect(text.out).toMatch(/^begin\n00A4040C .*→ 9000\n/);
    expect(text.out).toMatch(/00B08A00 000000 → ‹1700 bytes› 9000/);
    expect(text.out).not.toContain(Buffer.from(testCertificate().slice(0, 8)).toString("hex").toUpperCase());
  });

  test("a phone: its state without a PIN, its certificate with one", async () => {
    const phone = withCard({ profile: "android" });
    const status = await onshiCard(["status", "--json"], phone);
    expect([status.code, status.lines]).toEqual([
      0,
      [{ v: 1, type: "status", reader: "A", kind: "android", pin: { remaining: 3 } }],
    ]);
    expect((await onshiCard(["certificate"], phone)).code).toBe(1);
    expect((await onshiCard(["certificate", "--pin-fd", "3"], phone)).out).toContain("2029-04-10");
  });

  test("help", async () => {
    const { code, out } = await onshiCard(["--help"], []);
    expect([code, out]).toEqual([0, expect.stringContaining("使い方: onshi-card")]);
    const english = await onshiCard(["sign", "--help", "--lang", "en"], []);
    expect(english.out).toContain("Usage: onshi-card sign");
    expect(english.out).toMatch(/--pin-fd N[^]*npx/);
    expect((await onshiCard(["help", "doctor"], [])).out).toContain("点検");
    expect((await onshiCard(["--help", "--lang", "de"], [])).code).toBe(2);
  });

  test("version", async () => {
    expect(await onshiCard(["--version"], [])).toMatchObject({ code: 0, out: "0.0.0-test\n" });
  });

  test.each([["list"], ["status"], ["doctor"], ["transcript"], ["list", "--json"], ["status", "--json"]])(
    "a reader whose name gives orders to the terminal: %s",
    async (...args) => {
      const name = "A\u001b[2J\u009b31m\r\n✓ fine\u202e";
      const { out, err } = await onshiCard(args, [{ name, card: testCard() }]);
      // oxlint-disable-next-line no-control-regex -- control characters are the matter here
      expect(out + err).not.toMatch(/[\0-\u0008\u000b-\u001f\u007f-\u009f\u202e]|^✓ fine/m);
      if (!args.includes("transcript")) expect(out).toContain("\\u009b31m");
    },
  );
});

describe("exit codes and errors", () => {
  test.each<[string, readonly string[], readonly InProcessSlot[], number, string]>([
    ["no reader", ["status"], [], 3, "card.readerMissing"],
    ["no card", ["status"], [{ name: "A" }], 3, "card.absent"],
    ["two cards", ["status"], [...withCard(), { name: "B", card: testCard() }], 2, "card.readerAmbiguous"],
    ["blocked", [...sign, "--pin-fd", "3"], withCard({ pinTries: 0 }), 1, "pin.blocked"],
    ["last try", [...sign, "--pin-fd", "3"], withCard({ pinTries: 1 }), 1, "pin.lastTry"],
    ["wrong PIN", [...sign, "--pin-fd", "3"], withCard({ pin: "9876" }), 1, "pin.wrong"],
    [
      "no certificate",
      ["certificate"],
      withCard({ quirks: { authenticationCertificate: "missing" } }),
      1,
      "card.certificateMissing",
    ],
    ["no terminal and no descriptor", sign, withCard(), 2, "config.invalid"],
    ["no audience", ["sign", "--challenge", challenge, "--pin-fd", "3"], withCard(), 2, "config.invalid"],
    ["no challenge", ["sign", "--audience", request.audience, "--pin-fd", "3"], withCard(), 2, "config.invalid"],
    [
      "a path in the audience",
      ["sign", "--audience", "https://a.invalid/b", "--challenge", challenge, "--pin-fd", "3"],
      withCard(),
      2,
      "request.invalid",
    ],
    ["no command", [], withCard(), 2, "config.invalid"],
    ["unknown command", ["frobnicate"], withCard(), 2, "config.invalid"],
    ["unknown option", ["status", "--pin", "1234"], withCard(), 2, "config.invalid"],
    ["PIN as an argument", [...sign, "1234"], withCard(), 2, "config.invalid"],
    ["a descriptor that is not a number", [...sign, "--pin-fd", "abc"], withCard(), 2, "config.invalid"],
  ])("%s", async (_name, args, slots, code, error) => {
    const text = await onshiCard(args, slots);
    expect([text.code, text.out]).toEqual([code, ""]);
    const [japanese, english] = text.err.split("\n");
    expect(japanese).toMatch(/[ぁ-ん]/);
    expect(english).toMatch(new RegExp(`^${error}: `));
    expect(text.err).not.toContain("1234");
    const json = await onshiCard([...args, "--json"], slots);
    expect([json.code, json.err, json.lines]).toMatchObject([code, "", [{ v: 1, type: "error", code: error }]]);
  });

  test("the last try, allowed", async () => {
    const { code } = await onshiCard([...sign, "--pin-fd", "3", "--allow-last-try"], withCard({ pinTries: 1 }));
    expect(code).toBe(0);
  });

  test("a descriptor that cannot be read", async () => {
    const readPin = (): never => {
      throw new Error("EBADF");
    };
    const { code, err } = await onshiCard([...sign, "--pin-fd", "9"], withCard(), { readPin });
    expect([code, err]).toEqual([2, expect.stringMatching(/--pin-fd[^]*npx/)]);
  });

  test("a person who gives up", async () => {
    const { code, err } = await onshiCard(sign, withCard(), { askPin: async () => undefined });
    expect([code, err]).toEqual([1, expect.stringContaining("pin.cancelled")]);
  });

  test("without a virtual card: the readers of PC/SC, of which nothing is loaded yet", async () => {
    const source = await sourceFor({ command: "list", json: false, reader: "auto", pem: false, allowLastTry: false });
    expect(Object.keys(source).sort()).toEqual(["changed", "close", "list"]);
    await source.close();
  });
});
