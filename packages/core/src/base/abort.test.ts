import { expect, test } from "vitest";
import { throwIfAborted } from "./abort.ts";

test("only an aborted signal throws, with its reason as cause", () => {
  throwIfAborted(undefined);
  throwIfAborted(new AbortController().signal);
  const reason = new Error("stop");
  const thrown = (reference?: string): unknown => {
    try {
      return throwIfAborted(AbortSignal.abort(reason), reference);
    } catch (error) {
      return error;
    }
  };
  expect(thrown()).toMatchObject({ code: "call.aborted", details: {}, cause: reason });
  expect(thrown("R1")).toMatchObject({ code: "call.aborted", details: { reference: "R1" } });
});
