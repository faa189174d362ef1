import { OnshiError } from "../base/index.ts";
import type { ContentFormat, Incoming, IncomingContent } from "../transports/index.ts";
import type { ClientContext } from "./context.ts";
import { isTest } from "./test-guard.ts";

/** Where an answer comes from. */
export interface AnswerSource {
  /** The door it came through, as its transport calls it: `folder`, `http`. */
  readonly route: string;
  /** File id of the message, e.g. `OQSsiquc01res`. */
  readonly messageId: string;
  /** Form of `rawBytes`. */
  readonly format: ContentFormat;
  /** Name of the file in the folder exchange. */
  readonly fileName?: string;
  /** When the centre processed the request, ISO with `+09:00` (処理実行日時). */
  readonly executedAt?: string;
  /** When this program received it. */
  readonly receivedAt: Date;
  /** The bytes as received, for storage; they hold personal data. Not enumerable, so that no log prints them. */
  readonly rawBytes: Uint8Array;
  /** It came from a test centre (`testOnly`): it says nothing about a real insurance. */
  readonly isTest?: true;
  /** Nothing was known about the question (`acceptUnchecked`): only you can tell whose answer it is. */
  readonly isUnchecked?: true;
  /**
   * The answer is good, but its file could not be removed in time; this says why. The file is still in `res`, unless it goes
   * a moment later.
   */
  readonly leftBehind?: OnshiError;
}

/** The source of what a transport brought. */
export function sourceOf(
  { transport }: Pick<ClientContext, "transport">,
  incoming: Incoming,
  executedAt?: string,
): AnswerSource {
  const source = {
    route: incoming.route,
    messageId: incoming.id,
    format: formatOf(incoming.content),
    ...(incoming.fileName !== undefined && { fileName: incoming.fileName }),
    ...(executedAt !== undefined && { executedAt }),
    receivedAt: incoming.receivedAt,
    ...(isTest(transport) && { isTest: true }),
  };
  return Object.defineProperty(source, "rawBytes", { value: incoming.rawBytes, enumerable: false }) as AnswerSource;
}

/** Form of the bytes of what came in, also where they are read piece by piece. */
export function formatOf(content: IncomingContent): ContentFormat {
  return content.format === "stream" ? content.of : content.format;
}

/** Marks an answer as not compared with its question. */
export function markUnchecked<Answer extends { readonly source: AnswerSource }>(answer: Answer): Answer {
  Object.defineProperty(answer.source, "isUnchecked", { value: true, enumerable: true });
  return answer;
}

/** Delivers an answer: only now may its file be removed. A problem with the file must not cost the answer. */
export async function deliver<Answer extends { readonly source: AnswerSource }>(
  answer: Answer,
  incoming: Incoming,
): Promise<Answer> {
  try {
    await incoming.acknowledge();
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    Object.defineProperty(answer.source, "leftBehind", { value: error, enumerable: true });
  }
  return answer;
}
