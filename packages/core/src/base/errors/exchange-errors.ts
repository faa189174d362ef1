import { type Bilingual, type ErrorDetails, type ErrorText, unlessLeft } from "./details.ts";

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

const noAnswers: Readonly<Record<string, Bilingual>> = {
  notPickedUp: {
    ja: "資格確認端末が要求を取り込んでいません。端末の電源と連携アプリケーションの起動・ログインを確認してください。",
    en: "The request still lies in req: the terminal is off, its software is not logged in, or the folder is another one.",
  },
  incomplete: {
    ja: "結果ファイルの書き込みが終わっていません。しばらく待ってから結果を確認してください。",
    en: "A result is there but not complete.",
  },
  locked: {
    ja: "結果ファイルを他のソフトウェアが使用しています。しばらく待ってから結果を確認してください。",
    en: "A result is there but cannot be opened; the cause says why.",
  },
  unreachable: {
    ja: "結果フォルダに接続できません。資格確認端末とネットワークを確認し、遅れて届く結果を確認してください。",
    en: "The folder res could not be listed; the cause says why.",
  },
};

/** Over HTTPS an answer comes with its call or never. */
const noLateAnswer: Bilingual = {
  ja: "遅れて届くことはありません。回線を確認し、同じ操作を繰り返す前に結果を確認してください。",
  en: "Over HTTPS no late answer can come: ask for the result before sending anything that changes something again; a mere question may be asked anew.",
};

const noAnswer = ({ variant }: ErrorDetails): Bilingual =>
  (variant === "noLateAnswer" ? noLateAnswer : noAnswers[variant ?? ""]) ?? {
    ja: "接続先の状態を確認し、遅れて届く結果を待ってから再確認してください。",
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
  notTls: "What listens at this address and port speaks no TLS; check scheme, host and port",
};

