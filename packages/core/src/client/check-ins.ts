import { OnshiError } from "../base/index.ts";
import type { Incoming, UnreadableHandler } from "../transports/index.ts";
import type { Consents } from "./consent.ts";
import { type ClientContext, receive } from "./context.ts";
import { type EligibilityAnswer, eligibilityAnswerOf } from "./eligibility-answer.ts";

/** A patient used the card reader at the desk (顔認証付きカードリーダーでの受付). */
export interface CheckIn {
  readonly answer: EligibilityAnswer;
  /** What the patient consented to; empty when the answer is not a valid one. */
  readonly consents: Consents;
  /** Says that the check-in is safe with you. Until then it comes again: after `break`, an exception, a crash. */
  acknowledge(): Promise<void>;
}

/** Options of `checkIns`. */
export interface CheckInOptions {
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
  /** A file in `face` could not be read. It stays where it is; the iteration goes on. */
  readonly onUnreadable?: UnreadableHandler;
}

const noConsents: Consents = { states: {}, unknownKinds: {} };

/** The check-ins at the desk's reader, as they come. */
export async function* checkIns(
  context: ClientContext,
  options: CheckInOptions,
): AsyncGenerator<CheckIn, void, undefined> {
  context.assertOpen();
  const { transport } = context;
  if (!transport.checkIns) throw new OnshiError("transport.unsupported", { field: "checkIns" });
  for await (const incoming of transport.checkIns(options)) {
    const checkIn = read(context, incoming, options.onUnreadable);
    if (checkIn) yield checkIn;
  }
}

/** The check-in in what a transport brought. */
export function checkInOf(context: ClientContext, incoming: Incoming): CheckIn {
  const answer = eligibilityAnswerOf(receive(context, "OQSsiquc01res_face", incoming));
  return {
    answer,
    consents: answer.validity === "valid" ? answer.consents : noConsents,
    acknowledge: () => incoming.acknowledge(),
  };
}

/** One file nobody can read must not keep the next patient waiting. */
function read(
  context: ClientContext,
  incoming: Incoming,
  onUnreadable: UnreadableHandler | undefined,
): CheckIn | undefined {
  try {
    return checkInOf(context, incoming);
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    onUnreadable?.(error, incoming.fileName ?? incoming.id);
    return undefined;
  }
}
