import { OnshiError } from "../../base/index.ts";
import type { BulkDownloads, MessageAnswers } from "../../messages/index.ts";
import type { Codec, Problem } from "../../wire/index.ts";
import { answerIdOf } from "../answer-id.ts";
import type { UnitKeys } from "../question/unit-keys.ts";
import type { AnswerSource } from "../source.ts";
import type { ConsentOptions } from "../viewing/consent.ts";

/** File id of the upload of a bulk request. */
export type UploadId = keyof BulkDownloads;

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

/** How a kind of bulk request is known: to the journal, to callers, on the wire. */
export interface BulkFamily {
  /** Name in the journal and of the client's capability. */
  readonly name: string;
  /** The first of its four messages; the others are paired with it by their declarations. */
  readonly upload: UploadId;
  /** Methods of the capability. */
  readonly methods: { readonly ask: string; readonly resume: string };
}

/** A kind of bulk request (oqs-exchange §2.4): four messages, and what becomes of one unit. */
export interface BulkKind<Unit, Answer> extends BulkFamily {
  /** Property of the result's body that holds the units. */
  readonly units: "units" | "persons";
  readonly answerOf: (unit: Unit, context: UnitContext) => Answer;
  /** How a unit tells which entry of the request it answers; undefined for lists, whose requests name nobody. */
  readonly keysOf?: (unit: Unit) => UnitKeys;
}

/** File ids of the four messages of a kind. */
export interface BulkIds {
  readonly submit: UploadId;
  readonly reception: MessageAnswers[UploadId];
  readonly poll: BulkDownloads[UploadId];
  readonly result: MessageAnswers[BulkDownloads[UploadId]];
}

/** The messages of a kind, as the declarations pair them. */
export function idsOf(codec: Codec, { upload }: BulkFamily): BulkIds {
  const poll = codec.layout(upload).download as BulkDownloads[UploadId] | undefined;
  if (poll === undefined) throw new OnshiError("wire.unexpectedMessage", { variant: "unknownId" });
  return { submit: upload, reception: answerIdOf(codec, upload), poll, result: answerIdOf(codec, poll) };
}
