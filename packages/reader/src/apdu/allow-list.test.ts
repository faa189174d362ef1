import { fromHex, OnshiError, toHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admit, type Selection } from "./allow-list.ts";

const jpki = "D392F000260100000001";
const textApplication = "D3921000310001010408";
const inJpki: Selection = { application: jpki };

function passes(at: Selection, command: Uint8Array): boolean {
  try {
    admit(at, command);
    return true;
  } catch (error) {
    if (OnshiError.is(error) && error.code === "card.forbidden") return false;
    throw error;
  }
}

const digestInfo = "3031300D060960864801650304020105000420";

/** The allow-list again, written by hand as patterns over hexadecimal text; it shares no code with the judge. */
const onTheList: readonly { readonly when: (at: Selection) => boolean; readonly pattern: RegExp }[] = [
  { when: () => true, pattern: /^00A4040C0AD392F000260100000001$/ },
  { when: () => true, pattern: /^00A4040C00000AD392F000260100000001$/ },
  { when: (at) => at.application === jpki, pattern: /^00A4020C(02|000002)00(06|08|0A|0B|17|18)$/ },
  { when: (at) => at.application === jpki, pattern: /^00B08[68AB]..(..|00....)$/ },
  {
    when: (at) => at.application === jpki && [0x06, 0x08, 0x0a, 0x0b].includes(at.file ?? 0),
    pattern: /^00B0([0-7].|80)..(..|00....)$/,
  },
  { when: (at) => at.application === jpki, pattern: /^00200098((04|000004)........)?$/ },
  { when: (at) => at.application === jpki && at.file === 0x18, pattern: /^00200080((04|000004)........)?$/ },
  {
    when: (at) => at.application === jpki,
    pattern: new RegExp(`^802A0097(33|000033)${digestInfo}.{64}(..|....)?$`),
  },
  {
    when: (at) => at.application === jpki && at.file === 0x17,
    pattern: new RegExp(`^802A0080(33|000033)${digestInfo}.{64}(..|....)?$`),
  },
  { when: (at) => at.moreData === true, pattern: /^00C00000(..|00....)$/ },
];

const listed = (at: Selection, command: Uint8Array): boolean =>
  onTheList.some(({ when, pattern }) => when(at) && pattern.test(toHex(command)));

const byte = fc.integer({ min: 0, max: 255 });
const near = (...values: readonly number[]): fc.Arbitrary<number> => fc.oneof(fc.constantFrom(...values), byte);

/** Commands close to the listed ones: right in most bytes, wrong in some. */
const nearMiss = fc
  .tuple(
    near(0x00, 0x80, 0x0c),
    near(0xa4, 0xb0, 0x20, 0x2a, 0xc0, 0x24),
    near(0x00, 0x02, 0x04, 0x80, 0x81, 0x8a),
    near(0x00, 0x0c, 0x80, 0x97, 0x98, 0x9a, 0x9b),
    fc.oneof(
      fc.constant(""),
      fc.constantFrom("00", "000000", "0A" + jpki, "0A" + textApplication, "02000A", "020001", "0431323334"),
      fc.constant(`33${digestInfo}${"00".repeat(32)}00`),
      fc.uint8Array({ maxLength: 60 }).map(toHex),
    ),
  )
  .map(([cla, ins, p1, p2, rest]) => fromHex(toHex(Uint8Array.of(cla, ins, p1, p2)) + rest));

const selections = fc.constantFrom<Selection>(
  {},
  inJpki,
  { application: jpki, file: 0x0a },
  { application: jpki, file: 0x17 },
  { application: jpki, file: 0x18 },
  { application: jpki, file: 0x01 },
  { application: jpki, file: 0x0a, moreData: true },
  { application: textApplication },
  { application: textApplication, file: 0x01 },
);

describe("nothing passes that is not on the list", () => {
  test("arbitrary and nearly right commands", () => {
    fc.assert(
      fc.property(selections, fc.oneof(nearMiss, fc.uint8Array({ maxLength: 300 })), (at, command) => {
        if (passes(at, command)) expect(listed(at, command)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  test("after SELECT of the application only listed files are reached, by any short id or selection", () => {
    const readable = [0x06, 0x08, 0x0a, 0x0b];
    for (let file = 0; file <= 0x1f; file++) {
      const short = (0x80 | file).toString(16).padStart(2, "0");
      expect(passes(inJpki, fromHex(`00B0${short}0000`))).toBe(readable.includes(file));
      expect(passes(inJpki, fromHex(`002000${short}`))).toBe(file === 0x18);
      expect(passes(inJpki, fromHex(`802A00${short}33${digestInfo}${"00".repeat(32)}00`))).toBe(file === 0x17);
      const id = file.toString(16).padStart(4, "0");
      expect(passes(inJpki, fromHex(`00A4020C02${id}`))).toBe([...readable, 0x17, 0x18].includes(file));
    }
  });
});

test.each([
  ["SELECT AP", {}, `00A4040C0A${jpki}`],
  ["extended read", inJpki, "00B08A00000000"],
  ["read at an offset", { application: jpki, file: 0x0a }, "00B0010000"],
  ["counter", inJpki, "00200098"],
  ["VERIFY", inJpki, "002000980431323334"],
  ["sign", inJpki, `802A009733${digestInfo}${"AB".repeat(32)}00`],
  ["GET RESPONSE", { ...inJpki, moreData: true }, "00C0000000"],
])("passes: %s", (_name, at: Selection, command) => {
  expect(passes(at, fromHex(command))).toBe(true);
});

test.each([
  ["the text application of the card's face", {}, `00A4040C0A${textApplication}`],
  ["the face application", {}, "00A4040C0AD3921000310001010402"],
  ["the resident register", {}, "00A4040C0AD3921000310001010401"],
  ["a shortened name that a card may complete to a closed one", {}, "00A4040C02D392"],
  ["no name at all", {}, "00A4040C"],
  ["a shortened name of the application itself", {}, "00A4040C05D392F00026"],
  ["the issuer domain", {}, "00A4040C07A0000001510000"],
  ["a read before anything is selected", {}, "00B08A0000"],
  ["a read at an offset of an unknown file", inJpki, "00B0010000"],
  ["the certificate with name and address", inJpki, "00B0810000"],
  ["the password of the other certificate", inJpki, "0020009B06414243313233"],
  ["six digits for the PIN", inJpki, "0020009806313233343536"],
  ["a signature over bytes of one's own", inJpki, `802A009733${"00".repeat(51)}00`],
  ["another signature scheme", inJpki, `802A019733${digestInfo}${"00".repeat(32)}00`],
  ["a change of the PIN", inJpki, "002401980435363738"],
  ["secure messaging", inJpki, "0CB08A0000"],
  ["a PIN reference with bits that no short id has", inJpki, "002000B8"],
  ["a key reference with such bits", inJpki, `802A00F733${digestInfo}${"00".repeat(32)}00`],
  ["a file reference with such bits", inJpki, "00B0AA0000"],
  ["GET RESPONSE without an offer", inJpki, "00C0000000"],
])("refused: %s", (_name, at: Selection, command) => {
  expect(passes(at, fromHex(command))).toBe(false);
});
