import { OnshiError } from "../../base/index.ts";
import type { MessageTypes } from "../../messages/index.ts";
import type { Incoming, Outgoing } from "../../transports/index.ts";
import { Call, CallEnded, settledWithin } from "../../transports/call.ts";
import type { MessageId } from "../../wire/index.ts";
import { answerIdOf } from "../answer-id.ts";
import { type ClientContext, type ExchangeIds, exchangeOptions, newReference, prepare, transmit } from "../context.ts";
import type { ConsentKind } from "../viewing/consent-kinds.ts";
import { type AwaitOptions, type CallOptions, checkAwaitOptions } from "../options.ts";
import type { Occasion } from "../door/call.ts";
import type { AskRecord, CallName } from "./ask-journal.ts";
import { mayHaveLeft } from "./departure.ts";
import { assertBelongs, type Keys, keysOf, type Seal, sealed, sealWith } from "./keys.ts";

/** How long noting a request may take when its call has no limit of its own. */
const longestNoteMs = 10_000;

/** How long noting may take once its call is over. */
const lastStepMs = 100;

/** An answer, and what is known about its question. */
export interface Asked {
  /** Acknowledging it also removes the request from the journal. */
  readonly incoming: Incoming;
  /** False when the caller took it although nothing is known about its question. */
  readonly isChecked: boolean;
  /** @throws OnshiError `answer.mismatch` */
  readonly check: (message: object) => void;
  /** The centre has responded, although not with an answer: the journal need not know the request any more. */
  readonly over: () => Promise<void>;
}

/**
 * Sends a request and waits for what comes back. Where answers can come late, the journal records the request from before
 * it leaves until its answer is taken, by digests of what the answer must repeat.
 *
 * @throws OnshiError `request.invalid` or `site.failed` before anything leaves, and whatever the transport throws
 */
export async function ask<Request extends MessageId>(
  context: ClientContext,
  call: CallName,
  ids: ExchangeIds<Request, MessageId>,
  message: MessageTypes[Request],
  options: CallOptions,
  consents: readonly ConsentKind[] = [],
): Promise<Asked> {
  const request = prepare(context, ids, message);
  return askBytes(context, { call, about: message, consents }, request, keysOf(message), options);
}

/** The same for a request that has been written already. */
export async function askBytes(
  context: ClientContext,
  occasion: Occasion & { readonly call: CallName },
  request: Outgoing,
  keys: Keys,
  options: CallOptions,
): Promise<Asked> {
  const { asks, door } = context;
  if (!door.canAwait) return asked(context, await transmit(context, request, occasion, options), keys, unsealed);
  const reference = newReference(context);
  const { record, seal, leftMs } = await noted(context, occasion.call, request.id, reference, keys, options);
  try {
    const limits = leftMs === undefined ? options : { ...options, timeoutMs: leftMs };
    const incoming = await transmit(context, request, occasion, { ...limits, reference });
    void context.tidy();
    return asked(context, incoming, record.keys, seal, reference);
  } catch (error) {
    // What is thrown says what happened to the request, whatever happened to its note.
    const note = mayHaveLeft(error) ? asks.put({ ...record, state: "waiting" }) : asks.remove(reference);
    await settledWithin(note, lastStepMs, context.clock);
    throw error;
  }
}

