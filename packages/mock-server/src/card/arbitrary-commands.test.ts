import * as fc from "fast-check";
import { toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { parseCommand } from "./command-apdu.ts";
import { play, poweredCard, selectJpki, verifyPin } from "./scripted-card.fixture.ts";

const instructions = [0x20, 0x24, 0x2a, 0x84, 0xa2, 0xa4, 0xae, 0xb0, 0xca, 0xfc];

/** Commands that come close to meaning something, and noise. */
const command = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom(0x00, 0x80),
      fc.constantFrom(...instructions),
      fc.constantFrom(0, 1, 2, 3, 4, 5, 0x81, 0x8a, 0x9a),
      fc.constantFrom(0, 0x0c, 0x80, 0x81, 0x97, 0x98, 0x9a, 0x9b),
      fc.uint8Array({ maxLength: 36 }),
    )
    .map(([cla, ins, p1, p2, data]) =>
      Uint8Array.of(cla, ins, p1, p2, ...(data.length > 0 ? [data.length, ...data] : []), 0),
    ),
);

const anythingButVerify = command.filter((bytes) => bytes[1] !== 0x20);

describe("whatever is sent", () => {
  test("the card answers, and nothing but VERIFY moves a counter", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const card = poweredCard();
        for (const bytes of commands) {
          const before = card.triesLeft + card.signatureTriesLeft;
          expect(card.transmit(bytes).length).toBeGreaterThanOrEqual(2);
          if (bytes[1] !== 0x20) expect(card.triesLeft + card.signatureTriesLeft).toBe(before);
        }
      }),
    );
  });

  test("nothing is signed and no signature certificate given without VERIFY", () => {
    fc.assert(
      fc.property(fc.array(anythingButVerify, { maxLength: 12 }), (commands) => {
        const card = poweredCard();
        play(card, [selectJpki]);
        for (const bytes of commands) {
          const given = toHex(card.transmit(bytes));
          if (bytes[1] === 0x2a) expect(given).not.toMatch(/9000$/);
          play(card, [selectJpki]);
          expect(toHex(card.transmit(Uint8Array.of(0x00, 0xb0, 0x81, 0x00, 0x00)))).toBe("6982");
        }
      }),
    );
  });

  test("no status survives leaving the application, whatever came between", () => {
    fc.assert(
      fc.property(fc.array(anythingButVerify, { maxLength: 8 }), (commands) => {
        const card = poweredCard();
        play(card, [selectJpki, verifyPin, "00A4040C07 A0000001510000 → 9000"]);
        for (const bytes of commands) card.transmit(bytes);
        const lines = [selectJpki, "802A009703 010203 00 → 6982"];
        expect(play(card, lines)).toEqual(lines);
      }),
    );
  });
});

describe("parsing", () => {
  const header = [0x00, 0xb0, 0x01, 0x02];

  test.each([
    { name: "case 1", body: [], data: 0, expected: undefined, extended: false },
    { name: "case 2", body: [0x10], data: 0, expected: 16, extended: false },
    { name: "case 2, 256", body: [0x00], data: 0, expected: 256, extended: false },
    { name: "case 3", body: [0x01, 0xaa], data: 1, expected: undefined, extended: false },
    { name: "case 4", body: [0x01, 0xaa, 0x00], data: 1, expected: 256, extended: false },
    { name: "case 2E", body: [0x00, 0x01, 0x02], data: 0, expected: 258, extended: true },
    { name: "case 2E, 65,536", body: [0x00, 0x00, 0x00], data: 0, expected: 65_536, extended: true },
    { name: "case 3E", body: [0x00, 0x00, 0x01, 0xaa], data: 1, expected: undefined, extended: true },
    { name: "case 4E", body: [0x00, 0x00, 0x01, 0xaa, 0x00, 0x00], data: 1, expected: 65_536, extended: true },
  ])("$name", ({ body, data, expected, extended }) => {
    const parsed = parseCommand(Uint8Array.from([...header, ...body]));
    expect(parsed).toEqual({
      cla: 0x00,
      ins: 0xb0,
      p1: 0x01,
      p2: 0x02,
      data: new Uint8Array(data).fill(0xaa),
      expected,
      extended,
    });
  });

  test.each([
    [[0x02, 0xaa]],
    [[0x01, 0xaa, 0x00, 0x00]],
    [[0x00, 0x01]],
    [[0x00, 0x00, 0x02, 0xaa]],
    [[0x00, 0x00, 0x00, 0xaa]],
  ])("contradicting lengths %j", (body) => {
    expect(parseCommand(Uint8Array.from([...header, ...body]))).toBeUndefined();
  });
});
