import { OnshiError } from "./errors/onshi-error.ts";

/** Throws `call.aborted` when the signal is aborted. With `reference` the request has already left. */
export function throwIfAborted(signal: AbortSignal | undefined, reference?: string): void {
  if (!signal?.aborted) return;
  throw new OnshiError("call.aborted", reference === undefined ? {} : { reference }, { cause: signal.reason });
}

interface Hub {
  readonly listeners: Set<() => void>;
  readonly tellAll: () => void;
}

/** All listeners of a signal, behind the single one the platform sees. */
const hubs = new WeakMap<AbortSignal, Hub>();

/**
 * Calls back once the signal is aborted, immediately if it already is. Any number of calls may listen to one long-lived
 * signal: the platform, which warns of a leak beyond ten listeners, sees only one, and none after all have stopped listening.
 *
 * @returns a function that stops listening
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) {
    listener();
    return () => undefined;
  }
  const { listeners, tellAll } = hubs.get(signal) ?? newHub(signal);
  // A separate function, so that the same listener can be added twice.
  const call = (): void => listener();
  listeners.add(call);
  return () => {
    if (!listeners.delete(call) || listeners.size > 0) return;
    signal.removeEventListener("abort", tellAll);
    hubs.delete(signal);
  };
}

function newHub(signal: AbortSignal): Hub {
  const listeners = new Set<() => void>();
  const tellAll = (): void => {
    hubs.delete(signal);
    for (const call of listeners) {
      listeners.delete(call);
      call();
    }
  };
  const hub = { listeners, tellAll };
  hubs.set(signal, hub);
  signal.addEventListener("abort", tellAll, { once: true });
  return hub;
}
