import { OnshiError } from "../../base/index.ts";
import type { MessageAnswers, MessageTypes } from "../../messages/index.ts";
import type { Incoming } from "../../transports/index.ts";
import { answerIdOf } from "../answer-id.ts";
import { type ClientContext, type Received, receive } from "../context.ts";
import { judged } from "../door/trace.ts";
import type { AwaitOptions, CallOptions } from "../options.ts";
import { ask, askLate } from "../question/ask.ts";
import { type AnswerSource, deliver, markUnchecked, sourceOf } from "../source.ts";
import { assertUsable, type Consent } from "./consent.ts";
import { type PrintedRecord, viewingOutcome } from "./viewing.ts";
import { type ViewingCall, viewingKinds, type ViewingName, type ViewingRequestId } from "./viewing-kinds.ts";

type Form = "document" | "pdf";
type CategoryOf<Name extends ViewingName> = (typeof viewingKinds)[Name]["fileCategory"][Form];
type AnswerOf<Name extends ViewingName> = MessageTypes[MessageAnswers[ViewingRequestId<Name>]];

/** The consents that open a call, in the order of the table, and the request they open. */
export interface ViewingQuestion<Name extends ViewingName> {
  readonly consents: readonly Consent[];
  /** Made once the consents are known to be usable; gets what is wanted and in which form. */
  readonly message: (fileCategory: CategoryOf<Name>) => MessageTypes[ViewingRequestId<Name>];
}

/** The four calls of a kind. */
export interface ViewingCalls<Name extends ViewingName, Answer> {
  readonly fetch: (question: ViewingQuestion<Name>, options: CallOptions | undefined) => Promise<Answer>;
  /** @throws OnshiError `transport.unsupported` where files cannot come back */
  readonly print: (question: ViewingQuestion<Name>, options: CallOptions | undefined) => Promise<PrintedRecord>;
  readonly awaitAnswer: (reference: string, options?: AwaitOptions) => Promise<Answer>;
  readonly awaitPdf: (reference: string, options?: AwaitOptions) => Promise<PrintedRecord>;
}

/** The calls by which a kind is viewed; `shape` puts its answer into the form desks use, and delivers it. */
export function viewingCalls<Name extends ViewingName, Answer extends { readonly source: AnswerSource }>(
  context: ClientContext,
  name: Name,
  shape: (received: Received<AnswerOf<Name>>) => Promise<Answer>,
): ViewingCalls<Name, Answer> {
  const { request, consents: kinds, fileCategory, ...methods } = viewingKinds[name];
  const answer: MessageAnswers[ViewingRequestId] = answerIdOf(context.codec, request);
  const callOf = (form: Form): ViewingCall => `${name}.${methods[form === "pdf" ? "print" : "fetch"]}` as ViewingCall;

  const send = async <Viewed>(
    form: Form,
    { consents, message }: ViewingQuestion<Name>,
    options: CallOptions = {},
    take: (incoming: Incoming) => Promise<Viewed>,
  ): Promise<Viewed> => {
    for (const [at, kind] of kinds.entries()) assertUsable(consents[at], kind, context.institutionCode, context.clock);
    const body = message(fileCategory[form] as CategoryOf<Name>);
    const { incoming } = await ask(context, callOf(form), { request, answer }, body, options, kinds);
    return judged(incoming, () => take(incoming));
  };
  /** Its layout repeats nothing from the question but the file name. */
  const late = async <Late extends { readonly source: AnswerSource }>(
    form: Form,
    reference: string,
    options: AwaitOptions,
    take: (incoming: Incoming) => Promise<Late>,
  ): Promise<Late> => {
    const { incoming, isChecked } = await askLate(context, [callOf(form)], request, reference, options);
    const taken = await judged(incoming, () => take(incoming));
    return isChecked ? taken : markUnchecked(taken);
  };
  const shaped = async (incoming: Incoming): Promise<Answer> =>
    shape(receive(context, answer, incoming) as Received<AnswerOf<Name>>);
  const printed = (incoming: Incoming): Promise<PrintedRecord> => printedRecord(context, answer, incoming);

  return {
    fetch: async (question, options) => send("document", question, options, shaped),
    print: async (question, options) => {
      if (!context.transport.carriesFiles) throw new OnshiError("transport.unsupported", { field: callOf("pdf") });
      return send("pdf", question, options, printed);
    },
    awaitAnswer: (reference, options = {}) => late("document", reference, options, shaped),
    awaitPdf: (reference, options = {}) => late("pdf", reference, options, printed),
  };
}

/** A printed answer: the file, or the refusal, which comes as an ordinary message. */
async function printedRecord(
  context: ClientContext,
  answer: MessageAnswers[ViewingRequestId],
  incoming: Incoming,
): Promise<PrintedRecord> {
  const source = sourceOf(context, incoming);
  if ("bytes" in incoming.content && incoming.content.format === "pdf") {
    return deliver<PrintedRecord>({ outcome: "delivered", pdf: incoming.content.bytes, source }, incoming);
  }
  const ending = viewingOutcome(receive(context, answer, incoming).message, incoming.rawBytes);
  if (ending.outcome === "refused") return deliver<PrintedRecord>({ ...ending, source }, incoming);
  throw new OnshiError(
    "wire.unexpectedMessage",
    { expected: { ja: "PDF", en: "a PDF" } },
    { rawBytes: incoming.rawBytes },
  );
}
