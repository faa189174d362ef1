import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { onAbort, throwIfAborted } from "./abort.ts";

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

test("any number of calls listen to one signal without a warning, and leave no listener behind", () => {
  const controller = new AbortController();
  const warned = vi.fn();
  process.on("warning", warned);
  const told = vi.fn();
  const leave = Array.from({ length: 50 }, () => onAbort(controller.signal, told));
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  for (const one of leave.slice(1)) one();
  controller.abort();
  expect(told).toHaveBeenCalledTimes(1);
  onAbort(controller.signal, told);
  expect(told).toHaveBeenCalledTimes(2);

  const other = new AbortController();
  for (const one of Array.from({ length: 50 }, () => onAbort(other.signal, told))) one();
  expect(getEventListeners(other.signal, "abort")).toHaveLength(0);
  expect(warned).not.toHaveBeenCalled();
  process.off("warning", warned);
});
