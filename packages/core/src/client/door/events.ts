import type { OnshiErrorCode } from "../../base/index.ts";
import type { ConsentKind } from "../viewing/consent-kinds.ts";
import type { ClientCall, DoorOperation } from "./names.ts";

/** What all events tell. There is no place in them for anything of a person. */
interface CallEvent {
  /** When it happened, ISO in UTC. */
  readonly at: string;
  readonly operation: DoorOperation;
  /** The client call, e.g. `eligibility.verify`. */
  readonly call: ClientCall;
  /** File id of the request, or of a check-in's message; missing for a challenge. */
  readonly messageId?: string;
  /** The door, as its transport calls it: `folder`, `http`. */
  readonly route: string;
  /** 医療機関コード of the client. */
  readonly institutionCode: string;
  /** Number of the attempt, from 1; more than 1 only if middleware retries. */
  readonly attempt: number;
  /** Handle for the late answer. */
  readonly reference?: string;
}

interface TimedEvent extends CallEvent {
  /** Milliseconds since the transport was asked. */
  readonly elapsedMs: number;
}

/** A request is passed to the transport. */
export interface SentEvent extends CallEvent {
  readonly type: "sent";
}

/** The transport returned an answer, which has not been read yet. */
export interface AnsweredEvent extends TimedEvent {
  readonly type: "answered";
}

/** No answer came, or it could not be used (`centre.failed`, `answer.mismatch`, `wire.…`): then after `answered`. */
export interface FailedEvent extends TimedEvent {
  readonly type: "failed";
  /** Code of the error; `unexpected` for one that is not the SDK's. */
  readonly code: OnshiErrorCode | "unexpected";
  /** Result code of the centre, if it gave one. */
  readonly centreCode?: string;
}

/** An answer or check-in is safe with its owner; a file is gone. */
export interface AcknowledgedEvent extends TimedEvent {
  readonly type: "acknowledged";
}

/** A check-in was read and is being delivered. */
export interface CheckedInEvent extends TimedEvent {
  readonly type: "checkedIn";
}

/** A request based on a consent is passed to the transport; one event for each kind. */
export interface ConsentUsedEvent extends CallEvent {
  readonly type: "consentUsed";
  readonly consent: ConsentKind;
}

/**
 * What happened at a client's door. Reported to `observe`, to the `logger`, and on the channels `onshi:sent`,
 * `onshi:answered` and so on of `node:diagnostics_channel`.
 */
export type OnshiEvent =
  | SentEvent
  | AnsweredEvent
  | FailedEvent
  | AcknowledgedEvent
  | CheckedInEvent
  | ConsentUsedEvent;

/** Receives every event. What it throws is ignored: observing must never break a call. */
export type Observer = (event: OnshiEvent) => void;
