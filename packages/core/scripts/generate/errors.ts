import { errorCatalogue } from "../../src/base/errors/catalogue.ts";
import type { GeneratedFile } from "./model.ts";

/** The table of all error codes, for both kinds of reader. */
export function errorDocs(): GeneratedFile {
  const sample = {
    field: "birthdate",
    label: "生年月日",
    remaining: 2,
    waitedMs: 60_000,
    folder: "res",
    status: 500,
    limit: 1000,
    path: "XmlMsg/…",
  };
  const rows = Object.entries(errorCatalogue).map(([code, text]) => {
    const { retryable, responsible } = text;
    const whose = typeof responsible === "function" ? responsible(sample) : responsible;
    const retry = typeof retryable === "function" ? "until it was sent" : retryable ? "yes" : "–";
    return `| \`${code}\` | ${text.ja(sample)} | ${text.en(sample)} | ${whose} | ${retry} |\n`;
  });
  return {
    path: "docs/reference/errors.md",
    content:
      "<!-- Generated from the error catalogue by `npm run generate`; edit that instead. -->\n\n# Errors エラー一覧\n\n" +
      "Texts are shown with sample details. `isRetryable`: the same call may be made again as it is.\n\n" +
      `| code | 操作者向け operatorMessage | vendorMessage | whose job | retryable |\n|---|---|---|---|---|\n${rows.join("")}`,
  };
}
