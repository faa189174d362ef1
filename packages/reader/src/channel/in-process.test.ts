import { fromHex, toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { failure, readerName, testCard } from "../../test/card/test-card.ts";
import type { CardChannel } from "./channel.ts";
import { inProcessSource } from "./in-process.ts";
import { connectThrough } from "./reader-source.ts";

const select = fromHex("00A4040C0AD392F000260100000001");
const verify = fromHex("002000980431323334");
const sign = fromHex(`802A0097333031300D060960864801650304020105000420${"00".repeat(32)}00`);
const empty = new Uint8Array();

const statusWord = async (channel: CardChannel, command: Uint8Array): Promise<string> =>
  toHex((await channel.transmit(command)).slice(-2));

async function verified(source = inProcessSource([{ name: readerName, card: testCard() }])): Promise<{
  readonly source: typeof source;
  readonly channel: CardChannel;
}> {
  const channel = await connectThrough(source)(readerName);
  await channel.begin();
  await channel.transmit(select);
  expect(await statusWord(channel, verify)).toBe("9000");
  return { source, channel };
}

describe("how a session ends decides what happens to the PIN status, as on a real card (jpki-card §5.6)", () => {
  test.each([
    ["leave", "9000"],
    ["reset", "9000"],
    ["unpower", "6982"],
  ] as const)("%s: the next one to sign gets %s", async (how, expected) => {
    for (const end of ["end", "close"] as const) {
      const { source, channel } = await verified();
      await channel[end](how);
      const next = await connectThrough(source)(readerName);
      await next.begin();
      await next.transmit(select);
      expect(await statusWord(next, sign)).toBe(expected);
    }
  });
});

test("after unpower the handle is useless", async () => {
  const { channel } = await verified();
  await channel.end("unpower");
  expect(await failure(channel.begin())).toBe("card.reset");
});

test("a removed card: an empty answer as from vpcd, and errors for the rest", async () => {
  const { source, channel } = await verified();
  source.remove(readerName);
  expect(await channel.transmit(select)).toEqual(empty);
  expect(await failure(channel.end("leave"))).toBe("card.removed");
  await channel.close("unpower");
  expect(await failure(connectThrough(source)(readerName))).toBe("card.absent");
});

test("removed and put back: the old handle notices", async () => {
  const card = testCard();
  const { source, channel } = await verified(inProcessSource([{ name: readerName, card }]));
  source.remove(readerName);
  source.insert(readerName, card);
  expect(await failure(channel.transmit(select))).toBe("card.reset");
  const next = await connectThrough(source)(readerName);
  expect(await statusWord(next, sign)).toBe("6A82");
});

test("transactions wait for one another, and no command slips in between", async () => {
  const source = inProcessSource([{ name: readerName, card: testCard() }]);
  const [first, second] = [await connectThrough(source)(readerName), await connectThrough(source)(readerName)];
  const order: string[] = [];
  await first.begin();
  const waiting = second.begin().then(() => order.push("second begins"));
  expect(await failure(second.transmit(select))).toBe("card.busy");
  order.push("first ends");
  await first.end("leave");
  await waiting;
  expect(order).toEqual(["first ends", "second begins"]);
});

test("changed() reports what happened since the last list(), each change once", async () => {
  const source = inProcessSource([{ name: "A" }]);
  await source.list();
  let woke = 0;
  const waiting = source.changed().then(() => (woke += 1));
  await Promise.resolve();
  expect(woke).toBe(0);
  source.insert("A", testCard());
  await waiting;
  await source.changed();
  expect(await source.list()).toEqual([{ name: "A", cardPresent: true }]);
  const controller = new AbortController();
  const aborted = source.changed(controller.signal).then(() => (woke += 1));
  await Promise.resolve();
  expect(woke).toBe(1);
  controller.abort();
  await aborted;
});

test("a reader that does not exist", async () => {
  const source = inProcessSource([]);
  expect(await failure(connectThrough(source)("A"))).toBe("card.readerMissing");
  expect(() => source.insert("A", testCard())).toThrow("card.readerMissing");
});
