import { describe, expect, test } from "vitest";
import { errorCatalogue, type OnshiErrorCode } from "./catalogue.ts";
import { advice, everyCase, madeOf, marked, outcomes, owners } from "../../../test/fakes/errors.ts";

const codes = Object.keys(errorCatalogue) as OnshiErrorCode[];

describe.each(everyCase)("%s", (_, code, details) => {
  const { operatorMessage, vendorMessage } = madeOf(code, details);

  test("has both texts", () => {
    expect(operatorMessage).toMatch(/[ぁ-ん]/);
    expect(operatorMessage).toMatch(/[。）]$/);
    expect(vendorMessage).toMatch(/^[A-Z][^ぁ-んァ-ヶ]+\.$/);
    for (const text of [operatorMessage, vendorMessage])
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\s{2}|\?/);
  });

  test("tells the desk what to do", () => {
    // A call the desk itself stopped needs no advice before anything was sent.
    if (code !== "call.aborted" || "variant" in details || "reference" in details)
      expect(operatorMessage).toMatch(advice);
  });
});

describe.each(codes)("%s", (code) => {
  test("shows no detail that is not in the list, whatever a caller adds", () => {
    const { operatorMessage, vendorMessage } = madeOf(code, {
      ...marked,
      name: "試験花子",
      pin: "9182",
      value: "SECRETVALUE",
      cause: new Error("SECRETCAUSE"),
    });
    expect(operatorMessage + vendorMessage).not.toMatch(/試験花子|9182|SECRET/);
  });

  test("shows the desk no places of a document", () => {
    expect(madeOf(code, marked).operatorMessage).not.toMatch(/PATH|FILENAME|REFERENCE|7704|7705/);
  });

  test("shows nobody what people chose of a file's name", () => {
    const { vendorMessage } = madeOf(code, { ...marked, fileName: "OQSsiquc01res_0005678.xml" });
    expect(vendorMessage).not.toContain("0005678");
  });

  test("says what the vendor does, and what each variant is", () => {
    const { remedy, variants } = errorCatalogue[code];
    expect(remedy).toMatch(/^[A-Z].+\.$/);
    for (const words of Object.values<string>(variants)) expect(words).toMatch(/^.{3,}[^。]$/);
  });
});

test("codes are area and cause in camelCase", () => {
  for (const code of codes) expect(code).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
});

describe("responsible and retryable, by hand, over all codes and variants", () => {
  test.each(everyCase)("%s", (_, code, details) => {
    const { responsible, isRetryable } = madeOf(code, details);
    const [owner, labelled = owner] = owners[code];
    const typed = "origin" in details && errorCatalogue[code].typed !== undefined;
    expect(responsible).toBe(typed ? "desk" : "label" in details ? labelled : owner);
    const left = "reference" in details || details["variant"] === "sent";
    const outcome = outcomes[code];
    expect(isRetryable).toBe(outcome === "none" || (outcome === "either" && !left));
  });
});

test.each(codes)("%s with a variant that nobody has heard of is not to be repeated, and does not tell it", (code) => {
  const error = madeOf(code, { ...errorCatalogue[code].example, variant: "試験花子" });
  expect(error.isRetryable).toBe(false);
  expect(JSON.stringify(error) + String(error) + error.operatorMessage).not.toMatch(/試験花子|undefined/);
  if ("sent" in errorCatalogue[code].variants) expect(error.details.variant).toBe("sent");
  else expect("variant" in error.details).toBe(false);
});

test("a variant is none because of what every object has", () => {
  expect(madeOf("call.aborted", { variant: "constructor" }).isRetryable).toBe(false);
  expect(madeOf("wire.refused", { variant: "toString" }).vendorMessage).not.toContain("function");
});
