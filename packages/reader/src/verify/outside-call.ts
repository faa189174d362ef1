import { OnshiError, systemClock } from "@onshi/core/base";

/** The outcome of calling the caller's own code. */
export type OutsideAnswer =
  | { readonly kind: "answered"; readonly value: unknown }
  | { readonly kind: "failed"; readonly cause: unknown }
  | { readonly kind: "late" };

/** How long to wait for outside code, and who may end the wait. */
export interface OutsideLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Calls code that is not ours, a store or a responder, and waits no longer than `timeoutMs`. A call that hangs is aborted
 * by its signal and left behind; a later answer is dropped.
 *
 * @throws OnshiError `call.aborted` when the caller gives up; the call was already made by then.
 */
export async function askOutside(
  ask: (signal: AbortSignal) => unknown,
  { timeoutMs, signal }: OutsideLimits,
): Promise<OutsideAnswer> {
  const control = new AbortController();
  const giveUp = (): void => control.abort(signal?.reason);
  if (signal?.aborted) giveUp();
  signal?.addEventListener("abort", giveUp, { once: true });
  const asked = (async (): Promise<OutsideAnswer> => {
    try {
      return { kind: "answered", value: await ask(control.signal) };
    } catch (cause) {
      return { kind: "failed", cause };
    }
  })();
  const late = systemClock.sleep(timeoutMs, control.signal).then((): OutsideAnswer => ({ kind: "late" }));
  const answer = await Promise.race([asked, late]);
  signal?.removeEventListener("abort", giveUp);
  control.abort();
  if (signal?.aborted) throw new OnshiError("call.aborted", { variant: "sent" }, { cause: signal.reason });
  return answer;
}
