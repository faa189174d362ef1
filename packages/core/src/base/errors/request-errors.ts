import { type ErrorDetails, type ErrorText, hasLeft, labelled, unlessLeft } from "./details.ts";

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
const expectedEn = ({ expected }: ErrorDetails): string => (expected ? ` Expected: ${expected.en}.` : "");

export const requestErrors: Readonly<Record<RequestErrorCode, ErrorText>> = {
  "request.invalid": {
    retryable: false,
    responsible: "desk",
    ja: (d) => `入力項目「${labelled(d)}」が正しくありません${expectedJa(d)}。内容を確認して入力し直してください。`,
    en: (d) => `Field "${field(d)}" of the request is not valid; nothing was sent.${expectedEn(d)}`,
  },
  "config.invalid": {
    retryable: false,
    responsible: "vendor",
    ja: (d) => `設定「${field(d)}」に誤りがあります${expectedJa(d)}。システムの保守担当者に連絡してください。`,
    en: (d) => `Option "${field(d)}" is not valid.${expectedEn(d)}`,
  },
  "overlay.invalid": {
    retryable: false,
    responsible: "vendor",
    ja: (d) => `電文定義の補正ファイル「${field(d)}」に誤りがあります。システムの保守担当者に連絡してください。`,
    en: (d) => `The overlay file is not valid at "${field(d)}".${expectedEn(d)}`,
  },
  "consent.missing": {
    retryable: false,
    responsible: "desk",
    ja: () => "この患者さんの閲覧同意がありません。カードリーダーで同意を取ってからやり直してください。",
    en: (d) => `The call needs the patient's consent of kind "${field(d)}"; nothing was sent.`,
  },
  "consent.expired": {
    retryable: false,
    responsible: "desk",
    ja: () => "閲覧同意の有効期限が切れています。もう一度カードリーダーで受付と同意をお願いしてください。",
    en: () => "The consent's usable-until time has passed; nothing was sent. A new check-in gives a new consent.",
  },
  "consent.otherInstitution": {
    retryable: false,
    responsible: "vendor",
    ja: () => "この閲覧同意は別の医療機関のものです。自院で受付をやり直してください。",
    en: () => "The consent was given to another institution code than the client's; nothing was sent.",
  },
  "call.aborted": {
    retryable: unlessLeft,
    responsible: "desk",
    ja: (d) =>
      hasLeft(d)
        ? `処理を中止しました。送信済みのため、${d.reference === undefined ? "処理されている場合があります" : "結果が後から届くことがあります"}。再送信の前に結果を確認してください。`
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
        ? "処理中に接続を終了しました。要求は処理されている場合があります。再送信の前に結果を確認してください。"
        : "接続はすでに終了しています。画面を開き直してください。",
    en: (d) =>
      hasLeft(d)
        ? `The transport was closed after the request had left; it may still be executed${d.reference ? ` (reference ${d.reference})` : ""}.`
        : "The client or transport was closed before anything was sent.",
  },
  "transport.unsupported": {
    retryable: false,
    responsible: "vendor",
    ja: () => "この機能は現在の接続方式では使えません。システムの保守担当者に連絡してください。",
    en: (d) => `This transport does not offer "${field(d)}".`,
  },
};
