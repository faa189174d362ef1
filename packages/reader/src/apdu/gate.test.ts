import { fromHex, toHex } from "@onshi/core/base";
import { expect, test } from "vitest";
import { type ScriptedChannel, scriptedChannel, type Step } from "../../test/card/scripted-channel.ts";
import { failure } from "../../test/card/test-card.ts";
import { CardGate } from "./gate.ts";

const select: Step = ["00A4040C0A D392F000260100000001", "9000"];
const selectCommand = fromHex(select[0]);
const read = fromHex("00B08A00000000");

function gateOver(steps: readonly Step[]): { readonly gate: CardGate; readonly channel: ScriptedChannel } {
  const channel = scriptedChannel(steps);
  return { gate: new CardGate(channel), channel };
}

test("nothing goes through outside a transaction", async () => {
  const { gate, channel } = gateOver([]);
  expect(await failure(gate.transmit(selectCommand))).toBe("card.forbidden");
  expect(channel.log).toEqual([]);
});

test("a new transaction knows nothing of the previous one's selection", async () => {
  const { gate, channel } = gateOver([select]);
  await gate.begin();
  await gate.transmit(selectCommand);
  await gate.end("leave");
  await gate.begin();
  expect(await failure(gate.transmit(read))).toBe("card.forbidden");
  expect(channel.commands).toHaveLength(1);
});

test("a refused SELECT leaves nothing selected, not even what was before", async () => {
  const { gate } = gateOver([select, [select[0], "6A82"]]);
  await gate.begin();
  await gate.transmit(selectCommand);
  await gate.transmit(selectCommand);
  expect(await failure(gate.transmit(read))).toBe("card.forbidden");
});

test("a refused command leaves the application, but no current file", async () => {
  const { gate } = gateOver([select, ["00B08A00000000", "3000 9000"], ["00B08A00000000", "6A82"]]);
  await gate.begin();
  await gate.transmit(selectCommand);
  await gate.transmit(read);
  await gate.transmit(read);
  expect(await failure(gate.transmit(fromHex("00B0000000")))).toBe("card.forbidden");
});

test("one PIN per transaction, even when the first was refused", async () => {
  const { gate, channel } = gateOver([select, ["0020009804 31323334", "63C2"]]);
  const verify = fromHex("002000980431323334");
  await gate.begin();
  await gate.transmit(selectCommand);
  await gate.transmit(verify);
  expect(await failure(gate.transmit(verify))).toBe("card.forbidden");
  expect(channel.commands).toHaveLength(2);
});

test.each([
  ["an error of the driver", new Error("SCARD_F_COMM_ERROR"), "card.communication"],
  ["an empty answer", "", "card.removed"],
  ["half a status word", "90", "card.removed"],
] as const)("%s closes the gate for good, with the card unpowered", async (_name, response, code) => {
  const { gate, channel } = gateOver([[select[0], response]]);
  await gate.begin();
  expect(await failure(gate.transmit(selectCommand))).toBe(code);
  expect(await failure(gate.transmit(selectCommand))).toBe("card.sessionClosed");
  expect(await failure(gate.begin())).toBe("card.sessionClosed");
  expect(channel.log).toEqual(["begin", toHex(selectCommand), "close unpower"]);
});

test("a transaction that cannot be ended closes the gate without an error", async () => {
  const channel: ScriptedChannel = {
    ...scriptedChannel([select]),
    end: () => Promise.reject(new Error("lost")),
  };
  const gate = new CardGate(channel);
  await gate.begin();
  await gate.end("unpower");
  expect(gate.isUsable).toBe(false);
  expect(channel.log).toEqual(["begin", "close unpower"]);
});
