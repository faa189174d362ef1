import type { Bilingual } from "../../base/index.ts";
import { escapeHtml } from "../report/html.ts";
import { both } from "../tables/bilingual.ts";
import * as is from "../tables/shape.ts";
import { requireDeclaration } from "./check-declaration.ts";
import {
  type Declaration,
  type DeclarationFieldRow,
  declarationFields,
  declaredKindLabels,
  declaredShareLabels,
  sexLabels,
} from "./declaration-fields.ts";
import { dayInWords, emptyDay, label, printPage, type PrintOptions, printOptionsShape, tickBox } from "./print-page.ts";

const title = both("被保険者資格申立書", "Declaration of insurance");
const statement = both(
  "私は現在、次のとおり医療保険に加入していますが、本日はオンラインでの資格確認ができなかったため、分かる範囲で申し立てます。",
  "I am insured as stated below. Because my insurance could not be confirmed online today, I declare what I know.",
);
const promise = both(
  "加入している保険の記号・番号などが分かりましたら、すみやかにお知らせします。",
  "I shall tell the institution the numbers of my insurance as soon as I know them.",
);
const hint = both(
  "分からないところは空欄のままで差し支えありません。個人番号（マイナンバー）は記入しないでください。",
  "Leave blank what you do not know. Do not write your My Number.",
);
const office = both("医療機関・薬局の記入欄", "For the institution");
const officeTicks = [
  both("マイナンバーカードの券面で本人確認", "Identity checked by the face of the card"),
  both("後日オンラインで資格を確認（　　月　　日）", "Confirmed online later, on"),
];
const signing: readonly (keyof Declaration)[] = ["signedBy", "signedOn", "relation"];

/**
 * A 被保険者資格申立書 to print on A4: filled in as far as it is known, or blank. It holds personal data: show and print it, never
 * log it. The layout is this SDK's own.
 *
 * @throws OnshiError `request.invalid` naming the field
 *
 * @example
 * ```ts
 * import { declarationHtml } from "@onshi/core/rules";
 *
 * const blank = declarationHtml({}, { institution: "試験医院" });
 * console.log(blank.includes("被保険者資格申立書")); // true
 * ```
 */
export function declarationHtml(declaration: Declaration = {}, options: PrintOptions = {}): string {
  requireDeclaration(declaration);
  is.requireShape("options", options, printOptionsShape);
  const { institution } = options;
  const say = (words: Bilingual): string => label(words, options);
  const table = (rows: readonly DeclarationFieldRow[]): string => {
    const lines = rows.map(
      (row) => `<tr><th scope="row">${say(row)}</th><td>${value(row, declaration, say)}</td></tr>`,
    );
    return `<table>\n${lines.join("\n")}\n</table>`;
  };
  const isSigning = ({ field }: DeclarationFieldRow): boolean => signing.includes(field);
  return printPage({
    title: title.ja,
    content: [
      `<h1>${say(title)}</h1>`,
      `<p>${institution === undefined ? '<span class="line"></span>' : escapeHtml(institution)}　御中</p>`,
      `<p>${say(statement)}</p>`,
      table(declarationFields.filter((row) => !isSigning(row))),
      `<p>${say(promise)}</p>`,
      table(declarationFields.filter(isSigning)),
      `<p class="small">${say(hint)}</p>`,
      `<div class="office keep"><p class="small">${say(office)}</p>`,
      `<p>${officeTicks.map((words) => `<span class="choice">${tickBox(false)}${say(words)}</span>`).join("")}</p></div>`,
    ].join("\n"),
  });
}

function value({ field }: DeclarationFieldRow, declaration: Declaration, say: (words: Bilingual) => string): string {
  const { [field]: written } = declaration;
  const choices = (all: readonly (readonly [unknown, Bilingual])[]): string =>
    all.map(([word, words]) => `<span class="choice">${tickBox(written === word)}${say(words)}</span>`).join("");
  if (field === "sex") return choices(Object.entries(sexLabels));
  if (field === "insuranceKind") return choices(Object.entries(declaredKindLabels));
  if (field === "copayment") return choices(declaredShareLabels);
  if (field === "birthdate" || field === "signedOn")
    return written === undefined ? emptyDay : dayInWords(String(written));
  return escapeHtml(String(written ?? ""));
}
