import { inspect } from "node:util";
import { type ErrorDetails, OnshiError, type OnshiErrorCode } from "@onshi/core/base";
import { expect } from "vitest";

/** What a case of bad input must lead to. */
export interface Verdict {
  readonly code: OnshiErrorCode;
  /** Details that must stand there, above all the name of the field. */
  readonly details?: Partial<ErrorDetails>;
  /** Distinctive pieces of what was put in; no text of the error may hold one. */
  readonly planted?: readonly string[];
}

/** The error of a call that has to fail. */
export async function failure(call: Promise<unknown>): Promise<OnshiError> {
  const result = await call.then(
    () => new Error("the call succeeded"),
    (error: unknown) => error,
  );
  if (OnshiError.is(result)) return result;
  throw result;
}

/** Holds an error against all that the house promises of its texts. */
export function judge(error: OnshiError, { code, details = {}, planted = [] }: Verdict): void {
  expect({ code: error.code, details: error.details }).toEqual({ code, details: expect.objectContaining(details) });
  const { operatorMessage, vendorMessage } = error;
  expect(operatorMessage).toMatch(/[ぁ-ん].*[。）]$/);
  expect(operatorMessage).not.toMatch(/undefined|NaN|null|\[object|[A-Za-z]{3,} [A-Za-z]{3,}/);
  expect(vendorMessage).toMatch(/^[A-Z][^ぁ-んァ-ヶ一-龠]+\.$/);
  if (details.field !== undefined) expect(vendorMessage).toContain(`"${details.field}"`);
  const form = /正しい形式：([^）]*)/.exec(operatorMessage)?.[1];
  if (form !== undefined) expect(form).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  if (code === "request.invalid") {
    expect(operatorMessage).toMatch(/^「[^a-z]+」/);
    expect(operatorMessage).not.toContain(details.field);
  }
  if (planted.length > 0) expectSilence(error, planted);
}

/** Every way in which an error gets into a log or onto a screen. */
function expectSilence(error: OnshiError, planted: readonly string[]): void {
  const ways: Readonly<Record<string, string>> = {
    message: error.message,
    operatorMessage: error.operatorMessage,
    vendorMessage: error.vendorMessage,
    stack: error.stack ?? "",
    text: String(error),
    json: JSON.stringify(error),
    "json of a copy": JSON.stringify(Object.assign({}, error)),
    details: JSON.stringify(error.details),
    inspect: inspect(error),
    "inspect of everything": inspect(error, { depth: 10, showHidden: true, showProxy: true }),
    "inspect around it": inspect(new Error("around", { cause: error }), { depth: 10 }),
  };
  for (const [way, said] of Object.entries(ways)) {
    for (const piece of planted) expect(said, `${way} holds what was put in`).not.toContain(piece);
  }
}
