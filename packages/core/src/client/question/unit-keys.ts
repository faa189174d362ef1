import { OnshiError } from "../../base/index.ts";
import { bare, type Keys, mismatch, type Seal, sealed } from "./keys.ts";

/** One entry of a bulk request, or one unit of its result. */
export interface UnitKeys {
  /** By what a unit says to which entry it belongs, and where it stands; undefined when it says nothing. */
  readonly id: readonly [path: string, value: string | undefined];
  /** What else it repeats of its entry. */
  readonly keys: Keys;
}

/** The entries of a bulk request as the journal keeps them: digests of each identifier, and of what belongs to it. */
export interface SealedUnits {
  readonly v: 1;
  /** Which key of the site the digests are by. */
  readonly keyId: string;
  readonly units: readonly (readonly [id: string, keys: Keys])[];
}

/** What the journal may hold of entries. */
export function sealUnits(keyId: string, seal: Seal, entries: readonly UnitKeys[]): SealedUnits {
  const units = entries.map(({ id, keys }) => [idOf(id, seal) ?? "", sealed(keys, seal)] as const);
  return { v: 1, keyId, units };
}

/**
 * Looks at the units of one reading of a result: each must carry an identifier that was asked with, be about the
 * person asked about under it, and not come more often than it was asked for.
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

/** The keys of a person as an entry or its echo names them; padding and leading zeros do not count. */
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
