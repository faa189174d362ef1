import type { ErrorDetails, OnshiErrorCode } from "@onshi/core/base";
import { createPersonaCard, type PersonaCardOptions, type VirtualCard } from "@onshi/mock-server/card";
import { inProcessSource, type InProcessSource, type MyNumberCard, type PinInput, waitForCard } from "@onshi/reader";
import { expect } from "vitest";
import type { BadInput, Outcome } from "./bad-input.ts";
import { failure } from "./judge.ts";
import type { Place } from "./place.ts";

const readerName = "Onshi Virtual Reader";

/** A persona's card that notes the instruction and the length of each command that reaches it, never a content. */
function noted(place: Place, options: PersonaCardOptions = {}): { card: VirtualCard; pinsSent: () => number } {
  const seen: { readonly instruction: number; readonly length: number }[] = [];
  const { fault } = options;
  const card = createPersonaCard("insured-valid", {
    clock: place.clock,
    ...options,
    fault: (exchange) => {
      seen.push({ instruction: exchange.command[1] ?? -1, length: exchange.command.length });
      return fault?.(exchange);
    },
  });
  // VERIFY without data (4 or 5 bytes) only asks for the counter (jpki-card §2.2).
  const pinsSent = (): number => seen.filter(({ instruction, length }) => instruction === 0x20 && length > 5).length;
  return { card, pinsSent };
}

/** The whole check-in at the HTTPS door with the right PIN, on a card that may have been misused before. */
async function checkInWith(place: Place, source: InProcessSource, pin: PinInput = "1234"): Promise<void> {
  const card = await waitForCard({ source, wait: false });
  const challenge = await place.https.card.challenge();
  const token = await card.authenticate(challenge, { pin, allowLastTry: true });
  await card.close();
  const { answer } = await place.https.card.checkIn(challenge, token);
  expect(answer.validity).toBe("valid");
}

/** A card that is none of Japan's: it refuses the JPKI application with one status word. */
function otherCard(statusWord: number): VirtualCard {
  return createPersonaCard("insured-valid", { fault: () => Uint8Array.of(statusWord >> 8, statusWord & 0xff) });
}

const notJpki = (statusWord: number): BadInput => ({
  what: `a card that answers ${statusWord.toString(16)}, which is not a My Number Card`,
  code: "card.notJpki",
  details: { statusWord: statusWord.toString(16).toUpperCase() },
  run: async (place) => {
    const source = inProcessSource([{ name: readerName, card: otherCard(statusWord) }]);
    const card = await waitForCard({ source, wait: false });
    const error = await failure(card.userAuthentication());
    await card.close();
    return {
      error,
      afterwards: async () => {
        source.insert(readerName, noted(place).card);
        await checkInWith(place, source);
      },
    };
  },
});

type Use = (card: MyNumberCard, place: Place) => Promise<unknown>;

interface PinCase {
  readonly what: string;
  readonly code: OnshiErrorCode;
  readonly details?: Partial<ErrorDetails>;
  readonly planted?: readonly string[];
  readonly tries?: number;
  readonly use: Use;
  /** Tries left on the card, and how many PINs reached it. */
  readonly left: number;
  readonly sent: number;
}

const pinRow = ({ use, left, sent, tries = 3, ...row }: PinCase): BadInput => ({
  ...row,
  run: async (place): Promise<Outcome> => {
    const { card, pinsSent } = noted(place, { pinTries: tries });
    const source = inProcessSource([{ name: readerName, card }]);
    const session = await waitForCard({ source, wait: false });
    const error = await failure(use(session, place));
    expect({ left: card.triesLeft, sent: pinsSent() }).toEqual({ left, sent });
    await session.close();
    return {
      error,
      afterwards: async () => {
        if (left === 0) card.resetPins();
        await checkInWith(place, source);
        expect(card.triesLeft).toBe(3);
      },
    };
  },
});

const authenticate =
  (pin: unknown, allowLastTry?: boolean): Use =>
  async (card, place) =>
    card.authenticate(await place.https.card.challenge(), {
      pin: pin as PinInput,
      ...(allowLastTry !== undefined && { allowLastTry }),
    });

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

