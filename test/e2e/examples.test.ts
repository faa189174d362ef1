import { expect, test } from "vitest";
import { bulkEveningBefore } from "../../examples/02-bulk-evening-before.ts";
import { checkInDesk } from "../../examples/03-check-in-desk.ts";
import { importIntoChart } from "../../examples/05-import-into-chart.ts";
import { deskSituations } from "../../examples/06-desk-situations.ts";

async function shownBy(example: (write: (text: string) => void) => Promise<void>): Promise<string> {
  let shown = "";
  await example((text) => (shown += text));
  return shown;
}

test("02: the evening before", async () => {
  expect(await shownBy(bulkEveningBefore)).toBe(`一括照会を送信しました：4件
予約1：有効
予約2：有効（限度額は当日に個別照会）
予約3：無効（来院時に新しい保険を確認）
予約4：該当なし（番号と生年月日を確認）
正常 4件、エラー 0件
`);
});

test("03: the check-in desk", async () => {
  expect(await shownBy(checkInDesk)).toMatch(
    /^受付：資格 valid\n {2}診療行為 [1-9]\d*件、薬剤 [1-9]\d*件\n受付：資格 valid\n {2}特定健診 1回\n受付を終了しました\n$/,
  );
});

test("05: the import into a chart", async () => {
  const shown = await shownBy(importIntoChart);
  expect(shown).toMatch(/変えない +氏名 +試驗　健一 +試験　健一 +書き方の違いだけ.*旧字体/);
  expect(shown).toMatch(/確認 +住所 /);
  expect(shown).toMatch(/取り込む +限度額の適用区分 2 +― +ウ/);
  expect(shown).toMatch(/取り込み後の保険：2件、職員の確認待ち：3項目\n取り消し後の保険：1件\n$/);
});

test("06: ten situations at the desk", () => {
  let shown = "";
  deskSituations((text) => (shown += text));
  const steps = [...shown.matchAll(/次の対応　(.*)/g)].map(([, step]) => step);
  expect(steps).toEqual([
    "オンラインで確認できました",
    "オンラインで確認できました",
    "前回と変わりないことを口頭で確かめる",
    "書類で確認する",
    "被保険者資格申立書を書いていただく",
    "書類で確認する",
    "被保険者資格申立書を書いていただく",
    "オンラインで確認できました",
    "確認できるものがありません",
    "取り込みを中止する",
  ]);
  const shares = [...shown.matchAll(/窓口負担　(\d+)割/g)].map(([, share]) => Number(share));
  expect(shares).toEqual([3, 2, 3, 3, 3, 3, 3, 3, 10, 3]);
});
