import { answer, statusWord } from "./answer.ts";
import type { CardState, CommandHandler } from "./card-state.ts";
import { parseCommand } from "./command-apdu.ts";
import { changeReferenceData } from "./commands/change-reference-data.ts";
import { computeSignature } from "./commands/compute-signature.ts";
import { getData, lastCommand } from "./commands/device-commands.ts";
import { getChallenge } from "./commands/get-challenge.ts";
import { readBinary } from "./commands/read-binary.ts";
import { select } from "./commands/select.ts";
import { setPublicKey, setSessionKey } from "./commands/terminal-authentication.ts";
import { verify } from "./commands/verify.ts";

/** What the card can do, by class and instruction. */
const instructions: ReadonlyMap<number, CommandHandler> = new Map([
  [0x0020, verify],
  [0x0024, changeReferenceData],
  [0x0084, getChallenge],
  [0x00a4, select],
  [0x00b0, readBinary],
  [0x00ca, getData],
  [0x802a, computeSignature],
  [0x80a2, setPublicKey],
  [0x80ae, setSessionKey],
  [0x80fc, lastCommand],
]);

/** Answers one command. Class first, then instruction, then lengths (`jpki-card §2.8`). */
export function execute(state: CardState, bytes: Uint8Array): Uint8Array {
  const [cla, ins] = bytes;
  if (cla === undefined || ins === undefined || bytes.length < 4) return answer(statusWord.wrongLength);
  const refusal = classRefusal(state, cla);
  if (refusal !== undefined) return answer(refusal);
  const handler = instructions.get((cla << 8) | ins);
  if (!handler) return answer(statusWord.instructionNotSupported);
  const command = parseCommand(bytes);
  if (!command) return answer(statusWord.wrongLength);
  if (!command.extended) return handler(state, command);
  const { extendedLength } = state.quirks;
  if (extendedLength === "wrongLength") return answer(statusWord.wrongLength);
  const response = handler(state, command);
  return extendedLength === "truncated" ? truncated(response) : response;
}

/** Only the classes `00` and `80` are served: no logical channels, no secure messaging (`jpki-card §2.6`). */
function classRefusal({ application }: CardState, cla: number): number | undefined {
  if (cla === 0x00 || cla === 0x80) return undefined;
  if ((cla & 0x7c) === 0) return statusWord.channelNotSupported;
  if ((cla & 0xf3) === 0 && application && !application.sealed) return statusWord.secureMessagingNotSupported;
  return statusWord.classNotSupported;
}

function truncated(response: Uint8Array): Uint8Array {
  return response.length <= 258 ? response : answer(statusWord.done, response.subarray(0, 256));
}