// One case a line. Made anew for each use, because bytes are wiped.
// oxfmt-ignore
const formats: readonly (readonly [what: string, pin: () => unknown, planted: readonly string[]])[] = [
  ["full-width digits", () => "９５１７", ["９５１７"]],
  ["full-width digits as UTF-8", () => new TextEncoder().encode("９５１７"), ["９５１７"]],
  ["full-width digits as Shift_JIS", () => bytes(0x82, 0x58, 0x82, 0x54, 0x82, 0x50, 0x82, 0x56), []],
  ["two full-width digits as Shift_JIS: four bytes", () => bytes(0x82, 0x58, 0x82, 0x54), []],
  ["six digits, as the other password may have", () => "951768", ["951768", "9517"]],
  ["six digits as bytes", () => new TextEncoder().encode("951768"), ["951768", "9517"]],
  ["the signature password", () => "ZQX951", ["ZQX951"]],
  ["three digits", () => "951", ["951"]],
  ["a blank at the end", () => "951 ", ["951"]],
  ["a line end", () => "9517\n", ["9517"]],
  ["a NUL at the end", () => "9517\u0000", ["9517"]],
  ["letters", () => "95I7", ["95I7"]],
  ["Arabic-Indic digits", () => "٩٥١٧", ["٩٥١٧"]],
  ["a mathematical digit", () => "951𝟕", ["951"]],
  ["a number", () => 9517, ["9517"]],
  ["nothing", () => "", []],
  ["no bytes", () => bytes(), []],
];

const formatRows: readonly BadInput[] = formats.flatMap(([what, pin, planted]) => {
  const common = { code: "pin.format", planted, left: 3, sent: 0 } as const;
  return [
    pinRow({ ...common, what: `PIN of ${what}`, use: (card, place) => authenticate(pin())(card, place) }),
    pinRow({ ...common, what: `PIN of ${what}, typed in when asked`, use: authenticate(() => pin()) }),
  ];
});

/** Card, reader and PIN: each case ends with a check-in of the same reader at the HTTPS door. */
export const cardRows: readonly BadInput[] = [
  {
    what: "no card on the reader",
    code: "card.absent",
    run: async (place) => {
      const source = inProcessSource([{ name: readerName }]);
      const error = await failure(waitForCard({ source, wait: false }));
      return {
        error,
        afterwards: async () => {
          source.insert(readerName, noted(place).card);
          await checkInWith(place, source);
        },
      };
    },
  },
  ...[0x6a82, 0x6a81, 0x6a86, 0x6d00, 0x6e00, 0x6999].map(notJpki),
  pinRow({
    what: "wrong PIN",
    code: "pin.wrong",
    details: { remaining: 2 },
    planted: ["9517"],
    use: authenticate("9517"),
    left: 2,
    sent: 1,
  }),
  pinRow({
    what: "wrong PIN as bytes, typed in when asked",
    code: "pin.wrong",
    details: { remaining: 2 },
    planted: ["9517"],
    use: authenticate(() => new TextEncoder().encode("9517")),
    left: 2,
    sent: 1,
  }),
  pinRow({
    what: "wrong PIN at the last try",
    code: "pin.blocked",
    details: { remaining: 0 },
    planted: ["9517"],
    tries: 1,
    use: authenticate("9517", true),
    left: 0,
    sent: 1,
  }),
  pinRow({
    what: "the last try, without leave to use it",
    code: "pin.lastTry",
    details: { remaining: 1 },
    planted: ["9517"],
    tries: 1,
    use: authenticate("9517"),
    left: 1,
    sent: 0,
  }),
  pinRow({
    what: "blocked PIN",
    code: "pin.blocked",
    details: { remaining: 0 },
    planted: ["9517"],
    tries: 0,
    use: authenticate("9517", true),
    left: 0,
    sent: 0,
  }),
  pinRow({
    what: "blocked PIN: nobody is asked",
    code: "pin.blocked",
    details: { remaining: 0 },
    tries: 0,
    use: authenticate(() => expect.unreachable("the patient was asked")),
    left: 0,
    sent: 0,
  }),
  pinRow({
    what: "a patient who gives up",
    code: "pin.cancelled",
    use: authenticate(() => undefined),
    left: 3,
    sent: 0,
  }),
  ...formatRows,
];
