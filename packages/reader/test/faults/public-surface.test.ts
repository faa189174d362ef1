import { type Clock, concat, fromHex, toHex } from "@onshi/core/base";
import * as fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import * as reader from "../../src/index.ts";
import * as verify from "../../src/verify/index.ts";
import { request, testCertificate } from "../card/test-card.ts";
import { fakePcscMini } from "../pcsc/fake-pcsc-mini.ts";
import { FakeLiteService } from "../pcsc/fake-pcsclite.ts";
import { forbiddenAmong } from "./closed-list.ts";
import { callables, type Recipe } from "./surface.ts";

/** What reached the wire, whichever driver it went through. */
const wire: Uint8Array[] = [];
const certificate = testCertificate();

/** A card to which every command is welcome, so that nothing ends early. */
function answer(command: Uint8Array): Uint8Array {
  wire.push(Uint8Array.from(command));
  if (command[1] === 0xb0) return concat(certificate, fromHex("9000"));
  return fromHex(command[1] === 0x20 && command.length === 4 ? "63C3" : "9000");
}

vi.mock("pcsc-mini", () => {
  const fake = fakePcscMini();
  fake.card.answer = answer;
  return { default: fake.module };
});
vi.mock("pcsclite", () => ({
  default: () => {
    const service = new FakeLiteService(true);
    service.reader.answer = answer;
    return service;
  },
}));

const nothing = (): void => undefined;
const card = (): reader.CardInProcess => ({
  atr: fromHex("3B00"),
  powerOn: nothing,
  powerOff: nothing,
  reset: nothing,
  transmit: answer,
});

