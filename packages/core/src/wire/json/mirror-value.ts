/** A value of the JSON mirror: text of a leaf, properties of a parent, or several elements of one name. */
export type MirrorValue = string | MirrorObject | readonly MirrorValue[];

/** An element with children: one property for each tag. */
export interface MirrorObject {
  readonly [tag: string]: MirrorValue;
}

/** Sets an own property whatever its name: a plain assignment to `__proto__` would change the prototype. */
export function setOwn(target: object, tag: string, value: MirrorValue): void {
  if (tag === "__proto__") {
    Object.defineProperty(target, tag, { value, enumerable: true, configurable: true, writable: true });
  } else {
    (target as Record<string, MirrorValue>)[tag] = value;
  }
}
