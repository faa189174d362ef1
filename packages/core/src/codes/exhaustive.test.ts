import { expect, expectTypeOf, test } from "vitest";
import type { QualificationValidity } from "./generated/literals.ts";
import type { UnknownCode } from "./index.ts";

/** What a vendor writes: every literal, and one default for codes that come later. */
function advice(validity: QualificationValidity): string {
  switch (validity) {
    case "valid":
    case "validNotEntrusted":
      return "usable";
    case "invalid":
    case "invalidNewerExists":
      return "lapsed";
    case "notFound":
    case "multipleMatches":
      return "ask again";
    default:
      expectTypeOf(validity).toEqualTypeOf<UnknownCode>();
      return `show ${validity}`;
  }
}

test("a switch over all literals leaves unknown codes for the default", () => {
  expect(advice("valid")).toBe("usable");
  expect(advice("unknown:7")).toBe("show unknown:7");
});

test("a forgotten literal shows in the type of the default, and a misspelt one does not compile", () => {
  const forgetful = (validity: QualificationValidity): string => {
    if (validity === "valid") return "usable";
    // @ts-expect-error -- five more literals are left
    const rest: UnknownCode = validity;
    return rest;
  };
  expect(forgetful("valid")).toBe("usable");
  // @ts-expect-error -- no such literal
  expect(advice("vaild")).toBe("show vaild");
});
