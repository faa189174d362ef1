import { fromHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { dangerouslyTransmit, type MyNumberCard } from "../../src/index.ts";
import { type Desk, desk, type Meddle, request, testCard, type TestCardOptions } from "../card/test-card.ts";
import { type Session, sessions } from "./sessions.ts";

const select = fromHex("00A4040C0AD392F000260100000001");

const cardFor = ({ profile, quirks }: Partial<Session>, more: TestCardOptions = {}) =>
  testCard({ ...(profile && { profile }), quirks: quirks ?? {}, ...more });

/** Runs a session, however it ends, and closes the card. */
async function played(scene: Desk, run: (card: MyNumberCard) => Promise<unknown>): Promise<void> {
  const card = await scene.open();
  await run(card).catch(() => undefined);
  await card.close();
}

/** What each connection saw, one after another: a connection ends with its `close`. */
function connections({ log }: Desk): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  for (const line of log) {
    all.at(-1)?.push(line);
    if (line.startsWith("close")) all.push([]);
  }
  return all.filter((connection) => connection.length > 0);
}

/** Every connection was closed, cut the card's power, and sent nothing afterwards. */
function expectUnpowered(scene: Desk): void {
  for (const connection of connections(scene)) {
    expect(connection.at(-1)).toMatch(/^close/);
    const off = connection.findIndex((line) => line.endsWith("unpower"));
    expect(off).toBeGreaterThanOrEqual(0);
    expect(connection.slice(off + 1).filter((line) => line !== "close leave")).toEqual([]);
  }
  expect(connections(scene).length).toBeGreaterThan(0);
}

/** A transaction in which a PIN was sent cuts the power at its end, not only when the card is closed. */
function expectNoVerifiedCard(scene: Desk): void {
  const pins = scene.log.flatMap((line, at) => (/^0020....04/.test(line) ? [at] : []));
  for (const at of pins) {
    const end = scene.log.slice(at).find((line) => /^(end|close)/.test(line));
    expect(end).toMatch(/ unpower$/);
  }
}

describe("every end unpowers the card", () => {
  test.each(sessions)("nothing goes wrong: $name", async (session) => {
    const scene = desk(cardFor(session));
    await played(scene, session.run);
    expectUnpowered(scene);
    expectNoVerifiedCard(scene);
  });

  test.each(sessions)("the driver fails at any command: $name", async (session) => {
    const clean = desk(cardFor(session));
    await played(clean, session.run);
    for (let step = 0; step < clean.commands().length; step += 1) {
      const fail: Meddle = (index) => {
        if (index === step) throw new Error("SCARD_F_COMM_ERROR");
      };
      const scene = desk(cardFor(session), fail);
      await played(scene, session.run);
      expectUnpowered(scene);
      expectNoVerifiedCard(scene);
      expect(scene.log.at(-1)).toBe("close unpower");
    }
  });

  const pin = async (): Promise<Uint8Array> => fromHex("31323334");
  test.each<[string, TestCardOptions, (card: MyNumberCard) => Promise<unknown>]>([
    ["a wrong PIN", {}, (card) => card.authenticate(request, { pin: "0000" })],
    ["a PIN that blocks", { pinTries: 1 }, (card) => card.authenticate(request, { pin: "0000", allowLastTry: true })],
    ["a blocked card", { pinTries: 0 }, (card) => card.authenticate(request, { pin })],
    ["the last try, not allowed", { pinTries: 1 }, (card) => card.authenticate(request, { pin })],
    ["a patient who gives up", {}, (card) => card.authenticate(request, { pin: async () => undefined })],
    ["a dialogue that fails", {}, (card) => card.authenticate(request, { pin: () => Promise.reject(new Error()) })],
    ["a call that is aborted", {}, (card) => card.authenticate(request, { pin, signal: AbortSignal.abort() })],
    ["a request that is wrong", {}, (card) => card.authenticate({ ...request, audience: "" }, { pin })],
    ["two calls at once", {}, (card) => Promise.all([card.authenticate(request, { pin }), card.pinStatus()])],
    ["no call at all", {}, async () => undefined],
  ])("%s", async (_, options, run) => {
    const scene = desk(testCard(options));
    await played(scene, run);
    expectUnpowered(scene);
    expectNoVerifiedCard(scene);
  });

  test("raw commands, done or refused", async () => {
    for (const command of ["00B08A0000", "0020009804FFFFFFFF"]) {
      const scene = desk(testCard());
      const card = await scene.open({ [dangerouslyTransmit]: true });
      const raw = card[dangerouslyTransmit]?.(async (transmit) => {
        await transmit(select);
        await transmit(fromHex(command));
      });
      await raw?.catch(() => undefined);
      await card.close();
      expectUnpowered(scene);
    }
  });

  test("a card left powered would be noticed", () => {
    const scene = desk(undefined);
    scene.log.push("begin", "002000980431323334", "end leave", "close leave");
    expect(() => expectUnpowered(scene)).toThrow();
    expect(() => expectNoVerifiedCard(scene)).toThrow();
  });
});
