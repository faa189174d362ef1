import { OnshiError } from "./errors/onshi-error.ts";

/** Throws `call.aborted` when the signal is aborted. With `reference` the request has already left. */
export function throwIfAborted(signal: AbortSignal | undefined, reference?: string): void {
  if (!signal?.aborted) return;
  throw new OnshiError("call.aborted", reference === undefined ? {} : { reference }, { cause: signal.reason });
}
