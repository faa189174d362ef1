import { type Bilingual, contact, type ErrorDetails, type ErrorText, unlessLeft } from "./details.ts";

/** Errors on the way to the centre and back: folders, HTTPS, answers that do not come or do not fit. */
export type ExchangeErrorCode =
  | "folder.missing"
  | "folder.swapped"
  | "folder.denied"
  | "folder.full"
  | "folder.rejected"
  | "folder.failed"
  | "folder.inUse"
  | "answer.timeout"
  | "answer.mismatch"
  | "answer.unchecked"
  | "centre.failed"
  | "http.unreachable"
  | "http.clientCertificateRefused"
  | "http.serverCertificateUntrusted"
  | "http.tlsMismatch"
  | "http.authenticationFailed"
  | "http.busy"
  | "http.outcomeUnknown"
  | "http.status";

const seconds = (ms: number | undefined): string => String(Math.round((ms ?? 0) / 100) / 10);
const file = (name: string | undefined): string => (name ? ` (${name})` : "");

const system = "オンライン資格確認等システム";

/** What the desk reads when no answer came in time; `?` stands for the time. */
const noAnswers: Readonly<Record<string, Bilingual>> = {
  notPickedUp: {
    ja: "?秒以内に回答がありません。資格確認端末の電源とログインを確認し、届く結果を見てください。",
    en: "The request is still in req: the terminal is off, its software is not logged in, or it watches another folder.",
  },
  incomplete: {
    ja: "?秒以内に書き込みが終わりません。少し待ち、後から届く結果を確認してください。",
    en: "A result has arrived but is incomplete.",
  },
  locked: {
    ja: "結果が別のソフトウェアで使用中です（?秒経過）。少し待ってから結果を確認してください。",
    en: "A result has arrived but cannot be opened; the cause says why.",
  },
  unreachable: {
    ja: "結果のフォルダを開けません（?秒経過）。資格確認端末の電源を確認し、結果を確認してください。",
    en: "The folder res could not be listed; the cause says why.",
  },
};

/** Over HTTPS an answer comes with its call or never. */
const noLateAnswer: Bilingual = {
  ja: "?秒以内に回答がありません。遅れて届くことはありません。やり直す前に処理結果を確認してください。",
  en: "Over HTTPS no late answer can come: before repeating a call that changes data, look up its result; a plain query may be sent again.",
};

const noAnswer = ({ variant }: ErrorDetails): Bilingual =>
  (variant === "noLateAnswer" ? noLateAnswer : noAnswers[variant ?? ""]) ?? {
    ja: "?秒以内に回答がありません。やり直さずに、後から届く結果を確認してください。",
    en: "Check the state of the other side.",
  };

const distrust: Readonly<Record<string, string>> = {
  name: "The server's certificate does not name this host in its subjectAltName (a common name alone does not count)",
  validity: "The server's certificate has expired or is not valid yet; check its dates and this machine's clock",
};

const mismatches: Readonly<Record<string, string>> = {
  version: "The server offers no TLS 1.2 or 1.3",
  cipher:
    "The server shares no cipher suite or key strength with this client, which takes TLS 1.3 and the ECDHE and DHE suites with AEAD of TLS 1.2",
  notTls: "The server at this address and port does not speak TLS; check scheme, host and port",
};

