import { toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { failure, failureOf } from "../../test/card/test-card.ts";
import { type FakePcscMini, fakePcscMini, miniError } from "../../test/pcsc/fake-pcsc-mini.ts";
import { type ManualClock, manualClock } from "../../test/pcsc/manual-clock.ts";
import type { CardChannel } from "../channel/channel.ts";
import { loadPcscMini } from "./pcsc-mini.ts";
import { PcscReaders } from "./pcsc-readers.ts";

const select = Uint8Array.of(0x00, 0xa4);

interface Scene {
  readonly fake: FakePcscMini;
  readonly clock: ManualClock;
  readonly source: PcscReaders;
  /** Waits for work during which at most so much time passes. */
  readonly during: <T>(work: Promise<T>, ms?: number) => Promise<T>;
  readonly connected: () => Promise<CardChannel>;
}

function scene(readers?: Readonly<Record<string, boolean>>): Scene {
  const fake = fakePcscMini(readers);
  const clock = manualClock();
  const source = new PcscReaders(() => loadPcscMini(async () => fake.module), clock);
  const during = async <T>(work: Promise<T>, ms = 400): Promise<T> => {
    work.catch(() => undefined);
    await clock.pass(ms);
    return work;
  };
  return { fake, clock, source, during, connected: () => during(source.connect("Reader A")) };
}

describe("readers", () => {
  test("listed with the cards on them; nothing is loaded or started before", async () => {
    const { fake, source, during } = scene({ "Reader A": true, "Reader B": false });
    expect(fake.log).toEqual([]);
    expect(await during(source.list())).toEqual([
      { name: "Reader A", cardPresent: true },
      { name: "Reader B", cardPresent: false },
    ]);
    await source.list();
    expect(fake.log).toEqual(["start"]);
    await during(source.close());
    expect(fake.log).toEqual(["start", "stop"]);
    expect(await failure(source.list())).toBe("card.sessionClosed");
  });

  test("none", async () => {
    const { source, during } = scene({});
    expect(await during(source.list())).toEqual([]);
    expect(await failure(during(source.connect("Reader A")))).toBe("card.readerMissing");
  });

  test("a change wakes those who wait, and so does an abort", async () => {
    const { fake, source, during } = scene({ "Reader A": false });
    await during(source.list());
    const changed = source.changed();
    fake.clients[0]?.move("Reader A", true);
    await changed;
    expect(await source.list()).toEqual([{ name: "Reader A", cardPresent: true }]);
    fake.clients[0]?.unplug("Reader A");
    await source.changed();
    expect(await source.list()).toEqual([]);
    await source.changed(AbortSignal.abort());
    const stop = new AbortController();
    const aborted = source.changed(stop.signal);
    stop.abort();
    await aborted;
  });

  test("a missed event is made up for: a long wait reads the state again", async () => {
    const { fake, source, during } = scene({ "Reader A": false });
    await during(source.list());
    const readers = { "Reader A": true };
    Object.assign(fake.readers, readers);
    await during(source.changed(), 3_000);
    expect(await during(source.list())).toEqual([{ name: "Reader A", cardPresent: true }]);
    expect(fake.log).toEqual(["start", "stop", "start"]);
  });

  test("when the watch fails it is started again; without a service the error says so", async () => {
    const { fake, source, during } = scene();
    await during(source.list());
    fake.clients[0]?.emit("error", miniError("StatusEventBufferOverflow"));
    await source.changed();
    expect(await during(source.list())).toHaveLength(1);
    fake.clients[1]?.emit("error", miniError("ServiceStopped"));
    fake.failures.set("start", [miniError("NoService")]);
    await source.changed();
    expect(await failure(during(source.list()))).toBe("card.serviceMissing");
    expect(await during(source.list())).toHaveLength(1);
  });
});

describe("the binding itself", () => {
  // PC/SC loses a cancellation between two waits, and the call that stops the watch then blocks the process.
  test("not stopped right after an event", async () => {
    const { fake, clock, source, during } = scene();
    await during(source.list());
    const closing = source.close();
    for (let event = 0; event < 3; event += 1) {
      fake.clients[0]?.move("Reader A", event % 2 === 0);
      expect(fake.log).toEqual(["start"]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await clock.pass(150);
    await closing;
    expect(fake.log).toEqual(["start", "stop"]);
    expect(clock.asked.filter((ms) => ms === 150)).toHaveLength(2);
  });

  test.each([
    ["not installed", new Error("Cannot find package 'pcsc-mini'"), "card.adapterMissing"],
    ["no PC/SC library", new Error("libpcsclite.so.1: cannot open shared object file"), "card.serviceMissing"],
  ])("%s", async (_, error, code) => {
    const source = new PcscReaders(() => loadPcscMini(() => Promise.reject(error)), manualClock());
    expect(await failure(source.list())).toBe(code);
    await source.close();
  });

  test("no service: reported at once, and nothing is left to stop", async () => {
    const { fake, source, clock } = scene();
    fake.failures.set("start", [miniError("NoService")]);
    expect(await failure(source.list())).toBe("card.serviceMissing");
    expect(clock.asked).toEqual([]);
  });
});

describe("connecting", () => {
  test("shared, with the ATR of the card's state and not that of the event", async () => {
    const { fake, connected } = scene();
    expect(toHex((await connected()).atr)).toBe("3B00");
    expect(fake.log).toEqual(["start", "connect 2", "state"]);
  });

  test.each([
    ["SharingViolation", "card.busy", 4],
    ["UnresponsiveCard", "card.unresponsive", 4],
    ["UnpoweredCard", "card.unresponsive", 4],
    ["UnsupportedCard", "card.unresponsive", 4],
    ["CommError", "card.communication", 4],
    ["NotTransacted", "card.communication", 4],
    ["AnythingElse", "card.communication", 4],
    ["ResetCard", "card.reset", 4],
    ["NoSmartCard", "card.absent", 1],
    ["RemovedCard", "card.absent", 1],
    ["UnknownReader", "card.readerMissing", 1],
    ["ReaderUnavailable", "card.readerMissing", 1],
    ["NoService", "card.serviceMissing", 1],
    ["ServiceStopped", "card.serviceMissing", 1],
  ] as const)("%s is %s, tried %i times", async (name, code, tries) => {
    const { fake, source, during, clock } = scene();
    fake.failures.set(
      "connect",
      Array.from({ length: 9 }, () => miniError(name)),
    );
    const error = await failureOf(during(source.connect("Reader A")));
    expect(error.code).toBe(code);
    expect(error.cause).toMatchObject({ code: name });
    expect(fake.log.filter((call) => call.startsWith("connect"))).toHaveLength(tries);
    expect(clock.asked.filter((ms) => [100, 200].includes(ms))).toEqual(tries === 4 ? [100, 200] : []);
  });

  test("a card just put down answers at the second try", async () => {
    const { fake, connected } = scene();
    fake.failures.set("connect", [miniError("UnresponsiveCard")]);
    expect((await connected()).readerName).toBe("Reader A");
  });

  test("a card whose state cannot be read is released, because places are few", async () => {
    const { fake, connected } = scene();
    fake.failures.set("state", [miniError("CommError")]);
    await connected();
    expect(fake.log).toEqual(["start", "connect 2", "state", "disconnect 0", "connect 2", "state"]);
  });

  test("no place left for a card: the binding is restarted", async () => {
    const { fake, connected } = scene();
    fake.failures.set("connect", [miniError("TooManyCardConnections")]);
    await connected();
    expect(fake.log).toEqual(["start", "connect 2", "stop", "start", "connect 2", "state"]);
  });
});

describe("a session", () => {
  test("transaction, command with room for the longest answer, end, disconnection", async () => {
    const { fake, connected } = scene();
    const channel = await connected();
    fake.log.splice(0);
    await channel.begin();
    fake.answers.push(Uint8Array.of(1, 2, 0x90, 0));
    expect(toHex(await channel.transmit(select))).toBe("01029000");
    await channel.end("leave");
    await channel.close("unpower");
    await channel.close("unpower");
    expect(fake.log).toEqual(["transaction", "transmit 00a4", "end 0", "disconnect 2"]);
    expect(fake.buffers).toEqual([65_538]);
    expect(await failure(channel.begin())).toBe("card.sessionClosed");
  });

  test("answers do not share memory", async () => {
    const { fake, connected } = scene();
    const channel = await connected();
    fake.answers.push(Uint8Array.of(1, 0x90, 0), Uint8Array.of(2, 0x90, 0));
    const [first, second] = [await channel.transmit(select), await channel.transmit(select)];
    expect([toHex(first), toHex(second)]).toEqual(["019000", "029000"]);
  });

  test("calls at the same time wait for one another", async () => {
    const { fake, connected } = scene();
    const channel = await connected();
    fake.answers.push(Uint8Array.of(1, 0x90, 0), Uint8Array.of(2, 0x90, 0));
    const both = await Promise.all([channel.transmit(select), channel.transmit(select)]);
    expect(both.map(toHex)).toEqual(["019000", "029000"]);
  });

  test.each([[[]], [[0x90]]])("an answer of %j is loss of the card", async (answer) => {
    const { fake, connected } = scene();
    const channel = await connected();
    fake.answers.push(Uint8Array.from(answer));
    expect(await failure(channel.transmit(select))).toBe("card.removed");
  });

  test.each([
    ["RemovedCard", "card.removed"],
    ["NoSmartCard", "card.removed"],
    ["ResetCard", "card.reset"],
    ["UnpoweredCard", "card.unresponsive"],
    ["CommError", "card.communication"],
    ["InsufficientBuffer", "card.communication"],
    ["ReaderUnavailable", "card.readerMissing"],
    ["ServiceStopped", "card.serviceMissing"],
    ["SharingViolation", "card.busy"],
  ] as const)("%s is %s, and poisons the channel", async (name, code) => {
    for (const call of ["transaction", "transmit", "end"] as const) {
      const { fake, connected } = scene();
      const channel = await connected();
      if (call === "end") await channel.begin();
      fake.failures.set(call, [miniError(name)]);
      const failing = {
        transaction: () => channel.begin(),
        transmit: () => channel.transmit(select),
        end: () => channel.end("leave"),
      };
      expect(await failure(failing[call]())).toBe(code);
      const sent = fake.log.length;
      expect(await failure(channel.begin())).toBe("card.sessionClosed");
      expect(await failure(channel.transmit(select))).toBe("card.sessionClosed");
      expect(await failure(channel.end("leave"))).toBe("card.sessionClosed");
      expect(fake.log).toHaveLength(sent);
      await channel.close("unpower");
      expect(fake.log.at(-1)).toBe("disconnect 2");
    }
  });

  test("a failed disconnection is reported, and the channel is closed anyway", async () => {
    const { fake, connected } = scene();
    const channel = await connected();
    fake.failures.set("disconnect", [miniError("RemovedCard")]);
    expect(await failure(channel.close("unpower"))).toBe("card.removed");
    await channel.close("unpower");
  });

  test("another program's transaction: given up after 5 s; granted later, the card is left as it is", async () => {
    const { fake, connected, during } = scene();
    const channel = await connected();
    let grant: () => void = () => undefined;
    fake.held.until = new Promise((resolve) => (grant = resolve));
    expect(await failureOf(during(channel.begin(), 5_000))).toMatchObject({
      code: "card.busy",
      details: { waitedMs: 5_000 },
    });
    await channel.close("unpower");
    expect(fake.log.at(-1)).toBe("transaction");
    grant();
    await new Promise((resolve) => setImmediate(resolve));
    expect(fake.log.at(-1)).toBe("disconnect 0");
  });
});
