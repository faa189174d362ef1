import type { Bilingual, WrongField, WrongFolder } from "./details.ts";
import { contact, errorTexts, type ErrorTexts, type NoDetails } from "./error-text.ts";
import { logFileName } from "./log-form.ts";

/** Errors on the way to the centre and back: folders, HTTPS, answers that do not come or do not fit. */
export interface ExchangeErrorDetails {
  readonly "folder.missing": WrongFolder;
  readonly "folder.swapped": WrongFolder;
  readonly "folder.denied": WrongFolder;
  readonly "folder.full": WrongFolder;
  readonly "folder.rejected": WrongFolder;
  readonly "folder.failed": WrongFolder;
  readonly "folder.inUse": WrongFolder;
  readonly "answer.timeout": { readonly waitedMs: number; readonly variant?: NoAnswer };
  readonly "answer.mismatch": { readonly path: string };
  readonly "answer.unchecked": Partial<Pick<WrongField, "field">>;
  readonly "centre.failed": { readonly centreCode?: string };
  readonly "http.unreachable": { readonly waitedMs?: number; readonly variant?: "connectionBroken" };
  readonly "http.clientCertificateRefused": {
    readonly status?: number;
    readonly variant?: "alert" | "connectionBroken";
  };
  readonly "http.serverCertificateUntrusted": { readonly variant: keyof typeof distrust };
  readonly "http.tlsMismatch": { readonly variant: keyof typeof mismatches };
  readonly "http.authenticationFailed": { readonly status: number };
  readonly "http.outcomeUnknown": NoDetails;
  readonly "http.busy": { readonly status: number; readonly centreCode?: string; readonly retryAfterMs?: number };
  readonly "http.status": { readonly status: number; readonly centreCode?: string };
}

/** See {@link ExchangeErrorDetails}. */
export type ExchangeErrorCode = keyof ExchangeErrorDetails;

const seconds = (ms: number): string => String(Math.round(ms / 100) / 10);
const file = (name: string | undefined): string => (name === undefined ? "" : ` (${logFileName(name)})`);

const system = "オンライン資格確認等システム";

/** What is known when no answer came in time. */
type NoAnswer = "notPickedUp" | "incomplete" | "locked" | "unreachable" | "noLateAnswer";

/** What the desk reads then; `?` stands for the time. */
const noAnswers: Readonly<Record<NoAnswer, Bilingual>> = {
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
  // There an answer comes with its call or never.
  noLateAnswer: {
    ja: "?秒以内に回答がありません。遅れて届くことはありません。やり直す前に処理結果を確認してください。",
    en: "Over HTTPS no late answer can come: before repeating a call that changes data, look up its result; a plain query may be sent again.",
  },
};

const unknownFate: Bilingual = {
  ja: "?秒以内に回答がありません。やり直さずに、後から届く結果を確認してください。",
  en: "Check the state of the other side.",
};

const noAnswer = (variant: NoAnswer | undefined): Bilingual =>
  variant === undefined ? unknownFate : noAnswers[variant];

const distrust = {
  name: "The server's certificate does not name this host in its subjectAltName (a common name alone does not count)",
  validity: "The server's certificate has expired or is not valid yet; check its dates and this machine's clock",
  chain: "The server's certificate is not trusted by the configured CA",
} as const;

const mismatches = {
  version: "The server offers no TLS 1.2 or 1.3",
  cipher:
    "The server shares no cipher suite or key strength with this client, which takes TLS 1.3 and the ECDHE and DHE suites with AEAD of TLS 1.2",
  notTls: "The server at this address and port does not speak TLS; check scheme, host and port",
  other: "The TLS handshake failed",
} as const;

