import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fromHex, systemClock } from "@onshi/core/base";
import { expect, test } from "vitest";
import { vpcdFrame, VpcdFrames } from "../card/vpcd-frames.ts";
import { run } from "./run.ts";

const system = { locale: "en-US", version: "0.0.0-test" };

test("puts a persona's card on the reader, moves it when told, and removes it at the end", async () => {
  const connections: string[] = [];
  const server = createServer((socket) => {
    const frames = new VpcdFrames();
    socket.on("data", (chunk) => connections.push(...frames.take(chunk).map((atr) => `ATR of ${atr.length}`)));
    // A card that was removed does not read what was sent to it.
    socket.on("error", () => undefined);
    socket.on("close", () => connections.push("gone"));
    socket.write(vpcdFrame(fromHex("04")));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  const stop = new AbortController();
  const told: string[] = [];
  let type: (line: string) => void = () => undefined;
  // Each report triggers the next step.
  const next = [() => type("remove"), () => type("insert"), () => stop.abort(), () => undefined];
  const out = (line: string): void => {
    told.push((JSON.parse(line) as { type: string }).type);
    setImmediate(() => next.shift()?.());
  };
  const code = await run(
    ["card", "--vpcd", `127.0.0.1:${port}`, "--json"],
    { out, err: () => undefined, signal: stop.signal, system, onLine: (listener) => void (type = listener) },
    systemClock,
  );
  server.close();
  await once(server, "close");
  expect(code).toBe(0);
  expect(told).toEqual(["inserted", "removed", "inserted", "removed"]);
  expect(connections).toContain("gone");
});

test.each([["nowhere"], ["127.0.0.1:0"], ["127.0.0.1:70000"], [":35963"]])("--vpcd %s is refused", async (address) => {
  const err: string[] = [];
  const io = { out: () => undefined, err: (text: string) => void err.push(text), signal: AbortSignal.abort(), system };
  expect(await run(["card", "--vpcd", address], io, systemClock)).toBe(2);
  expect(err.join("")).toContain("--vpcd");
});

test("a persona that does not exist", async () => {
  const io = { out: () => undefined, err: () => undefined, signal: AbortSignal.abort(), system };
  expect(await run(["card", "--persona", "nobody"], io, systemClock)).toBe(2);
});
