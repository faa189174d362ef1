import { errorTexts, type ErrorTexts, type NoDetails } from "./error-text.ts";

/** Errors of reader, card and PIN. `statusWord` is what the card answered, e.g. `6A82`; `remaining` are the tries left. */
export interface CardErrorDetails {
  readonly "card.serviceMissing": NoDetails;
  readonly "card.adapterMissing": { readonly variant: "pcsc-mini" | "pcsclite" | "@onshi/mock-server" };
  readonly "card.readerMissing": NoDetails;
  readonly "card.readerAmbiguous": NoDetails;
  readonly "card.absent": NoDetails;
  readonly "card.busy": { readonly waitedMs?: number };
  readonly "card.notJpki": { readonly statusWord?: string };
  readonly "card.certificateMissing": { readonly statusWord?: string; readonly variant?: "certificateFile" };
  readonly "card.pinRequired": { readonly variant: "card" | "oldCard" | "android" | "iphone" | "unknown" };
  readonly "card.removed": NoDetails;
  readonly "card.changed": NoDetails;
  readonly "card.reset": NoDetails;
  readonly "card.communication": NoDetails;
  readonly "card.unresponsive": NoDetails;
  readonly "card.timeout": { readonly waitedMs: number };
  readonly "card.unexpectedAnswer": {
    readonly statusWord?: string;
    readonly variant?: keyof typeof outOfProfile;
  };
  readonly "card.sessionClosed": NoDetails;
  readonly "card.forbidden": NoDetails;
  readonly "pin.format": NoDetails;
  readonly "pin.wrong": { readonly remaining?: number; readonly statusWord?: string };
  readonly "pin.blocked": { readonly remaining?: number; readonly statusWord?: string };
  readonly "pin.lastTry": { readonly remaining: number };
  readonly "pin.cancelled": NoDetails;
  readonly "pin.inProgress": NoDetails;
  readonly "pin.unknownOutcome": { readonly statusWord?: string };
}

/** See {@link CardErrorDetails}. */
export type CardErrorCode = keyof CardErrorDetails;

const outOfProfile = {
  certificate: "a certificate that cannot be read",
  certificateFile: "the file of the certificate is missing",
  tokenFile: "the file that says what card this is is missing",
  guarded: "the certificate is not shown even after the PIN",
  keyType: "a key of a kind this SDK does not know",
  signature: "a signature of the wrong length",
  truncated: "fewer bytes than asked for",
  der: "a file that does not begin as one",
  endless: "an answer without end",
} as const;

const word = (statusWord: string | undefined): string => (statusWord ? ` (status word ${statusWord})` : "");

