import { concat, fromHex, OnshiError, toHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CardInProcess,
  dangerouslyTransmit,
  inProcessSource,
  type MyNumberCard,
  pcscSource,
  readerAbilities,
  waitForCard,
} from "../../src/index.ts";
import { failure, failureOf, request, testCertificate } from "../card/test-card.ts";
import { forbiddenAmong } from "./closed-list.ts";

const digestInfo = "3031300D060960864801650304020105000420";

/** Everything the package itself may ever send, written by hand over hexadecimal text. */
const known: readonly RegExp[] = [
  /^00A4040C0AD392F000260100000001$/,
  /^00A4020C0200(06|08|0A|0B|17|18)$/,
  /^00B0(86|88|8A|8B)00(..|00....)$/,
  /^00B0[0-7]...(..|00....)$/,
  /^002000(98|80)(043[0-9]3[0-9]3[0-9]3[0-9])?$/,
  new RegExp(`^802A00(97|80)33${digestInfo}.{64}00$`),
  /^00C00000..$/,
];

/** A card that answers anything at all, and remembers what reached it. */
function oddCard(answers: readonly Uint8Array[]): { readonly card: CardInProcess; readonly commands: Uint8Array[] } {
  const commands: Uint8Array[] = [];
  const nothing = (): void => undefined;
  return {
    commands,
    card: {
      atr: fromHex("3B00"),
      powerOn: nothing,
      powerOff: nothing,
      reset: nothing,
      transmit: (command) => {
        commands.push(Uint8Array.from(command));
        return answers[(commands.length - 1) % answers.length] ?? fromHex("9000");
      },
    },
  };
}

const statusWords = fc.constantFrom(
  "9000",
  "9000",
  "9000",
  "63C3",
  "63C1",
  "6982",
  "6A82",
  "6A86",
  "6700",
  "6110",
  "6C20",
);
const answer = fc.oneof(
  statusWords.map(fromHex),
  fc.tuple(fc.uint8Array({ maxLength: 40 }), statusWords).map(([data, word]) => concat(data, fromHex(word))),
  fc.constant(concat(testCertificate(), fromHex("9000"))),
);

const name = fc.oneof(
  fc.constantFrom("D3921000310001010408", "D3921000310001010401", "D392100031", "D392", "D3", "D392F000260100000001"),
  fc.uint8Array({ maxLength: 16 }).map(toHex),
);
const lengthOf = (hex: string): string => (hex.length / 2).toString(16).padStart(2, "0");
const select = fc
  .tuple(fc.constantFrom("00", "00", "80", "0C", "10", "01"), fc.constantFrom("04", "04", "00", "02", "08"), name)
  .map(([cla, p1, aid]) => fromHex(`${cla}A4${p1}0C${lengthOf(aid)}${aid}`));
const apdu = fc.oneof(
  select,
  fc.constant(fromHex("00A4040C0AD392F000260100000001")),
  fc
    .constantFrom(
      "00B0810000",
      "00B2010C00",
      "00B1000104",
      "00A4020C020001",
      "00A4020C02001B",
      "0020009804FFFFFFFF",
      "0020009B06414243313233",
      "00200080",
      "0024019804FFFFFFFF",
      `802A009A33${digestInfo}${"00".repeat(32)}00`,
      `802A008033${digestInfo}${"00".repeat(32)}00`,
      "0070000001",
      "00C2000002A400",
    )
    .map(fromHex),
  fc.uint8Array({ maxLength: 40 }),
);

type Call = (card: MyNumberCard) => Promise<unknown>;
const pin = fc.oneof(fc.constantFrom("1234", "９１８２", "", "ABC123"), fc.string(), fc.uint8Array({ maxLength: 8 }));
const challenge = fc.uint8Array({ minLength: 0, maxLength: 70 });
const plainCall: fc.Arbitrary<Call> = fc.oneof(
  fc.constant<Call>((card) => card.userAuthentication()),
  fc.constant<Call>((card) => card.caCertificate()),
  fc.constant<Call>((card) => card.certificateAvailability()),
  fc.constant<Call>((card) => card.kind()),
  fc.constant<Call>((card) => card.pinStatus()),
  pin.map(
    (given): Call =>
      (card) =>
        card.userAuthentication({ pin: given, allowLastTry: true }),
  ),
  fc.tuple(pin, challenge, fc.boolean()).map(
    ([given, bytes, asked]): Call =>
      (card) =>
        card.authenticate({ ...request, challenge: bytes }, { pin: asked ? () => given : given }),
  ),
);
const rawCall = fc.array(apdu, { maxLength: 6 }).map(
  (commands): Call =>
    async (card) =>
      card[dangerouslyTransmit]?.(async (transmit) => {
        for (const command of commands) await transmit(command).catch(() => undefined);
      }),
);

