import type { OnshiErrorCode } from "../../base/index.ts";
import type { ConsentKind } from "../viewing/consent-kinds.ts";
import type { ClientCall, DoorOperation } from "./names.ts";

/** What all events tell. There is no place in them for anything of a person. */
interface CallEvent {
  /** When it happened, ISO in UTC. */
  readonly at: string;
  readonly operation: DoorOperation;
  /** For which call of the client: `eligibility.verify`. */
  readonly call: ClientCall;
  /** File id of the request, of a check-in that of the message; missing for a challenge. */
  readonly messageId?: string;
  /** The door, as its transport calls it: `folder`, `http`. */
  readonly route: string;
  /** 医療機関コード of the client. */
  readonly institutionCode: string;
  /** Which try it is, from 1; more only where middleware tries again. */
  readonly attempt: number;
  /** Handle for the late answer. */
  readonly reference?: string;
}

interface TimedEvent extends CallEvent {
  /** Milliseconds since the transport was asked. */
  readonly elapsedMs: number;
}

/** A request is handed to the transport. */
export interface SentEvent extends CallEvent {
  readonly type: "sent";
}

/** The transport brought an answer; nobody has read it yet. */
export interface AnsweredEvent extends TimedEvent {
  readonly type: "answered";
}

/** No answer came, or it could not be used (`centre.failed`, `answer.mismatch`, `wire.…`): then after `answered`. */
export interface FailedEvent extends TimedEvent {
  readonly type: "failed";
  /** Code of the error; `unexpected` for one that is not the SDK's. */
  readonly code: OnshiErrorCode | "unexpected";
  /** Result code of the centre, where it gave one. */
  readonly centreCode?: string;
}

/** An answer or check-in is safe with its owner; a file is gone. */
export interface AcknowledgedEvent extends TimedEvent {
  readonly type: "acknowledged";
}

/** A check-in was read and is handed out. */
export interface CheckedInEvent extends TimedEvent {
  readonly type: "checkedIn";
}

/** A request that rests on a consent is handed to the transport; one event for each kind. */
export interface ConsentUsedEvent extends CallEvent {
  readonly type: "consentUsed";
  readonly consent: ConsentKind;
}

/**
 * What happened at the door of a client. Told to `observe`, to the `logger`, and on the channels `onshi:sent`,
 * `onshi:answered` and so on of `node:diagnostics_channel`.
 */
export type OnshiEvent =
  | SentEvent
  | AnsweredEvent
  | FailedEvent
  | AcknowledgedEvent
  | CheckedInEvent
  | ConsentUsedEvent;

/** Is told every event. What it throws is dropped: looking on must never break a call. */
export type Observer = (event: OnshiEvent) => void;
