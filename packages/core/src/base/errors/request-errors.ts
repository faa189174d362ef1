import { contact, type ErrorDetails, type ErrorText, hasLeft, isTyped, unlessLeft } from "./details.ts";

/** Errors that are found before anything leaves: a request, an option, an overlay, a consent. */
export type RequestErrorCode =
  | "request.invalid"
  | "config.invalid"
  | "overlay.invalid"
  | "consent.missing"
  | "consent.expired"
  | "consent.otherInstitution"
  | "call.aborted"
  | "transport.closed"
  | "transport.unsupported";

const field = ({ field }: ErrorDetails): string => field ?? "?";
const expectedJa = ({ expected }: ErrorDetails): string => (expected ? `（正しい形式：${expected.ja}）` : "");
/** The desk knows a field by its name on the screen; one without such a name is nothing the desk has typed. */
const wrongInput = (d: ErrorDetails): string => {
  if (d.label === undefined) return `入力内容が正しくありません${expectedJa(d)}。入力し直してください。`;
  if (d.variant === "missing") return `「${d.label}」が入力されていません${expectedJa(d)}。入力してください。`;
  return `「${d.label}」が誤りです${expectedJa(d)}。入力し直してください。`;
};
const expectedEn = ({ expected }: ErrorDetails): string => (expected ? ` Expected: ${expected.en}.` : "");

export const requestErrors: Readonly<Record<RequestErrorCode, ErrorText>> = {
  "request.invalid": {
    retryable: false,
    responsible: "desk",
    ja: wrongInput,
    en: (d) =>
      `Field "${field(d)}" of the request is ${d.variant === "missing" ? "missing or empty" : "not valid"}; nothing was sent.${expectedEn(d)}`,
  },
  "config.invalid": {
    retryable: false,
    responsible: (d) => (isTyped(d) ? "desk" : "vendor"),
    ja: (d) =>
      isTyped(d)
        ? `「${field(d)}」の指定が誤りです${expectedJa(d)}。指定し直してください。`
        : `設定に誤りがあるため使えません。${contact.full}`,
    en: (d) => `Option "${field(d)}" is not valid.${expectedEn(d)}`,
  },
  "overlay.invalid": {
    retryable: false,
    responsible: (d) => (isTyped(d) ? "desk" : "vendor"),
    ja: (d) =>
      isTyped(d)
        ? `電文定義の補正ファイルに誤りがあります（${field(d)}）。直してから指定してください。`
        : `電文定義の補正に誤りがあります。${contact.full}`,
    en: (d) => `The overlay file is not valid at "${field(d)}".${expectedEn(d)}`,
  },
  "consent.missing": {
    retryable: false,
    responsible: "desk",
    ja: () => "この患者さんの閲覧同意がありません。顔認証付きカードリーダーで同意をお願いしてください。",
    en: (d) => `The call needs the patient's consent of kind "${field(d)}"; nothing was sent.`,
  },
  "consent.expired": {
    retryable: false,
    responsible: "desk",
    ja: () => "閲覧同意の期限が切れています。顔認証付きカードリーダーで受付と同意をお願いしてください。",
    en: () => "The consent's usable-until time has passed; nothing was sent. A new check-in gives a new consent.",
  },
  "consent.otherInstitution": {
    retryable: false,
    responsible: "vendor",
    ja: () => `この閲覧同意は別の医療機関のものです。自院で受付し、続くときは${contact.short}`,
    en: () => "The consent was given to another institution code than the client's; nothing was sent.",
  },
  "call.aborted": {
    retryable: unlessLeft,
    responsible: "desk",
    ja: (d) =>
      hasLeft(d)
        ? `処理を中止しました。${d.reference === undefined ? "処理済みの場合があります" : "結果が後から届くことがあります"}。やり直す前に結果を確認してください。`
        : "処理を中止しました。",
    en: (d) =>
      hasLeft(d)
        ? `The call was aborted after the request had left; it may still be executed${d.reference ? ` (reference ${d.reference})` : ""}.`
        : "The call was aborted before anything was sent.",
  },
  "transport.closed": {
    retryable: false,
    responsible: "vendor",
    ja: (d) =>
      hasLeft(d)
        ? "途中で終了しました。処理済みの場合があるため、やり直す前に結果を確認してください。"
        : `照会・受付の接続は終了しています。画面を開き直し、続くときは${contact.short}`,
    en: (d) =>
      hasLeft(d)
        ? `The transport was closed after the request had left; it may still be executed${d.reference ? ` (reference ${d.reference})` : ""}.`
        : "The client or transport was closed before anything was sent.",
  },
  "transport.unsupported": {
    retryable: false,
    responsible: "vendor",
    ja: () => `この機能は現在の設定では使えません。${contact.full}`,
    en: (d) => `This transport does not offer "${field(d)}".`,
  },
};