export const cardErrors: ErrorTexts<CardErrorDetails> = errorTexts<CardErrorDetails>({
  "card.serviceMissing": {
    retryable: true,
    responsible: "administrator",
    ja: () => "ICカードの機能が停止中です。パソコンを再起動し、続くときはシステム窓口へ連絡してください。",
    en: () => "No PC/SC service answers (Windows: Smart Card service; Linux: pcscd).",
    remedy: "Start the service; on Linux let this user use it (polkit).",
  },
  "card.adapterMissing": {
    retryable: false,
    responsible: "vendor",
    ja: () => "カードリーダー用ソフトウェアがありません。システム窓口（レセコン業者など）へ連絡してください。",
    en: (_d, why) => `The PC/SC adapter could not be loaded${why && `: ${why}`}.`,
    remedy: "Install the package named, for this platform and version of Node.",
    variants: {
      "pcsc-mini": 'install "pcsc-mini"',
      pcsclite: 'install "pcsclite"',
      "@onshi/mock-server": 'install "@onshi/mock-server"',
    },
    example: { variant: "pcsc-mini" },
  },
  "card.readerMissing": {
    retryable: true,
    responsible: "desk",
    ja: () => "ICカードリーダーが見つかりません。USBケーブルの接続を確認してください。",
    en: () => "No card reader is connected, or none with the name asked for.",
    remedy: "List the readers with `onshi-card readers`; check name and driver.",
  },
  "card.readerAmbiguous": {
    retryable: false,
    responsible: "desk",
    ja: () => "複数のICカードリーダーにカードがあります。1枚だけ置いてください。",
    en: () => "More than one reader holds a card; name the reader, none is chosen silently.",
    remedy: "Let the user name the reader.",
  },
  "card.absent": {
    retryable: true,
    responsible: "patient",
    ja: () => "カードがありません。マイナンバーカードをICカードリーダーに置いてください。",
    en: () => "There is no card in the reader.",
    remedy: "Wait for a card with `waitForCard`.",
  },
  "card.busy": {
    retryable: true,
    responsible: "desk",
    ja: () => "ICカードリーダーが使用中です。少し待ってからやり直してください。",
    en: () => "Another process holds the card (sharing violation).",
    remedy: "Find the other program; keep no session open longer than needed.",
  },
  "card.notJpki": {
    retryable: false,
    responsible: "patient",
    ja: () => "マイナンバーカードではありません。マイナンバーカードを置いてください。",
    en: (d) => `The card has no JPKI application${word(d.statusWord)}.`,
    remedy: "Nothing: another card has to be laid on.",
  },
  "card.certificateMissing": {
    retryable: false,
    responsible: "patient",
    ja: () => "利用者証明用電子証明書がありません。資格確認書などで確認してください。発行は市区町村の窓口です。",
    en: (d) => `The card holds no user-authentication certificate${word(d.statusWord)}.`,
    remedy: "Nothing: offer the ways without this card.",
    variants: { certificateFile: "its file is not on the card" },
  },
  "card.pinRequired": {
    retryable: false,
    responsible: "vendor",
    ja: () => "スマートフォンの読み取りには暗証番号が必要です。入力するかカードを置いてください。",
    en: (_d, why) =>
      `The device${why && ` (${why})`} shows its certificate only after the PIN: pass "pin" to userAuthentication, or call authenticate.`,
    remedy: "Pass `pin` to userAuthentication, or call authenticate.",
    variants: {
      card: "a card",
      oldCard: "a card of an earlier kind",
      android: "an Android phone",
      iphone: "an iPhone",
      unknown: "a device of unknown kind",
    },
    example: { variant: "android" },
  },
  "card.removed": {
    retryable: true,
    responsible: "patient",
    ja: () => "カードが離れました。置き直し、終わるまで動かさないでください。",
    en: () => "The card left the reader during the session; the session is closed, nothing was repeated.",
    remedy: "Wait for the card again; begin a new session.",
  },
  "card.changed": {
    retryable: false,
    responsible: "desk",
    ja: () => "途中でカードが入れ替わりました。最初からやり直してください。",
    en: () => "The card is not the one the session began with; no PIN was tried on it, and the session is closed.",
    remedy: "Begin a new session with the card that lies there.",
  },
  "card.reset": {
    retryable: true,
    responsible: "desk",
    ja: () => "カードの読み取りが中断されました。もう一度やり直してください。",
    en: () => "Another process reset the card; the session is closed.",
    remedy: "Find the other program; begin a new session.",
  },
  "card.communication": {
    retryable: true,
    responsible: "desk",
    ja: () => "カードとの通信に失敗しました。カードを置き直し、もう一度やり直してください。",
    en: () => "The reader reported a communication error; the session is closed.",
    remedy: "Read the cause; check cable, driver and reader; begin a new session.",
  },
  "card.unresponsive": {
    retryable: true,
    responsible: "patient",
    ja: () => "カードが応答しません。1枚だけ、向きと面を確かめて置き直してください。",
    en: () => "The card gets no power or does not answer to reset: upside down, not a chip card, or two cards at once.",
    remedy: "Nothing, unless it happens with every card: then the reader.",
  },
  "card.timeout": {
    retryable: true,
    responsible: "desk",
    ja: () => "カードの応答が止まりました。置き直し、続くときはリーダーを接続し直してください。",
    en: (d) => `The card or its driver did not answer a command within ${d.waitedMs} ms; the session is closed.`,
    remedy: "Check driver and reader; raise `commandTimeoutMs` for slow ones.",
    example: { waitedMs: 30_000 },
  },
  "card.unexpectedAnswer": {
    retryable: false,
    responsible: "vendor",
    ja: () => "このカードは読み取れません。資格確認書などで確認し、システム窓口へ連絡してください。",
    en: (d, why) => `The card answered out of profile${word(d.statusWord)}${why && `: ${why}`}.`,
    remedy: "Report status word, variant and the kind of card, with a transcript.",
    variants: outOfProfile,
    example: { statusWord: "6F00" },
  },
  "card.sessionClosed": {
    retryable: false,
    responsible: "vendor",
    ja: () => "カードの読み取りは終了しています。最初からやり直してください。",
    en: () => "This card session was closed or broken by an earlier error; open a new one.",
    remedy: "Begin a new session.",
  },
  "card.forbidden": {
    retryable: false,
    responsible: "vendor",
    ja: () => "許可されていないカード操作を中止しました。システム窓口へ連絡してください。",
    en: () =>
      "The command is not on the allow-list of applications, files and instructions; it did not reach the card.",
    remedy: "Nothing gets this command past the gate; use the methods of the card.",
  },
  "pin.format": {
    retryable: false,
    responsible: "patient",
    ja: () => "暗証番号は半角数字4桁です。入力し直してください（残り回数は減りません）。",
    en: () => "The PIN must be exactly four ASCII digits; nothing was sent to the card, no try was used.",
    remedy: "Take four digits before the call.",
  },
  "pin.wrong": {
    retryable: false,
    responsible: "patient",
    ja: (d) =>
      `暗証番号が違います。${d.remaining === undefined ? "" : `残り${d.remaining}回です。`}不確かなら顔認証などで確認してください。`,
    en: (d) =>
      `Wrong PIN; ${d.remaining === undefined ? "how many tries are left was not told" : `tries left: ${d.remaining}`}.`,
    remedy: "Show the tries left before the next PIN is typed.",
    example: { remaining: 2 },
  },
  "pin.blocked": {
    retryable: false,
    responsible: "patient",
    ja: () => "暗証番号は使えません（ロック・顔認証カード）。顔認証か目視確認モードで受付してください。",
    en: (d) =>
      `The PIN is blocked (no tries left)${d.statusWord ? word(d.statusWord) : "; no PIN was sent"}. A card issued without PIN (face authentication only) needs no unlocking: check in by face or by sight. Any other card is unlocked by the municipality.`,
    remedy: "Offer the ways without PIN.",
    example: { remaining: 0 },
  },
  "pin.lastTry": {
    retryable: false,
    responsible: "desk",
    ja: () => "暗証番号の残りは1回です。顔認証など別の方法を勧めるか、患者さんの了承を得てください。",
    en: () => "One try is left and the caller did not allow using it (allowLastTry); no PIN was sent.",
    remedy: "Set `allowLastTry` only after the patient agreed.",
    example: { remaining: 1 },
  },
  "pin.cancelled": {
    retryable: true,
    responsible: "patient",
    ja: () => "暗証番号の入力が取り消されました。入力し直すか、顔認証で確認してください。",
    en: () => "The PIN callback gave no PIN; nothing was sent to the card.",
    remedy: "Nothing: the PIN was not given.",
  },
  "pin.inProgress": {
    retryable: false,
    responsible: "desk",
    ja: () => "暗証番号の確認はすでに始まっています。先に開いた画面で続けてください。",
    en: () => "Another call of this session is using or asking for the PIN; this one sent nothing to the card.",
    remedy: "Wait for the call that is going on.",
  },
  "pin.unknownOutcome": {
    retryable: false,
    responsible: "desk",
    ja: () => "暗証番号の確認中に通信が切れました。残り回数を確認してやり直してください。",
    en: () => "The answer to VERIFY was lost; the card may have counted a try. Read the counter before anything else.",
    remedy: "Read the tries left (`pinStatus`) before anything else.",
  },
});
