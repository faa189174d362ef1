import { concat } from "@onshi/core/base";
import { encodeCommand, getResponse } from "./command.ts";
import type { CardGate } from "./gate.ts";
import { parseCommand } from "./parse-command.ts";
import { type CardResponse, unexpected } from "./response.ts";

/** No answer of this card is longer; a card that goes on and on is broken or hostile. */
const longestAnswer = 65_536;
const mostParts = 300;

/**
 * Sends a command that expects data and collects the whole answer: `61xx` is followed by GET RESPONSE, `6Cxx` by the same
 * command with the length the card named (once). No trace shows this card doing so (jpki-card §2.4); readers do.
 *
 * Not for VERIFY: that is sent once, whatever comes back.
 */
export async function exchange(gate: CardGate, command: Uint8Array): Promise<CardResponse> {
  let response = await gate.transmit(command);
  const asked = parseCommand(command);
  // One byte cannot name the length of an extended answer; there the caller falls back to short reads.
  if (response.meaning === "exactLength" && asked?.le !== undefined && asked.le <= 256) {
    response = await gate.transmit(encodeCommand({ ...asked, le: response.statusWord & 0xff || 256 }));
  }
  const parts = [response.data];
  let length = response.data.length;
  while (response.meaning === "moreData") {
    response = await gate.transmit(getResponse(response.statusWord & 0xff || 256));
    parts.push(response.data);
    length += response.data.length;
    if (length > longestAnswer || parts.length > mostParts) throw unexpected(response, "endless");
  }
  return { ...response, data: parts.length === 1 ? response.data : concat(...parts) };
}
