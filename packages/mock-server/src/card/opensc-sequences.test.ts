import { createHash, createPublicKey, verify } from "node:crypto";
import { fromHex, sameBytes, toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import {
  authenticationCertificate,
  authenticationKey,
  authenticationOnlyCard,
  play,
  poweredCard,
  selectJpki,
  send,
  signatureCertificate,
} from "./scripted-card.fixture.ts";
import type { VirtualCard } from "./virtual-card.ts";

/** What OpenSC sends, from `jpki-card §2.7`. */
const probes = [
  "00A4040007 627601FF000000",
  "00A4040006 A00000000101",
  "00A404000B E82B0601040181C31F0201 00",
  "00CADF3005",
  "00A4040009 A0000003080000100000",
  "00A4040C07 A000000116DB00 00",
  "00A4040C07 A0000000791000 00",
  ...Array.from({ length: 16 }, (_, index) => `00A4040C07 A00000007901${index.toString(16).padStart(2, "0")} 00`),
  "00A4040C0C F276A288BCFBA69D34F31001",
  "00A4040009 A00000039742544659 00",
  "00A4040006 D27600012401 00",
  "00A4040C0F D23300000045737445494420763335",
  "00CB3FFF035C017E08",
];

const bind = [selectJpki, "00A4020C02 0018 → 9000", "00200080 → 63C3", "00A4020C02 001B → 9000", "00200080 → 63C5"];

/** Four bytes for the size, then 256 bytes each from offset 0, the last with the exact rest. */
function readSelected(card: VirtualCard): { readonly content: Uint8Array; readonly commands: number } {
  const header = fromHex(send(card, "00B0000004"));
  const size = ((header[2] ?? 0) << 8) + (header[3] ?? 0) + 4;
  const parts: string[] = [];
  for (let offset = 0; offset < size; offset += 256) {
    const length = Math.min(256, size - offset) & 0xff;
    parts.push(send(card, `00B0${toHex(Uint8Array.of(offset >> 8, offset & 0xff, length))}`).slice(0, -4));
  }
  return { content: fromHex(parts.join("")), commands: parts.length + 1 };
}

describe("OpenSC", () => {
  test("no probe for another card answers 9000", () => {
    const card = poweredCard();
    expect(probes.map((probe) => send(card, probe)).filter((given) => !/^(6A82|6D00|6A88)$/.test(given))).toEqual([]);
    expect(play(card, bind)).toEqual(bind);
  });

  test("a blocked PIN still binds: SW1 of the empty VERIFY is 63", () => {
    const card = poweredCard({ pinTries: 0 });
    const blocked = bind.map((line) => line.replace("63C3", "63C0"));
    expect(play(card, blocked)).toEqual(blocked);
    expect(send(card, "00A4020C02 000A")).toBe("9000");
    expect(sameBytes(readSelected(card).content, authenticationCertificate)).toBe(true);
  });

  test("a card without signature certificate still binds", () => {
    expect(play(authenticationOnlyCard(), bind)).toEqual(bind);
  });

  test("certificate 1 in 14 commands", () => {
    const card = poweredCard();
    expect(play(card, [...bind, "00A4020C02 000A → 9000"])).toHaveLength(6);
    const { content, commands } = readSelected(card);
    expect(sameBytes(content, authenticationCertificate)).toBe(true);
    expect(6 + commands).toBe(14);
  });

  test("certificate 2 after the password", () => {
    const card = poweredCard();
    const lines = [
      ...bind,
      "00A4020C02 0001 → 9000",
      "00B0000004 → 6982",
      "00A4020C02 001B → 9000",
      "0020008006 414243313233 → 9000",
      "00A4020C02 0001 → 9000",
    ];
    expect(play(card, lines)).toEqual(lines);
    expect(sameBytes(readSelected(card).content, signatureCertificate)).toBe(true);
  });

  test("signature in 9 commands", () => {
    const message = new TextEncoder().encode("signed by OpenSC");
    const hash = createHash("sha256").update(message).digest("hex");
    const card = poweredCard();
    const lines = [
      ...bind,
      "00A4020C02 0018 → 9000",
      "0020008004 31323334 → 9000",
      "00A4020C02 0017 → 9000",
      `802A008033 3031300D060960864801650304020105000420${hash} 00 → <256>9000`,
    ];
    expect(play(card, lines.slice(0, -1))).toEqual(lines.slice(0, -1));
    const given = fromHex(send(card, lines.at(-1)?.split(" → ")[0] ?? ""));
    expect(verify("sha256", message, createPublicKey(authenticationKey), given.subarray(0, -2))).toBe(true);
    expect(lines).toHaveLength(9);
  });

  test("its log-out does not drop the status", () => {
    const lines = [...bind, "0020009804 31323334 → 9000", selectJpki, "802A009703 010203 00 → <256>9000"];
    expect(play(poweredCard(), lines)).toEqual(lines);
  });
});