export const exchangeErrors: ErrorTexts<ExchangeErrorDetails> = errorTexts<ExchangeErrorDetails>({
  "folder.missing": {
    retryable: "untilSent",
    responsible: "administrator",
    ja: (d) => `連携フォルダ（${d.folder}）がありません。資格確認端末の電源を確認し、${contact.short}`,
    en: (d) => `The exchange folder "${d.folder}" does not exist or is not reachable; check share, path and terminal.`,
    remedy: "Check share, path and terminal; `onshi doctor` names what is missing.",
    example: { folder: "res" },
  },
  "folder.swapped": {
    retryable: false,
    responsible: "vendor",
    ja: () => `連携フォルダの設定に誤りがあります。${contact.full}`,
    en: (d) =>
      `The folders req, res and face are mixed up or the same (seen in "${d.folder}")${file(d.fileName)}; correct the options.`,
    remedy: "Correct the options `req`, `res` and `face`.",
    example: { folder: "res" },
  },
  "folder.denied": {
    retryable: false,
    responsible: "administrator",
    ja: (d) => `連携フォルダ（${d.folder}）を使う権限がありません。${contact.short}`,
    en: (d) =>
      `Permission denied on the folder "${d.folder}"; the account needs create in req, modify and delete in res and face.`,
    remedy: "Give the account create in req, modify and delete in res and face.",
    example: { folder: "res" },
  },
  "folder.full": {
    retryable: "untilSent",
    responsible: "administrator",
    ja: () => `連携フォルダの空き容量が足りません。${contact.full}`,
    en: (d) => `No space left in the folder "${d.folder}"; nothing was sent.`,
    remedy: "Make room on the share of the terminal.",
    example: { folder: "res" },
  },
  "folder.rejected": {
    retryable: false,
    responsible: "vendor",
    ja: () => `資格確認端末で照会できませんでした。${contact.full}`,
    en: (d) =>
      `The terminal put the request back as .err${file(d.fileName)}; its content is in the error's rawBytes, for support.`,
    remedy: "Compare the file in rawBytes with the layout; it is the request as the terminal refused it.",
    example: { folder: "res" },
  },
  "folder.failed": {
    retryable: "untilSent",
    responsible: "administrator",
    ja: (d) => `連携フォルダ（${d.folder}）を使えません。資格確認端末の電源を確認し、${contact.short}`,
    en: (d) => `Reading or writing the folder "${d.folder}" failed${file(d.fileName)}; the cause says how.`,
    remedy: "Read the code of the cause; check share and terminal.",
    example: { folder: "res" },
  },
  "folder.inUse": {
    retryable: false,
    responsible: "vendor",
    ja: () => `受付情報は別の画面で取り込み中です。その画面で続けるか、${contact.short}`,
    en: (d) =>
      `Another iteration of this transport is already taking the files of "${d.folder}"; a folder has only one consumer.`,
    remedy: "Iterate over check-ins once a transport, and share what comes.",
    example: { folder: "face" },
  },
  "answer.timeout": {
    retryable: false,
    responsible: "administrator",
    ja: (d) => noAnswer(d.variant).ja.replace("?", seconds(d.waitedMs)),
    en: (d) =>
      `No answer within ${seconds(d.waitedMs)} s; the request may still be executed. ${noAnswer(d.variant).en}${d.reference === undefined ? "" : ` Look for the late answer by reference ${d.reference} before asking again.`}`,
    remedy: "Keep the reference; fetch the late answer by it and never send the request again unasked.",
    variants: {
      notPickedUp: noAnswers.notPickedUp.en,
      incomplete: noAnswers.incomplete.en,
      locked: noAnswers.locked.en,
      unreachable: noAnswers.unreachable.en,
      noLateAnswer: noAnswers.noLateAnswer.en,
    },
    example: { waitedMs: 60_000 },
  },
  "answer.mismatch": {
    retryable: false,
    responsible: "centre",
    ja: () => `照会と異なる結果のため表示しません。資格確認書などで確認し、${contact.centre}`,
    en: (d) => `The answer does not belong to the request: element ${d.path} differs. It was not delivered.`,
    remedy: "Look for two programs that answer each other's files; report it to the centre.",
    example: { path: "body.insurerNumber" },
  },
  "answer.unchecked": {
    retryable: false,
    responsible: "desk",
    ja: () => "どの照会の結果か確かめられないため表示しません。新しく照会してください。",
    en: () =>
      "No record of the question was found, so it cannot be checked whose answer this is; it was not taken. Pass the question itself where the call allows it, or accept it by name (`acceptUnchecked`) and compare it with the chart.",
    remedy: "Pass the question, keep the journal, or set `acceptUnchecked` and compare the answer with the chart.",
  },
  "centre.failed": {
    retryable: false,
    responsible: "centre",
    ja: (d) =>
      d.centreCode === undefined
        ? `${system}で処理できません。${contact.centre}`
        : `${system}のエラー（${d.centreCode}）です。${contact.centre}`,
    en: (d) => `The centre ended the message abnormally (SegmentOfResult 9, code ${d.centreCode ?? "none"}).`,
    remedy: "Look the centre's code up in its manual.",
    example: { centreCode: "EPSB0052E" },
  },
  "http.unreachable": {
    retryable: true,
    responsible: "administrator",
    ja: () => `${system}につながりません。回線を確認し、${contact.short}`,
    en: () => "No connection could be made; nothing was sent. Check address, line and proxy.",
    remedy: "Check address, name resolution, line and proxy.",
    variants: { connectionBroken: "the connection broke while logging in" },
  },
  "http.clientCertificateRefused": {
    retryable: false,
    responsible: "administrator",
    ja: () => `オンライン資格確認用の電子証明書が受け付けられません。${contact.short}`,
    en: () => "The server refused the client certificate (mTLS); nothing was sent. Check certificate, key and expiry.",
    remedy: "Check certificate, key, expiry and the institution it was issued to.",
    variants: {
      alert: "the server said so in a TLS alert",
      connectionBroken: "the server closed the connection instead of answering",
    },
  },
  "http.serverCertificateUntrusted": {
    retryable: false,
    responsible: "administrator",
    ja: () => `${system}の証明書を確認できず中止しました。${contact.short}`,
    en: (_d, why) => `${why || distrust.chain}; nothing was sent.`,
    remedy: "Configure the CA of the centre; check the clock; never switch the check off.",
    variants: distrust,
    example: { variant: "chain" },
  },
  "http.tlsMismatch": {
    retryable: false,
    responsible: "administrator",
    ja: () => `${system}と安全に通信できません。${contact.short}`,
    en: (_d, why) => `${why || mismatches.other}; nothing was sent.`,
    remedy: "Check scheme, host, port and any proxy that breaks TLS open.",
    variants: mismatches,
    example: { variant: "other" },
  },
  "http.authenticationFailed": {
    retryable: false,
    responsible: "administrator",
    ja: () => `医療機関の認証に失敗しました。${contact.full}`,
    en: (d) => `The authentication endpoint refused the institution account (status ${d.status}).`,
    remedy: "Check institution code and password of the account.",
    example: { status: 401 },
  },
  "http.outcomeUnknown": {
    retryable: false,
    responsible: "desk",
    ja: () => "回線が切れました。処理済みの場合があるため、やり直す前に処理結果を確認してください。",
    en: () =>
      "The connection broke after the request had left; it is unknown whether it was executed. It was not sent again.",
    remedy: "Look the result up before a call that changes data is made again.",
  },
  "http.busy": {
    retryable: true,
    responsible: "centre",
    ja: (d) =>
      `${system}が混み合っています。${d.retryAfterMs === undefined ? "少し" : `${seconds(d.retryAfterMs)}秒ほど`}待ってからやり直してください。`,
    en: (d) =>
      `The server declined the call for now (status ${d.status}${d.centreCode ? `, ${d.centreCode}` : ""}); it was not executed. ${d.retryAfterMs === undefined ? "Try again later" : `It asks to wait ${seconds(d.retryAfterMs)} s`}.`,
    remedy: "Wait as long as the server asks, then repeat.",
    example: { status: 503, retryAfterMs: 30_000 },
  },
  "http.status": {
    retryable: false,
    responsible: "centre",
    ja: (d) => `${system}のエラー（${d.status}）です。${contact.centre}`,
    en: (d) => `The server answered with status ${d.status}${d.centreCode ? ` (${d.centreCode})` : ""}.`,
    remedy: "Look the status and the code up; report it to the centre.",
    example: { status: 500 },
  },
});
