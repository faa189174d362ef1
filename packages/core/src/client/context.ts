import { type Clock, OnshiError, type Random, randomText, throwIfAborted } from "../base/index.ts";
import type { MessageDeclaration, MessageTypes, WireElement } from "../messages/index.ts";
import type { ExchangeOptions, Incoming, Outgoing, Transport } from "../transports/index.ts";
import type { Codec, DecodedMessage, MessageId } from "../wire/index.ts";
import { asCalled, shortened } from "./field-names.ts";
import type { CallOptions } from "./options.ts";
import type { SiteStore } from "./site/store.ts";

/** What all capabilities of a client share. */
export interface ClientContext {
  readonly institutionCode: string;
  readonly transport: Transport;
  readonly codec: Codec;
  readonly clock: Clock;
  readonly random: Random;
  readonly timeoutMs: number | undefined;
  /** Where journal, spool and locks lie; undefined when the client was made without. */
  readonly site: SiteStore | undefined;
  /** What this client holds beside the transport; closing lets go of each. */
  readonly held: Set<() => Promise<void>>;
  /** Aborted when the client is closed. */
  readonly closing: AbortSignal;
  /** Throws `transport.closed` once the client is closed. */
  readonly assertOpen: () => void;
}

/** A typed message that came in, with the file or body it came in. */
export interface Received<Message> extends DecodedMessage<Message> {
  readonly incoming: Incoming;
}

/** File ids of a request and of its answer. */
export interface ExchangeIds<Request extends MessageId, Answer extends MessageId> {
  readonly request: Request;
  readonly answer: Answer;
}

/**
 * Writes a request, sends it and reads the answer. The answer is not acknowledged yet: the caller does that once it has
 * made sense of it.
 *
 * @throws OnshiError `request.invalid` before anything leaves, and whatever the transport throws
 */
export async function exchange<Request extends MessageId, Answer extends MessageId>(
  context: ClientContext,
  ids: ExchangeIds<Request, Answer>,
  message: MessageTypes[Request],
  options: CallOptions,
): Promise<Received<MessageTypes[Answer]>> {
  return receive(context, ids.answer, await transmit(context, prepare(context, ids, message), options));
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
  const layout = context.codec.layout(ids.request);
  const bytes = bytesOf(context, document, layout);
  return { id: layout.id, document, layout, answerLayout: context.codec.layout(ids.answer), ...(bytes && { bytes }) };
}

function bytesOf(
  { transport }: ClientContext,
  document: WireElement,
  layout: MessageDeclaration,
): Uint8Array | undefined {
  try {
    return transport.bytesOf?.(document);
  } catch (error) {
    throw asCalled(error, layout);
  }
}

/** Sends a request and waits for what comes back, unread. */
export async function transmit(
  context: ClientContext,
  request: Outgoing,
  options: CallOptions & Pick<ExchangeOptions, "reference">,
): Promise<Incoming> {
  context.assertOpen();
  throwIfAborted(options.signal);
  const { reference } = options;
  try {
    return await context.transport.exchange(request, {
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
    // The bytes go along for support; the codec never saw them.
    if (OnshiError.is(error))
      throw new OnshiError(error.code, { ...where, ...error.details }, { cause: error, rawBytes });
    throw error;
  }
}

/** The call's options, filled up with the client's. */
export function exchangeOptions(
  context: ClientContext,
  { signal, timeoutMs = context.timeoutMs }: CallOptions,
): CallOptions {
  return { ...(signal && { signal }), ...(timeoutMs !== undefined && { timeoutMs }) };
}

/** A fresh identifier that is unique enough to match an answer by (任意のファイル識別子). */
export function newFileIdentifier({ random }: ClientContext): string {
  return randomText(random, 16);
}

/** Errors name the field as the caller wrote it: from the entry of a list on, else without the way through the message. */
function encode<Id extends MessageId>({ codec }: ClientContext, id: Id, message: MessageTypes[Id]): WireElement {
  try {
    return codec.encode(id, message);
  } catch (error) {
    if (!OnshiError.is(error) || error.code !== "request.invalid") throw error;
    throw new OnshiError("request.invalid", { ...error.details, field: shortened(error.details.field ?? "?") });
  }
}
