import { type MessageAnswers, usualAnswerId } from "../messages/index.ts";
import type { Codec } from "../wire/index.ts";

/** File id of the answer to a request: paired by the declarations, else by the pattern of the names. */
export function answerIdOf<Id extends keyof MessageAnswers>(codec: Codec, requestId: Id): MessageAnswers[Id];
export function answerIdOf(codec: Codec, requestId: string): string;
export function answerIdOf({ declarations }: Codec, requestId: string): string {
  const request = declarations.find(({ id, renamedFrom }) => id === requestId || renamedFrom === requestId);
  return request?.answer ?? usualAnswerId(requestId);
}
