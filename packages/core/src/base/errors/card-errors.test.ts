import { expect, test } from "vitest";
import { OnshiError } from "./onshi-error.ts";

test("a blocked PIN: what to do, including for a card that has none by design", () => {
  const { operatorMessage, vendorMessage } = new OnshiError("pin.blocked", { remaining: 0 });
  expect(operatorMessage).toMatch(/顔認証カード[^]*顔認証か目視確認モード/);
  expect(operatorMessage).not.toContain("解除");
  expect(vendorMessage).toMatch(/issued without PIN[^]*needs no unlocking/);
});

test("a wrong PIN whose tries the card did not tell: no number is made up", () => {
  expect(new OnshiError("pin.wrong", { statusWord: "6300" }).operatorMessage).toBe(
    "暗証番号が違います。不確かなら顔認証などで確認してください。",
  );
  expect(new OnshiError("pin.wrong", { remaining: 2 }).operatorMessage).toContain("残り2回です。");
});
