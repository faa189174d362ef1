import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { desk, fullAnswer, question } from "../../test/fakes/desk.ts";
import { MemoryTransport } from "../../test/fakes/memory-transport.ts";
import { type Overlay, parseOverlay } from "../messages/index.ts";
import { OnshiClient } from "./client.ts";
import { onshiLayouts } from "./layouts.ts";

const message = "OQSsiquc01res";
const header = "MessageHeader";
const overlay = (source: string, ...changes: readonly unknown[]): Overlay =>
  parseOverlay({ onshiOverlay: 2, basis: "0.1.0", source, changes });
const vendor = overlay("vendor", { do: "renameElement", message, path: `${header}/ErrorCode`, to: "Fault" });
const site = overlay(
  "site",
  { do: "renameElement", message, path: `${header}/Fault`, to: "SiteFault" },
  { do: "reorder", message, path: header, order: ["SiteFault"] },
);

test("several overlays are applied one on top of the other: site over vendor", () => {
  const { codec, sources, superfluous } = onshiLayouts([vendor, site]);
  expect(codec.layout(message).header.fields[0]?.wire).toBe("SiteFault");
  expect([sources, superfluous]).toEqual([["vendor", "site"], []]);
});

test("what a lower overlay says already is told of the upper one", () => {
  expect(onshiLayouts([vendor, vendor]).superfluous).toEqual([{ overlay: 1, change: 0 }]);
});

test("a fault names overlay and change", () => {
  const faultOf = (given: Overlay | readonly Overlay[]): unknown => {
    try {
      return onshiLayouts(given);
    } catch (error) {
      return (error as { details: unknown }).details;
    }
  };
  expect(faultOf(site)).toEqual({ field: "changes.0.path" });
  expect(faultOf([site, vendor])).toEqual({ field: "overlays.0.changes.0.path" });
  expect(faultOf([vendor, { ...site, source: 1 } as never])).toEqual({ field: "overlays.1.source" });
});

test("a client takes a stack, or layouts that are shared, not both and nothing else", () => {
  const make = (options: object): OnshiClient =>
    new OnshiClient({ institutionCode: "9910000000", transport: new MemoryTransport(), ...options });
  expect(() => make({ overlay: [vendor, site] })).not.toThrow();
  expect(() => make({ layouts: onshiLayouts(vendor) })).not.toThrow();
  const refused = expect.objectContaining({
    code: "config.invalid",
    details: expect.objectContaining({ field: "layouts" }),
  });
  for (const options of [
    { layouts: onshiLayouts(), overlay: vendor },
    { layouts: {} },
    { layouts: null },
    { layouts: { ...onshiLayouts() } },
  ])
    expect(() => make(options)).toThrow(refused);
});

test("two thousand clients cost less than 20 MB beyond one", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const layouts = onshiLayouts(vendor);
  const transport = new MemoryTransport();
  const clientOf = (): OnshiClient => new OnshiClient({ institutionCode: "9910000000", transport, layouts });
  const first = clientOf();
  const before = heap();
  const more = Array.from({ length: 2000 }, clientOf);
  const bytes = heap() - before;
  expect([first, ...more]).toHaveLength(2001);
  expect(bytes).toBeLessThan(20 * 1024 * 1024);
});

test("the first answer of a new client costs no compilation: less than a millisecond more than its second", async () => {
  const layouts = onshiLayouts(vendor);
  const rounds: (readonly [first: number, second: number])[] = [];
  for (let round = 0; round < 150; round++) {
    const { client } = desk(fullAnswer, { layouts });
    const times: number[] = [];
    for (let call = 0; call < 2; call++) {
      const started = performance.now();
      await client.eligibility.verify(question);
      times.push(performance.now() - started);
    }
    const [first = 0, second = 0] = times;
    rounds.push([first, second]);
  }
  const warm = rounds.slice(50);
  const middle = (times: readonly number[]): number =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  expect(middle(warm.map(([first]) => first)) - middle(warm.map(([, second]) => second))).toBeLessThan(1);
});
