import type { DoorCall } from "./call.ts";

/** A person as a message names one. */
export interface NamedPerson {
  readonly insurerNumber: string;
  readonly symbol?: string;
  readonly number: string;
  readonly branch?: string;
}

/** Kept apart from the calls themselves, so that logging a call does not log a person. */
const persons = new WeakMap<DoorCall, () => readonly NamedPerson[]>();

/** Allows asking a call whom it is about. */
export function remember(call: DoorCall, about: () => readonly NamedPerson[]): void {
  persons.set(call, about);
}

/** Whom a call is about, as far as request or check-in state it; personal data. */
export function personsOf(call: DoorCall): readonly NamedPerson[] {
  return persons.get(call)?.() ?? [];
}

/** Everyone in a message: whatever has an insurer together with an insured person's number. */
export function personsIn(message: unknown): readonly NamedPerson[] {
  if (typeof message !== "object" || message === null || ArrayBuffer.isView(message)) return [];
  const { insurerNumber, symbol, number, branch } = message as Readonly<Record<string, unknown>>;
  const inside = Object.values(message).flatMap(personsIn);
  if (typeof insurerNumber !== "string" || typeof number !== "string") return inside;
  const person = {
    insurerNumber: insurerNumber.trim(),
    ...(typeof symbol === "string" && { symbol }),
    number,
    ...(typeof branch === "string" && { branch }),
  };
  return [person, ...inside];
}
