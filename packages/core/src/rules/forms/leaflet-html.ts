import type { Bilingual } from "../../base/index.ts";
import type { LeafletId } from "../next-step/cause-table.ts";
import { escapeHtml } from "../report/html.ts";
import { both } from "../tables/bilingual.ts";
import * as is from "../tables/shape.ts";
import { leafletTexts } from "./leaflet-texts.ts";
import { label, printPage, type PrintOptions, printOptionsShape } from "./print-page.ts";

/** The leaflets, by the id that {@link NextStep} names. */
export const leafletIds: readonly LeafletId[] = Object.keys(leafletTexts) as LeafletId[];

const todo = both("お願いしたいこと", "What to do");
const know = both("知っておいていただきたいこと", "Good to know");
const ask = both("ご不明な点は窓口にお尋ねください。", "Please ask at the desk if anything is unclear.");

/**
 * A leaflet for the patient to print on A4, in the SDK's own words. It holds nothing about a patient.
 *
 * @throws OnshiError `request.invalid` (`id`) for an unknown leaflet
 *
 * @example
 * ```ts
 * import { leafletHtml, nextStep } from "@onshi/core/rules";
 *
 * const { leaflet } = nextStep({ day: "2026-11-21", birthdate: "1980-01-31", presented: ["physicalCard"],
 *   outcome: { kind: "failure", cause: "pinBlocked" } });
 * if (leaflet) console.log(leafletHtml(leaflet, { institution: "試験医院", withEnglish: true }));
 * ```
 */
export function leafletHtml(id: LeafletId, options: PrintOptions = {}): string {
  is.oneOf(leafletIds)("id", id);
  is.requireShape("options", options, printOptionsShape);
  const { title, lead, steps, notes } = leafletTexts[id];
  const list = (tag: "ol" | "ul", items: readonly Bilingual[]): string =>
    `<${tag}>\n${items.map((item) => `<li>${label(item, options)}</li>`).join("\n")}\n</${tag}>`;
  return printPage({
    title: title.ja,
    isLarge: true,
    content: [
      `<h1>${label(title, options)}</h1>`,
      `<p class="lead">${label(lead, options)}</p>`,
      `<h2>${label(todo, options)}</h2>`,
      list(id === "bringDocument" ? "ul" : "ol", steps),
      `<h2>${label(know, options)}</h2>`,
      list("ul", notes),
      `<p>${label(ask, options)}</p>`,
      `<p class="right">${escapeHtml(options.institution ?? "")}</p>`,
    ].join("\n"),
  });
}
