import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Claim, type ClaimInput, claimFor } from "./claim.ts";
import { canBeRerouted } from "./rerouting.ts";

const day = "2026-11-21";
const known = { insurerNumber: "06139992", symbol: "12-34", number: "0005678", branch: "01" };
const written = (input: Partial<ClaimInput>): Claim => claimFor({ day, ...input });

describe("numbers of a claim: current, else former, else unknown", () => {
  test("current numbers, no note", () => {
    expect(written({ current: known, former: { ...known, number: "1" } })).toEqual({
      kind: "current",
      ...known,
      addressee: "employees",
      addresseeName: "社会保険診療報酬支払基金",
      rowIds: ["B1", "2.5-fund"],
    });
  });

  test("former numbers, with the note", () => {
    expect(written({ former: known })).toMatchObject({ kind: "former", ...known, note: "旧資格情報" });
  });

  test("unknown, with what the patient declared", () => {
    const details = { address: "試験県試験市1-1", employerName: "試験商店", contact: "099-000-0000" };
    expect(written({ hasDeclaration: true, declaredKind: "employees", details })).toEqual({
      kind: "unknown",
      insurerNumber: "77777777",
      number: "777777777",
      note: "不詳　試験県試験市1-1　試験商店　099-000-0000",
      addressee: "employees",
      addresseeName: "社会保険診療報酬支払基金",
      rowIds: ["B3", "2.5-fund"],
    });
  });

  test("unknown, 75 and over", () => {
    expect(written({ hasDeclaration: true, declaredKind: "lateElderly" })).toMatchObject({
      kind: "unknownLateElderly",
      insurerNumber: "77777777",
      number: "77777777",
      addressee: "residents",
    });
  });

  test("for a receipt computer that insists on the check digit", () => {
    expect(written({ hasDeclaration: true, strictCheckDigit: true })).toMatchObject({ insurerNumber: "77777779" });
  });

  test("nobody knows who pays: the institution chooses", () => {
    expect(written({ hasDeclaration: true })).toMatchObject({
      addressee: "either",
      addresseeName: "社会保険診療報酬支払基金・国民健康保険団体連合会",
    });
  });

  test("in a disaster nines take the place of the unknown", () => {
    expect(written({ disaster: true })).toMatchObject({ insurerNumber: "99999999", number: "999999999", note: "不詳" });
    expect(written({ disaster: true, former: known })).toMatchObject({
      insurerNumber: "06139992",
      number: "999999999",
    });
  });

  test("without a declaration nothing is written as unknown, whatever else is known", () => {
    const inputs = fc.record({
      declaredKind: fc.constantFrom("employees", "residents", "lateElderly", "other", "unknown"),
      strictCheckDigit: fc.boolean(),
    });
    fc.assert(
      fc.property(inputs, (input) => {
        expect(written(input as ClaimInput).kind).toBe("declarationNeeded");
      }),
    );
  });

  test("the note is cut to what the record takes", () => {
    const claim = written({ hasDeclaration: true, details: { address: "あ".repeat(500) }, noteLength: 38 });
    expect(claim.kind !== "declarationNeeded" && claim.note).toHaveLength(38);
  });

  test("the caller's own rows: another wording, another name", () => {
    const rows = [
      {
        id: "own",
        source: "official",
        confidence: "H",
        kind: "former",
        insurerNumber: "real",
        symbol: "real",
        number: "real",
        note: "旧資格",
      },
    ] as const;
    expect(claimFor({ day, former: known }, { rows })).toMatchObject({ note: "旧資格", rowIds: ["own", "2.5-fund"] });
    expect(() => claimFor({ day, current: known }, { rows })).toThrow(
      expect.objectContaining({ code: "request.invalid" }),
    );
  });
});

describe("re-routing", () => {
  const good = {
    filedElectronically: true,
    writtenEligibilityValid: false,
    newEligibilityRegistered: true,
    combinedWithPublicExpense: false,
    highCost: false,
  };

  test("is possible for one combination only", () => {
    const flag = fc.boolean();
    const inputs = fc.record({
      filedElectronically: flag,
      writtenEligibilityValid: flag,
      newEligibilityRegistered: flag,
      combinedWithPublicExpense: flag,
      highCost: flag,
    });
    fc.assert(
      fc.property(inputs, (input) => {
        const { isPossible, obstacles } = canBeRerouted(input);
        expect(isPossible).toBe(JSON.stringify(input) === JSON.stringify(good));
        expect(isPossible).toBe(obstacles.length === 0);
      }),
    );
  });

  test("what is not known counts against it", () => {
    const { highCost: _, ...withoutCost } = good;
    expect(canBeRerouted(withoutCost)).toMatchObject({
      obstacles: ["highCost"],
    });
    expect(canBeRerouted({ ...good, combinedWithPublicExpense: true })).toMatchObject({ rowIds: ["F5"] });
  });
});

test.each([
  ["day", { day: "2026-11-31" }],
  ["declaredKind", { day, declaredKind: "army" }],
])("%s that is wrong is named", (field, input) => {
  expect(() => claimFor(input as ClaimInput)).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field }) as unknown }),
  );
});
