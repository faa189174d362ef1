import { OnshiError, throwIfAborted } from "../../base/index.ts";
import { type Lease, type LeaseMemory, type LeaseOptions, tryLease } from "./lease.ts";

/** How to wait for a lease that somebody else holds. */
export interface HoldOptions {
  readonly signal?: AbortSignal | undefined;
  /** Waits for as long as it takes, ready to take over. Default: fails as soon as the holder shows a sign of life. */
  readonly standBy?: boolean;
}

/** How often to look for the holder's heartbeat, as a fraction of the time after which it counts as silent. */
const looksPerStale = 10;

/**
 * Takes a lease. If somebody else holds it: waits until the holder is silent, gives up at its first heartbeat, or stands by.
 *
 * @throws OnshiError `site.inUse` when the holder is alive and this program does not stand by; `call.aborted`; `site.failed`
 */
export async function holdLease(
  name: string,
  options: LeaseOptions,
  { signal, standBy = false }: HoldOptions,
): Promise<Lease> {
  const { clock, staleMs = 15_000 } = options;
  const memory: LeaseMemory = {};
  let first: string | undefined;
  for (;;) {
    throwIfAborted(signal);
    const lease = await tryLease(name, options, memory);
    if (lease) return lease;
    first ??= memory.text;
    if (!standBy && memory.text !== first) throw new OnshiError("site.inUse", { field: name });
    await clock.sleep(staleMs / looksPerStale, signal);
  }
}
