import { expect, test } from "vitest";
import { cardErrors } from "./card-errors.ts";

const rows = Object.entries(cardErrors);

test.each(rows)("%s: at most 50 characters for the desk, in the words of the desk", (_code, { ja }) => {
  const text = ja({ remaining: 2, waitedMs: 30_000, statusWord: "6A82", variant: "pcsc-mini" });
  expect(text.length).toBeLessThanOrEqual(50);
  expect(text).toMatch(/。$/);
  expect(text).not.toMatch(/保守担当者|アプリケーション|部品|端末|トークン|送信|[A-Za-z]+\.[A-Za-z]/);
});

test("a blocked PIN: what to do also for a card that has none by design", () => {
  const { ja, en } = cardErrors["pin.blocked"];
  expect(ja({ remaining: 0 })).toMatch(/顔認証カード[^]*顔認証か目視確認モード/);
  expect(ja({ remaining: 0 })).not.toContain("解除");
  expect(en({ remaining: 0 })).toMatch(/issued without PIN[^]*needs no unlocking/);
});
