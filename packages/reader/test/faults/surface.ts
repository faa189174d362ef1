/** A value and how to get a fresh one. */
export interface Recipe {
  readonly name: string;
  readonly make: () => Promise<unknown>;
}

/** A function found in a value. */
export interface Callable {
  /** Where it was found: `waitForCard().authenticate`. */
  readonly name: string;
  /** The same with everything beside it, so that an object with one method more is looked at again. */
  readonly shape: string;
  /** The function of another value of the same kind, bound to it. */
  readonly pick: (value: unknown) => ((...given: readonly unknown[]) => unknown) | undefined;
}

const inherited: ReadonlySet<unknown> = new Set([
  Object.prototype,
  Function.prototype,
  Array.prototype,
  Date.prototype,
]);

function keysOf(value: object): readonly PropertyKey[] {
  const keys = new Set<PropertyKey>();
  for (
    let at: object | null = value;
    at !== null && !inherited.has(at);
    at = Object.getPrototypeOf(at) as object | null
  ) {
    for (const key of Reflect.ownKeys(at)) if (key !== "constructor") keys.add(key);
  }
  return [...keys];
}

const propertyOf = (value: unknown, key: PropertyKey): unknown => {
  try {
    return typeof value === "object" && value !== null ? (Reflect.get(value, key) as unknown) : undefined;
  } catch {
    return undefined;
  }
};

/** Every function in a value, also in objects inside it and behind symbols and prototypes; not in bytes and buffers. */
export function callables(name: string, value: unknown, depth = 0): readonly Callable[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > 2) return [];
  const keys = keysOf(value);
  const beside = keys.map(String).sort().join(",");
  return keys.flatMap((key) => {
    const path = name === "" ? String(key) : `${name}.${String(key)}`;
    const part = propertyOf(value, key);
    if (typeof part === "function") {
      const pick: Callable["pick"] = (owner) => {
        const found = propertyOf(owner, key);
        return typeof found === "function" ? (...given) => Reflect.apply(found, owner, given) as unknown : undefined;
      };
      return [{ name: path, shape: `${path} ${beside}`, pick }];
    }
    return callables(path, part, depth + 1).map((inner) => ({
      ...inner,
      pick: (owner: unknown) => inner.pick(propertyOf(owner, key)),
    }));
  });
}
