import { answer, statusWord } from "../answer.ts";
import type { CommandHandler } from "../card-state.ts";
import { referencedFile } from "../file-reference.ts";

/** Longest PIN or password in bytes; there is no padding (`jpki-card §2.2`). */
export const longestSecret = 16;

/**
 * VERIFY (`jpki-card §2.2`, §2.8). Without data it asks for the counter and is always answered `63Cn`: even after success
 * and even at zero, where `69xx` would make OpenSC refuse the card (§2.7).
 */
export const verify: CommandHandler = (state, { p1, p2, data }) => {
  if (p1 !== 0x00) return answer(statusWord.wrongParameters);
  const file = referencedFile(state, p2);
  if (typeof file === "number") return answer(file);
  if (file.kind !== "secret") return answer(statusWord.wrongFileType);
  const { secret } = file;
  if (data.length === 0) return answer(statusWord.triesLeft | secret.left);
  if (data.length > longestSecret) return answer(statusWord.wrongLength);
  if (secret.left === 0) return answer(statusWord.referenceDataUnusable);
  if (secret.verify(data)) {
    state.security.grant(secret);
    return answer(statusWord.done);
  }
  state.security.revoke(secret);
  return answer(statusWord.triesLeft | secret.left);
};
