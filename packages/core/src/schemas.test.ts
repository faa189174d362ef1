import { expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { declarations, type MessageTypes } from "./messages/index.ts";
import * as schemas from "./schemas.ts";

type Schemas = typeof schemas.messageSchemas;

/** Exactly the same type, unlike "each fits the other", which lets optional properties and `any` through. */
type Same<One, Other> =
  (<Any>() => Any extends One ? 1 : 2) extends <Any>() => Any extends Other ? 1 : 2 ? true : false;

/** The ids of all messages whose schema says something else than their interface. */
type Different = {
  [Id in keyof MessageTypes]: Same<z.infer<Schemas[Id]>, MessageTypes[Id]> extends true ? never : Id;
}[keyof MessageTypes];

test("what a schema infers is the interface, for every message", () => {
  expectTypeOf<keyof Schemas>().toEqualTypeOf<keyof MessageTypes>();
  expectTypeOf<Different>().toBeNever();
  // The comparison itself tells types apart.
  expectTypeOf<Same<{ readonly a?: string }, { readonly a: string }>>().toEqualTypeOf<false>();
});

test("there is one for every declared message, and each is exported by name too", () => {
  expect(Object.keys(schemas.messageSchemas).toSorted()).toEqual(declarations.map(({ id }) => id).toSorted());
  const named = new Set<unknown>(Object.values(schemas));
  for (const schema of Object.values(schemas.messageSchemas)) expect(named).toContain(schema);
});
