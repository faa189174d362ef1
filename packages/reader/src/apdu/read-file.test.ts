import { toHex } from "@onshi/core/base";
import type { VirtualCardQuirks } from "@onshi/mock-server/card";
import { describe, expect, test } from "vitest";
import { scriptedChannel, type Step } from "../../test/card/scripted-channel.ts";
import { desk, failure, failureOf, testCard, testCertificate } from "../../test/card/test-card.ts";
import { CardGate } from "./gate.ts";
import { readDerFile } from "./read-file.ts";
import { readerAbilities, type ReaderAbilities, type ReaderAbility } from "./reader-ability.ts";

const short: VirtualCardQuirks = { extendedLength: "wrongLength" };

describe("commands per certificate, SELECT included (jpki-card §3)", () => {
  test.each([
    ["extended", 1700, {}, 2],
    ["short", 1700, short, 8],
    ["short, size a multiple of 256", 1792, short, 8],
    ["short, one byte over a multiple of 256", 1793, short, 9],
    ["extended, with filler behind", 1700, { filler: 200 }, 2],
    ["short, with filler behind", 1700, { ...short, filler: 200 }, 8],
    ["short, 6Cxx at the end", 1700, { ...short, endOfFile: "exactLength" }, 8],
    ["short, 6282 at the end", 1700, { ...short, endOfFile: "warning" }, 8],
    ["small buffer", 1700, { ...short, longestRead: 200 }, 10],
    ["extended that is cut at 256", 1700, { extendedLength: "truncated" }, 8],
  ] as const)("%s, %i bytes", async (_name, size, quirks, count) => {
    const scene = desk(testCard({ size, quirks }));
    const card = await scene.open();
    await card.userAuthentication();
    scene.clear();
    const { certificate } = await card.userAuthentication();
    expect(toHex(certificate.der)).toBe(toHex(testCertificate("auth-01", size)));
    expect(scene.commands()).toHaveLength(count);
  });

  test("the first use of a reader adds the extended trial, once", async () => {
    const scene = desk(testCard({ quirks: short }));
    const card = await scene.open();
    await card.userAuthentication();
    expect(scene.commands()).toHaveLength(9);
    await card.close();
    scene.clear();
    await (await scene.open()).userAuthentication();
    expect(scene.commands()).toHaveLength(8);
  });
});

describe("what else was learned of a reader or card", () => {
  const counts = async (quirks: VirtualCardQuirks): Promise<readonly number[]> => {
    const scene = desk(testCard({ quirks }));
    const card = await scene.open();
    const sent: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      scene.clear();
      const { certificate } = await card.userAuthentication();
      expect(toHex(certificate.der)).toBe(toHex(testCertificate()));
      sent.push(scene.commands().length);
    }
    return sent;
  };

  test.each<[string, VirtualCardQuirks, number, number]>([
    ["6700 above 224 bytes", { ...short, longestRead: 224, tooLongRead: "wrongLength" }, 1 + 1 + 1 + 8, 1 + 8],
    ["6700 above 64 bytes", { ...short, longestRead: 64, tooLongRead: "wrongLength" }, 1 + 1 + 3 + 27, 1 + 27],
    ["no short ids", { shortIdentifiers: false }, 4, 3],
    ["neither short ids nor extended length", { ...short, shortIdentifiers: false }, 1 + 1 + 3 + 6, 2 + 7],
  ])("%s", async (_name, quirks, first, then) => {
    expect(await counts(quirks)).toEqual([first, then]);
  });
});

const select: Step = ["00A4040C0A D392F000260100000001", "9000"];

async function readWith(steps: readonly Step[], abilities: ReaderAbilities = readerAbilities()): Promise<string> {
  const channel = scriptedChannel([select, ...steps]);
  const gate = new CardGate(channel);
  await gate.begin();
  await gate.transmit(Buffer.from(select[0].replaceAll(" ", ""), "hex"));
  const bytes = await readDerFile({ gate, readerName: channel.readerName, abilities, naming: new Map() }, 0x0a);
  expect(channel.commands).toHaveLength(steps.length + 1);
  return bytes instanceof Uint8Array ? toHex(bytes) : bytes;
}

const extended = "00B08A00000000";
const first = "00B08A0000";
const selectFile = "00A4020C02000A";
const extendedCurrent = "00B00000000000";

