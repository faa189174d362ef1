import { fromHex, toHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  computeSignature,
  encodeCommand,
  getResponse,
  pinCounter,
  readAt,
  readFromStart,
  selectApplication,
  verifyPin,
} from "./command.ts";
import { parseCommand } from "./parse-command.ts";

describe("commands are the ones of jpki-card §2 and §3", () => {
  test.each([
    ["SELECT AP", selectApplication(fromHex("D392F000260100000001")), "00A4040C0A D392F000260100000001"],
    ["extended read by short id", readFromStart(0x0a, 65_536), "00B08A00000000"],
    ["short read by short id", readFromStart(0x0a, 256), "00B08A0000"],
    ["read at an offset", readAt(0x0600, 164), "00B00600A4"],
    ["counter", pinCounter(0x18), "00200098"],
    ["VERIFY", verifyPin(0x18, fromHex("31323334")), "0020009804 31323334"],
    ["sign", computeSignature(0x17, new Uint8Array(51)), `802A009733${"00".repeat(51)}00`],
    ["GET RESPONSE", getResponse(256), "00C0000000"],
  ])("%s", (_name, command, expected) => {
    expect(toHex(command)).toBe(expected.replaceAll(" ", ""));
  });
});

const byte = fc.integer({ min: 0, max: 255 });

test("parsing a command gives back what it was built from", () => {
  const parts = fc.record({
    cla: byte,
    ins: byte,
    p1: byte,
    p2: byte,
    data: fc.uint8Array({ maxLength: 600 }),
    le: fc.option(fc.integer({ min: 1, max: 65_536 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(parts, ({ le, ...rest }) => {
      const given = le === undefined ? rest : { ...rest, le };
      expect(parseCommand(encodeCommand(given))).toEqual(given);
    }),
  );
});

test.each(["", "00A404", "00A4040C0AD392", "00A4040C00000200", "00A4040C0AD392F00026010000000100FF"])(
  "lengths that do not add up: %s",
  (hex) => {
    expect(parseCommand(fromHex(hex))).toBeUndefined();
  },
);
