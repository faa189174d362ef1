/**
 * What a status word means to this package (jpki-card §2, §6).
 *
 * `endOfFile` carries data like `ok`; `counter` is the answer to VERIFY with the tries left in its last digit;
 * `executionError` leaves open whether the card has changed something.
 */
export type StatusMeaning =
  | "ok"
  | "moreData"
  | "endOfFile"
  | "counter"
  | "wrongPin"
  | "blocked"
  | "wrongLength"
  | "exactLength"
  | "pinNeeded"
  | "notFound"
  | "beyondEnd"
  | "executionError"
  | "other";

const exact: Readonly<Record<number, StatusMeaning>> = {
  0x9000: "ok",
  0x6282: "endOfFile",
  0x6300: "wrongPin",
  // 6984 is what cards answer; 6983 is accepted as a synonym, because no trace is published (jpki-card §2.2).
  0x6984: "blocked",
  0x6983: "blocked",
  0x6700: "wrongLength",
  0x6982: "pinNeeded",
  0x6a82: "notFound",
  0x6b00: "beyondEnd",
};

const byFirstByte: Readonly<Record<number, StatusMeaning>> = {
  0x61: "moreData",
  0x6c: "exactLength",
  0x64: "executionError",
  0x65: "executionError",
  0x6f: "executionError",
};

/** Classifies a status word. */
export function statusMeaning(statusWord: number): StatusMeaning {
  if ((statusWord & 0xfff0) === 0x63c0) return "counter";
  return exact[statusWord] ?? byFirstByte[statusWord >> 8] ?? "other";
}
