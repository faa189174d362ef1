import { fromHex } from "@onshi/core/base";
import { expect, test } from "vitest";
import { tlvAt } from "./tlv.ts";

test.each([
  ["short form", "3003 010203", 5],
  ["long form of one byte", "308180", 131],
  ["long form of two bytes", "308206A0", 1700],
  ["filler behind", "300101 FFFF", 3],
])("%s", (_name, hex, end) => {
  expect(tlvAt(fromHex(hex))?.end).toBe(end);
});

test.each(["", "30", "3082", "308206", "3080", "30817F", "308200FF", "3084000006A0", "1F8101"])(
  "no DER header, or not all of it: %s",
  (hex) => {
    expect(tlvAt(fromHex(hex))).toBeUndefined();
  },
);
