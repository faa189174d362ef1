import { answer, statusWord } from "../answer.ts";
import type { CardState, CommandHandler } from "../card-state.ts";
import type { CommandApdu } from "../command-apdu.ts";
import type { ElementaryFile } from "../file-system.ts";
import { fileByShortIdentifier } from "../file-reference.ts";

/** READ BINARY of the current file (15-bit offset) or by short identifier (8-bit offset), `jpki-card §2.3`. */
export const readBinary: CommandHandler = (state, command) => {
  if (command.data.length > 0 || command.expected === undefined) return answer(statusWord.wrongLength);
  const { longestRead, tooLongRead } = state.quirks;
  if (tooLongRead === "wrongLength" && command.expected > (longestRead ?? command.expected)) {
    return answer(statusWord.wrongLength);
  }
  if (state.application?.sealed) return answer(statusWord.securityNotSatisfied);
  const { file, offset } = target(state, command);
  if (typeof file === "number") return answer(file);
  if (file.kind === "closed") return answer(statusWord.securityNotSatisfied);
  if (file.kind !== "data") return answer(statusWord.wrongFileType);
  if (!state.security.allows(file.guard)) return answer(statusWord.securityNotSatisfied);
  if (offset >= file.content.length) return answer(statusWord.offsetPastEnd);
  return section(state, file.content.subarray(offset), command.expected);
};

function target(state: CardState, { p1, p2 }: CommandApdu): { file: ElementaryFile | number; offset: number } {
  if ((p1 & 0x80) === 0) return { file: state.file ?? statusWord.noCurrentFile, offset: (p1 << 8) | p2 };
  if ((p1 & 0x60) !== 0) return { file: statusWord.wrongParameters, offset: 0 };
  return { file: fileByShortIdentifier(state, p1 & 0x1f), offset: p2 };
}

/** A read across the end returns less data, still with `9000`, unless a quirk says otherwise. */
function section({ quirks }: CardState, rest: Uint8Array, expected: number): Uint8Array {
  const data = rest.subarray(0, Math.min(expected, quirks.longestRead ?? expected));
  if (expected <= rest.length) return answer(statusWord.done, data);
  if (quirks.endOfFile === "warning") return answer(statusWord.endOfFile, data);
  if (quirks.endOfFile === "exactLength" && rest.length < 256) return answer(statusWord.exactLength | rest.length);
  return answer(statusWord.done, data);
}
