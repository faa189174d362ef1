import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { desk, fullAnswer, question } from "../../test/fakes/desk.ts";
import { MemoryTransport } from "../../test/fakes/memory-transport.ts";
import { type Overlay, parseOverlay } from "../messages/index.ts";
import { OnshiClient } from "./client.ts";
import { layoutsOf, onshiLayouts } from "./layouts.ts";

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

test("a new client works by layouts that are compiled already: the shared ones, or those of all without an overlay", async () => {
  const layouts = onshiLayouts(vendor);
  const layoutUsed = async (options: object): Promise<unknown> => {
    const { client, transport } = desk(fullAnswer, options);
    await client.eligibility.verify(question);
    return transport.requests[0]?.layout;
  };
  expect(await layoutUsed({ layouts })).toBe(layouts.codec.layout("OQSsiquc01req"));
  expect(onshiLayouts(vendor).codec).not.toBe(layouts.codec);
  expect(layoutsOf({}).codec).toBe(layoutsOf({}).codec);
  expect(layoutsOf({ layouts })).toBe(layouts);
});
