import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { isEnabled, onSources, type Ran, root, type ScenarioResult, startPrivatePcsc, toEnd } from "./private-pcsc.ts";

/** Runs a scenario beside a PC/SC service of its own; afterwards the process has to end by itself, soon. */
async function play(...call: readonly [name: string, ...args: readonly string[]]): Promise<ScenarioResult> {
  await using pcsc = await startPrivatePcsc();
  const { code, result, lingeredMs, stderr } = await pcsc.scenario(...call);
  expect([code, stderr]).toEqual([0, ""]);
  expect(lingeredMs).toBeLessThan(5_000);
  return result;
}

/** What the scenario of the matrix tells of one fault. */
interface Cell {
  readonly at: number;
  readonly code: string;
  readonly afterwards: string;
  readonly verified: number;
}

/** What a further call meets after an error: the driver reported it, or only the card did. */
const endsSession = /^card\.sessionClosed$/;
const goesOn = /^remaining$|^card\.sessionClosed$/;

describe.skipIf(!isEnabled).each(["pcsc-mini", "pcsclite"])("%s", (adapter) => {
  test.concurrent("twenty cards come and go: all seen, all read, nothing left behind", async ({ expect }) => {
    const result = await play("insert-remove", adapter);
    expect(result).toMatchObject({ read: 20, missedRemovals: 0 });
    expect(result["late"]).toEqual(result["early"]);
  }, 180_000);

  // Whether PC/SC notices the exchange decides what the error is; that no PIN reaches the other card does not depend on it.
  test.concurrent.each([
    ["before, quickly"],
    ["before, slowly"],
    ["while typing, quickly"],
    ["while typing, slowly"],
    ["at the command before VERIFY"],
    ["after signing, slowly"],
  ])(
    "another person's card %s: never a VERIFY",
    async (moment) => {
      const result = await play("swap", adapter, moment);
      expect(result).toMatchObject({ verifiedOnSecond: 0, triesOfSecond: 3, afterwards: "card.sessionClosed" });
      expect(result["verifiedOnFirst"]).toBe(moment.startsWith("after signing") ? 1 : 0);
      expect(result["code"]).toMatch(/^card\.(removed|changed|reset|communication|absent)$/);
    },
    60_000,
  );

  test.concurrent.each([
    ["removed while typing", { code: "card.removed", verified: 0, triesLeft: 3 }],
    // The try may have been counted: nobody knows, and nobody tries again.
    ["removed at VERIFY", { code: "pin.unknownOutcome", verified: 1 }],
    ["held by another program", { code: "card.busy", verified: 0, triesLeft: 3 }],
    ["taken by another program after signing", { code: "card.busy", verified: 1, triesLeft: 3 }],
  ])(
    "%s",
    async (what, expected) => {
      expect(await play("disturbed", adapter, what)).toMatchObject(expected);
    },
    60_000,
  );

  // A sample of the fault matrix (docs/en/card-faults.md), which runs in process for every command.
  test.concurrent.each([
    ["removed", "0,1,2,3,4,5,6,7", endsSession],
    ["another person's card", "0,1,2,3,4,5,6,7", endsSession],
    // Before anything was read there is no card that it could be exchanged for.
    ["another person's card, after the answer", "1,2,3,4,5,6,7", endsSession],
    ["no answer", "1,5,6", endsSession],
    ["half a status word", "1,3,6", endsSession],
    ["6F00", "0,3,6", goesOn],
    ["6700", "1,4,6", goesOn],
    ["6110", "1,5,6", goesOn],
    ["6C05", "1,2,7", goesOn],
  ])(
    "%s, at commands %s: one VERIFY at most, none on another card",
    async (fault, places, afterwards) => {
      const { cells } = (await play("every-command", adapter, fault, places)) as { cells: readonly Cell[] };
      expect(cells.map(({ at }) => at).join()).toBe(places);
      for (const cell of cells) {
        expect(cell).toMatchObject({ verifiedOnOther: 0, triesOfOther: 3 });
        expect(cell.verified).toBeLessThanOrEqual(1);
        expect(cell.code).toMatch(/^card\.|^pin\.unknownOutcome$|^format unverifiedCertificate /);
        if (!cell.code.startsWith("format")) expect(cell.afterwards).toMatch(afterwards);
      }
    },
    90_000,
  );

  test("no PC/SC service: a clear error within a second, and the process ends", async () => {
    const scenario = ["test/pcsc/scenarios/no-service.ts", adapter];
    const alone = ["--map-root-user", "--mount", "sh", "-c", 'mount -t tmpfs tmpfs /run && exec "$@"', "sh"];
    const ran: Ran = await toEnd(
      spawn("unshare", [...alone, process.execPath, ...onSources, ...scenario], { cwd: root }),
    );
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    const result = JSON.parse(ran.stdout.toString()) as Record<string, { code: string; ms: number }>;
    for (const { code, ms } of Object.values(result)) {
      expect(code).toBe("card.serviceMissing");
      expect(ms).toBeLessThan(1_000);
    }
    expect(ran.lingeredMs).toBeLessThan(2_000);
  }, 60_000);
});

describe.skipIf(!isEnabled)("pcsc-mini, which shares the card", () => {
  test.concurrent("reset by another program", async ({ expect }) => {
    const expected = { code: "card.reset", verified: 0, triesLeft: 3 };
    expect(await play("disturbed", "pcsc-mini", "reset by another program")).toMatchObject(expected);
  }, 60_000);

  test.concurrent("another program's transaction: waited for, but not for ever", async ({ expect }) => {
    const expected = { code: "card.busy", verified: 0 };
    expect(await play("disturbed", "pcsc-mini", "another program's transaction")).toMatchObject(expected);
  }, 60_000);
});
