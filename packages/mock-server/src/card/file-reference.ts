import { statusWord } from "./answer.ts";
import type { CardState } from "./card-state.ts";
import type { ElementaryFile } from "./file-system.ts";

/**
 * The file that a P2 refers to: `80` the current one, `80` + short identifier another one of the application.
 *
 * @returns the file, or the status word that refuses the command
 */
export function referencedFile(state: CardState, p2: number): ElementaryFile | number {
  if (p2 === 0x80) return state.file ?? statusWord.noCurrentFile;
  if ((p2 & 0xe0) !== 0x80) return statusWord.wrongParameters;
  return fileByShortIdentifier(state, p2 & 0x1f);
}

/**
 * The file with a short identifier; it becomes current. That is documented for READ BINARY only (`jpki-card §2.3`); for
 * the other commands it follows ISO 7816-4 and is a guess.
 */
export function fileByShortIdentifier(state: CardState, identifier: number): ElementaryFile | number {
  if (identifier === 0 || identifier === 0x1f || state.quirks.shortIdentifiers === false) {
    return statusWord.wrongParameters;
  }
  const file = state.application?.files.get(identifier);
  if (!file) return statusWord.notFound;
  state.file = file;
  return file;
}
