import type { Bilingual, WrongField } from "./details.ts";
import { contact, errorTexts, type ErrorTexts, hasLeft, type NoDetails } from "./error-text.ts";

/** Errors that are found before anything leaves: a request, an option, an overlay, a consent. */
export interface RequestErrorDetails {
  /** A field of a request is wrong or missing. */
  readonly "request.invalid": WrongField & { readonly variant?: "missing" };
  /** An option of the SDK or of one of its programs is wrong. */
  readonly "config.invalid": WrongField;
  /** An overlay file is wrong at a place. */
  readonly "overlay.invalid": Pick<WrongField, "field">;
  /** The call needs a consent of the kind in `field`. */
  readonly "consent.missing": Pick<WrongField, "field">;
  readonly "consent.expired": NoDetails;
  readonly "consent.otherInstitution": NoDetails;
  readonly "call.aborted": { readonly variant?: "sent" };
  readonly "transport.closed": { readonly variant?: "sent" };
  /** The transport lacks what is named in `field`. */
  readonly "transport.unsupported": Pick<WrongField, "field">;
}

/** See {@link RequestErrorDetails}. */
export type RequestErrorCode = keyof RequestErrorDetails;

const expectedJa = ({ expected }: { readonly expected?: Bilingual }): string =>
  expected ? `（正しい形式：${expected.ja}）` : "";
const expectedEn = ({ expected }: { readonly expected?: Bilingual }): string =>
  expected ? ` Expected: ${expected.en}.` : "";

const longest = 50;
/** The first text short enough for the desk's screen; the engineer has the whole of it. */
const fitting = (...texts: readonly string[]): string =>
  texts.find(({ length }) => length <= longest) ?? texts.at(-1) ?? "";

const wrongInput = (name: string, d: RequestErrorDetails["request.invalid"]): string => {
  const [fault, act] =
    d.variant === "missing" ? ["が入力されていません", "入力してください。"] : ["が誤りです", "入力し直してください。"];
  const told = `「${name}」${fault}`;
  return fitting(`${told}${expectedJa(d)}。${act}`, `${told}。${act}`, "入力に誤りがあります。入力し直してください。");
};

const sent = { sent: "the request had left, over a way that knows no references" };

export const requestErrors: ErrorTexts<RequestErrorDetails> = errorTexts<RequestErrorDetails>({
  "request.invalid": {
    retryable: false,
    // The desk knows a field by its name on the screen; one without such a name is nothing the desk has typed.
    responsible: { labelled: "desk", otherwise: "vendor" },
    ja: (d) => (d.label === undefined ? `照会の内容に不備があります。${contact.full}` : wrongInput(d.label, d)),
    typed: (d) => wrongInput(d.label ?? d.field, d),
    en: (d) =>
      `Field "${d.field}" of the request is ${d.variant === "missing" ? "missing or empty" : "not valid"}; nothing was sent.${expectedEn(d)}`,
    remedy: "Show the text beside the field; correct the call where the field has no label.",
    variants: { missing: "the field is missing or empty" },
    example: { field: "birthdate", label: "生年月日", expected: { ja: "実在する日付", en: "a day that exists" } },
  },
  "config.invalid": {
    retryable: false,
    responsible: "vendor",
    ja: () => `設定に誤りがあるため使えません。${contact.full}`,
    typed: (d) => {
      const told = `「${d.field}」の指定が誤りです`;
      const act = "指定し直してください。";
      return fitting(`${told}${expectedJa(d)}。${act}`, `${told}。${act}`, `指定に誤りがあります。${act}`);
    },
    en: (d) => `Option "${d.field}" is not valid.${expectedEn(d)}`,
    remedy: "Correct the option of that name.",
    example: { field: "timeoutMs", expected: { ja: "正のミリ秒数", en: "milliseconds, more than 0" } },
  },
  "overlay.invalid": {
    retryable: false,
    responsible: "vendor",
    ja: () => `電文定義の補正に誤りがあります。${contact.full}`,
    typed: (d) =>
      fitting(
        `補正ファイルの「${d.field}」に誤りがあります。直してから指定してください。`,
        "補正ファイルに誤りがあります。直してから指定してください。",
      ),
    en: (d) => `The overlay file is not valid at "${d.field}".`,
    remedy: "Correct the overlay at that place.",
    example: { field: "changes.1.path" },
  },
  "consent.missing": {
    retryable: false,
    responsible: "desk",
    ja: () => "この患者さんの閲覧同意がありません。顔認証付きカードリーダーで同意をお願いしてください。",
    en: (d) => `The call needs the patient's consent of kind "${d.field}"; nothing was sent.`,
    remedy: "Offer the call only with a consent of this kind from the check-in.",
    example: { field: "medication" },
  },
  "consent.expired": {
    retryable: false,
    responsible: "desk",
    ja: () => "閲覧同意の期限が切れています。顔認証付きカードリーダーで受付と同意をお願いしてください。",
    en: () => "The consent's usable-until time has passed; nothing was sent. A new check-in gives a new consent.",
    remedy: "Drop the consent; take the next one from a new check-in.",
  },
  "consent.otherInstitution": {
    retryable: false,
    responsible: "vendor",
    ja: () => `この閲覧同意は別の医療機関のものです。自院で受付し、続くときは${contact.short}`,
    en: () => "The consent was given to another institution code than the client's; nothing was sent.",
    remedy: "Keep consents with the institution they were given to; check the institution code of the client.",
  },
  "call.aborted": {
    retryable: "untilSent",
    responsible: "desk",
    ja: (d) =>
      hasLeft(d)
        ? `処理を中止しました。${d.reference === undefined ? "処理済みの場合があります" : "結果が後から届くことがあります"}。やり直す前に結果を確認してください。`
        : "処理を中止しました。",
    en: (d) =>
      hasLeft(d)
        ? `The call was aborted after the request had left; it may still be executed${d.reference === undefined ? "" : ` (reference ${d.reference})`}.`
        : "The call was aborted before anything was sent.",
    remedy: "With a reference: fetch the late answer by it before asking again.",
    variants: sent,
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
        ? `The transport was closed after the request had left; it may still be executed${d.reference === undefined ? "" : ` (reference ${d.reference})`}.`
        : "The client or transport was closed before anything was sent.",
    remedy: "Call `close` only when no call is open; make a new client afterwards.",
    variants: sent,
  },
  "transport.unsupported": {
    retryable: false,
    responsible: "vendor",
    ja: () => `この機能は現在の設定では使えません。${contact.full}`,
    en: (d) => `This transport does not offer "${d.field}".`,
    remedy: "Use a transport that offers it, or do not offer the function.",
    example: { field: "checkIns" },
  },
});
