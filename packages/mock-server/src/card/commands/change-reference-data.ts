import { answer, statusWord } from "../answer.ts";
import type { CommandHandler } from "../card-state.ts";
import { referencedFile } from "../file-reference.ts";
import { longestSecret } from "./verify.ts";

/** CHANGE REFERENCE DATA: a new PIN after VERIFY of the old one on the same file (`jpki-card §2.6`). */
export const changeReferenceData: CommandHandler = (state, { p1, p2, data }) => {
  if (p1 !== 0x01) return answer(statusWord.wrongParameters);
  const file = referencedFile(state, p2);
  if (typeof file === "number") return answer(file);
  if (file.kind !== "secret") return answer(statusWord.wrongFileType);
  if (!state.security.allows(file.secret)) return answer(statusWord.securityNotSatisfied);
  if (data.length === 0 || data.length > longestSecret) return answer(statusWord.wrongLength);
  file.secret.change(data);
  return answer(statusWord.done);
};
