import { answer, statusWord } from "../answer.ts";
import type { CommandHandler } from "../card-state.ts";

/** GET CHALLENGE: exactly as many random bytes as requested, 1–256; never with extended length (`jpki-card §2.6`). */
export const getChallenge: CommandHandler = (state, { p1, p2, data, expected, extended }) => {
  if (p1 !== 0x00 || p2 !== 0x00) return answer(statusWord.wrongParameters);
  if (data.length > 0 || expected === undefined) return answer(statusWord.wrongLength);
  if (extended) return answer(statusWord.conditionsNotSatisfied);
  return answer(statusWord.done, state.random.bytes(expected));
};
