import { fileURLToPath } from "node:url";
import { toHex } from "@onshi/core/base";
import { authenticationCa } from "@onshi/mock-server/pki";
import { describe, expect, test } from "vitest";
import {
  type IssuedChallenge,
  jpkiTestPolicies,
  memoryChallengeStore,
  verifyCardToken,
} from "../../src/verify/index.ts";
import { request, testCertificate } from "../card/test-card.ts";
import { type Fault, faults } from "./faults.ts";
import { type MatrixTable, matrixText, stepName } from "./matrix-text.ts";
import { type Cell, runCell } from "./run-cell.ts";
import { sessions } from "./sessions.ts";

const isVerify = ({ command }: { readonly command: string }): boolean =>
  /^0020..../.test(command) && command.length > 8;
const tables: MatrixTable[] = [];

/** The result of a cell that claims to be good, judged against what only the right person's card can give. */
async function assertRight(result: unknown, clean: unknown): Promise<void> {
  if (typeof result !== "object" || result === null || !("format" in result)) return expect(result).toEqual(clean);
  const issued: IssuedChallenge = { id: "0", challenge: request.challenge, expiresAt: new Date("2100-01-01") };
  const challenges = { ...memoryChallengeStore(), take: async () => issued };
  const verified = await verifyCardToken(result, {
    trust: [authenticationCa().certificate],
    policies: jpkiTestPolicies,
    testOnly: true,
    challenges,
    challengeId: issued.id,
    audience: request.audience,
  });
  expect(toHex(verified.certificate.der)).toBe(toHex(testCertificate()));
}

async function assertSafe(fault: Fault, at: number, cell: Cell, clean: unknown): Promise<void> {
  const verifies = cell.exchanged.filter(isVerify);
  expect(verifies.length).toBeLessThanOrEqual(1);
  expect([cell.own.triesLeft, cell.other.triesLeft]).toEqual([3, 3]);
  // A VERIFY under way when the cards were swapped reaches a card on which nothing is selected.
  const isFirst = at === 0 && fault.name.includes("no event");
  if (!isFirst)
    for (const { onOther, response } of verifies) if (onOther) expect(response).not.toMatch(/^(9000|63C.)$/);
  if (cell.outcome === "ok" && !isFirst) await assertRight(cell.result, clean);
  if (fault.endsSession) {
    expect(cell.outcome).not.toBe("ok");
    expect(cell.exchanged).toHaveLength(at + 1);
  }
  if (fault.endsSession || cell.outcome === "card.changed") {
    expect([cell.afterwards, cell.sentAfterwards]).toEqual(["card.sessionClosed", 0]);
  }
  if (fault.endsSession && isVerify(cell.exchanged[at] ?? { command: "" })) {
    expect(cell.outcome).toBe("pin.unknownOutcome");
  }
  expect(cell.leftVerified).toBe(false);
  expect(cell.exchanged.length).toBeLessThan(60);
}

describe.each(sessions)("$name", (session) => {
  const undisturbed = runCell(session);
  test.each(faults)("$name", async (fault) => {
    const clean = await undisturbed;
    expect(clean.outcome).toBe("ok");
    const steps = clean.exchanged.map(({ command }) => stepName(command));
    const outcomes: string[] = [];
    for (let at = 0; at < steps.length; at += 1) {
      const cell = await runCell(session, fault, at);
      outcomes.push(cell.outcome);
      await assertSafe(fault, at, cell, clean.result);
    }
    let table = tables.find((one) => one.session === session.name);
    if (table === undefined) tables.push((table = { session: session.name, steps, rows: [] }));
    (table.rows as { fault: string; outcomes: readonly string[] }[]).push({ fault: fault.name, outcomes });
  });
});

test("the tables of the docs are these", async () => {
  const path = fileURLToPath(new URL("../../../../docs/en/card-faults.md", import.meta.url));
  await expect(matrixText(tables)).toMatchFileSnapshot(path);
});

test("a planted PIN that goes out twice would be seen", () => {
  expect([{ command: "002000980431323334" }, { command: "00200098" }].map(isVerify)).toEqual([true, false]);
  expect(toHex(testCertificate())).toHaveLength(3400);
});
