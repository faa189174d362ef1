import { answer, statusWord } from "../answer.ts";
import type { CommandHandler } from "../card-state.ts";

/** GET DATA exists while the issuer domain is current; the virtual card holds none of its objects (`jpki-card §1.5`). */
export const getData: CommandHandler = ({ application }) =>
  answer(application ? statusWord.instructionNotSupported : statusWord.dataNotFound);

/** "Last command": an iPhone closes the session with it; a plastic card answers `6700` (`jpki-card §2.6`, one source). */
export const lastCommand: CommandHandler = ({ acceptsLastCommand }, { p1, p2, data }) =>
  answer(acceptsLastCommand && p1 === 0 && p2 === 0 && data.length === 0 ? statusWord.done : statusWord.wrongLength);
