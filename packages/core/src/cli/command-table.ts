import { everywhere, type CommandHelp, type ProgramHelp } from "../base/index.ts";
import { type OptionName, optionTable, reach } from "./option-table.ts";

/** Name of a command. */
export type CommandName =
  | "decode"
  | "encode"
  | "conform"
  | "anonymise"
  | "doctor"
  | "verify"
  | "bulk"
  | "recheck"
  | "watch";

/** A command, and the options it takes. */
export interface Command extends CommandHelp {
  readonly options: readonly OptionName[];
}

/** Every command of `onshi` with what it takes. */
export const commandTable: Readonly<Record<CommandName, Command>> = {
  decode: {
    operands: "FILE",
    help: { ja: "電文（.xml・.json）を型付きの値で表示", en: "a message (.xml, .json) as typed values" },
    options: ["wire", "lenient", "message", "overlay", "out"],
  },
  encode: {
    operands: "FILE.json",
    help: {
      ja: "型付きの値または JSON ミラーから交換用の XML を作る",
      en: "typed values, or a JSON mirror, as the XML of the exchange",
    },
    options: ["message", "overlay", "out"],
  },
  conform: {
    operands: "DIR",
    help: {
      ja: "res・face の実ファイルと電文定義の食い違い（個人情報なし）。--out は補正案",
      en: "what real files say about the layouts, without personal data; --out writes the proposed overlay",
    },
    options: ["overlay", "out"],
  },
  anonymise: {
    operands: "FILE|DIR",
    help: {
      ja: "構造と長さを保ち、値をすべて置き換える（不具合報告用）",
      en: "the same structure and lengths with every value replaced, for bug reports",
    },
    options: ["overlay", "out"],
  },
  doctor: {
    help: {
      ja: "版、補正、推定、フォルダの状態を点検",
      en: "versions, overlay and guesses in force, and whether the folders are in order",
    },
    options: ["req", "res", "face", "overlay"],
  },
  verify: {
    operands: "[FILE.json|-]",
    help: {
      ja: "1名の資格確認。照会内容はファイルか標準入力で渡すのが安全（引数は他の利用者に見える）",
      en: "eligibility of one person, from a file or standard input (arguments can be seen by others)",
    },
    options: [...reach, "insurer", "symbol", "number", "branch", "birthdate", "date", "limit"],
  },
  bulk: {
    operands: "FILE.csv|-",
    help: {
      ja: "一覧（UTF-8・Shift_JIS の CSV）の全員の資格確認。--site が必要",
      en: "eligibility of everybody in a list (CSV in UTF-8 or Shift_JIS); needs --site",
    },
    options: [...reach, "date", "interval", "resume", "accept-unchecked", "pending", "out", "charset"],
  },
  recheck: {
    operands: "VISITS.csv|-",
    help: {
      ja: "請求前に受診日ごとの資格を再確認し、請求の番号・摘要欄・振替の見込みを出す（--out は csv・html・json）。--site が必要",
      en: "before filing: eligibility of visits again, each for its day, with claim numbers, note and re-routing (--out: csv, html, json); needs --site",
    },
    options: [...reach, "interval", "accept-unchecked", "out", "charset"],
  },
  watch: {
    help: {
      ja: "顔認証付きカードリーダーの受付を JSON Lines で出す（Ctrl+C まで）",
      en: "check-ins at the desk's reader as JSON lines until Ctrl+C",
    },
    options: [...reach, "acknowledge", "acknowledge-by"],
  },
};

/** `onshi` as data. */
export const program: ProgramHelp = {
  name: "onshi",
  commands: commandTable,
  options: optionTable,
  everywhere,
};
