import { fromHex } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import {
  type Desk,
  desk,
  failure,
  type Meddle,
  readerName,
  request,
  testCard,
  verifyCount,
} from "../../test/card/test-card.ts";

const pin = async (): Promise<Uint8Array> => fromHex("31323334");

/** Certificate, counter and signature in one session; 2 + 2 + 6 commands when nothing happens. */
async function wholeSession(scene: Desk): Promise<string> {
  const card = await scene.open();
  await card.userAuthentication();
  await card.pinStatus();
  await card.authenticate(request, { pin });
  return "done";
}

const steps = 10;
const verifyStep = 8;
const everyStep = Array.from({ length: steps }, (_, index) => index);

test("the session has the steps that the tables below count", async () => {
  const scene = desk(testCard());
  await wholeSession(scene);
  expect(scene.commands()).toHaveLength(steps);
  expect(scene.commands()[verifyStep]).toMatch(/^0020009804/);
});

const at =
  (step: number, act: Parameters<typeof desk>[1]): Meddle =>
  (index, source) => {
    if (index === step) act?.(index, source);
  };

/** Runs the session with a disturbance; afterwards the first card's session must be dead. */
async function disturbed(meddle: Meddle): Promise<{ readonly code: string; readonly scene: Desk }> {
  const scene = desk(testCard(), meddle);
  const card = await scene.open();
  const work = async (): Promise<void> => {
    await card.userAuthentication();
    await card.pinStatus();
    await card.authenticate(request, { pin });
  };
  const code = await failure(work());
  const sent = scene.commands().length;
  expect(await failure(card.pinStatus())).toBe("card.sessionClosed");
  expect(await failure(card.authenticate(request, { pin: "1234" }))).toBe("card.sessionClosed");
  expect(scene.commands()).toHaveLength(sent);
  return { code, scene };
}

describe("a disturbance before each command ends the session, with at most one VERIFY", () => {
  test.each(everyStep)("card removed before command %i", async (step) => {
    const { code, scene } = await disturbed(at(step, (_index, source) => source.remove(readerName)));
    expect(code).toBe(step === verifyStep ? "pin.unknownOutcome" : "card.removed");
    expect(scene.commands()).toHaveLength(step + 1);
    expect(verifyCount(scene.commands())).toBe(step >= verifyStep ? 1 : 0);
  });

  test.each(everyStep)("card reset by another process before command %i", async (step) => {
    const { code, scene } = await disturbed(at(step, (_index, source) => source.resetByOther(readerName)));
    expect(code).toBe(step === verifyStep ? "pin.unknownOutcome" : "card.reset");
    expect(scene.commands()).toHaveLength(step + 1);
  });

  test.each(everyStep)("driver error at command %i", async (step) => {
    const fail = (): never => {
      throw new Error("SCARD_F_COMM_ERROR");
    };
    const { code, scene } = await disturbed(at(step, fail));
    expect(code).toBe(step === verifyStep ? "pin.unknownOutcome" : "card.communication");
    expect(scene.commands()).toHaveLength(step + 1);
  });
});

describe("another person's card, swapped in without an event, loses no try", () => {
  // Before the application is selected a swap means nothing: it is simply the other patient's session. Later the other
  // card's answers make no sense, because nothing is selected on it, and the session checks which card it is.
  const expected = everyStep.map((step) => [step, step === 0 ? "done" : "card.changed"] as const);
  test.each(expected)("before command %i: %s", async (step, outcome) => {
    const other = testCard({ person: "auth-02" });
    const scene = desk(
      testCard(),
      at(step, (_index, source) => source.swapUnnoticed(readerName, other)),
    );
    expect(step === 0 ? await wholeSession(scene) : await failure(wholeSession(scene))).toBe(outcome);
    expect(other.triesLeft).toBe(3);
    expect(verifyCount(scene.commands())).toBe(step === 0 || step >= verifyStep ? 1 : 0);
  });

  test("while the patient types", async () => {
    const other = testCard({ person: "auth-02" });
    const scene = desk(testCard());
    const card = await scene.open();
    const swap = async (): Promise<Uint8Array> => {
      scene.source.swapUnnoticed(readerName, other);
      return pin();
    };
    expect(await failure(card.authenticate(request, { pin: swap }))).toBe("card.changed");
    expect(verifyCount(scene.commands())).toBe(0);
  });

  test("between two calls, also after the power was cut", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    await card.authenticate(request, { pin });
    scene.source.remove(readerName);
    scene.source.insert(readerName, testCard({ person: "auth-02" }));
    expect(await failure(card.pinStatus())).toBe("card.changed");
    expect(await failure(card.userAuthentication())).toBe("card.sessionClosed");
    expect(await failure(card.authenticate(request, { pin: "1234" }))).toBe("card.sessionClosed");
    expect(verifyCount(scene.commands())).toBe(1);
  });

  test.each(["userAuthentication", "pinStatus"] as const)("seen by %s on a fresh connection", async (call) => {
    const scene = desk(testCard());
    const card = await scene.open();
    await card.authenticate(request, { pin });
    scene.source.swapUnnoticed(readerName, testCard({ person: "auth-02" }));
    expect(await failure(card[call]())).toBe("card.changed");
  });

  test("where only the beginning of the certificate is compared", async () => {
    const quirks = { extendedLength: "wrongLength" } as const;
    const scene = desk(testCard({ quirks }));
    const card = await scene.open();
    await card.userAuthentication();
    scene.source.swapUnnoticed(readerName, testCard({ person: "auth-02", quirks }));
    expect(await failure(card.authenticate(request, { pin: "1234" }))).toBe("card.changed");
    expect(verifyCount(scene.commands())).toBe(0);
  });

  test("a transit card instead", async () => {
    const scene = desk(testCard());
    const card = await scene.open();
    await card.userAuthentication();
    scene.source.swapUnnoticed(readerName, { ...testCard(), transmit: () => fromHex("6A82") });
    expect(await failure(card.authenticate(request, { pin }))).toBe("card.notJpki");
  });
});
