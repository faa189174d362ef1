import { concat } from "@onshi/core/base";

/** Status words of the card (`jpki-card §2`). */
export const statusWord = {
  done: 0x9000,
  endOfFile: 0x6282,
  /** Plus the tries left. */
  triesLeft: 0x63c0,
  sessionKeyRefused: 0x66f1,
  wrongLength: 0x6700,
  channelNotSupported: 0x6881,
  secureMessagingNotSupported: 0x6882,
  wrongFileType: 0x6981,
  securityNotSatisfied: 0x6982,
  referenceDataUnusable: 0x6984,
  conditionsNotSatisfied: 0x6985,
  noCurrentFile: 0x6986,
  notFound: 0x6a82,
  wrongParameters: 0x6a86,
  dataNotFound: 0x6a88,
  offsetPastEnd: 0x6b00,
  /** Plus the exact length. */
  exactLength: 0x6c00,
  instructionNotSupported: 0x6d00,
  classNotSupported: 0x6e00,
  noPreciseDiagnosis: 0x6f00,
} as const;

/** The card's answer: data and status word. */
export function answer(word: number, data: Uint8Array = new Uint8Array()): Uint8Array {
  return concat(data, Uint8Array.of(word >> 8, word & 0xff));
}
