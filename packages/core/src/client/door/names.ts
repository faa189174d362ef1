import type { CallName } from "../question/ask-journal.ts";

/** What the transport has to do. */
export type DoorOperation = "exchange" | "awaitAnswer" | "checkIns" | "card.challenge" | "card.checkIn";

/** For which call of the client it is asked: `eligibility.verify`, `bulk.homeVisits`. */
export type ClientCall = CallName | `bulk.${string}` | Exclude<DoorOperation, "exchange" | "awaitAnswer">;
