import { contact, type ErrorText, hasLeft, unlessLeft } from "./details.ts";

/** Errors of the folder in which the programs of one site keep what they share. */
export type SiteErrorCode = "site.failed" | "site.inUse" | "site.lost" | "site.unsealed";

export const siteErrors: Readonly<Record<SiteErrorCode, ErrorText>> = {
  "site.failed": {
    retryable: unlessLeft,
    responsible: "administrator",
    ja: (d) =>
      hasLeft(d)
        ? `受付の記録を保存できません。やり直さずに結果を確認し、${contact.short}`
        : `受付の記録を保存できません。${contact.full}`,
    en: (d) =>
      `Reading or writing the site's folder failed${d.field ? ` (${d.field})` : ""}; the cause says how.${d.reference ? ` A request may have left: look for its answer by reference ${d.reference}.` : ""}`,
  },
  "site.inUse": {
    retryable: true,
    responsible: "vendor",
    ja: () => `同じ処理が別の画面で実行中です。終わってからやり直し、続くときは${contact.short}`,
    en: (d) => `Another program of this site holds "${d.field ?? "?"}".`,
  },
  "site.lost": {
    retryable: true,
    responsible: "vendor",
    ja: () => "別の画面が処理を引き継ぎました。引き継いだ側の画面で続けてください。",
    en: (d) =>
      `This program no longer holds "${d.field ?? "?"}": another program took it over, or its lease was not renewed in time.`,
  },
  "site.unsealed": {
    retryable: false,
    responsible: "administrator",
    ja: () => `保管した結果を開けませんでした。${contact.full}`,
    en: () => "An entry of the spool could not be opened with the given protection; it was left in place.",
  },
};
