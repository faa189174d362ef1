import type { BulkKindName } from "../bulk/journal.ts";
import type { CallName } from "../question/ask-journal.ts";

/** What the transport has to do. */
export type DoorOperation = "exchange" | "awaitAnswer" | "checkIns" | "card.challenge" | "card.checkIn";

/** The client call it is for: `eligibility.verify`, `bulk.homeVisits`. */
export type ClientCall = CallName | `bulk.${BulkKindName}` | Exclude<DoorOperation, "exchange" | "awaitAnswer">;
