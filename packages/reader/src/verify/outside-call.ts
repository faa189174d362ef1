import { OnshiError, systemClock } from "@onshi/core/base";

/** What came of asking the caller's own code. */
export type OutsideAnswer =
  | { readonly kind: "answered"; readonly value: unknown }
  | { readonly kind: "failed"; readonly cause: unknown }
  | { readonly kind: "late" };

/** How long is waited for code outside, and who may end the waiting. */
export interface OutsideLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks code that is not ours, a store or a responder, and waits no longer than `timeoutMs`. What hangs is told by its
 * signal and left behind; what it answers later is dropped.
 *
 * @throws OnshiError `call.aborted` when the caller gives up; the question has left by then.
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
