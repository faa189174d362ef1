import type { EligibilityTableId } from "./tables/eligibility.ts";
import type { PublicAssistanceTableId } from "./tables/public-assistance.ts";
import type { ServiceTableId } from "./tables/services.ts";

/** `OQSCD001` … `OQSCD044`. */
export type CodeTableId = EligibilityTableId | PublicAssistanceTableId | ServiceTableId;
