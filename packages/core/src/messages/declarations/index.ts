import type { MessageDeclaration } from "../declaration.ts";
import type { PushedMessageId } from "../generated/types/index.ts";
import { bulkEligibilityMessages } from "./bulk-eligibility.ts";
import { checkupRequest, checkupResult } from "./checkup.ts";
import { eligibilityRequest } from "./eligibility-request.ts";
import { checkInResult, eligibilityResult } from "./eligibility-result.ts";
import { listedPersonsMessages } from "./listed-persons.ts";
import { medicationRequest } from "./medication-request.ts";
import { medicationResult } from "./medication-result.ts";
import { prescriptionMessages } from "./prescription.ts";
import { referenceNumberMessages } from "./reference-number.ts";

/** File id of a check-in at the card reader (`face`). */
export const checkInId: PushedMessageId = checkInResult.id as PushedMessageId;

/** Every message the SDK knows, in the order of the docs. */
export const declarations: readonly MessageDeclaration[] = [
  eligibilityRequest,
  eligibilityResult,
  checkInResult,
  ...bulkEligibilityMessages,
  ...referenceNumberMessages,
  ...listedPersonsMessages,
  medicationRequest,
  medicationResult,
  checkupRequest,
  checkupResult,
  ...prescriptionMessages,
];
