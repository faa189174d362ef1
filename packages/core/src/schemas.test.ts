import { expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { declarations, type MessageTypes } from "./messages/index.ts";
import * as schemas from "./schemas.ts";

type Schemas = typeof schemas.messageSchemas;

test("what a schema infers is the interface, for every message", () => {
  expectTypeOf<{ [Id in keyof Schemas]: z.infer<Schemas[Id]> }>().toEqualTypeOf<{
    [Id in keyof MessageTypes]: MessageTypes[Id];
  }>();
  // The comparison itself tells messages apart.
  expectTypeOf<z.infer<Schemas["OQSsiquc01req"]>>().not.toEqualTypeOf<MessageTypes["OQSsiquc01res"]>();
});

test("there is one for every declared message, and each is exported by name too", () => {
  expect(Object.keys(schemas.messageSchemas).toSorted()).toEqual(declarations.map(({ id }) => id).toSorted());
  const named = new Set<unknown>(Object.values(schemas));
  for (const schema of Object.values(schemas.messageSchemas)) expect(named).toContain(schema);
});