describe("answers of odd readers and cards", () => {
  test.each<[string, readonly Step[], string]>([
    [
      "61xx and GET RESPONSE",
      [
        [extended, "3003 6102"],
        ["00C0000002", "0102 6101"],
        ["00C0000001", "03 9000"],
      ],
      "3003010203",
    ],
    [
      "6Cxx to a short read",
      [
        [extended, "6700"],
        [first, "6C05"],
        ["00B08A0005", "3003010203 9000"],
      ],
      "3003010203",
    ],
    [
      "6Cxx to an extended read",
      [
        [extended, "6C05"],
        [first, "3003010203 9000"],
      ],
      "3003010203",
    ],
    [
      "filler in the first short read",
      [
        [extended, "6700"],
        [first, "3003010203 FFFF 9000"],
      ],
      "3003010203",
    ],
    [
      "no such file, however it is named",
      [
        [extended, "6A82"],
        [selectFile, "6A82"],
      ],
      "missing",
    ],
    [
      "empty file by 6B00",
      [
        [extended, "6B00"],
        [selectFile, "9000"],
        [extendedCurrent, "6B00"],
      ],
      "empty",
    ],
    [
      "short ids refused by 6A86",
      [
        [extended, "6A86"],
        [selectFile, "9000"],
        [extendedCurrent, "3003010203 9000"],
      ],
      "3003010203",
    ],
    [
      "neither short ids nor extended length",
      [
        [extended, "6A86"],
        [selectFile, "9000"],
        [extendedCurrent, "6700"],
        [first, "6A86"],
        [selectFile, "9000"],
        ["00B0000000", "3003010203 9000"],
      ],
      "3003010203",
    ],
    ["PIN wanted, as on a phone", [[extended, "6982"]], "guarded"],
    [
      "empty file by 9000",
      [
        [extended, "9000"],
        [first, "9000"],
      ],
      "empty",
    ],
    [
      "zeros only",
      [
        [extended, "0000 9000"],
        [first, "0000 9000"],
      ],
      "empty",
    ],
    [
      "filler only",
      [
        [extended, "FFFFFF 9000"],
        [first, "FFFFFF 9000"],
      ],
      "empty",
    ],
  ])("%s", async (_name, steps, expected) => {
    expect(await readWith(steps)).toBe(expected);
  });

  test.each<[string, readonly Step[]]>([
    [
      "not DER",
      [
        [extended, "0102 9000"],
        [first, "0102 9000"],
      ],
    ],
    [
      "both ways refused",
      [
        [extended, "6F00"],
        [first, "6F00"],
      ],
    ],
    [
      "the end is missing",
      [
        [extended, "6700"],
        [first, "3003 01 9000"],
        ["00B0000302", "6B00"],
      ],
    ],
    [
      "no progress",
      [
        [extended, "6700"],
        [first, "3003 01 9000"],
        ["00B0000302", "9000"],
      ],
    ],
    [
      "more than was asked for",
      [
        [extended, "6700"],
        [first, "3003 01 9000"],
        ["00B0000302", "010203 9000"],
      ],
    ],
  ])("%s is an unexpected answer", async (_name, steps) => {
    expect(await failure(readWith(steps))).toBe("card.unexpectedAnswer");
  });

  test("an endless offer of more data ends", async () => {
    const offers = Array.from({ length: 400 }, (): Step => ["00C0000001", "00 6101"]);
    const error = await failureOf(readWith([[extended, "00 6101"], ...offers]));
    expect([error.code, error.details.variant]).toEqual(["card.unexpectedAnswer", "endless"]);
  });
});

test("an error of the driver never leads to short reads in the same session, but the next session knows", async () => {
  const learned: ReaderAbility[] = [];
  const abilities: ReaderAbilities = { of: () => ({}), learn: (_reader, value) => learned.push(value) };
  expect(await failure(readWith([[extended, new Error("SCARD_E_NOT_TRANSACTED")]], abilities))).toBe(
    "card.communication",
  );
  expect(learned).toEqual([{ extended: false }]);
});

test("a card that is removed says nothing about the reader", async () => {
  const learned: ReaderAbility[] = [];
  const abilities: ReaderAbilities = { of: () => ({}), learn: (_reader, value) => learned.push(value) };
  expect(await failure(readWith([[extended, ""]], abilities))).toBe("card.removed");
  expect(learned).toEqual([]);
});