/** Records a request before it leaves, within the limits of its call: the site may be on a share that hangs. */
async function noted(
  { asks, siteKeys, clock, closing, institutionCode, timeoutMs: usualMs }: ClientContext,
  call: CallName,
  message: string,
  reference: string,
  keys: Keys,
  { signal, timeoutMs = usualMs }: CallOptions,
): Promise<{ readonly record: AskRecord; readonly seal: Seal; readonly leftMs?: number }> {
  const limits = new Call({ clock, signal, timeoutMs: timeoutMs ?? longestNoteMs, closed: closing });
  const note = async (): Promise<{ readonly record: AskRecord; readonly seal: Seal }> => {
    const { id: keyId, bytes } = await siteKeys.current();
    const seal = sealWith(bytes, reference);
    const submittedAt = clock.now().toISOString();
    const digests = sealed(keys, seal);
    const about = { call, message, state: "sending", institutionCode, reference, submittedAt } as const;
    const record: AskRecord = { v: 1, ...about, keyId, keys: digests };
    await asks.put(record);
    return { record, seal };
  };
  const noting = note();
  try {
    const made = await limits.race(noting);
    return timeoutMs === undefined ? made : { ...made, leftMs: Math.max(1, Math.round(timeoutMs - limits.waitedMs)) };
  } catch (error) {
    if (!(error instanceof CallEnded)) throw error;
    // A note that succeeds after all would be about nothing.
    void noting.then(() => asks.remove(reference)).catch(() => undefined);
    throw limits.endError({ left: false }) ?? new OnshiError("site.failed", { field: "journal" });
  } finally {
    limits.release();
  }
}

/**
 * Waits for the answer to a request made earlier, perhaps by another process; it is checked by the same keys.
 *
 * @param byHand - what the answer has to repeat, if the caller still knows the question itself
 * @throws OnshiError `transport.unsupported`; `request.invalid` when the reference belongs to another call;
 *   `answer.unchecked`
 *   when nothing is known about the question and the caller does not accept that; the errors of the transport
 */
export async function askLate(
  context: ClientContext,
  calls: readonly [CallName, ...CallName[]],
  message: string,
  reference: string,
  options: AwaitOptions,
  byHand?: Keys,
): Promise<Asked> {
  context.assertOpen();
  checkAwaitOptions(options);
  const { door, asks, siteKeys, institutionCode } = context;
  if (!door.canAwait) {
    const field = calls[0].replace(/(?<=\.).*|^\w+$/, "awaitAnswer");
    throw new OnshiError("transport.unsupported", { field });
  }
  const record = await asks.find(reference);
  const isReadable = record !== undefined && record.state !== "damaged";
  if (isReadable && (!calls.includes(record.call) || record.institutionCode !== institutionCode)) {
    const expected = { ja: `${calls[0]}の参照番号`, en: `a reference of ${calls[0]} of the same institution` };
    throw new OnshiError("request.invalid", { field: "reference", expected });
  }
  const key = isReadable ? await siteKeys.byId(record.keyId) : undefined;
  const known = isReadable && key ? { keys: record.keys, seal: sealWith(key.bytes, reference) } : undefined;
  const plain = byHand && { keys: byHand, seal: unsealed };
  if (!known && !plain && options.acceptUnchecked !== true) throw new OnshiError("answer.unchecked", { reference });
  const occasion = { call: isReadable ? record.call : calls[0], about: byHand, isReferenceOurs: record !== undefined };
  const incoming = await door.awaitAnswer(message, reference, occasion, {
    ...exchangeOptions(context, options),
    answerId: answerIdOf(context.codec, message),
  });
  const { keys, seal } = known ?? plain ?? { keys: {}, seal: unsealed };
  const answer = asked(context, incoming, keys, seal, reference);
  return {
    ...answer,
    isChecked: known !== undefined || plain !== undefined,
    check: (came) => {
      answer.check(came);
      if (plain) assertBelongs(plain.keys, plain.seal, came, incoming.rawBytes);
    },
  };
}

const unsealed: Seal = (_, value) => value;

function asked(context: ClientContext, incoming: Incoming, keys: Keys, seal: Seal, reference?: string): Asked {
  const over = async (): Promise<void> => {
    // A note that stays is listed as pending for a while; the answer is still good.
    if (reference !== undefined) await settledWithin(context.asks.remove(reference), lastStepMs, context.clock);
  };
  return {
    incoming: {
      ...incoming,
      acknowledge: async () => {
        await incoming.acknowledge();
        await over();
      },
    },
    isChecked: true,
    check: (message) => assertBelongs(keys, seal, message, incoming.rawBytes),
    over,
  };
}
