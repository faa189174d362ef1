import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { errorCatalogue } from "./catalogue.ts";
import { OnshiError } from "./onshi-error.ts";

const secret = "試験花子19800131";
const rawBytes = new TextEncoder().encode(secret);
const error = new OnshiError(
  "wire.malformed",
  { line: 3, column: 9 },
  { cause: new Error(`Unexpected token in ${secret}`, { cause: { inner: secret } }), rawBytes },
);

describe("OnshiError", () => {
  test("takes everything but the details from the catalogue", () => {
    const { ja, en, retryable, responsible } = errorCatalogue["request.invalid"];
    const details = { field: "birthdate" };
    const made = new OnshiError("request.invalid", details);
    expect(made).toBeInstanceOf(Error);
    expect(made).toMatchObject({
      name: "OnshiError",
      code: "request.invalid",
      message: `request.invalid: ${en(details)}`,
      vendorMessage: en(details),
      operatorMessage: ja(details),
      isRetryable: retryable,
      responsible,
      details,
    });
  });

  test("keeps cause and bytes for those who ask for them by name", () => {
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.rawBytes).toBe(rawBytes);
    expect("cause" in new OnshiError("card.absent")).toBe(false);
    expect("rawBytes" in new OnshiError("card.absent")).toBe(false);
  });

  const bytesAsNumbers = Array.from(rawBytes.slice(0, 4)).join(", ");
  test.each<readonly [string, () => string]>([
    ["JSON", () => JSON.stringify(error)],
    ["JSON of an object around it", () => JSON.stringify({ error })],
    ["inspect", () => inspect(error)],
    ["inspect of everything hidden", () => inspect(error, { showHidden: true, depth: 10 })],
    ["inspect of an error around it", () => inspect(new Error("around", { cause: error }), { depth: 10 })],
    ["inspect of an aggregate", () => inspect(new AggregateError([error]), { depth: 10 })],
    [
      "a copy of what is enumerable",
      () => inspect(Object.fromEntries(Object.entries(error)), { showHidden: true, depth: 10 }),
    ],
    ["a copy by assign", () => inspect(Object.assign({}, error), { showHidden: true, depth: 10 })],
    ["text", () => `${error} ${error.stack}`],
  ])("%s shows neither cause nor bytes", (_, show) => {
    expect(show()).toContain("wire.malformed");
    expect(show()).not.toContain("花子");
    expect(show()).not.toContain("19800131");
    expect(show()).not.toContain(bytesAsNumbers);
  });

  test("inspect shows code, details and stack", () => {
    expect(inspect(error)).toMatch(/^OnshiError: wire\.malformed: .*\n {4}at [^]*\{ line: 3, column: 9 \}$/);
  });
});

describe("OnshiError.is", () => {
  test("knows errors of another copy of the package", async () => {
    vi.resetModules();
    const other = await import("./onshi-error.ts");
    expect(other.OnshiError).not.toBe(OnshiError);
    const foreign: unknown = new other.OnshiError("card.absent");
    expect(foreign instanceof OnshiError).toBe(false);
    expect(OnshiError.is(foreign)).toBe(true);
    expect(other.OnshiError.is(error)).toBe(true);
  });

  test.each([
    ["undefined", undefined],
    ["null", null],
    ["a text", "OnshiError"],
    ["another error", new Error("request.invalid")],
    ["an object that looks like one", { name: "OnshiError", code: "card.absent" }],
    ["an object with its JSON", JSON.parse(JSON.stringify(error))],
    ["a function", () => error],
  ])("refuses %s", (_, value) => {
    expect(OnshiError.is(value)).toBe(false);
  });
});
