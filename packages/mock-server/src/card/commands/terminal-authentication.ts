import { answer, statusWord } from "../answer.ts";
import type { CommandHandler } from "../card-state.ts";

/**
 * SET PUBLIC IC KEY. How a terminal proves itself to the card is not public and is not simulated: always `6A86`
 * (`jpki-card §6.2`).
 */
export const setPublicKey: CommandHandler = () => answer(statusWord.wrongParameters);

/** SET SESSION KEY: nothing but the status word each application was seen to answer (`jpki-card §2.6`, one source). */
export const setSessionKey: CommandHandler = ({ application }) =>
  answer(application?.sessionKeyAnswer ?? statusWord.conditionsNotSatisfied);
