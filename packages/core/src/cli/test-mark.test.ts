import { expect, test } from "vitest";
import type { BulkEligibilityAnswer } from "../client/index.ts";
import { bulkCells, bulkHead } from "./bulk-table.ts";
import { shownAnswer } from "./shown-answer.ts";

function answerWith(source: object): BulkEligibilityAnswer {
  return {
    validity: "valid",
    inquiry: {},
    arbitraryIdentifier: "1",
    insurances: [],
    source,
  } as unknown as BulkEligibilityAnswer;
}

test.each([
  ["of a test centre", { isTest: true }, { isTest: true }, "試験"],
  ["of a real one", {}, {}, undefined],
])("an answer %s is marked in JSON and in the last column as such", (_, source, json, cell) => {
  const shown = shownAnswer(answerWith(source));
  expect(shown).toMatchObject(json);
  expect("isTest" in shown).toBe("isTest" in json);
  const cells = bulkCells(answerWith(source));
  expect([bulkHead.at(-1), cells.length]).toEqual(["試験", bulkHead.length]);
  expect(cells.at(-1)).toBe(cell);
});
