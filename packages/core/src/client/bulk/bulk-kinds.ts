import { type ListName, listNames, listOf } from "../lists/person-lists.ts";
import { bulkReferenceNumbers } from "../reference-numbers/reference-numbers.ts";
import { bulkEligibility } from "./bulk-eligibility.ts";
import type { BulkFamily } from "./kind.ts";

/** Kinds of bulk request, as the journal names them. */
export type BulkKindName = "eligibility" | "referenceNumbers" | ListName;

/** All kinds of bulk request; each list is one. */
export const bulkKinds: readonly BulkFamily[] = [bulkEligibility, bulkReferenceNumbers, ...listNames.map(listOf)];
