import { OnshiError } from "../../base/index.ts";
import { bare, type Keys, mismatch, type Seal, sealed } from "./keys.ts";

/** One entry of a bulk request, or one unit of its result. */
export interface UnitKeys {
  /** The value by which a unit names its entry, and its place; undefined when it names none. */
  readonly id: readonly [path: string, value: string | undefined];
  /** What else it repeats from its entry. */
  readonly keys: Keys;
}

/** The entries of a bulk request as the journal keeps them: digests of each identifier and of what belongs to it. */
export interface SealedUnits {
  readonly v: 1;
  /** Which key of the site made the digests. */
  readonly keyId: string;
  readonly units: readonly (readonly [id: string, keys: Keys])[];
}

/** What the journal may hold about entries. */
export function sealUnits(keyId: string, seal: Seal, entries: readonly UnitKeys[]): SealedUnits {
  const units = entries.map(({ id, keys }) => [idOf(id, seal) ?? "", sealed(keys, seal)] as const);
  return { v: 1, keyId, units };
}

/**
 * Checks the units during one reading of a result: each must carry an identifier that was sent, be about the person it
 * was sent for, and not come more often than it was sent.
 */
export function unitCheck({ units }: SealedUnits, seal: Seal): (unit: UnitKeys) => void {
  const asked = new Map<string, Keys[]>();
  for (const [id, keys] of units) asked.set(id, [...(asked.get(id) ?? []), keys]);
  return ({ id, keys }) => {
    const [path] = id;
    const key = idOf(id, seal);
    if (key === undefined) return;
    const entries = asked.get(key);
    if (!entries) throw new OnshiError("answer.mismatch", { path });
    const [open] = entries;
    if (!open) throw new OnshiError("wire.duplicate", { path });
    const came = sealed(keys, seal);
    const found = entries.findIndex((one) => mismatch(one, came) === undefined);
    if (found < 0) throw new OnshiError("answer.mismatch", { path: mismatch(open, came) ?? path });
    entries.splice(found, 1);
  };
}

function idOf([path, value]: UnitKeys["id"], seal: Seal): string | undefined {
  return value === undefined ? undefined : seal(path, value);
}

/** The keys of a person as in an entry or its echo; padding and leading zeros do not count. */
export function personKeys(
  block: string,
  person: {
    readonly insurerNumber?: string;
    readonly number?: string;
    readonly branch?: string;
    readonly birthdate?: string;
  },
): Keys {
  const { insurerNumber, number, branch, birthdate } = person;
  return Object.fromEntries(
    Object.entries({ insurerNumber, number, branch, birthdate }).flatMap(([name, value]) =>
      value === undefined ? [] : [[`${block}.${name}`, bare(value)]],
    ),
  );
}
