import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { desk, fullAnswer, question } from "../../test/fakes/desk.ts";
import { incoming, MemoryTransport } from "../../test/fakes/memory-transport.ts";
import { type Overlay, parseOverlay } from "../messages/index.ts";
import { folderTransport } from "../transports/index.ts";
import { OnshiClient } from "./client.ts";
import { layoutsOf, onshiLayouts } from "./layouts.ts";

const message = "OQSsiquc01res";
const header = "MessageHeader";
const zeros = { bytes: (count: number): Uint8Array => new Uint8Array(count) };
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

test("what a lower overlay already contains is superfluous in the upper one", () => {
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

test("a client takes a stack or shared layouts, not both and nothing else", () => {
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

test("two thousand clients, each with its folders and its first answer, cost less than 20 MB beyond one: two hundred cost a tenth", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const memory = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const layouts = onshiLayouts(vendor);
  const answer = incoming(message, fullAnswer);
  const clientOf = async (index: number): Promise<OnshiClient> => {
    const transport = folderTransport({ req: `/${index}/req`, res: `/${index}/res`, testOnly: true });
    transport.exchange = () => Promise.resolve(answer);
    const client = new OnshiClient({ institutionCode: "9910000000", transport, layouts, random: zeros });
    await client.eligibility.verify(question);
    return client;
  };
  const clients = [await clientOf(0)];
  const before = memory();
  for (let index = 1; index <= 200; index++) clients.push(await clientOf(index));
  const bytes = memory() - before;
  expect(clients).toHaveLength(201);
  expect(bytes).toBeLessThan(2 * 1000 * 1000);
});

test("a family is made when it is asked for, and once", () => {
  const { client } = desk();
  expect(Object.keys(client)).toEqual([]);
  for (const family of ["eligibility", "medication", "treatments", "checkups", "card"] as const)
    expect(client[family]).toBe(client[family]);
});

test("a new client has its first answer as soon as a client in use has another: it compiles nothing", async () => {
  const layouts = onshiLayouts(vendor);
  const make = (): OnshiClient => desk(fullAnswer, { layouts }).client;
  const used = make();
  /** Processor time: what else the machine does, does not count. */
  const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
    const start = process.cpuUsage();
    for (let turn = 0; turn < 20; turn++) await work();
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const ofUsed = (): Promise<number> => timeOf(() => used.eligibility.verify(question));
  const ofNew = (): Promise<number> => timeOf(() => make().eligibility.verify(question));
  await ofUsed();
  await ofNew();
  const ratios: number[] = [];
  for (let round = 0; round < 5; round++) ratios.push((await ofNew()) / (await ofUsed()));
  expect(Math.min(...ratios)).toBeLessThan(1.5);
});

test("a new client uses compiled layouts: the shared ones, or those common to all clients without an overlay", async () => {
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