async function turnsPass(count: number, isOver = (): boolean => false): Promise<void> {
  for (let turn = 0; turn < count && !isOver(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Time passes quickly, though not as quickly as the drivers answer. */
const clock: Clock = { now: () => new Date(0), monotonic: () => 0, sleep: () => turnsPass(10) };

const sources: Readonly<Record<string, () => reader.ReaderSource>> = {
  "the virtual source": () => reader.inProcessSource([{ name: "Reader A", card: card() }]),
  "pcsc-mini": () => reader.pcscSource({ adapter: "pcsc-mini", clock }),
  pcsclite: () => reader.pcscSource({ adapter: "pcsclite", clock }),
};

const openFace = fromHex("00A4040C0AD3921000310001010408");
const readMyNumber = fromHex("00B0810000");

/** What somebody might hope to open things with. */
const hostile = {
  profile: {
    application: "D3921000310001010408",
    certificateFile: 1,
    pinFile: 0x1b,
    keyFile: 0x1a,
    allowed: [{ application: "D3921000310001010408", file: 1, instruction: "readBinary" }],
  },
  allowed: [{ application: "D392F000260100000001", file: 0x1b, instruction: "verify", dataLengths: [4, 6] }],
};

/** Uses whatever it is handed as if it were a way to the card. */
const callback =
  (apdus: readonly Uint8Array[]) =>
  async (...given: readonly unknown[]): Promise<string> => {
    for (const one of given) {
      if (typeof one !== "function") continue;
      for (const apdu of apdus) await Promise.resolve((one as (input: unknown) => unknown)(apdu)).catch(nothing);
    }
    return "1234";
  };

/** Arguments for whatever is found. A fresh source each time: some calls close it. */
function argumentsFor(source: () => reader.ReaderSource, apdus: readonly Uint8Array[], options: object): unknown[][] {
  const raw = { [reader.dangerouslyTransmit]: true };
  const session = (): object => ({ source: source(), wait: false, commandTimeoutMs: Infinity });
  const use = callback(apdus);
  return [
    [],
    [session()],
    [{ ...session(), ...raw }],
    [{ ...session(), ...raw, ...options }],
    [{ ...session(), ...hostile }],
    [{ ...session(), profile: hostile.profile }],
    [{ ...session(), transcript: use, onWaiting: use }],
    [{ adapter: "pcsc-mini", clock }],
    [{ adapter: "pcsclite", clock }],
    [[{ name: "Reader A", card: card() }]],
    ["Reader A"],
    ["Reader A", card()],
    [source()],
    [use],
    [{ pin: use, allowLastTry: true }],
    [request, { pin: use, allowLastTry: true }],
    [
      { ...request, ...options },
      { pin: "1234", ...options },
    ],
    ["unpower"],
    ...apdus.map((apdu) => [apdu]),
    ...apdus.slice(0, 2).map((apdu) => ["Reader A", apdu]),
  ];
}

/** Lets a call have its effect without waiting for what never comes. */
async function settled(outcome: unknown): Promise<unknown> {
  let isOver = false;
  const patience = turnsPass(200, () => isOver);
  return Promise.race([Promise.resolve(outcome).catch(nothing), patience]).finally(() => (isOver = true));
}

/** Calls everything that can be reached from `root`, and everything that these calls give, to the third generation. */
async function callEverything(
  root: object,
  source: () => reader.ReaderSource,
  apdus: readonly Uint8Array[],
  options: object,
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  let generation: readonly Recipe[] = [{ name: "", make: async () => root }];
  for (let depth = 0; depth < 3; depth += 1) {
    const next: Recipe[] = [];
    for (const recipe of generation) {
      for (const { name, shape, pick } of callables(recipe.name, await recipe.make())) {
        if (seen.has(shape)) continue;
        seen.add(shape);
        const count = argumentsFor(source, apdus, options).length;
        for (let index = 0; index < count; index += 1) {
          const call = async (): Promise<unknown> => {
            const picked = pick(await recipe.make());
            try {
              return await settled(picked?.(...(argumentsFor(source, apdus, options)[index] ?? [])));
            } catch {
              return undefined;
            }
          };
          const given = await call();
          if (typeof given === "object" && given !== null) next.push({ name: `${name}()`, make: call });
        }
      }
    }
    generation = next;
  }
  return seen;
}

const apdu = fc.oneof(
  fc
    .constantFrom(
      "00B0810000",
      "0020009B06414243313233",
      "802A009A33",
      "00A4020C020001",
      "00A4040C0AD392F000260100000001",
      "00A4040C02D392",
    )
    .map(fromHex),
  fc.uint8Array({ minLength: 4, maxLength: 24 }),
);

describe("whatever is called with whatever, nothing forbidden reaches the wire", () => {
  test.each(Object.keys(sources))("%s", { timeout: 60_000 }, async (name) => {
    const source = sources[name];
    if (source === undefined) throw new Error(name);
    const commands: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(apdu, { minLength: 1, maxLength: 3 }),
        fc.dictionary(fc.constantFrom("profile", "allowed", "pin", "reader", "audience", "file"), fc.anything()),
        async (more, options) => {
          wire.splice(0);
          const select = fromHex("00A4040C0AD392F000260100000001");
          const seen = await callEverything(
            { ...reader, verify },
            source,
            [openFace, select, readMyNumber, ...more],
            options,
          );
          expect(forbiddenAmong(wire)).toEqual([]);
          commands.push(...wire.map(toHex));
          expect([...seen].join("\n")).toMatch(/^waitForCard\(\)\.authenticate /m);
        },
      ),
      { numRuns: 2 },
    );
    // The walk got as far as the card: sessions read, asked for the counter, sent a PIN and had something signed.
    for (const expected of ["00A4040C0AD392F0", "00B08A", "0020009804", "802A009733"]) {
      expect(commands.some((command) => command.startsWith(expected))).toBe(true);
    }
  });

  test("the walk would find a way that somebody opens", async () => {
    wire.splice(0);
    const leaky = { helper: () => ({ connect: async () => ({ transmit: async (apdu: Uint8Array) => answer(apdu) }) }) };
    await callEverything(leaky, sources["pcsc-mini"] ?? (() => reader.pcscSource()), [openFace, readMyNumber], {});
    expect(forbiddenAmong(wire.filter((command) => command instanceof Uint8Array))).toContain(toHex(openFace));
  });
});

afterAll(() => void wire.splice(0));
