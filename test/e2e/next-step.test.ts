import { folderTransport, OnshiClient } from "@onshi/core";
import { causeRows, type DeskAnswer, type Failure, nextStep, outcomeOf } from "@onshi/core/rules";
import { type Mock, type Persona, startMock } from "@onshi/mock-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What the simulated centre's codes mean; a real centre's are its own. */
const noticeCauses: Readonly<Record<string, Failure | "grace">> = {
  SIMA0102W: "grace",
  SIMA0103E: "certificateEnded",
};

let mock: Mock;
let onshi: OnshiClient;

beforeAll(async () => {
  mock = await startMock();
  onshi = new OnshiClient({
    institutionCode: mock.web.institutionCode,
    transport: folderTransport({ ...mock.folderOptions, pollMs: 20 }),
  });
});

afterAll(async () => {
  await onshi.close();
  await mock.close();
});

function stepOf({ person, nextStep: expected }: Persona, answer: DeskAnswer): object {
  const { step, causeId } = nextStep({
    day: mock.centre.today(),
    birthdate: person.birthdate,
    presented: expected?.presented ?? [],
    outcome: outcomeOf(answer, { noticeCauses }),
  });
  return { step, ...(causeId !== undefined && { cause: causeId }) };
}

async function cardAnswer(id: string): Promise<DeskAnswer> {
  await mock.present(id);
  for await (const checkIn of onshi.checkIns()) {
    await checkIn.acknowledge();
    return checkIn.answer;
  }
  throw new Error("no check-in came");
}

describe("every persona carries the next step that the rules give", () => {
  test("by number and by card", async () => {
    for (const persona of mock.personas) {
      const { byCard, byNumber } = persona.nextStep ?? {};
      expect(stepOf(persona, await onshi.eligibility.verify(persona.papers)), `${persona.id}, number`).toEqual(
        byNumber,
      );
      expect(stepOf(persona, await cardAnswer(persona.id)), `${persona.id}, card`).toEqual(byCard);
    }
  });

  test("twins who are asked for without branch number are several", async () => {
    const twin = mock.personas.find(({ id }) => id === "twin-elder") ?? expect.fail("no twin");
    const { branch: _branch, ...papers } = twin.papers;
    expect(stepOf(twin, await onshi.eligibility.verify(papers))).toEqual({ step: "S4", cause: "C4" });
  });

  test("and all kinds of them are there", () => {
    const causes = mock.personas.flatMap(({ nextStep: { byCard, byNumber } = {} as never }) => [
      byCard.cause,
      byNumber.cause,
    ]);
    expect(new Set(causes)).toEqual(new Set([undefined, "C1", "C2", "C3", "C5", "C12", "C13"]));
    const known = new Set(causeRows.map(({ id }) => id));
    for (const cause of causes) if (cause !== undefined) expect(known).toContain(cause);
  });
});
