import { expect, test } from "vitest";
import { bulkEveningBefore } from "../../examples/02-bulk-evening-before.ts";
import { checkInDesk } from "../../examples/03-check-in-desk.ts";

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
