import { onAbort, OnshiError } from "../../base/index.ts";
import { checkInId, plainResultId } from "../../messages/index.ts";
import type { Incoming, UnreadableHandler } from "../../transports/index.ts";
import { isCheckIn } from "./check-in-content.ts";
import { type Consents, consentsOf } from "../viewing/consent.ts";
import { type ClientContext, receive } from "../context.ts";
import type { Middleware } from "../door/call.ts";
import { holdLease } from "../site/hold.ts";
import type { Lease } from "../site/lease.ts";
import { type EligibilityAnswer, eligibilityAnswerOf } from "../eligibility/eligibility-answer.ts";

/** A patient used the card reader at the desk (顔認証付きカードリーダーでの受付). */
export interface CheckIn {
  readonly answer: EligibilityAnswer;
  /** What the patient consented to; empty unless the answer is a valid one. */
  readonly consents: Consents;
  /** Says that the check-in is safe with you. Until then it is delivered again: after `break`, an exception, a crash. */
  readonly acknowledge: () => Promise<void>;
}

/** Options of `checkIns`. */
export interface CheckInOptions {
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
  /**
   * When another program of the site reads `face`: wait and take over once it is gone, instead of failing with
   * `site.inUse`. Only has an effect for a client with a `site`. Default false.
   */
  readonly standBy?: boolean;
  /**
   * How long the program that reads `face` may be silent before another one takes over, in milliseconds; use the same value
   * in all programs of a site. Default 15,000.
   */
  readonly staleMs?: number;
  /** A file in `face` could not be read. It stays where it is; the iteration goes on. */
  readonly onUnreadable?: UnreadableHandler;
  /** Stands around the delivery of each check-in, inside the client's middleware. */
  readonly middleware?: readonly Middleware[];
}

/** The check-ins at the desk's reader, as they come. */
export async function* checkIns(
  context: ClientContext,
  options: CheckInOptions,
): AsyncGenerator<CheckIn, void, undefined> {
  context.assertOpen();
  context.door.assertCheckIns();
  const lease = await ownFace(context, options);
  if (lease === "ended") return;
  const { onUnreadable } = options;
  const signals = [options.signal, lease?.lost].filter((signal) => signal !== undefined);
  const letGo = lease && releaseWhenOver(context, lease, options.signal);
  const call = {
    ...(onUnreadable && { onUnreadable }),
    ...(options.middleware !== undefined && { middleware: options.middleware }),
    ...(signals.length > 0 && { signal: AbortSignal.any(signals) }),
  };
  try {
    yield* context.door.checkIns(
      checkInId,
      call,
      (incoming) => openedCheckIn(context, lease ? heldBy(lease, incoming) : incoming),
      (error, { fileName, id }) => {
        // One unreadable file must not keep the next patient waiting.
        if (!OnshiError.is(error)) throw error;
        onUnreadable?.(error, fileName ?? id);
      },
    );
    if (!options.signal?.aborted && !context.closing.aborted) lease?.assertHeld();
  } finally {
    await letGo?.();
  }
}

/**
 * A program that ends gives up `face` at once, even while its own handling of a check-in hangs; what it has not
 * acknowledged by then goes to the next program.
 *
 * @returns the same cleanup, for an iteration that ends by itself
 */
function releaseWhenOver(context: ClientContext, lease: Lease, signal: AbortSignal | undefined): () => Promise<void> {
  let leave: (() => void) | undefined;
  const letGo = async (): Promise<void> => {
    leave?.();
    await lease.release();
    context.held.delete(letGo);
  };
  context.held.add(letGo);
  if (signal) leave = onAbort(signal, () => void letGo());
  if (context.closing.aborted) void letGo();
  return letGo;
}

/** One program of a site reads `face` (oqs-exchange §2.7); a client without a site trusts that it is the only one. */
async function ownFace(
  { site: store, institutionCode, clock, random, closing }: ClientContext,
  { signal, standBy = false, staleMs }: CheckInOptions,
): Promise<Lease | "ended" | undefined> {
  if (!store) return undefined;
  const signals = signal ? [signal, closing] : [closing];
  try {
    const options = { signal: AbortSignal.any(signals), standBy };
    const lease = { store, clock, random, ...(staleMs !== undefined && { staleMs }) };
    return await holdLease(`face-${institutionCode}`, lease, options);
  } catch (error) {
    if (OnshiError.is(error) && error.code === "call.aborted") return "ended";
    throw error;
  }
}

/** A program that lost `face` must not remove what its successor has not seen. */
function heldBy(lease: Lease, incoming: Incoming): Incoming {
  return {
    ...incoming,
    acknowledge: async () => {
      await lease.confirmHeld();
      await incoming.acknowledge();
    },
  };
}

/** The check-in in what a transport brought, or `wire.unexpectedMessage` when its content is of another kind. */
export function checkInOf(context: ClientContext, incoming: Incoming): CheckIn {
  const { content, fileName, rawBytes } = incoming;
  if ("document" in content && !isCheckIn(context.codec, content.document, fileName)) {
    const expected = { ja: "受付の資格確認結果", en: `a check-in (${plainResultId(checkInId)})` };
    const where = fileName === undefined ? {} : { fileName };
    throw new OnshiError("wire.unexpectedMessage", { ...where, expected }, { rawBytes });
  }
  const answer = eligibilityAnswerOf(receive(context, checkInId, incoming), context);
  return {
    answer,
    // An answer about nobody opens nothing; what the file states is passed on all the same.
    consents: "consents" in answer ? answer.consents : consentsOf(answer.raw),
    acknowledge: () => incoming.acknowledge(),
  };
}

/** A check-in with the message it is read from, which says whom it is about. */
export function openedCheckIn(
  context: ClientContext,
  incoming: Incoming,
): { readonly item: CheckIn; readonly about: EligibilityAnswer["raw"] } {
  const item = checkInOf(context, incoming);
  return { item, about: item.answer.raw };
}
