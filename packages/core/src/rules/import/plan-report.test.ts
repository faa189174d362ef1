import { expect, test } from "vitest";
import { htmlPage } from "../report/html.ts";
import { columnsOf } from "../report/text-table.ts";
import { planImport } from "./plan-import.ts";
import { planHtml, planText } from "./plan-report.ts";

const day = "2026-11-25";
const person = { name: "高橋　花子", nameKana: "タカハシ ハナコ", birthdate: "1980-01-31" };
const insurance = { insurerNumber: "06990014", number: "0005678" };
const answer = {
  validity: "valid",
  insurances: [
    {
      ...insurance,
      branch: "01",
      insurerName: '<script>alert("x")</script>\u001b[2J',
      person: { ...person, name: "髙橋　花●" },
      limitCertificate: { limitClass: "u" },
      contributionRatio: { percent: 30, from: "insurance" },
    },
  ],
};
const plan = planImport(answer, { person, insurances: [insurance] }, { day });

test("a table for a terminal is aligned by the width of its signs, and gives no orders", () => {
  const text = planText(plan);
  expect(text).not.toContain("\u001b");
  expect(text).toContain("\\u001b[2J");
  expect(text).toMatch(/変えない +氏名 +高橋　花子 +髙橋　花● .*読めない文字.*旧字体.*※処方・請求の前に確認/);
  expect(text).toMatch(/取り込む +枝番 1 +― +01 /);
  expect(text).toMatch(/取り込む +限度額の適用区分 1 +― +ウ/);
  expect(text).toMatch(/一部負担金割合 1 +― +3割/);
  const [head = "", rule = ""] = text.split("\n");
  expect(columnsOf(head.slice(0, head.indexOf("理由")))).toBe(columnsOf(rule.slice(0, rule.lastIndexOf("  ") + 2)));
});

test("a table in English, with everything", () => {
  const text = planText(plan, { language: "en", all: true });
  expect(text).toMatch(/^decision +field +chart +answer +reason/);
  expect(text).toMatch(/keep +birth date +1980-01-31 +1980-01-31 +The same/);
});

test("HTML is escaped and fits a page that loads nothing", () => {
  const html = planHtml(plan);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
  expect(html).toContain('<tr class="take">');
  const page = htmlPage("取り込み <1>", "ja", html);
  expect(page).toContain("<title>取り込み &lt;1&gt;</title>");
  expect(page).not.toMatch(/(?:src|href)=/);
});

test("a stop is one sentence in both forms, and so is nothing to do", () => {
  const stop = planImport({ validity: "notFound" }, { person, insurances: [insurance] }, { day });
  expect(planText(stop)).toBe("取り込める資格がありません\n");
  expect(planHtml(stop, { language: "en" })).toContain('<tr class="stop">');
  const same = planImport(
    { validity: "valid", insurances: [{ ...insurance, person }] },
    { person, insurances: [insurance] },
    { day },
  );
  expect(planText(same)).toBe("変更はありません\n");
});
