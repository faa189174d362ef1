import { describe, expect, test } from "vitest";
import { errorCatalogue, type OnshiErrorCode } from "./catalogue.ts";
import type { ErrorDetails } from "./details.ts";

const codes = Object.keys(errorCatalogue) as OnshiErrorCode[];

/** One mark for each detail a text may show; what is not here has no place in any text. */
const marked: Required<ErrorDetails> = {
  field: "FIELD",
  label: "項目名",
  expected: { ja: "期待", en: "EXPECTED" },
  remaining: 7701,
  waitedMs: 7702_000,
  folder: "FOLDER",
  fileName: "FILENAME",
  status: 7703,
  centreCode: "CENTRECODE",
  line: 7704,
  column: 7705,
  path: "PATH",
  reference: "REFERENCE",
  statusWord: "STATUSWORD",
  limit: 7706,
  variant: "VARIANT",
};

/** What tells a person to do something: a request, or whom to turn to. */
const advice = /(ください|ましょう|窓口です|お願いします)/;

describe.each(codes)("%s", (code) => {
  const { ja, en, responsible, retryable } = errorCatalogue[code];

  test.each([
    ["without details", {}],
    ["with all details", marked],
    ["after it was sent", { variant: "sent", reference: "REFERENCE" }],
  ])("has both texts %s", (_, details) => {
    expect(ja(details)).toMatch(/[ぁ-ん]/);
    expect(ja(details)).toMatch(/[。）]$/);
    expect(en(details)).toMatch(/^[A-Z][^ぁ-んァ-ヶ]+\.$/);
    for (const text of [ja(details), en(details)]) expect(text).not.toMatch(/undefined|NaN|null|\[object|\s{2}/);
  });

  test("tells the desk what to do", () => {
    // A call the desk itself stopped needs no advice before anything was sent.
    if (code === "call.aborted") expect(ja({ variant: "sent" })).toMatch(advice);
    else expect(ja({})).toMatch(advice);
  });

  test("shows no detail that is not in the list, whatever a caller adds", () => {
    const planted = { ...marked, name: "試験花子", pin: "9182", value: "SECRETVALUE", cause: new Error("SECRETCAUSE") };
    for (const text of [ja(planted), en(planted)]) expect(text).not.toMatch(/試験花子|9182|SECRET/);
  });

  test("shows the desk no places of a document", () => {
    expect(ja(marked)).not.toMatch(/PATH|FILENAME|REFERENCE|7704|7705/);
  });

  test("is one of the known kinds", () => {
    expect(["desk", "patient", "vendor", "administrator", "centre"]).toContain(responsible);
    expect(retryable).toBeTypeOf("boolean");
  });
});

test("codes are area and cause in camelCase", () => {
  for (const code of codes) expect(code).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
});

test("what may have been executed is never offered for repetition", () => {
  const uncertain = [
    "answer.timeout",
    "http.outcomeUnknown",
    "pin.unknownOutcome",
    "pin.wrong",
    "pin.blocked",
  ] as const;
  for (const code of uncertain) expect(errorCatalogue[code].retryable).toBe(false);
});
