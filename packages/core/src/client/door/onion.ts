import { OnshiError } from "../../base/index.ts";
import { mayHaveLeft } from "../question/departure.ts";
import { personsOf, remember } from "./about.ts";
import type { DoorCall, DoorResult, Middleware } from "./call.ts";

/** Runs a call through its middleware, the first outermost. */
export async function throughOnion<Result extends DoorResult>(
  layers: readonly Middleware[],
  call: DoorCall,
  core: (call: DoorCall) => Promise<Result>,
): Promise<Result> {
  let isPassed = false;
  const run = (at: number, present: DoorCall): Promise<DoorResult> => {
    const layer = layers[at];
    if (layer) return layer(present, (wanted = present) => run(at + 1, changed(present, wanted)));
    isPassed = true;
    return core(present);
  };
  const result = await run(0, call);
  if (isResult(call, result)) return result as Result;
  const { reference } = call;
  const left = isPassed ? { variant: "sent", ...(reference !== undefined && { reference }) } : {};
  throw new OnshiError("config.invalid", {
    field: "middleware",
    expected: { ja: "nextの結果", en: "middleware that returns the result of `next`" },
    // It is known whether the request has left, whatever the middleware does.
    ...left,
  });
}

/** Middleware may decide how long a call takes, not what is requested. */
function changed(present: DoorCall, { signal, timeoutMs }: DoorCall): DoorCall {
  const { signal: _signal, timeoutMs: _timeoutMs, ...fixed } = present;
  const call = { ...fixed, ...(signal && { signal }), ...(timeoutMs !== undefined && { timeoutMs }) };
  remember(call, () => personsOf(present));
  return call;
}

function isResult({ operation }: DoorCall, result: unknown): boolean {
  const { acknowledge, challenge } = (result ?? {}) as Readonly<Record<string, unknown>>;
  return operation === "card.challenge" ? challenge instanceof Uint8Array : typeof acknowledge === "function";
}

/** Work that is repeated only as long as it certainly has not reached the other side; after that its outcome is final. */
export function neverTwice<Result>(work: (call: DoorCall) => Promise<Result>): (call: DoorCall) => Promise<Result> {
  let outcome: Promise<Result> | undefined;
  return (call) => {
    if (outcome) return outcome;
    const present = work(call);
    outcome = present;
    present.catch((error: unknown) => {
      if (!mayHaveLeft(error)) outcome = undefined;
    });
    return present;
  };
}
