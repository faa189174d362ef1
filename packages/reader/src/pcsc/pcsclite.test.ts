import { toHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { failure, failureOf } from "../../test/card/test-card.ts";
import { FakeLiteService, liteError } from "../../test/pcsc/fake-pcsclite.ts";
import { manualClock } from "../../test/pcsc/manual-clock.ts";
import type { CardChannel } from "../channel/channel.ts";
import { loadPcsclite } from "./pcsclite.ts";
import { PcscReaders } from "./pcsc-readers.ts";

const select = Uint8Array.of(0x00, 0xa4);
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Scene {
  readonly services: readonly FakeLiteService[];
  readonly source: PcscReaders;
  /** Waits for work during which at most 400 ms pass. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
  readonly connected: () => Promise<{ readonly channel: CardChannel; readonly reader: FakeLiteService["reader"] }>;
}

function scene(cardPresent = true): Scene {
  const services: FakeLiteService[] = [];
  const factory = (): FakeLiteService => {
    const service = new FakeLiteService(cardPresent);
    services.push(service);
    return service;
  };
  const clock = manualClock();
  const source = new PcscReaders(() => loadPcsclite(async () => ({ default: factory }), true), clock);
  const during = async <T>(work: Promise<T>): Promise<T> => {
    work.catch(() => undefined);
    await clock.pass(400);
    return work;
  };
  const connected: Scene["connected"] = async () => {
    const channel = await during(source.connect("Reader A"));
    const reader = services.at(-1)?.reader;
    if (reader === undefined) throw new Error("no service");
    reader.log.splice(0);
    return { channel, reader };
  };
  return { services, source, during, connected };
}

describe("readers", () => {
  test("listed, watched, and every one of them closed at the end, without the spurious error", async () => {
    const { services, source, during } = scene(false);
    expect(await during(source.list())).toEqual([{ name: "Reader A", cardPresent: false }]);
    const [service] = services;
    const changed = source.changed();
    service?.reader.move(true);
    await changed;
    expect(await source.list()).toEqual([{ name: "Reader A", cardPresent: true }]);
    await during(source.close());
    await soon();
    await soon();
    expect([service?.reader.log, service?.isClosed]).toEqual([["close"], true]);
  });

  test("closed while it starts: it still ends", async () => {
    const { services, source, during } = scene();
    const listing = source.list();
    await soon();
    const closing = source.close();
    await during(Promise.all([listing, closing]));
    await soon();
    expect([services.length, services[0]?.reader.log, services[0]?.isClosed]).toEqual([1, ["close"], true]);
  });

  test("a reader that is unplugged", async () => {
    const { services, source, during } = scene();
    await during(source.list());
    services[0]?.reader.emit("end");
    await source.changed();
    expect(await source.list()).toEqual([]);
  });

  test.each(["service", "reader"] as const)("an error of the %s: the watch is started again", async (where) => {
    const { services, source, during } = scene();
    await during(source.list());
    const [service] = services;
    (where === "service" ? service : service?.reader)?.emit("error", liteError(0x8010001e));
    await source.changed();
    expect(await during(source.list())).toHaveLength(1);
    expect([services.length, service?.isClosed]).toEqual([2, true]);
  });
});

describe("the binding itself", () => {
  test("not installed, or not built", async () => {
    const load = (): Promise<never> => Promise.reject(new Error("Could not locate the bindings file."));
    const error = await failureOf(loadPcsclite(load, true));
    expect([error.code, error.details.variant]).toEqual(["card.adapterMissing", "pcsclite"]);
  });

  test("in a worker thread it is not even loaded, because it would crash the process", async () => {
    const error = await failureOf(loadPcsclite(() => Promise.reject(new Error("loaded")), false));
    expect([error.code, error.details.variant]).toEqual(["card.adapterMissing", "pcsc-mini"]);
  });

  test("no service: the factory throws, and that is reported at once", async () => {
    const factory = (): never => {
      throw liteError(0x8010001d, "Service not available.");
    };
    const source = new PcscReaders(() => loadPcsclite(async () => factory, true), manualClock());
    expect(await failure(source.list())).toBe("card.serviceMissing");
  });
});

describe("a session", () => {
  test("exclusive, with the ATR of the status; transactions do nothing then", async () => {
    const { connected } = scene();
    const { channel, reader } = await connected();
    expect(toHex(channel.atr)).toBe("3B00");
    await channel.begin();
    reader.answers.push(Buffer.from("01029000", "hex"));
    expect(toHex(await channel.transmit(select))).toBe("01029000");
    await channel.end("leave");
    await channel.close("unpower");
    expect(reader.log).toEqual(["transmit 00a4 65538 2", "disconnect 2"]);
  });

  test("ending a transaction with the power cut ends the connection", async () => {
    const { connected } = scene();
    const { channel, reader } = await connected();
    await channel.begin();
    await channel.end("unpower");
    expect(reader.log).toEqual(["disconnect 2"]);
  });

  test("the command is not copied, so that wiping a PIN wipes it", async () => {
    const { connected } = scene();
    const { channel, reader } = await connected();
    const command = Uint8Array.of(0x31, 0x32);
    await channel.transmit(command);
    command.fill(0);
    expect(reader.sent.map(toHex)).toEqual(["0000"]);
  });

  test.each([
    [0x80100069, "card.removed"],
    [0x8010000c, "card.removed"],
    [0x80100068, "card.reset"],
    [0x80100066, "card.unresponsive"],
    [0x80100067, "card.unresponsive"],
    [0x80100065, "card.unresponsive"],
    [0x8010000b, "card.busy"],
    [0x80100017, "card.readerMissing"],
    [0x80100009, "card.readerMissing"],
    [0x8010001d, "card.serviceMissing"],
    [0x8010001e, "card.serviceMissing"],
    [0x8010006a, "card.serviceMissing"],
    [0x8010002f, "card.communication"],
    [0x80100016, "card.communication"],
    [0x80100008, "card.communication"],
    [0x1f, "card.communication"],
    [0xffff_ffff_8010_0069n, "card.removed"],
  ] as const)("%i is %s, and poisons the channel", async (number, code) => {
    const { connected } = scene();
    const { channel, reader } = await connected();
    reader.failures.set("transmit", [liteError(number, "\u{fffd}\u{fffd}(garbled)")]);
    expect(await failure(channel.transmit(select))).toBe(code);
    expect(await failure(channel.transmit(select))).toBe("card.sessionClosed");
    expect(reader.log).toHaveLength(1);
  });

  test("after a failed disconnection the next connection is a new one, not the old handle", async () => {
    const { connected } = scene();
    const { channel, reader } = await connected();
    reader.failures.set("disconnect", [liteError(0x80100069), liteError(0x80100069)]);
    expect(await failure(channel.close("unpower"))).toBe("card.removed");
    expect(reader.connected).toBe(true);
    reader.log.splice(0);
    const again = await connected();
    expect(again.channel.readerName).toBe("Reader A");
    expect(again.reader.connected).toBe(true);
  });

  test("connecting to a reader in use: tried again, then told", async () => {
    const { services, source, during } = scene();
    await during(source.list());
    const reader = services[0]?.reader;
    reader?.failures.set(
      "connect",
      Array.from({ length: 4 }, () => liteError(0x8010000b)),
    );
    expect(await failure(during(source.connect("Reader A")))).toBe("card.busy");
    expect(reader?.log).toEqual(Array.from({ length: 4 }, () => "connect 1"));
  });
});