export const exchangeErrors: Readonly<Record<ExchangeErrorCode, ErrorText>> = {
  "folder.missing": {
    retryable: unlessLeft,
    responsible: "administrator",
    ja: (d) => `連携フォルダ（${d.folder ?? "?"}）がありません。資格確認端末の電源を確認し、${contact.short}`,
    en: (d) =>
      `The exchange folder "${d.folder ?? "?"}" does not exist or is not reachable; check share, path and terminal.`,
  },
  "folder.swapped": {
    retryable: false,
    responsible: "vendor",
    ja: () => `連携フォルダの設定に誤りがあります。${contact.full}`,
    en: (d) =>
      `The folders req, res and face are mixed up or the same${d.folder ? ` (seen in "${d.folder}")` : ""}${file(d.fileName)}; correct the options.`,
  },
  "folder.denied": {
    retryable: false,
    responsible: "administrator",
    ja: (d) => `連携フォルダ（${d.folder ?? "?"}）を使う権限がありません。${contact.short}`,
    en: (d) =>
      `Permission denied on the folder "${d.folder ?? "?"}"; the account needs create in req, modify and delete in res and face.`,
  },
  "folder.full": {
    retryable: unlessLeft,
    responsible: "administrator",
    ja: () => `連携フォルダの空き容量が足りません。${contact.full}`,
    en: (d) => `No space left in the folder "${d.folder ?? "?"}"; nothing was sent.`,
  },
  "folder.rejected": {
    retryable: false,
    responsible: "vendor",
    ja: () => `資格確認端末で照会できませんでした。${contact.full}`,
    en: (d) =>
      `The terminal put the request back as .err${file(d.fileName)}; its content is in the error's rawBytes, for support.`,
  },
  "folder.failed": {
    retryable: unlessLeft,
    responsible: "administrator",
    ja: (d) => `連携フォルダ（${d.folder ?? "?"}）を使えません。資格確認端末の電源を確認し、${contact.short}`,
    en: (d) => `Reading or writing the folder "${d.folder ?? "?"}" failed${file(d.fileName)}; the cause says how.`,
  },
  "folder.inUse": {
    retryable: false,
    responsible: "vendor",
    ja: () => `受付情報は別の画面で取り込み中です。その画面で続けるか、${contact.short}`,
    en: (d) =>
      `Another iteration of this transport is already taking the files of "${d.folder ?? "?"}"; a folder has only one consumer.`,
  },
  "answer.timeout": {
    retryable: false,
    responsible: "administrator",
    ja: (d) => noAnswer(d).ja.replace("?", seconds(d.waitedMs)),
    en: (d) =>
      `No answer within ${seconds(d.waitedMs)} s; the request may still be executed. ${noAnswer(d).en}${d.reference === undefined ? "" : ` Look for the late answer by reference ${d.reference} before asking again.`}`,
  },
  "answer.mismatch": {
    retryable: false,
    responsible: "centre",
    ja: () => `照会と異なる結果のため表示しません。資格確認書などで確認し、${contact.centre}`,
    en: (d) => `The answer does not belong to the request: element ${d.path ?? "?"} differs. It was not delivered.`,
  },
  "answer.unchecked": {
    retryable: false,
    responsible: "desk",
    ja: () => "どの照会の結果か確かめられないため表示しません。新しく照会してください。",
    en: () =>
      "No record of the question was found, so it cannot be checked whose answer this is; it was not taken. Pass the question itself where the call allows it, or accept it by name (`acceptUnchecked`) and compare it with the chart.",
  },
  "centre.failed": {
    retryable: false,
    responsible: "centre",
    ja: (d) =>
      d.centreCode === undefined
        ? `${system}で処理できません。${contact.centre}`
        : `${system}のエラー（${d.centreCode}）です。${contact.centre}`,
    en: (d) => `The centre ended the message abnormally (SegmentOfResult 9, code ${d.centreCode ?? "none"}).`,
  },
  "http.unreachable": {
    retryable: true,
    responsible: "administrator",
    ja: () => `${system}につながりません。回線を確認し、${contact.short}`,
    en: () => "No connection could be made; nothing was sent. Check address, line and proxy.",
  },
  "http.clientCertificateRefused": {
    retryable: false,
    responsible: "administrator",
    ja: () => `オンライン資格確認用の電子証明書が受け付けられません。${contact.short}`,
    en: () => "The server refused the client certificate (mTLS); nothing was sent. Check certificate, key and expiry.",
  },
  "http.serverCertificateUntrusted": {
    retryable: false,
    responsible: "administrator",
    ja: () => `${system}の証明書を確認できず中止しました。${contact.short}`,
    en: ({ variant }) =>
      `${distrust[variant ?? ""] ?? "The server's certificate is not trusted by the configured CA"}; nothing was sent.`,
  },
  "http.tlsMismatch": {
    retryable: false,
    responsible: "administrator",
    ja: () => `${system}と安全に通信できません。${contact.short}`,
    en: ({ variant }) => `${mismatches[variant ?? ""] ?? "The TLS handshake failed"}; nothing was sent.`,
  },
  "http.authenticationFailed": {
    retryable: false,
    responsible: "administrator",
    ja: () => `医療機関の認証に失敗しました。${contact.full}`,
    en: (d) => `The authentication endpoint refused the institution account (status ${d.status ?? "?"}).`,
  },
  "http.outcomeUnknown": {
    retryable: false,
    responsible: "desk",
    ja: () => "回線が切れました。処理済みの場合があるため、やり直す前に処理結果を確認してください。",
    en: () =>
      "The connection broke after the request had left; it is unknown whether it was executed. It was not sent again.",
  },
  "http.busy": {
    retryable: true,
    responsible: "centre",
    ja: (d) =>
      `${system}が混み合っています。${d.retryAfterMs === undefined ? "少し" : `${seconds(d.retryAfterMs)}秒ほど`}待ってからやり直してください。`,
    en: (d) =>
      `The server declined the call for now (status ${d.status ?? "?"}${d.centreCode ? `, ${d.centreCode}` : ""}); it was not executed. ${d.retryAfterMs === undefined ? "Try again later" : `It asks to wait ${seconds(d.retryAfterMs)} s`}.`,
  },
  "http.status": {
    retryable: false,
    responsible: "centre",
    ja: (d) => `${system}のエラー（${d.status ?? "?"}）です。${contact.centre}`,
    en: (d) => `The server answered with status ${d.status ?? "?"}${d.centreCode ? ` (${d.centreCode})` : ""}.`,
  },
};
