import { everywhere, commonOptions } from "@onshi/core/base";
import type { ProgramHelp } from "@onshi/core/base";

const own = {
  reader: {
    type: "string",
    value: "NAME",
    help: {
      ja: "使うリーダー（既定：カードのある唯一のリーダー）",
      en: "the reader to use; default: the one that holds a card",
    },
  },
  virtual: {
    type: "string",
    value: "PERSONA",
    help: {
      ja: "リーダーの代わりに @onshi/mock-server の仮想カード",
      en: "a simulated card of @onshi/mock-server instead of a reader",
    },
  },
  pem: { type: "boolean", help: { ja: "証明書を PEM で出力", en: "the certificate as PEM" } },
  audience: {
    type: "string",
    value: "URL",
    help: { ja: "検証するサーバーのオリジン", en: "origin of the server that will verify" },
  },
  challenge: {
    type: "string",
    value: "BASE64",
    help: { ja: "サーバーのチャレンジ（32バイト以上）", en: "the server's challenge, at least 32 bytes" },
  },
  "pin-fd": {
    type: "string",
    value: "N",
    help: {
      ja: "暗証番号を読むファイル記述子（npx 経由では 0 のみ。引数では渡せない）",
      en: "file descriptor to read the PIN from; through npx only 0. Never an argument: others can see those",
    },
  },
  "allow-last-try": {
    type: "boolean",
    help: { ja: "残り1回でも暗証番号を送る", en: "send the PIN even if only one try is left" },
  },
} as const;

/** Every option of `onshi-card`, once: the parser and the help follow from it. */
export const optionTable: typeof commonOptions & typeof own = { ...commonOptions, ...own };

/** Name of a command. */
export type CommandName = "list" | "status" | "certificate" | "sign" | "transcript" | "doctor";

const card = ["reader", "virtual"] as const;

/** `onshi-card` as data. */
export const program: ProgramHelp & { readonly commands: Readonly<Record<CommandName, unknown>> } = {
  name: "onshi-card",
  commands: {
    list: {
      help: { ja: "リーダーとカードの有無", en: "readers, and whether they hold a card" },
      options: [...card],
    },
    status: {
      help: {
        ja: "暗証番号の残り回数と証明書の期限（暗証番号は不要）",
        en: "tries left for the PIN, dates of the certificate (no PIN needed)",
      },
      options: [...card],
    },
    certificate: {
      help: { ja: "利用者証明用電子証明書", en: "the user-authentication certificate (利用者証明用電子証明書)" },
      options: [...card, "pem", "pin-fd", "allow-last-try"],
    },
    sign: {
      help: {
        ja: "署名したトークン。暗証番号を表示せずに尋ねる",
        en: "a signed token; asks for the PIN without echo",
      },
      options: [...card, "audience", "challenge", "pin-fd", "allow-last-try"],
    },
    transcript: {
      help: {
        ja: "暗証番号と証明書を除いた通信記録（不具合の報告用）",
        en: "every command and answer of a session, without PIN or certificate, for a report",
      },
      options: [...card],
    },
    doctor: {
      help: {
        ja: "サービス、ドライバー、リーダー、カード、応答時間の点検と助言",
        en: "service, driver, reader, card and timing, with advice",
      },
      options: [...card],
    },
  },
  options: optionTable,
  everywhere,
};
