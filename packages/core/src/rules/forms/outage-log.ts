import { escapeHtml } from "../report/html.ts";
import { both } from "../tables/bilingual.ts";
import * as is from "../tables/shape.ts";
import { sexLabels } from "./declaration-fields.ts";
import { refuseMyNumber } from "./no-my-number.ts";
import { dayInWords, emptyDay, label, printPage, type PrintOptions, printOptionsShape } from "./print-page.ts";

/** A patient whose eligibility could not be confirmed: the four items on the card's face, by which it is confirmed later. */
export interface OutageEntry {
  readonly name: string;
  readonly nameKana?: string;
  /** `YYYY-MM-DD`. */
  readonly birthdate: string;
  readonly sex: "male" | "female" | "notSet";
  readonly address: string;
  /** Number of the chart or the visit, to find the patient again. */
  readonly chartId?: string;
}

/** How the log is printed. */
export interface OutageLogOptions extends PrintOptions {
  /** Day of the outage in Japan, `YYYY-MM-DD`; absent: a blank to fill in. */
  readonly day?: string;
  /** Empty lines for writing by hand. Default: as many as fill a page of 14 lines. */
  readonly emptyLines?: number;
}

const entryShape: is.Shape<OutageEntry> = {
  name: is.filledText,
  nameKana: is.optional(is.text),
  birthdate: is.day,
  sex: is.oneOf(Object.keys(sexLabels)),
  address: is.filledText,
  chartId: is.optional(is.text),
};

const optionsShape: is.Shape<OutageLogOptions> = {
  ...printOptionsShape,
  day: is.optional(is.day),
  emptyLines: is.optional(is.count),
};

const title = both("資格確認 控え（システム障害時）", "Patients to confirm after the outage");
const hint = both(
  "マイナンバーカードの券面で本人を確認し、4項目（氏名・生年月日・性別・住所）を控えます。復旧後、またはコールセンターに障害時モードの利用を依頼して、資格を確認します。",
  "Check identity by the face of the card and note name, birth date, sex and address. Confirm when the system is back, or ask the call centre for the failure mode.",
);
const caution = both(
  "個人番号（マイナンバー）は控えません。窓口負担は、機器の不具合だけを理由に10割にはなりません。",
  "Never note a My Number. Nobody pays the full cost merely because a machine failed.",
);
const head = [
  both("No.", ""),
  both("氏名", "Name"),
  both("生年月日", "Date of birth"),
  both("性別", "Sex"),
  both("住所", "Address"),
  both("確認日", "Confirmed"),
];
const linesOfPage = 14;

/**
 * The list to print and fill in while the system is down (desk-rules §2.2, §2.7): who was treated without confirmation, with
 * the four items on the card's face by which the system-failure mode finds them. It holds personal data. The layout is this
 * SDK's own.
 *
 * @throws OnshiError `request.invalid` naming the field: an item that is missing or impossible, a text that holds a My Number
 *
 * @example
 * ```ts
 * import { outageLogHtml } from "@onshi/core/rules";
 *
 * const html = outageLogHtml([{ name: "試験　花子", birthdate: "1980-01-31", sex: "female", address: "試験県試験市1-1" }],
 *   { day: "2026-11-21" });
 * ```
 */
export function outageLogHtml(entries: readonly OutageEntry[] = [], options: OutageLogOptions = {}): string {
  is.requireShape("options", options, optionsShape);
  is.listOf(is.group(entryShape))("entries", entries);
  for (const entry of entries)
    for (const [field, value] of Object.entries(entry)) refuseMyNumber(`entries.${field}`, value);
  const { institution, day, emptyLines = Math.max(0, linesOfPage - entries.length) } = options;
  const blank = Array.from({ length: emptyLines }, (_, place) => line(entries.length + place + 1));
  return printPage({
    title: title.ja,
    content: [
      `<h1>${label(title, options)}</h1>`,
      `<p class="right">${day === undefined ? emptyDay : dayInWords(day)}　${escapeHtml(institution ?? "")}</p>`,
      `<p>${label(hint, options)}</p>`,
      '<table class="log">',
      `<thead><tr>${head.map((words) => `<th scope="col">${label(words, options)}</th>`).join("")}</tr></thead>`,
      `<tbody>\n${[...entries.map((entry, place) => line(place + 1, entry)), ...blank].join("\n")}\n</tbody>`,
      "</table>",
      `<p class="small">${label(caution, options)}</p>`,
    ].join("\n"),
  });
}

function line(place: number, entry?: OutageEntry): string {
  const cells = entry
    ? [whose(entry), dayInWords(entry.birthdate), sexLabels[entry.sex].ja, escapeHtml(entry.address), ""]
    : ["", "", "男・女", "", ""];
  return `<tr>${[String(place), ...cells].map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function whose({ name, nameKana, chartId }: OutageEntry): string {
  const small = (text: string | undefined, after: string, before: string = ""): string =>
    text === undefined ? "" : `${before}<span class="small">${escapeHtml(text)}</span>${after}`;
  return `${small(nameKana, "<br>")}${escapeHtml(name)}${small(chartId, "", "<br>")}`;
}
