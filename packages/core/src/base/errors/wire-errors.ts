import { contact, type ErrorDetails, type ErrorText } from "./details.ts";

/** Errors of bytes that are not the message they should be. */
export type WireErrorCode =
  | "wire.malformed"
  | "wire.refused"
  | "wire.tooLarge"
  | "wire.tooDeep"
  | "wire.charset"
  | "wire.unencodable"
  | "wire.duplicate"
  | "wire.missing"
  | "wire.unexpectedMessage";

/** The cause is for the vendor; to the desk every unreadable document is the same. */
const unreadable = `受け取ったデータを読み取れません。${contact.full}`;
const faulty = `受け取った結果に不備があります。この結果は使わず、${contact.centre}`;

const place = ({ line, column, path }: ErrorDetails): string => {
  const where = [path, line === undefined ? undefined : `line ${line}, column ${column ?? 1}`];
  const known = where.filter((part) => part !== undefined);
  return known.length > 0 ? ` (${known.join(", ")})` : "";
};

export const wireErrors: Readonly<Record<WireErrorCode, ErrorText>> = {
  "wire.malformed": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    en: (d) => `The document is not well-formed${place(d)}. The bytes are kept in the error's rawBytes.`,
  },
  "wire.refused": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    en: (d) =>
      `The document uses something a message never contains: ${d.variant ?? "unknown"}${place(d)}. It was refused.`,
  },
  "wire.tooLarge": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    en: (d) =>
      `The document is larger than the limit of ${d.limit ?? "?"} ${d.variant ?? "bytes"}; raise the limit if that is expected.`,
  },
  "wire.tooDeep": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    en: (d) => `The document is nested deeper than ${d.limit ?? "?"} levels${place(d)}.`,
  },
  "wire.charset": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    en: (d) => `The bytes do not decode in the declared character set (${d.variant ?? "unknown"})${place(d)}.`,
  },
  "wire.unencodable": {
    retryable: false,
    responsible: "desk",
    ja: (d) => `「${d.label ?? "入力内容"}」に使えない文字があります。別の文字で入力し直してください。`,
    en: (d) =>
      `Field "${d.field ?? "?"}" holds a character that the chosen character set does not contain; nothing was sent.`,
  },
  "wire.duplicate": {
    retryable: false,
    responsible: "centre",
    ja: () => faulty,
    en: (d) =>
      `An element on which a decision depends appears twice: ${d.path ?? "?"}${d.line === undefined ? "" : `, line ${d.line}`}. Neither was used.`,
  },
  "wire.missing": {
    retryable: false,
    responsible: "centre",
    ja: () => faulty,
    en: (d) => `A mandatory element is missing: ${d.path ?? "?"}.`,
  },
  "wire.unexpectedMessage": {
    retryable: false,
    responsible: "administrator",
    ja: () => unreadable,
    en: (d) =>
      `This is not the expected message${place(d)}. Expected: ${d.expected?.en ?? "a message with root XmlMsg"}.`,
  },
};
