import { errorCatalogue, type OnshiErrorCode } from "../../src/base/errors/catalogue.ts";
import type { ErrorText } from "../../src/base/errors/error-text.ts";
import type { GeneratedFile } from "./model.ts";

const whose = {
  ja: { desk: "受付", patient: "患者", vendor: "開発", administrator: "保守", centre: "センター" },
  en: {
    desk: "desk",
    patient: "patient",
    vendor: "vendor",
    administrator: "administrator",
    centre: "centre",
  },
} as const;

const words = {
  ja: {
    title: "エラー一覧",
    intro:
      "文言は標準的な `details` での例です。`operatorMessage` は最初の文が状況、続きが受付の操作です。`isRetryable` は、同じ呼び出しをそのまま繰り返してよいかを示します。",
    head: "| コード | 受付の画面 `operatorMessage` | 原因 `vendorMessage` | 開発側の対応 | 担当 `responsible` | 再試行 |",
    labelled: (one: string, other: string) => `${one}（\`label\` がない場合は${other}）`,
    typed: "コマンド入力時",
    retry: { true: "可", false: "不可", untilSent: "送信前のみ可" },
  },
  en: {
    title: "Errors",
    intro:
      "Texts are shown with ordinary `details`. `operatorMessage`: the first sentence says what happened, the rest what the desk does. `isRetryable`: the same call may be made again as it is.",
    head: "| code | what the desk reads and does: `operatorMessage` | cause: `vendorMessage` | what the vendor does | `responsible` | `isRetryable` |",
    labelled: (one: string, other: string) => `${one} (${other} without \`label\`)`,
    typed: "on a command line",
    retry: { true: "yes", false: "no", untilSent: "until it was sent" },
  },
} as const;

type Language = keyof typeof words;
type AnyText = ErrorText<object & { readonly variant?: string }>;

/** The pages with all error codes. */
export function errorDocs(): readonly GeneratedFile[] {
  return [
    { path: "docs/reference/errors.md", content: page("en", "[日本語](errors.ja.md)") },
    { path: "docs/reference/errors.ja.md", content: page("ja", "[English](errors.md)") },
  ];
}

function page(language: Language, other: string): string {
  const { title, intro, head } = words[language];
  const rows = (Object.keys(errorCatalogue) as OnshiErrorCode[]).map((code) => row(code, language));
  return `<!-- Generated from the error catalogue by \`npm run generate\`; edit that instead. -->\n\n# ${title}\n\n${other}\n\n${intro}\n\n${head}\n|---|---|---|---|---|---|\n${rows.join("")}`;
}

function row(code: OnshiErrorCode, language: Language): string {
  const { retry, labelled, typed } = words[language];
  const text = errorCatalogue[code] as unknown as AnyText;
  const { responsible, example, variants } = text;
  const names = whose[language];
  const owner =
    typeof responsible === "string"
      ? names[responsible]
      : labelled(names[responsible.labelled], names[responsible.otherwise]);
  const forTyped = text.typed ? `<br>${typed}: ${text.typed(example)}` : "";
  const forVariants = Object.entries(variants).map(([name, why]) => `<br>\`${name}\`: ${why}`);
  return `| \`${code}\` | ${text.ja(example)}${forTyped} | ${text.en(example)}${forVariants.join("")} | ${text.remedy} | ${owner} | ${retry[`${text.retryable}`]} |\n`;
}
