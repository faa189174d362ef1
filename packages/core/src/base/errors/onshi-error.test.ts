import { inspect } from "node:util";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { errorCatalogue, type ErrorDetailsOf } from "./catalogue.ts";
import { isOnshiError, OnshiError } from "./onshi-error.ts";

const secret = "試験花子19800131";
const rawBytes = new TextEncoder().encode(secret);
const error = new OnshiError(
  "wire.malformed",
  { line: 3, column: 9, fileName: `${secret}.xml` },
  { cause: new Error(`Unexpected token in ${secret}`, { cause: { inner: secret } }), rawBytes },
);

describe("OnshiError", () => {
  test("takes everything but the details from the catalogue", () => {
    const { ja, en } = errorCatalogue["consent.missing"];
    const details = { field: "medication" };
    const made = new OnshiError("consent.missing", details);
    expect(made).toBeInstanceOf(Error);
    expect(made).toMatchObject({
      name: "OnshiError",
      code: "consent.missing",
      message: `consent.missing: ${en(details)}`,
      vendorMessage: en(details),
      operatorMessage: ja(details),
      isRetryable: false,
      responsible: "desk",
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
    ["text", () => `${error} ${error.stack}`],
  ])("%s shows neither cause nor bytes nor a name that people chose", (_, show) => {
    expect(show()).toContain("wire.malformed");
    expect(show()).not.toContain("花子");
    expect(show()).not.toContain("19800131");
    expect(show()).not.toContain(bytesAsNumbers);
  });

  test("a copy of what is enumerable has neither cause nor bytes", () => {
    const copies = [Object.fromEntries(Object.entries(error)), { ...error }];
    for (const copy of copies) {
      const { details, ...rest } = copy as { details: object };
      expect(inspect(rest, { showHidden: true, depth: 10 })).not.toMatch(/花子|19800131/);
      expect(details).toEqual(error.details);
    }
  });

  test("inspect shows stack, whose job it is, whether to repeat, details and the cause's code", () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED 192.0.2.7:443"), { code: "ECONNREFUSED", errno: -111 });
    const shown = inspect(new OnshiError("http.unreachable", { waitedMs: 5 }, { cause }));
    expect(shown).toMatch(/^OnshiError: http\.unreachable: .*\n {4}at /);
    for (const part of ["'administrator'", "retryable: true", "waitedMs: 5", "'ECONNREFUSED'", "-111"])
      expect(shown).toContain(part);
    expect(shown).not.toContain("192.0.2.7");
  });
});

describe("toJSON", () => {
  test("code, whose job, whether to repeat, details, and of the cause its code and number only", () => {
    const cause = Object.assign(new Error("ENOENT: no such file, open '/home/hanako/patients/花子.xml'"), {
      code: "ENOENT",
      errno: -2,
      path: "/home/hanako/patients/花子.xml",
      syscall: "open",
    });
    const json: unknown = JSON.parse(JSON.stringify(new OnshiError("folder.missing", { folder: "req" }, { cause })));
    expect(json).toEqual({
      code: "folder.missing",
      responsible: "administrator",
      retryable: true,
      vendorMessage: errorCatalogue["folder.missing"].en({ folder: "req" }),
      details: { folder: "req" },
      cause: { code: "ENOENT", errno: -2 },
    });
  });

  test("the code of the platform is found behind other causes, and a chain that bites its tail ends", () => {
    const platform = Object.assign(new Error("x"), { code: "ECONNRESET", errno: -104 });
    const between = new OnshiError("http.outcomeUnknown", {}, { cause: platform });
    const outer = new OnshiError("http.clientCertificateRefused", {}, { cause: new Error("y", { cause: between }) });
    expect(outer.toJSON().cause).toEqual({ code: "ECONNRESET", errno: -104 });
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    expect(new OnshiError("card.communication", {}, { cause: loop }).toJSON().cause).toBeUndefined();
  });

  test.each(["getaddrinfo ENOTFOUND oqs.example", "host.example:443", "試験花子", 12])(
    "a code of a cause that does not look like one is not told: %s",
    (code) => {
      expect(new OnshiError("http.unreachable", {}, { cause: { code } }).toJSON().cause).toBeUndefined();
    },
  );

  test("names of files, fields and places that do not look like ours are told by their length", () => {
    const { details } = new OnshiError("folder.swapped", { folder: "face", fileName: "試験花子.xml" }).toJSON();
    expect(details).toEqual({ folder: "face", fileName: "‹8›" });
    const { details: known } = new OnshiError("folder.rejected", {
      folder: "res",
      fileName: "OQSsiquc01req_0005678.err",
    }).toJSON();
    expect(known.fileName).toBe("OQSsiquc01req_‹7›.err");
    const strange = new OnshiError("config.invalid", { field: "/home/hanako/花子" });
    expect(strange.toJSON().details.field).toBe("‹15›");
    expect(strange.vendorMessage).not.toContain("花子");
  });
});

describe("with", () => {
  const thrown = new OnshiError("wire.missing", { path: "body.resultCode" }, { cause: new Error("x"), rawBytes });
  const told = thrown.with({ fileName: "OQSsiquc01res_1.xml", line: 7 });

  test("adds details; code, cause, bytes and the place it was thrown at stay", () => {
    expect(told).not.toBe(thrown);
    expect(told).toMatchObject({ code: "wire.missing", cause: thrown.cause, rawBytes });
    expect(told.details).toEqual({ path: "body.resultCode", fileName: "OQSsiquc01res_1.xml", line: 7 });
    expect(thrown.details).toEqual({ path: "body.resultCode" });
    expect(told.stack?.split("\n").slice(1)).toEqual(thrown.stack?.split("\n").slice(1));
    expect(told.stack).toMatch(/^OnshiError: wire\.missing: /);
  });

  test("texts, whose job it is and whether to repeat follow", () => {
    const aborted = new OnshiError("call.aborted");
    expect(aborted.isRetryable).toBe(true);
    expect(aborted.with({ reference: "R" })).toMatchObject({ isRetryable: false });
    expect(told.with({ origin: "commandLine" }).responsible).toBe("desk");
  });

  test("puts bytes beside it", () => {
    expect(new OnshiError("wire.malformed").with({}, { rawBytes }).rawBytes).toBe(rawBytes);
  });
});

describe("types", () => {
  test("each code has its own details, and needs those its texts need", () => {
    expectTypeOf<ErrorDetailsOf["pin.lastTry"]["remaining"]>().toEqualTypeOf<number>();
    expectTypeOf<ErrorDetailsOf["wire.charset"]["variant"]>().toEqualTypeOf<
      "utf-8" | "shift_jis" | "utf-16" | "declared"
    >();
    const wrong = (): readonly OnshiError[] => [
      // @ts-expect-error the text says how long was waited
      new OnshiError("answer.timeout"),
      // @ts-expect-error no such variant
      new OnshiError("answer.timeout", { waitedMs: 1, variant: "late" }),
      // @ts-expect-error a card that is not there has no tries left
      new OnshiError("card.absent", { remaining: 1 }),
      // @ts-expect-error no such code
      new OnshiError("card.lost"),
      // @ts-expect-error what is told of one of two has to fit both
      new OnshiError(Date.now() > 0 ? "card.timeout" : "pin.lastTry", { remaining: 1 }),
      // @ts-expect-error no detail of this code
      new OnshiError("card.absent").with({ status: 500 }),
    ];
    expect(wrong).toBeTypeOf("function");
  });

  test("a look at the code narrows", () => {
    const caught: unknown = new OnshiError("pin.wrong", { remaining: 2 });
    if (!isOnshiError(caught)) throw new TypeError("not ours");
    expectTypeOf(caught).toEqualTypeOf<OnshiError>();
    expectTypeOf(caught.details.remaining).toEqualTypeOf<number | undefined>();
    if (caught.code === "pin.lastTry") expectTypeOf(caught.details.remaining).toEqualTypeOf<number>();
    const named: unknown = new OnshiError("http.status", { status: 500 });
    if (isOnshiError(named, "http.status", "http.busy")) {
      expectTypeOf(named.code).toEqualTypeOf<"http.status" | "http.busy">();
      expectTypeOf(named.details.status).toEqualTypeOf<number>();
    }
    if (named instanceof OnshiError) expectTypeOf(named).toEqualTypeOf<OnshiError>();
    const told = new OnshiError("card.timeout", { waitedMs: 1 }).with({ line: 1 });
    expectTypeOf(told).toEqualTypeOf<OnshiError<"card.timeout">>();
    expect(caught.code).toBe("pin.wrong");
  });
});

describe("isOnshiError", () => {
  test("knows errors of another copy of the package, as instanceof does", async () => {
    vi.resetModules();
    const other = await import("./onshi-error.ts");
    expect(other.OnshiError).not.toBe(OnshiError);
    const foreign: unknown = new other.OnshiError("card.absent");
    expect(foreign instanceof OnshiError).toBe(true);
    expect(OnshiError.is(foreign)).toBe(true);
    expect(other.OnshiError.is(error)).toBe(true);
  });

  test("asks for codes by name", () => {
    expect(isOnshiError(error, "wire.malformed")).toBe(true);
    expect(OnshiError.is(error, "card.absent", "wire.malformed")).toBe(true);
    expect(isOnshiError(error, "card.absent")).toBe(false);
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
    expect(value instanceof OnshiError).toBe(false);
  });
});