async function sent(
  calls: readonly Call[],
  answers: readonly Uint8Array[],
  raw: boolean,
): Promise<readonly Uint8Array[]> {
  const { card, commands } = oddCard(answers);
  const source = inProcessSource([{ name: "A", card }]);
  const session = await waitForCard({
    source,
    abilities: readerAbilities(),
    ...(raw && { [dangerouslyTransmit]: true }),
  });
  for (const call of calls) {
    await call(session).catch((error: unknown) => {
      if (!OnshiError.is(error)) throw error;
    });
  }
  await session.close();
  return commands;
}

const answers = fc.array(answer, { minLength: 1, maxLength: 12 });

test("whatever is called and whatever the card answers, only known commands reach it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(plainCall, { maxLength: 5 }), answers, async (calls, given) => {
      for (const command of await sent(calls, given, false)) {
        expect(known.some((pattern) => pattern.test(toHex(command)))).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("raw commands of any kind reach nothing that is closed, and never precede a SELECT by name", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(rawCall, plainCall), { maxLength: 5 }), answers, async (calls, given) => {
      expect(forbiddenAmong(await sent(calls, given, true))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("the judge above tells the two apart", () => {
  const select = "00A4040C0AD392F000260100000001";
  const judged = (...commands: readonly string[]): readonly string[] => forbiddenAmong(commands.map(fromHex));
  for (const closed of [
    "00A4040C05D392100031",
    "00A4040C02D392",
    "80A4040C0AD3921000310001010408",
    "00A4040C00",
    "00A4020C020001",
    "00B0810000",
    "0020009B06414243313233",
    "002401980435363738",
    `802A009A33${digestInfo}${"00".repeat(32)}00`,
    `802A009733${"00".repeat(51)}00`,
    "00B1000104",
    "00B2010C00",
  ]) {
    expect(judged(select, closed)).toEqual([closed]);
  }
  expect(judged(select, "00B08A0000", "00B0010000", "00A4020C020018", "0020008004FFFFFFFF", "00200098")).toEqual([]);
});

test("an option that pretends to open more is refused, and nothing is sent", async () => {
  const { card, commands } = oddCard([]);
  const source = inProcessSource([{ name: "A", card }]);
  const profile = { application: "D3921000310001010408", certificateFile: 1, pinFile: 0x1b };
  for (const options of [{ profile }, { allowed: [] }, { pinFile: 0x1b }, { Reader: "A" }]) {
    const opened = waitForCard({ source, wait: false, ...options });
    expect(await failureOf(opened)).toMatchObject({
      code: "config.invalid",
      details: { field: Object.keys(options)[0] },
    });
  }
  expect(commands).toEqual([]);
});

test("a source that shows a way to the card, or is not one of ours, opens none", async () => {
  const { card } = oddCard([]);
  const source = inProcessSource([{ name: "A", card }]);
  expect(Object.keys(source).filter((name) => /connect|transmit|channel/i.test(name))).toEqual([]);
  for (const other of [{ ...source }, Object.create(source) as typeof source, new Proxy(source, {})]) {
    expect(await failure(waitForCard({ source: other, wait: false }))).toBe("config.invalid");
  }
});

test.each(["pcsc", "__proto__", "constructor", "PCSC-MINI", ""])("an adapter that does not exist: %j", (adapter) => {
  expect(() => pcscSource({ adapter: adapter as "pcsclite" })).toThrow("config.invalid");
});

test("without the option there is no such method", async () => {
  const source = inProcessSource([{ name: "A", card: oddCard([]).card }]);
  const session = await waitForCard({ source });
  expect(session[dangerouslyTransmit]).toBeUndefined();
});
