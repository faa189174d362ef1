import { OnshiClient } from "@onshi/core";
import { declarations } from "@onshi/core/messages";
import { describe, expect, test } from "vitest";

import { capabilityOf, served } from "../../packages/core/scripts/generate/capabilities.ts";
import { MemoryTransport } from "../../packages/core/test/fakes/memory-transport.ts";
import { unknownLayouts } from "../../packages/core/scripts/generate/unknown-layouts.ts";
import { simulatedRequests } from "../../packages/mock-server/src/centre/answer-message.ts";

const ids = declarations.map(({ id }) => id);
describe("the coverage page promises no more and no less than there is", () => {
  test("every capability is of a declared message", () => {
    for (const [id] of served) expect(ids).toContain(id);
  });

  test("every method it names is one of the client", () => {
    const client = new OnshiClient({ institutionCode: "9910000000", transport: new MemoryTransport() });
    const methods = served.flatMap(([, names]) => names);
    for (const method of methods) {
      const found = method.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], client);
      expect(found, method).toBeTypeOf("function");
    }
  });

  test("the mock answers exactly the requests it is said to answer", () => {
    const said = declarations.filter(({ id, direction }) => direction === "request" && capabilityOf(id).mock);
    expect(said.map(({ id }) => id).toSorted()).toEqual([...simulatedRequests].toSorted());
  });

  test("nothing is called unknown that is declared", () => {
    for (const { id } of unknownLayouts) {
      for (const one of id?.split(", ") ?? []) expect(ids.some((known) => known.startsWith(one))).toBe(false);
    }
  });
});
