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

/** Everyone who listens to a signal, behind the one listener the platform sees. */
const hubs = new WeakMap<AbortSignal, Hub>();

/**
 * Calls back once the signal is aborted, at once when it is already. Any number of calls may listen to one long-lived
 * signal: the platform, which warns of a leak beyond ten listeners, sees a single one, and none once all have left.
 *
 * @returns lets go of the signal
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) {
    listener();
    return () => undefined;
  }
  const { listeners, tellAll } = hubs.get(signal) ?? newHub(signal);
  // A function of its own, so that the same listener may be given twice.
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
