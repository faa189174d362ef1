import type { WrongField } from "./details.ts";
import { contact, errorTexts, type ErrorTexts, hasLeft, type NoDetails } from "./error-text.ts";

/** Errors of the folder in which the programs of one site keep what they share; `field` names the part of it. */
export interface SiteErrorDetails {
  readonly "site.failed": Pick<WrongField, "field">;
  readonly "site.inUse": Pick<WrongField, "field">;
  readonly "site.lost": Pick<WrongField, "field">;
  readonly "site.unsealed": NoDetails;
}

/** See {@link SiteErrorDetails}. */
export type SiteErrorCode = keyof SiteErrorDetails;

export const siteErrors: ErrorTexts<SiteErrorDetails> = errorTexts<SiteErrorDetails>({
  "site.failed": {
    retryable: "untilSent",
    responsible: "administrator",
    ja: (d) =>
      hasLeft(d)
        ? `受付の記録を保存できません。やり直さずに結果を確認し、${contact.short}`
        : `受付の記録を保存できません。${contact.full}`,
    en: (d) =>
      `Reading or writing the site's folder failed (${d.field}); the cause says how.${d.reference === undefined ? "" : ` A request may have left: look for its answer by reference ${d.reference}.`}`,
    remedy: "Check rights, space and path of the site's folder.",
    example: { field: "journal" },
  },
  "site.inUse": {
    retryable: true,
    responsible: "vendor",
    ja: () => `同じ処理が別の画面で実行中です。終わってからやり直し、続くときは${contact.short}`,
    en: (d) => `Another program of this site holds "${d.field}".`,
    remedy: "Let one program do it, or stand by until the other ends.",
    example: { field: "check-ins" },
  },
  "site.lost": {
    retryable: true,
    responsible: "vendor",
    ja: () => "別の画面が処理を引き継ぎました。引き継いだ側の画面で続けてください。",
    en: (d) =>
      `This program no longer holds "${d.field}": another program took it over, or its lease was not renewed in time.`,
    remedy: "Stop working on it here; look for what kept the program from renewing its lease.",
    example: { field: "check-ins" },
  },
  "site.unsealed": {
    retryable: false,
    responsible: "administrator",
    ja: () => `保管した結果を開けませんでした。${contact.full}`,
    en: () => "An entry of the spool could not be opened with the given protection; it was left in place.",
    remedy: "Give the protection by which the entry was sealed.",
  },
});