export const exchangeErrors: Readonly<Record<ExchangeErrorCode, ErrorText>> = {
  "folder.missing": {
    retryable: unlessLeft,
    responsible: "administrator",
    ja: (d) =>
      `資格確認端末の連携フォルダ（${d.folder ?? "?"}）が見つかりません。端末の電源とネットワークを確認し、続くときは保守担当者に連絡してください。`,
    en: (d) =>
      `The exchange folder "${d.folder ?? "?"}" does not exist or is not reachable; check share, path and terminal.`,
  },
  "folder.swapped": {
    retryable: false,
    responsible: "vendor",
    ja: () => "連携フォルダ（req・res・face）の設定が入れ替わっているか重なっています。保守担当者に連絡してください。",
    en: (d) =>
      `The folders req, res and face are mixed up or the same${d.folder ? ` (seen in "${d.folder}")` : ""}${file(d.fileName)}; correct the options.`,
  },
  "folder.denied": {
    retryable: false,
    responsible: "administrator",
    ja: (d) =>
      `連携フォルダ（${d.folder ?? "?"}）を使う権限がありません。保守担当者に共有とアクセス権の確認を依頼してください。`,
    en: (d) =>
      `No right to use the folder "${d.folder ?? "?"}"; the account needs create in req, modify and delete in res and face.`,
  },
  "folder.full": {
    retryable: unlessLeft,
    responsible: "administrator",
    ja: () => "連携フォルダの空き容量が足りません。不要なファイルを整理するよう保守担当者に連絡してください。",
    en: (d) => `No space left in the folder "${d.folder ?? "?"}"; nothing was sent.`,
  },
  "folder.rejected": {
    retryable: false,
    responsible: "vendor",
    ja: () => "資格確認端末が要求を受け付けませんでした。入力内容を確認し、続くときは保守担当者に連絡してください。",
    en: (d) =>
      `The terminal put the request back as .err${file(d.fileName)}; its content is in the error's rawBytes, for support.`,
  },
  "folder.failed": {
    retryable: unlessLeft,
    responsible: "administrator",
    ja: (d) => `連携フォルダ（${d.folder ?? "?"}）の読み書きに失敗しました。端末とネットワークを確認してください。`,
    en: (d) => `Reading or writing the folder "${d.folder ?? "?"}" failed${file(d.fileName)}; the cause says how.`,
  },
  "folder.inUse": {
    retryable: false,
    responsible: "vendor",
    ja: (d) =>
      `連携フォルダ（${d.folder ?? "?"}）の受付情報はすでに取り込み中です。二重に起動していないか確認してください。`,
    en: (d) =>
      `Another iteration of this transport already takes the files of "${d.folder ?? "?"}"; the folder has one owner.`,
  },
  "answer.timeout": {
    retryable: false,
    responsible: "administrator",
    ja: (d) => `${seconds(d.waitedMs)}秒以内に回答がありません。要求は処理されている場合があります。${noAnswer(d).ja}`,
    en: (d) =>
      `No answer within ${seconds(d.waitedMs)} s; the request may still be executed. ${noAnswer(d).en}${d.reference === undefined ? "" : ` Look for the late answer by reference ${d.reference} before asking again.`}`,
  },
  "answer.mismatch": {
    retryable: false,
    responsible: "centre",
    ja: () => "要求と異なる結果が返されたため、表示しませんでした。保守担当者に連絡してください。",
    en: (d) => `The answer does not belong to the request: element ${d.path ?? "?"} differs. It was not delivered.`,
  },
  "answer.unchecked": {
    retryable: false,
    responsible: "desk",
    ja: () => "どの要求への回答か確かめる記録がないため、取り込みませんでした。もう一度照会してください。",
    en: () =>
      "Nothing is known here of the question, so nobody can tell whose answer this would be; none was taken. Pass the question itself where the call allows it, or accept it by name (`acceptUnchecked`) and compare it with the chart.",
  },
  "centre.failed": {
    retryable: false,
    responsible: "centre",
    ja: (d) =>
      `オンライン資格確認等システムで処理できませんでした（コード：${d.centreCode ?? "なし"}）。コードを控えて保守担当者に連絡してください。`,
    en: (d) => `The centre ended the message abnormally (SegmentOfResult 9, code ${d.centreCode ?? "none"}).`,
  },
  "http.unreachable": {
    retryable: true,
    responsible: "administrator",
    ja: () => "接続先に届きません。ネットワーク機器と回線を確認し、続くときは保守担当者に連絡してください。",
    en: () => "No connection could be made; nothing was sent. Check address, line and proxy.",
  },
  "http.clientCertificateRefused": {
    retryable: false,
    responsible: "administrator",
    ja: () =>
      "機関認証用の電子証明書が受け付けられませんでした。証明書の有効期限と設定を保守担当者に確認してください。",
    en: () => "The server refused the client certificate (mTLS); nothing was sent. Check certificate, key and expiry.",
  },
  "http.serverCertificateUntrusted": {
    retryable: false,
    responsible: "administrator",
    ja: () => "接続先の証明書を確認できません。接続を中止しました。保守担当者に連絡してください。",
    en: ({ variant }) =>
      `${distrust[variant ?? ""] ?? "The server's certificate is not trusted by the configured CA"}; nothing was sent.`,
  },
  "http.tlsMismatch": {
    retryable: false,
    responsible: "administrator",
    ja: () => "接続先と安全な通信（TLS）を始められません。保守担当者に接続先の設定の確認を依頼してください。",
    en: ({ variant }) => `${mismatches[variant ?? ""] ?? "The TLS handshake failed"}; nothing was sent.`,
  },
  "http.authenticationFailed": {
    retryable: false,
    responsible: "administrator",
    ja: () => "医療機関の認証に失敗しました。医療機関コードとパスワードの設定を保守担当者に確認してください。",
    en: (d) => `The authentication endpoint refused the institution account (status ${d.status ?? "?"}).`,
  },
  "http.outcomeUnknown": {
    retryable: false,
    responsible: "desk",
    ja: () =>
      "送信後に接続が切れました。要求は処理されている場合があります。同じ操作を繰り返す前に結果を確認してください。",
    en: () =>
      "The connection broke after the request had left; whether it was executed is unknown. It was not sent again.",
  },
  "http.busy": {
    retryable: true,
    responsible: "centre",
    ja: (d) =>
      `接続先が混み合っているか停止しています。${d.retryAfterMs === undefined ? "しばらく" : `${seconds(d.retryAfterMs)}秒ほど`}待ってからもう一度お試しください。`,
    en: (d) =>
      `The server declined the call for now (status ${d.status ?? "?"}${d.centreCode ? `, ${d.centreCode}` : ""}); it was not executed. ${d.retryAfterMs === undefined ? "Try again later" : `It asks to wait ${seconds(d.retryAfterMs)} s`}.`,
  },
  "http.status": {
    retryable: false,
    responsible: "centre",
    ja: (d) => `接続先がエラーを返しました（${d.status ?? "?"}）。続くときは保守担当者に連絡してください。`,
    en: (d) => `The server answered with status ${d.status ?? "?"}${d.centreCode ? ` (${d.centreCode})` : ""}.`,
  },
};
