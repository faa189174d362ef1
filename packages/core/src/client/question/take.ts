import { OnshiError } from "../../base/index.ts";
import type { MessageTypes } from "../../messages/index.ts";
import type { MessageId } from "../../wire/index.ts";
import { type ClientContext, type Received, receive } from "../context.ts";
import { judged } from "../door/trace.ts";
import { type AnswerSource, deliver, markUnchecked } from "../source.ts";
import type { Asked } from "./ask.ts";

/**
 * Reads an answer, checks that it belongs to the question, shapes and delivers it: the same path for answers that come at
 * once and for late ones.
 *
 * @throws OnshiError `answer.mismatch`, and what reading and shaping throw; then the file stays where it is
 */
export async function take<Id extends MessageId, Answer extends { readonly source: AnswerSource }>(
  context: ClientContext,
  asked: Asked,
  id: Id,
  shape: (received: Received<MessageTypes[Id]>) => Answer,
): Promise<Answer> {
  const answer = await judged(asked.incoming, async () => {
    const received = receive(context, id, asked.incoming);
    asked.check(received.message);
    try {
      return shape(received);
    } catch (error) {
      if (OnshiError.is(error) && error.code === "centre.failed") await asked.over();
      throw error;
    }
  });
  return deliver(asked.isChecked ? answer : markUnchecked(answer), asked.incoming);
}
