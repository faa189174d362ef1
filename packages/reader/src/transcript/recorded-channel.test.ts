import { fromHex, toHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { desk, failure, request, testCard, testCertificate } from "../../test/card/test-card.ts";
import { scriptedChannel } from "../../test/card/scripted-channel.ts";
import { recordedChannel, type TranscriptEntry } from "./recorded-channel.ts";
import { redactCommand } from "./redact-exchange.ts";

test("a session, as it may be logged", async () => {
  const entries: TranscriptEntry[] = [];
  const scene = desk(testCard());
  const card = await scene.open({ transcript: (entry) => entries.push(entry) });
  await card.authenticate(request, { pin: () => "1234" });
  const lines = entries.map((entry) => {
    if (entry.type === "command") return `${entry.command} > ${entry.response}`;
    return "how" in entry ? `${entry.type} ${entry.how}` : entry.type;
  });
  expect(lines).toEqual([
    "begin",
    "00A4040C 0AD392F000260100000001 > 9000",
    "00B08A00 000000 > ‹1700 bytes› 9000",
    "00200098 > 63C3",
    "end leave",
    "begin",
    "00A4040C 0AD392F000260100000001 > 9000",
    "00B08A00 0006A4 > ‹1700 bytes› 9000",
    "00200098 ‹secret› > 9000",
    "802A0097 ‹53 bytes› > ‹256 bytes› 9000",
    "end unpower",
    "close leave",
  ]);
});

test("a sink that fails costs neither the session nor a try", async () => {
  const virtual = testCard();
  const card = await desk(virtual).open({
    transcript: () => {
      throw new Error("disk full");
    },
  });
  await card.authenticate(request, { pin: "1234" });
  expect([await failure(card.authenticate(request, { pin: "9999" })), virtual.triesLeft]).toEqual(["pin.wrong", 2]);
  expect(await card.pinStatus()).toEqual({ remaining: 2 });
});

test("planted PINs are nowhere, nor is the certificate", async () => {
  const entries: TranscriptEntry[] = [];
  const card = await desk(testCard()).open({ transcript: (entry) => entries.push(entry) });
  expect(await failure(card.authenticate(request, { pin: () => "9182" }))).toBe("pin.wrong");
  await card.authenticate(request, { pin: "1234" });
  const text = JSON.stringify(entries);
  for (const planted of ["39313832", "31323334", "9182", "1234", toHex(testCertificate().slice(0, 8))]) {
    expect(text).not.toContain(planted);
  }
});

test("any command with INS 20 or 24, in any class and form, shows four bytes at most", () => {
  const secret = fromHex("39313832");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0x20, 0x24),
      fc.uint8Array({ maxLength: 4 }),
      (cla, ins, tail) => {
        const text = redactCommand(Uint8Array.of(cla, ins, 0x00, 0x98, secret.length, ...secret, ...tail));
        expect(text).toBe(`${toHex(Uint8Array.of(cla, ins))}0098 ‹secret›`);
      },
    ),
  );
});

test("of an error only the code is kept, not the driver's text", async () => {
  const entries: TranscriptEntry[] = [];
  const channel = scriptedChannel([["002000980431323334", new Error("failed: 00 20 00 98 04 31 32 33 34")]]);
  const recorded = recordedChannel(channel, (entry) => entries.push(entry));
  await expect(recorded.transmit(fromHex("002000980431323334"))).rejects.toThrow("failed");
  expect(entries).toEqual([{ type: "error", at: "00200098 ‹secret›", code: "unknown" }]);
});
