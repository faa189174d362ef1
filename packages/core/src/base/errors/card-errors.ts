import type { ErrorText } from "./details.ts";

/** Errors of reader, card and PIN. */
export type CardErrorCode =
  | "card.serviceMissing"
  | "card.adapterMissing"
  | "card.readerMissing"
  | "card.readerAmbiguous"
  | "card.absent"
  | "card.busy"
  | "card.notJpki"
  | "card.certificateMissing"
  | "card.pinRequired"
  | "card.removed"
  | "card.changed"
  | "card.reset"
  | "card.communication"
  | "card.unresponsive"
  | "card.timeout"
  | "card.unexpectedAnswer"
  | "card.sessionClosed"
  | "card.forbidden"
  | "pin.format"
  | "pin.wrong"
  | "pin.blocked"
  | "pin.lastTry"
  | "pin.cancelled"
  | "pin.inProgress"
  | "pin.unknownOutcome";

const word = (statusWord: string | undefined): string => (statusWord ? ` (status word ${statusWord})` : "");

export const cardErrors: Readonly<Record<CardErrorCode, ErrorText>> = {
  "card.serviceMissing": {
    retryable: true,
    responsible: "administrator",
    ja: () => "ICカードの機能が停止中です。パソコンを再起動し、続くときはシステム窓口へ連絡してください。",
    en: () => "No PC/SC service answers (Windows: Smart Card service; Linux: pcscd).",
  },
  "card.adapterMissing": {
    retryable: false,
    responsible: "vendor",
    ja: () => "カードリーダー用ソフトウェアがありません。システム窓口（レセコン業者など）へ連絡してください。",
    en: (d) => `The PC/SC adapter could not be loaded${d.variant ? `: install "${d.variant}"` : ""}.`,
  },
  "card.readerMissing": {
    retryable: true,
    responsible: "desk",
    ja: () => "ICカードリーダーが見つかりません。USBケーブルの接続を確認してください。",
    en: () => "No card reader is connected, or none with the name asked for.",
  },
  "card.readerAmbiguous": {
    retryable: false,
    responsible: "desk",
    ja: () => "複数のICカードリーダーにカードがあります。1枚だけ置いてください。",
    en: () => "More than one reader holds a card; name the reader, none is chosen silently.",
  },
  "card.absent": {
    retryable: true,
    responsible: "patient",
    ja: () => "カードがありません。マイナンバーカードをICカードリーダーに置いてください。",
    en: () => "There is no card in the reader.",
  },
  "card.busy": {
    retryable: true,
    responsible: "desk",
    ja: () => "ICカードリーダーが使用中です。少し待ってからやり直してください。",
    en: () => "Another process holds the card (sharing violation).",
  },
  "card.notJpki": {
    retryable: false,
    responsible: "patient",
    ja: () => "マイナンバーカードではありません。マイナンバーカードを置いてください。",
    en: (d) => `The card has no JPKI application${word(d.statusWord)}.`,
  },
  "card.certificateMissing": {
    retryable: false,
    responsible: "patient",
    ja: () => "利用者証明用電子証明書がありません。資格確認書などで確認してください。発行は市区町村の窓口です。",
    en: (d) => `The card holds no user-authentication certificate${word(d.statusWord)}.`,
  },
  "card.pinRequired": {
    retryable: false,
    responsible: "vendor",
    ja: () => "スマートフォンの読み取りには暗証番号が必要です。入力するかカードを置いてください。",
    en: (d) =>
      `The device${d.variant ? ` (${d.variant})` : ""} shows its certificate only after the PIN: pass "pin" to userAuthentication, or call authenticate.`,
  },
  "card.removed": {
    retryable: true,
    responsible: "patient",
    ja: () => "カードが離れました。置き直し、終わるまで動かさないでください。",
    en: () => "The card left the reader during the session; the session is closed, nothing was repeated.",
  },
  "card.changed": {
    retryable: false,
    responsible: "desk",
    ja: () => "途中でカードが入れ替わりました。最初からやり直してください。",
    en: () => "The card is not the one the session began with; no PIN was tried on it, and the session is closed.",
  },
  "card.reset": {
    retryable: true,
    responsible: "desk",
    ja: () => "カードの読み取りが中断されました。もう一度やり直してください。",
    en: () => "Another process reset the card; the session is closed.",
  },
  "card.communication": {
    retryable: true,
    responsible: "desk",
    ja: () => "カードとの通信に失敗しました。カードを置き直してもう一度お試しください。",
    en: () => "The reader reported a communication error; the session is closed.",
  },
  "card.unresponsive": {
    retryable: true,
    responsible: "patient",
    ja: () => "カードが応答しません。1枚だけ、向きと面を確かめて置き直してください。",
    en: () => "The card gets no power or does not answer to reset: upside down, not a chip card, or two cards at once.",
  },
  "card.timeout": {
    retryable: true,
    responsible: "desk",
    ja: () => "カードの応答が止まりました。置き直し、続くときはリーダーを接続し直してください。",
    en: (d) => `The card or its driver did not answer a command within ${d.waitedMs ?? "?"} ms; the session is closed.`,
  },
  "card.unexpectedAnswer": {
    retryable: false,
    responsible: "vendor",
    ja: () => "このカードは読み取れません。資格確認書などで確認し、システム窓口へ連絡してください。",
    en: (d) => `The card answered out of profile${word(d.statusWord)}.`,
  },
  "card.sessionClosed": {
    retryable: false,
    responsible: "vendor",
    ja: () => "カードの読み取りは終了しています。最初からやり直してください。",
    en: () => "This card session was closed or broken by an earlier error; open a new one.",
  },
  "card.forbidden": {
    retryable: false,
    responsible: "vendor",
    ja: () => "許可されていないカード操作を中止しました。システム窓口へ連絡してください。",
    en: () =>
      "The command is not on the allow-list of applications, files and instructions; it did not reach the card.",
  },
  "pin.format": {
    retryable: false,
    responsible: "patient",
    ja: () => "暗証番号は半角数字4桁です。入力し直してください（残り回数は減りません）。",
    en: () => "The PIN must be exactly four ASCII digits; nothing was sent to the card, no try was used.",
  },
  "pin.wrong": {
    retryable: false,
    responsible: "patient",
    ja: (d) => `暗証番号が違います。残り${d.remaining ?? "?"}回です。不確かなら顔認証などで確認してください。`,
    en: (d) => `Wrong PIN; ${d.remaining ?? "?"} tries left.`,
  },
  "pin.blocked": {
    retryable: false,
    responsible: "patient",
    ja: () => "暗証番号は使えません（ロック・顔認証カード）。顔認証か目視確認モードで受付してください。",
    en: (d) =>
      `The PIN is blocked (no tries left)${d.statusWord ? word(d.statusWord) : "; no PIN was sent"}. A card issued without PIN (face authentication only) needs no unlocking: check in by face or by sight. Any other card is unlocked by the municipality.`,
  },
  "pin.lastTry": {
    retryable: false,
    responsible: "desk",
    ja: () => "暗証番号の残りは1回です。顔認証など別の方法を勧めるか、患者さんの了承を得てください。",
    en: () => "One try is left and the caller did not allow using it (allowLastTry); no PIN was sent.",
  },
  "pin.cancelled": {
    retryable: true,
    responsible: "patient",
    ja: () => "暗証番号の入力が取り消されました。入力し直すか、顔認証で確認してください。",
    en: () => "The PIN callback gave no PIN; nothing was sent to the card.",
  },
  "pin.inProgress": {
    retryable: false,
    responsible: "desk",
    ja: () => "暗証番号の確認はすでに始まっています。先に開いた画面で続けてください。",
    en: () => "Another call of this session is using or asking for the PIN; this one sent nothing to the card.",
  },
  "pin.unknownOutcome": {
    retryable: false,
    responsible: "desk",
    ja: () => "暗証番号の確認中に通信が切れました。残り回数を確認してやり直してください。",
    en: () => "The answer to VERIFY was lost; the card may have counted a try. Read the counter before anything else.",
  },
};
