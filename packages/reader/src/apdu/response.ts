import { OnshiError } from "@onshi/core/base";
import { type StatusMeaning, statusMeaning } from "./status-word.ts";

/** What a card answered. */
export interface CardResponse {
  readonly data: Uint8Array;
  /** SW1 and SW2 as one number: `0x9000`. */
  readonly statusWord: number;
  readonly meaning: StatusMeaning;
}

/**
 * Parses an answer. Fewer than two bytes mean that the card is gone: several drivers report removal that way (jpki-card
 * §6).
 */
export function parseResponse(bytes: Uint8Array): CardResponse {
  if (bytes.length < 2) throw new OnshiError("card.removed");
  const statusWord = (bytes.at(-2) ?? 0) * 256 + (bytes.at(-1) ?? 0);
  return { data: bytes.slice(0, -2), statusWord, meaning: statusMeaning(statusWord) };
}

/** A status word as errors and transcripts show it: `6A82`. */
export function statusText(statusWord: number): string {
  return statusWord.toString(16).toUpperCase().padStart(4, "0");
}

/** The error for an answer that the card's profile does not allow. */
export function unexpected(
  response: CardResponse,
  variant?: "signature" | "truncated" | "der" | "endless",
): OnshiError {
  const statusWord = statusText(response.statusWord);
  return new OnshiError("card.unexpectedAnswer", { statusWord, ...(variant && { variant }) });
}
