import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { fromHex, systemClock, toHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { vpcdFrame, VpcdFrames } from "./vpcd-frames.ts";
import { type VpcdCard, vpcdLink } from "./vpcd-link.ts";

/** A card that echoes; `log` is what happened to it. */
function echoCard(atr = "3B00"): VpcdCard & { readonly log: string[] } {
  const log: string[] = [];
  return {
    log,
    atr: fromHex(atr),
    powerOn: () => void log.push("on"),
    powerOff: () => void log.push("off"),
    reset: () => void log.push("reset"),
    transmit(command) {
      if (command[0] === 0xff) throw new Error("broken");
      log.push(toHex(command));
      return command;
    },
  };
}

let server: Server;
let port: number;
const sockets: Socket[] = [];
const connections: ((socket: Socket) => void)[] = [];

/** The reader's end of the next connection. */
const nextConnection = (): Promise<Socket> => new Promise((resolve) => connections.push(resolve));

beforeEach(async () => {
  server = createServer((socket) => {
    sockets.push(socket);
    connections.shift()?.(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  connections.splice(0);
  server.close();
});

/** Reads whole messages at the reader's end. */
async function messages(socket: Socket, count: number): Promise<readonly string[]> {
  const frames = new VpcdFrames();
  const got: string[] = [];
  while (got.length < count) {
    const [chunk] = (await once(socket, "data")) as [Uint8Array];
    got.push(...frames.take(chunk).map(toHex));
  }
  return got;
}

const soon = { sleep: () => systemClock.sleep(1) };

test("messages survive any cutting of the stream", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 600 })), fc.array(fc.nat(700)), (sent, cuts) => {
      const stream = Buffer.concat(sent.map(vpcdFrame));
      const frames = new VpcdFrames();
      const got: Uint8Array[] = [];
      let at = 0;
      for (const cut of [...cuts, stream.length]) {
        got.push(...frames.take(stream.subarray(at, at + cut)));
        at += cut;
      }
      expect(got.map(toHex)).toEqual(sent.map(toHex));
    }),
  );
});

test("power, reset and ATR; only the request for the ATR is answered; commands are, in order", async () => {
  const card = echoCard("3BE000FF8131FE4514");
  const link = vpcdLink({ port, clock: soon });
  const [socket] = await Promise.all([nextConnection(), link.insert(card)]);
  for (const message of ["01", "04", "02", "00", "01", "03", "", "00A4", "00B0000000"]) {
    socket.write(vpcdFrame(fromHex(message)));
  }
  expect(await messages(socket, 3)).toEqual(["3BE000FF8131FE4514", "00A4", "00B0000000"]);
  expect(card.log).toEqual(["on", "on", "reset", "off", "on", "00A4", "00B0000000"]);
  await link.remove();
  expect(card.log.at(-1)).toBe("off");
});

test("removed: the connection ends and stays ended; inserted again: a new one", async () => {
  const link = vpcdLink({ port, clock: soon });
  const [first] = await Promise.all([nextConnection(), link.insert(echoCard())]);
  const ended = once(first, "close");
  first.resume();
  await link.remove();
  await ended;
  const other = echoCard("3B01");
  const [second] = await Promise.all([nextConnection(), link.insert(other)]);
  second.write(vpcdFrame(fromHex("04")));
  expect(await messages(second, 1)).toEqual(["3B01"]);
  await link.remove();
  expect(sockets).toHaveLength(2);
});

test("removed right after it was inserted: it never connects; of two inserted at once the second stays", async () => {
  const link = vpcdLink({ port, clock: soon });
  const inserted = link.insert(echoCard());
  await link.remove();
  await inserted;
  expect(sockets).toEqual([]);
  const [connection] = await Promise.all([
    nextConnection(),
    link.insert(echoCard("3B01")),
    link.insert(echoCard("3B02")),
  ]);
  connection.write(vpcdFrame(fromHex("04")));
  expect(await messages(connection, 1)).toEqual(["3B02"]);
  await link.remove();
  expect(sockets).toHaveLength(1);
});

test("a lost connection is restored, and the card has lost its power meanwhile", async () => {
  const states: boolean[] = [];
  const card = echoCard();
  let again: () => void = () => undefined;
  const connectedTwice = new Promise<void>((resolve) => (again = resolve));
  const onConnection = (state: boolean): void => {
    states.push(state);
    if (states.length === 3) again();
  };
  const link = vpcdLink({ port, clock: soon, onConnection });
  const [first] = await Promise.all([nextConnection(), link.insert(card)]);
  first.destroy();
  await connectedTwice;
  expect(card.log).toEqual(["off"]);
  await link.remove();
  expect(states).toEqual([true, false, true, false]);
});

test("a card that fails instead of answering counts as removed", async () => {
  const link = vpcdLink({ port, clock: soon });
  const [first] = await Promise.all([nextConnection(), link.insert(echoCard())]);
  const ended = once(first, "close");
  first.resume();
  first.write(vpcdFrame(fromHex("FF00")));
  await ended;
  await link.remove();
});

test("no vpcd: keeps trying with growing pauses, and stops when told", async () => {
  server.close();
  await once(server, "close");
  const pauses: number[] = [];
  const link = vpcdLink({
    port,
    clock: {
      sleep: async (ms) => {
        pauses.push(ms);
        if (pauses.length === 7) void link.remove();
      },
    },
  });
  await link.insert(echoCard());
  expect(pauses.slice(0, 7)).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
});
