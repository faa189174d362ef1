import { sameBytes } from "@onshi/core/base";
import { answer, statusWord } from "../answer.ts";
import type { CardState, CommandHandler } from "../card-state.ts";
import type { Application } from "../file-system.ts";

/** GlobalPlatform issuer security domain; current after power-up (`jpki-card §1.1`). */
const issuerDomain = Uint8Array.of(0xa0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00);

/** Shorter names could mean several applications of one provider; the registered provider part has five octets. */
const shortestName = 5;

/** SELECT by application name, by file identifier, or empty (`jpki-card §2.1`). */
export const select: CommandHandler = (state, { p1, p2, data }) => {
  // P2 00 asks for file control information; its content is not public, so none is returned.
  if (p2 !== 0x0c && p2 !== 0x00) return answer(statusWord.wrongParameters);
  if (p1 === 0x04) return answer(selectApplication(state, data));
  if (p1 === 0x02) return answer(selectFile(state, data));
  if (p1 !== 0x00) return answer(statusWord.wrongParameters);
  if (data.length > 0) return answer(statusWord.notFound);
  return answer(state.application ? statusWord.done : statusWord.wrongParameters);
};

function selectApplication(state: CardState, name: Uint8Array): number {
  const isPrefix = (aid: Uint8Array): boolean =>
    name.length >= shortestName && sameBytes(aid.subarray(0, name.length), name);
  const application = state.applications.find(({ aid }) => isPrefix(aid));
  if (!application && !isPrefix(issuerDomain)) return statusWord.notFound;
  enter(state, application);
  return statusWord.done;
}

/** The security status stays when the same application is selected again; the current file never stays (`§2.8`). */
function enter(state: CardState, application: Application | undefined): void {
  state.security.enter(application);
  state.application = application;
  state.file = undefined;
}

function selectFile(state: CardState, identifier: Uint8Array): number {
  const [high, low] = identifier;
  if (high === undefined || low === undefined || identifier.length !== 2) return statusWord.wrongLength;
  const file = state.application?.files.get((high << 8) | low);
  if (!file) return statusWord.notFound;
  state.file = file;
  return statusWord.done;
}
