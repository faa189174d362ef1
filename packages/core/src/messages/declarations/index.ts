import type { MessageDeclaration } from "../declaration.ts";
import { eligibilityRequest } from "./eligibility-request.ts";
import { checkInResult, eligibilityResult } from "./eligibility-result.ts";
import { medicationRequest } from "./medication-request.ts";
import { medicationResult } from "./medication-result.ts";

/** Every message the SDK knows, in the order of the docs. */
export const declarations: readonly MessageDeclaration[] = [
  eligibilityRequest,
  eligibilityResult,
  checkInResult,
  medicationRequest,
  medicationResult,
];
