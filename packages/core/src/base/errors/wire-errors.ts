import { type ErrorDetails, type ErrorText, labelled } from "./details.ts";

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

const unreadable =
  "受け取ったデータを読み取れませんでした。もう一度お試しになり、続くときは保守担当者に連絡してください。";

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
    ja: () => `${unreadable}（禁止されている記述が含まれています）`,
    en: (d) =>
      `The document uses something a message never contains: ${d.variant ?? "unknown"}${place(d)}. It was refused.`,
  },
  "wire.tooLarge": {
    retryable: false,
    responsible: "administrator",
    ja: () => `${unreadable}（データが大きすぎます）`,
    en: (d) =>
      `The document is larger than the limit of ${d.limit ?? "?"} ${d.variant ?? "bytes"}; raise the limit if that is expected.`,
  },
  "wire.tooDeep": {
    retryable: false,
    responsible: "administrator",
    ja: () => `${unreadable}（データの構造が不正です）`,
    en: (d) => `The document is nested deeper than ${d.limit ?? "?"} levels${place(d)}.`,
  },
  "wire.charset": {
    retryable: false,
    responsible: "administrator",
    ja: () => `${unreadable}（文字コードが不正です）`,
    en: (d) => `The bytes do not decode in the declared character set (${d.variant ?? "unknown"})${place(d)}.`,
  },
  "wire.unencodable": {
    retryable: false,
    responsible: "desk",
    ja: (d) => `入力項目「${labelled(d)}」に送信できない文字が含まれています。別の文字に直してください。`,
    en: (d) =>
      `Field "${d.field ?? "?"}" holds a character that has no place in the chosen character set; nothing was sent.`,
  },
  "wire.duplicate": {
    retryable: false,
    responsible: "centre",
    ja: () => `${unreadable}（判定に使う項目が二重になっています）`,
    en: (d) =>
      `An element that carries a decision appears twice: ${d.path ?? "?"}${d.line === undefined ? "" : `, line ${d.line}`}. Neither was believed.`,
  },
  "wire.missing": {
    retryable: false,
    responsible: "centre",
    ja: () => `${unreadable}（必要な項目がありません）`,
    en: (d) => `A mandatory element is missing: ${d.path ?? "?"}.`,
  },
  "wire.unexpectedMessage": {
    retryable: false,
    responsible: "administrator",
    ja: () => `${unreadable}（別の種類のデータです）`,
    en: (d) =>
      `This is not the expected message${place(d)}. Expected: ${d.expected?.en ?? "a message with root XmlMsg"}.`,
  },
};
