/** How much a document may cost before it is refused. All limits are generous for the largest known messages. */
export interface WireLimits {
  /** Size of the bytes; 32 MiB when left out. */
  readonly maxBytes?: number;
  /** Levels of nesting; 64 when left out. The deepest known message has nine. */
  readonly maxDepth?: number;
  /** Number of elements; 1,000,000 when left out. Limits memory: a short empty element costs far more than its bytes. */
  readonly maxElements?: number;
}

export const defaultLimits: Required<WireLimits> = {
  maxBytes: 32 * 1024 * 1024,
  maxDepth: 64,
  maxElements: 1_000_000,
};

/** Limits with the defaults filled in; `undefined` from an untyped caller must not switch off a limit. */
export function resolveLimits(limits: WireLimits): Required<WireLimits> {
  return {
    maxBytes: limits.maxBytes ?? defaultLimits.maxBytes,
    maxDepth: limits.maxDepth ?? defaultLimits.maxDepth,
    maxElements: limits.maxElements ?? defaultLimits.maxElements,
  };
}

/** Tag of every message's root (oqs-exchange §4.0). */
export const messageRoot = "XmlMsg";
