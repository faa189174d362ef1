import { throwIfAborted } from "../base/index.ts";
import type { MessageAnswers, MessageDeclaration, MessageTypes, WireElement } from "../messages/index.ts";
import type { ContentFormat } from "../transports/index.ts";
import type { MessageId, Problem } from "../wire/index.ts";
import { answerIdOf } from "./answer-id.ts";
import { type ClientContext, receive } from "./context.ts";
import { judged } from "./door/trace.ts";
import type { AwaitOptions, CallOptions } from "./options.ts";
import { ask, type Asked, askBytes, askLate } from "./question/ask.ts";
import { type AnswerSource, formatOf, markUnchecked, sourceOf } from "./source.ts";
import { assertBytesFit } from "./test-guard.ts";

/** File ids of the requests the SDK has a type for. */
export type RequestId = keyof MessageAnswers;

/** File id of the answer to a request. */
export type AnswerIdOf<Id extends RequestId> = MessageAnswers[Id];

/** A typed answer to a message that was sent without a capability. */
export interface SentAnswer<Message> {
  readonly message: Message;
  readonly problems: readonly Problem[];
  readonly source: AnswerSource;
  /** Confirms that the answer is safe with you; its file stays in `res` until then. */
  readonly acknowledge: () => Promise<void>;
}

/** What came back for the bytes sent. */
export interface RawAnswer {
  readonly format: ContentFormat;
  /** The document by wire tags, if it is one. */
  readonly document?: WireElement;
  /** Where, when and under which name it came; `rawBytes` are the bytes. */
  readonly source: AnswerSource;
  /** Confirms that the answer is safe with you; its file stays in `res` until then. */
  readonly acknowledge: () => Promise<void>;
}

/** Sends a typed message and reads the typed answer. The outcome is for the caller to check. */
export async function send<Id extends RequestId>(
  context: ClientContext,
  id: Id,
  message: MessageTypes[Id],
  options: CallOptions,
): Promise<SentAnswer<MessageTypes[AnswerIdOf<Id>]>> {
  const answer = answerIdOf(context.codec, id);
  const { incoming, check } = await ask(context, "send", { request: id, answer }, message, options);
  const received = await judged(incoming, () => {
    const read = receive(context, answer, incoming);
    check(read.message);
    return read;
  });
  return {
    message: received.message,
    problems: received.problems,
    source: sourceOf(context, incoming),
    acknowledge: () => incoming.acknowledge(),
  };
}

/** Sends bytes as they are, even of messages the SDK does not know. */
export async function sendRaw(
  context: ClientContext,
  id: string,
  bytes: Uint8Array,
  options: CallOptions,
): Promise<RawAnswer> {
  context.assertOpen();
  throwIfAborted(options.signal);
  const layout = layoutOf(context, id, "request");
  const answerLayout = layoutOf(context, answerIdOf(context.codec, id), "result");
  assertBytesFit(context.transport, context.codec.declarations, bytes);
  const request = { id, layout, answerLayout, bytes };
  return rawAnswer(context, await askBytes(context, { call: "sendRaw" }, request, {}, options));
}

function rawAnswer(context: ClientContext, { incoming, isChecked }: Asked): RawAnswer {
  const { content } = incoming;
  const answer = {
    format: formatOf(content),
    ...("document" in content && { document: content.document }),
    source: sourceOf(context, incoming),
    acknowledge: () => incoming.acknowledge(),
  };
  return isChecked ? answer : markUnchecked(answer);
}

/** The late answer to a message that was sent without a capability. */
export async function awaitSent(
  context: ClientContext,
  id: string,
  reference: string,
  options: AwaitOptions,
): Promise<RawAnswer> {
  const late = await askLate(context, ["send", "sendRaw"], id, reference, options);
  const { content } = late.incoming;
  const known = context.codec.declarations.find((one) => one.id === answerIdOf(context.codec, id));
  if (known && "document" in content) {
    const { document } = content;
    await judged(late.incoming, () => late.check(context.codec.decode(known.id as MessageId, document).message));
  }
  return rawAnswer(context, late);
}

/** An undeclared message has no lists that the JSON mirror would have to know about. */
function layoutOf({ codec }: ClientContext, id: string, direction: "request" | "result"): MessageDeclaration {
  const known = codec.declarations.find((one) => one.id === id);
  if (known) return known;
  const part = { interface: "Unknown", ja: "不明", en: "Unknown", spec: "oqs-exchange §4.14", fields: [] };
  return {
    id,
    interface: "Unknown",
    ja: "不明",
    en: "Unknown",
    spec: part.spec,
    confidence: "I",
    direction,
    header: part,
    body: part,
  };
}
