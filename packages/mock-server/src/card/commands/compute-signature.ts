import { answer, statusWord } from "../answer.ts";
import type { CommandHandler } from "../card-state.ts";
import { referencedFile } from "../file-reference.ts";
import { signatureLength, signatureSchemes } from "../signature-schemes.ts";

/** COMPUTE DIGITAL SIGNATURE; P1 chooses the scheme, P2 the key (`jpki-card §2.5`). */
export const computeSignature: CommandHandler = (state, { p1, p2, data, expected }) => {
  const scheme = signatureSchemes[p1];
  if (!scheme) return answer(statusWord.wrongParameters);
  const file = referencedFile(state, p2);
  if (typeof file === "number") return answer(file);
  if (file.kind !== "key") return answer(statusWord.wrongFileType);
  if (!state.security.allows(file.guard)) return answer(statusWord.securityNotSatisfied);
  if (expected === undefined || expected < signatureLength) return answer(statusWord.wrongLength);
  if (data.length < scheme.shortest || data.length > scheme.longest) return answer(statusWord.conditionsNotSatisfied);
  return answer(statusWord.done, scheme.sign(file.key, data, state.random));
};
