import { type ErrorText, unlessLeft } from "./details.ts";

/** Errors of the folder in which the programs of one site keep what they share. */
export type SiteErrorCode = "site.failed" | "site.inUse" | "site.lost" | "site.unsealed";

export const siteErrors: Readonly<Record<SiteErrorCode, ErrorText>> = {
  "site.failed": {
    retryable: unlessLeft,
    responsible: "administrator",
    ja: () =>
      "受付の記録を保存する場所の読み書きに失敗しました。ディスクの空き容量と権限を保守担当者に確認してください。",
    en: (d) =>
      `Reading or writing the site's folder failed${d.field ? ` (${d.field})` : ""}; the cause says how.${d.reference ? ` A request may have left: look for its answer by reference ${d.reference}.` : ""}`,
  },
  "site.inUse": {
    retryable: true,
    responsible: "vendor",
    ja: () => "同じ処理を別のプログラムがすでに行っています。二重に起動していないか確認してください。",
    en: (d) => `Another program of this site holds "${d.field ?? "?"}".`,
  },
  "site.lost": {
    retryable: true,
    responsible: "vendor",
    ja: () =>
      "別のプログラムが処理を引き継いだため、この画面での処理を終了しました。引き継いだ側の画面で続けてください。",
    en: (d) =>
      `This program no longer holds "${d.field ?? "?"}": another one took it over, or it could not be renewed in time.`,
  },
  "site.unsealed": {
    retryable: false,
    responsible: "administrator",
    ja: () => "保管された回答を開けませんでした。暗号化の設定を保守担当者に確認してください。",
    en: () => "What lies in the spool could not be opened with the given protection; it stays where it is.",
  },
};
