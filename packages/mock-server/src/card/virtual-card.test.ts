import { OnshiError, toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { buildCertificate, distinguishedName, publicKeyInfo, testKey } from "../pki/index.ts";
import type { CardInProcess } from "@onshi/reader";
import type { CardFault } from "./options.ts";
import type { VirtualCardQuirks } from "./quirks.ts";
import {
  authenticationOnlyCard,
  bothSides,
  play,
  poweredCard,
  selectIssuer,
  selectJpki,
  send,
  verifyPin,
} from "./scripted-card.fixture.ts";
import { createVirtualCard } from "./virtual-card.ts";

const sign = "802A009703 010203 00";

describe("power", () => {
  test("without power there is an error, not an answer", () => {
    const card: CardInProcess = createVirtualCard(bothSides);
    expect(() => card.transmit(Uint8Array.of(0, 0xa4, 0, 0))).toThrow("card.communication");
  });

  test("power-off drops application and status, the counter stays", () => {
    const card = poweredCard();
    play(card, [selectJpki, verifyPin, "0020009B06 414141414141 → 63C4"]);
    card.powerOff();
    card.powerOn();
    const lines = ["00B08A0000 → 6A82", selectJpki, `${sign} → 6982`, "0020009B → 63C4"];
    expect(play(card, lines)).toEqual(lines);
  });

  test("warm reset forgets the application and keeps the status", () => {
    const card = poweredCard();
    play(card, [selectJpki, verifyPin]);
    card.reset();
    const lines = ["00A40000 → 6A86", "00B08A0000 → 6A82", selectJpki, `${sign} → <256>9000`];
    expect(play(card, lines)).toEqual(lines);
  });

  test("after a warm reset the issuer domain still drops the status", () => {
    const card = poweredCard();
    play(card, [selectJpki, verifyPin]);
    card.reset();
    const lines = [selectIssuer, selectJpki, `${sign} → 6982`];
    expect(play(card, lines)).toEqual(lines);
  });

  test("power-on of a powered card changes nothing: connecting again is not a reset", () => {
    const card = poweredCard();
    play(card, [selectJpki, verifyPin]);
    card.powerOn();
    expect(play(card, [`${sign} → <256>9000`])).toEqual([`${sign} → <256>9000`]);
  });
});

describe("counters", () => {
  test("are visible, survive everything and are refilled by resetPins, with the first PIN", () => {
    const card = poweredCard();
    expect([card.triesLeft, card.signatureTriesLeft]).toEqual([3, 5]);
    play(card, [selectJpki, verifyPin, "0024019804 35363738 → 9000"]);
    play(
      card,
      Array.from({ length: 3 }, () => "0020009804 39393939 → "),
    );
    card.powerOff();
    card.powerOn();
    expect(card.triesLeft).toBe(0);
    card.resetPins();
    expect([card.triesLeft, card.signatureTriesLeft]).toEqual([3, 5]);
    const lines = [selectJpki, verifyPin];
    expect(play(card, lines)).toEqual(lines);
  });

  test("start where the options say", () => {
    const card = poweredCard({ pin: "9876", pinTries: 1, signaturePassword: "SECRET99", signaturePasswordTries: 2 });
    const lines = [
      selectJpki,
      "0020009B → 63C2",
      "0020009B08 5345435245543939 → 9000",
      "0020009B → 63C5",
      "0020009804 39383736 → 9000",
    ];
    expect(play(card, lines)).toEqual(lines);
    expect(card.triesLeft).toBe(3);
  });
});

describe("devices", () => {
  const label = (text: string): string => toHex(new TextEncoder().encode(text.padEnd(32, " ")));

  test.each([
    { profile: "card", name: "JPKIAPICCTOKEN2", atr: "3B888001000041E0B381A1003B" },
    { profile: "oldCard", name: "JPKIAPICCTOKEN", atr: "3BE000FF8131FE4514" },
    { profile: "android", name: "JPKIAPGPSETOKEN", atr: "3B888001000041E0B381A1003B" },
    { profile: "iphone", name: "JPKIAPIOSTOKEN", atr: "3B888001000041E0B381A1003B" },
  ] as const)("$profile", ({ profile, name, atr }) => {
    const card = poweredCard({ profile });
    const lines = [selectJpki, `00B0860020 → ${label(name)}9000`];
    expect(play(card, lines)).toEqual(lines);
    expect(toHex(card.atr)).toBe(atr);
  });

  test("the token information, byte for byte", () => {
    const card = poweredCard();
    play(card, [selectJpki]);
    const answer = send(card, "00B0864060");
    // The last six digits of the serial number are the card's own.
    const own = answer.slice(52, 64);
    expect(own).toMatch(/^(3[0-9]){6}$/);
    expect(answer).toBe(
      [
        "453136523031 4E4A 2020202020202020",
        `30303030303030303939${own}`,
        "0000040D 00000001 00000000 00000001 00000000 00000010 00000006",
        "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF",
        "3033 3031",
        "39".repeat(16),
        "9000",
      ]
        .join("")
        .replaceAll(" ", ""),
    );
  });

  test("an Android phone asks for the PIN before its certificate", () => {
    const lines = [selectJpki, "00B08A0000 → 6982", verifyPin, "00B08A0000 → <256>9000"];
    expect(play(poweredCard({ profile: "android" }), lines)).toEqual(lines);
  });

  test("phones have no card face, and the iPhone closes with a command of its own", () => {
    const lines = ["00A4040C0A D3921000310001010408 → 6A82", "80FC0000 → 9000"];
    expect(play(poweredCard({ profile: "iphone" }), lines)).toEqual(lines);
    expect(send(poweredCard({ profile: "android" }), "00A4040C0A D3921000310001010402")).toBe("6A82");
  });

  test("a holder without signature certificate", () => {
    const lines = [
      selectJpki,
      "00B0880000 → 008F009000",
      "00B0810000 → 6A82",
      "00B0820000 → 6A82",
      "0020009B → 63C5",
      "00B08A0001 → 309000",
    ];
    expect(play(authenticationOnlyCard(), lines)).toEqual(lines);
  });
});

describe("quirks", () => {
  const cases: readonly { quirks: VirtualCardQuirks; lines: readonly string[] }[] = [
    { quirks: { firstCommandFails: true }, lines: ["00A40000 → 6F00", selectJpki, "00B08A0001 → 309000"] },
    {
      quirks: { extendedLength: "wrongLength" },
      lines: [selectJpki, "00B08A00000000 → 6700", "00B08A0000 → <256>9000"],
    },
    {
      quirks: { extendedLength: "truncated" },
      lines: [selectJpki, "00B08A00000000 → <256>9000", "00B08600000000 → <160>9000"],
    },
    {
      quirks: { shortIdentifiers: false },
      lines: [selectJpki, "00B08A0000 → 6A86", "00200098 → 6A86", "00A4020C02 0018 → 9000", "00200080 → 63C3"],
    },
    { quirks: { longestRead: 224 }, lines: [selectJpki, "00B08A0000 → <224>9000", "00B00000E0 → <224>9000"] },
    {
      quirks: { endOfFile: "exactLength" },
      lines: [selectJpki, "00B08A0000 → <256>9000", "00B0060000 → 6CA4", "00B00600A4 → <164>9000"],
    },
    { quirks: { endOfFile: "warning" }, lines: [selectJpki, "00A4020C02 000A → 9000", "00B0060000 → <164>6282"] },
    {
      quirks: { filler: 16 },
      lines: [selectJpki, "00B08A00000000 → <1716>9000", "00B006A400 → FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF9000"],
    },
    {
      quirks: { authenticationCertificate: "missing" },
      lines: [selectJpki, "00B08A0000 → 6A82", "00B0880000 → 8F00009000"],
    },
    {
      quirks: { authenticationCertificate: "empty" },
      lines: [selectJpki, "00B08A0000 → 6B00", "00B0880000 → 8F00009000"],
    },
  ];

  test.each(cases)("$quirks", ({ quirks, lines }) => {
    expect(play(poweredCard({ quirks }), lines)).toEqual(lines);
  });

  test("the first command fails again after each power-up, not after a warm reset", () => {
    const card = poweredCard({ quirks: { firstCommandFails: true } });
    expect(play(card, ["00A40000 → 6F00"])).toEqual(["00A40000 → 6F00"]);
    card.reset();
    expect(send(card, "00A40000")).toBe("6A86");
    card.powerOff();
    card.powerOn();
    expect(send(card, "00A40000")).toBe("6F00");
  });
});

describe("faults", () => {
  test("a fault may replace an answer, lose it, or keep the command from the card", () => {
    const seen: number[] = [];
    const fault: CardFault = ({ index, proceed }) => {
      seen.push(index);
      if (index === 1) return proceed().subarray(0, 3);
      if (index === 2) {
        proceed();
        throw new Error("answer lost");
      }
      if (index === 3) throw new Error("never arrived");
      return undefined;
    };
    const card = poweredCard({ fault });
    play(card, [selectJpki]);
    expect(send(card, "00B08A0000")).toBe("308206");
    expect(() => send(card, "0020009804 39393939")).toThrow("answer lost");
    expect(() => send(card, "0020009804 39393939")).toThrow("never arrived");
    expect(send(card, "00200098")).toBe("63C2");
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("what may not go onto a card", () => {
  test.each([
    { field: "authenticationCertificate", options: { authenticationCertificate: new Uint8Array([0x30, 0x00]) } },
    { field: "authenticationKey", options: { authenticationKey: testKey("weak-1024") } },
    { field: "pin", options: { pin: "123456" } },
    { field: "pin", options: { pin: "１２３４" } },
    { field: "signaturePassword", options: { signaturePassword: "abc123" } },
    { field: "pinTries", options: { pinTries: 4 } },
    { field: "signaturePasswordTries", options: { signaturePasswordTries: -1 } },
  ])("$field", ({ field, options }) => {
    expect(refused(() => createVirtualCard({ ...bothSides, ...options }))).toEqual(["config.invalid", field]);
  });

  test.each([
    "authenticationCertificate",
    "authenticationCaCertificate",
    "signatureCertificate",
    "signatureCaCertificate",
  ])("a certificate of another organisation as %s", (option) => {
    const real = foreignCertificate();
    expect(refused(() => createVirtualCard({ ...bothSides, [option]: real }))).toEqual(["config.invalid", option]);
  });

  test("half of the signature side", () => {
    const { signatureKey: _key, ...half } = bothSides;
    expect(refused(() => createVirtualCard(half))).toEqual(["config.invalid", "signatureKey"]);
  });
});

function refused(make: () => unknown): readonly unknown[] {
  try {
    make();
  } catch (error) {
    if (OnshiError.is(error)) return [error.code, error.details.field];
  }
  return [];
}

/** Looks like the real organisation, but only by name. */
function foreignCertificate(): Uint8Array {
  const key = testKey("stranger-ca");
  const name = distinguishedName(["C", "JP"], ["O", "JPKI"], ["OU", "JPKI-TEST"]);
  return buildCertificate({
    serial: 1n,
    issuer: name,
    subject: name,
    notBefore: new Date("2024-01-01T00:00:00Z"),
    notAfter: new Date("2034-01-01T00:00:00Z"),
    publicKey: publicKeyInfo(key),
    extensions: [],
    signingKey: key,
  });
}
