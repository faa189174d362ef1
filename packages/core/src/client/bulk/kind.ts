import type { Problem } from "../../wire/index.ts";
import type { UnitKeys } from "../question/unit-keys.ts";
import type { ConsentOptions } from "../viewing/consent.ts";
import type { AnswerSource } from "../source.ts";
import type { BulkKindName } from "./journal.ts";

/** File ids of a kind of bulk request, without stage and direction. */
export type BulkStem = "OQSmuquc" | "OQSmuimm" | "OQSmutic" | "OQSmuhvq" | "OQSmuonq";

/** What all units of one result have in common. */
export interface UnitContext {
  readonly source: AnswerSource;
  readonly institutionCode: string;
  readonly problems: readonly Problem[];
  /** What consents open where sources disagree, as the client's options say. */
  readonly consentOptions: ConsentOptions;
}

/** Looks at every unit of a result before the first one is delivered. */
export interface UnitCheck<Unit> {
  /** @throws OnshiError `answer.mismatch` or `wire.duplicate` */
  see(unit: Unit): void;
}

/** A kind of bulk request (oqs-exchange §2.4): its four messages, and what a unit is turned into. */
export interface BulkKind<Unit, Answer> {
  readonly name: BulkKindName;
  readonly stem: BulkStem;
  /** Property of the result's body that holds the units. */
  readonly units: "units" | "persons";
  readonly answerOf: (unit: Unit, context: UnitContext) => Answer;
  /** How a unit tells which entry of the request it answers; undefined for lists, whose requests name nobody. */
  readonly keysOf?: (unit: Unit) => UnitKeys;
}

/** File ids of the four messages. */
export function idsOf<Unit, Answer>({
  stem,
}: BulkKind<Unit, Answer>): {
  readonly submit: `${BulkStem}01req`;
  readonly reception: `${BulkStem}01res`;
  readonly poll: `${BulkStem}02req`;
  readonly result: `${BulkStem}02res`;
} {
  return { submit: `${stem}01req`, reception: `${stem}01res`, poll: `${stem}02req`, result: `${stem}02res` };
}
