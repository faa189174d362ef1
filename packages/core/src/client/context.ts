import { type Clock, isOnshiError, OnshiError, type Random, randomText, throwIfAborted } from "../base/index.ts";
import type { MessageTypes, WireElement } from "../messages/index.ts";
import type { ExchangeOptions, Incoming, Outgoing } from "../transports/index.ts";
import { type Codec, type DecodedMessage, type MessageId, newFreePart, writeDocument } from "../wire/index.ts";
import type { ConsentOptions } from "./viewing/consent.ts";
import type { Occasion } from "./door/call.ts";
import type { Door, TransportFacts } from "./door/door.ts";
import { asCalled, shortened } from "./field-names.ts";
import type { CallOptions } from "./options.ts";
import type { AskJournal } from "./question/ask-journal.ts";
import type { SiteKeys } from "./site/site-key.ts";
import type { SiteStore } from "./site/store.ts";
import { assertRequestFits } from "./test-guard.ts";

/** What all capabilities of a client share. */
export interface ClientContext {
  readonly institutionCode: string;
  /** What the transport says of itself. */
  readonly transport: TransportFacts;
  /** The one way to the transport. */
  readonly door: Door;
  readonly codec: Codec;
  readonly clock: Clock;
  readonly random: Random;
  readonly timeoutMs: number | undefined;
  /** 診療識別 by which operations are recognised. */
  readonly operationClasses: readonly string[];
  /** What consents open where sources disagree. */
  readonly consentOptions: ConsentOptions;
  /** Where journal, spool and locks are kept; undefined when the client was made without a site. */
  readonly site: SiteStore | undefined;
  /** Single requests whose answers have not been taken yet: kept in the site, else as long as this client lives. */
  readonly asks: AskJournal;
  /** Keys of the digests in that journal. */
  readonly siteKeys: SiteKeys;
  /** Clears the journal when it is due; never fails. */
  readonly tidy: () => Promise<void>;
  /** What this client holds besides the transport; closing releases each. */
  readonly held: Set<() => Promise<void>>;
  /** Aborted when the client is closed. */
  readonly closing: AbortSignal;
  /** Throws `transport.closed` once the client is closed. */
  readonly assertOpen: () => void;
}

/** A typed message as received, with the file or body it came in. */
export interface Received<Message> extends DecodedMessage<Message> {
  readonly incoming: Incoming;
}

/** File ids of a request and of its answer. */
export interface ExchangeIds<Request extends MessageId, Answer extends MessageId> {
  readonly request: Request;
  readonly answer: Answer;
}

/**
 * Writes a request; nothing leaves yet.
 *
 * @throws OnshiError `request.invalid` or `wire.unencodable` naming the field
 */
export function prepare<Request extends MessageId>(
  context: ClientContext,
  ids: ExchangeIds<Request, MessageId>,
  message: MessageTypes[Request],
): Outgoing {
  context.assertOpen();
  const document = encode(context, ids.request, message);
  // After the writer, which knows best what is wrong with a malformed number.
  assertRequestFits(context.transport, message);
  const layout = context.codec.layout(ids.request);
  try {
    // Written here, so that what has no place in the bytes is known before anything is noted or sent.
    const bytes = writeDocument(document, layout, context.transport);
    return { id: layout.id, bytes, layout, answerLayout: context.codec.layout(ids.answer) };
  } catch (error) {
    throw asCalled(error, layout);
  }
}

/** Sends a request and waits for what comes back, unread. */
export async function transmit(
  context: ClientContext,
  request: Outgoing,
  occasion: Occasion,
  options: CallOptions & Pick<ExchangeOptions, "reference">,
): Promise<Incoming> {
  context.assertOpen();
  throwIfAborted(options.signal);
  const { reference } = options;
  try {
    return await context.door.exchange(request, occasion, {
      ...exchangeOptions(context, options),
      ...(reference !== undefined && { reference }),
    });
  } catch (error) {
    throw asCalled(error, request.layout);
  }
}

/** Reads what a transport brought. */
export function receive<Answer extends MessageId>(
  context: ClientContext,
  id: Answer,
  incoming: Incoming,
): Received<MessageTypes[Answer]> {
  const { content, rawBytes } = incoming;
  const where = incoming.fileName === undefined ? {} : { fileName: incoming.fileName };
  if (!("document" in content)) {
    const expected = { ja: "XML", en: "an XML or JSON document" };
    throw new OnshiError("wire.unexpectedMessage", { ...where, expected }, { rawBytes });
  }
  try {
    return { ...context.codec.decode(id, content.document), incoming };
  } catch (error) {
    // The error carries the bytes for support; the codec never saw them.
    throw OnshiError.is(error) ? error.with(where, { rawBytes }) : error;
  }
}

/** The call's options, completed from the client's. */
export function exchangeOptions(
  context: ClientContext,
  { signal, timeoutMs = context.timeoutMs, middleware }: CallOptions,
): CallOptions {
  return {
    ...(signal && { signal }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(middleware !== undefined && { middleware }),
  };
}

/** A handle for a request and its late answer, never used before. */
export function newReference({ door, random }: ClientContext): string {
  return door.newReference() ?? newFreePart(random);
}

/** A fresh identifier, unique enough to match an answer by (任意のファイル識別子). */
export function newFileIdentifier({ random }: ClientContext): string {
  return randomText(random, 16);
}

/** Errors name the field as the caller wrote it: from the list entry on, else without its path through the message. */
function encode<Id extends MessageId>({ codec }: ClientContext, id: Id, message: MessageTypes[Id]): WireElement {
  try {
    return codec.encode(id, message);
  } catch (error) {
    throw isOnshiError(error, "request.invalid") ? error.with({ field: shortened(error.details.field) }) : error;
  }
}
