import { commonOptions } from "../base/index.ts";
const own = {
  json: {
    type: "boolean",
    help: {
      ja: '文章の代わりに JSON Lines {"v":1,"type":…}（docs/reference/cli.schema.json）',
      en: 'JSON lines {"v":1,"type":…} instead of text; schema in docs/reference/cli.schema.json',
    },
  },
  wire: { type: "boolean", help: { ja: "電文のタグ名のまま（JSON ミラー）", en: "by wire tags (JSON mirror)" } },
  lenient: {
    type: "boolean",
    help: { ja: "壊れた電文を読めるところまで", en: "as much of a broken message as can be read" },
  },
  message: {
    type: "string",
    value: "ID",
    help: {
      ja: "電文のファイルID（既定：ファイル名、なければ内容から）",
      en: "file id, e.g. OQSsiquc01res; default: by file name, else by content",
    },
  },
  overlay: {
    type: "string",
    multiple: true,
    value: "FILE",
    help: {
      ja: "電文定義の補正ファイル。複数指定可（ベンダー、施設の順）",
      en: "corrections of the layout; may be given several times: first the vendor's, then the site's",
    },
  },
  out: {
    type: "string",
    value: "FILE",
    help: {
      ja: "標準出力の代わりの出力先（所有者だけが読める）",
      en: "write to this file instead of standard output; only the owner may read it",
    },
  },
  req: { type: "string", value: "DIR", help: { ja: "フォルダ連携の req", en: "the folder req" } },
  res: { type: "string", value: "DIR", help: { ja: "フォルダ連携の res", en: "the folder res" } },
  face: { type: "string", value: "DIR", help: { ja: "フォルダ連携の face", en: "the folder face" } },
  institution: { type: "string", value: "CODE", help: { ja: "医療機関コード10桁", en: "institution code, 10 digits" } },
  url: {
    type: "string",
    value: "URL",
    help: { ja: "Web API の URL（フォルダ連携の代わり）", en: "HTTPS instead of folders" },
  },
  "password-file": {
    type: "string",
    value: "FILE",
    help: { ja: "Web API のパスワードのファイル", en: "file that holds the password for HTTPS" },
  },
  cert: { type: "string", value: "FILE", help: { ja: "クライアント証明書（PEM）", en: "client certificate, PEM" } },
  key: { type: "string", value: "FILE", help: { ja: "その秘密鍵（PEM）", en: "its private key, PEM" } },
  ca: { type: "string", value: "FILE", help: { ja: "サーバーのCA証明書（PEM）", en: "CA of the server, PEM" } },
  "test-only": {
    type: "boolean",
    help: {
      ja: "接続先は試験用（都道府県番号99の番号だけを送る）",
      en: "the other side is for tests: only numbers of prefecture 99 go there",
    },
  },
  timeout: { type: "string", value: "SECONDS", help: { ja: "回答を待つ秒数", en: "how long to wait for an answer" } },
  insurer: { type: "string", value: "NO", help: { ja: "保険者番号", en: "insurer number" } },
  symbol: { type: "string", value: "TEXT", help: { ja: "被保険者証記号", en: "symbol" } },
  number: { type: "string", value: "NO", help: { ja: "被保険者証番号", en: "number" } },
  branch: { type: "string", value: "NN", help: { ja: "枝番", en: "branch number" } },
  birthdate: { type: "string", value: "YYYY-MM-DD", help: { ja: "生年月日", en: "birth date" } },
  date: {
    type: "string",
    value: "YYYY-MM-DD",
    help: { ja: "資格確認日（既定：今日）", en: "day of the eligibility; default: today" },
  },
  limit: { type: "boolean", help: { ja: "限度額適用認定証の情報も求める", en: "ask for the limit certificate too" } },
  site: { type: "string", value: "DIR", help: { ja: "記録（ジャーナル）を置くフォルダ", en: "folder of the journal" } },
  resume: {
    type: "string",
    value: "NUMBER",
    help: { ja: "受付番号の一括照会を続ける", en: "continue an earlier request" },
  },
  "accept-unchecked": {
    type: "boolean",
    help: {
      ja: "記録がなく照合できない結果も受け取る",
      en: "take a result that cannot be checked here",
    },
  },
  pending: {
    type: "boolean",
    help: { ja: "終わっていない一括照会の一覧", en: "list the requests that are not finished" },
  },
  interval: {
    type: "string",
    value: "SECONDS",
    help: { ja: "結果を尋ねる間隔", en: "how often to ask for the result" },
  },
  charset: {
    type: "string",
    value: "NAME",
    help: { ja: "書き出す CSV の文字コード utf-8 | shift_jis", en: "character set of the CSV: utf-8 | shift_jis" },
  },
  "request-charset": {
    type: "string",
    value: "NAME",
    help: {
      ja: "要求の文字コード utf-8 | shift_jis（フォルダ連携のみ）",
      en: "character set of requests, folders only: utf-8 | shift_jis",
    },
  },
  acknowledge: {
    type: "boolean",
    help: { ja: "--acknowledge-by output と同じ", en: "the same as --acknowledge-by output" },
  },
  "acknowledge-by": {
    type: "string",
    value: "output|stdin",
    help: {
      ja: "output：行を書き終えたらファイルを削除。stdin：相手が「ack ID」と返してから削除",
      en: "output: a file is removed once its line was written; stdin: once the reader has answered `ack ID`",
    },
  },
} as const;

/** Every option of `onshi`, once: the parser, the help and the type of the arguments are derived from it. */
export const optionTable: Omit<typeof commonOptions, "json"> & typeof own = { ...commonOptions, ...own };

/** Name of an option, without the dashes. */
export type OptionName = keyof typeof optionTable;

/** Names of the options by which a command reaches the centre. */
export const reach = [
  "institution",
  "req",
  "res",
  "face",
  "url",
  "password-file",
  "cert",
  "key",
  "ca",
  "request-charset",
  "test-only",
  "timeout",
  "site",
  "overlay",
] as const;
