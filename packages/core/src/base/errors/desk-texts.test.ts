import { expect, test } from "vitest";
import { errorCatalogue, type OnshiErrorCode } from "./catalogue.ts";
import type { ErrorDetails } from "./details.ts";
import { OnshiError } from "./onshi-error.ts";

/** Every code of which this file speaks, with details as they ordinarily come. */
const codes = (Object.keys(errorCatalogue) as OnshiErrorCode[]).filter((code) => !/^(?:card|pin|token)\./.test(code));

const ordinary: readonly ErrorDetails[] = [
  {},
  { field: "birthdate", label: "生年月日", expected: { ja: "実在する日付（YYYY-MM-DD）", en: "a day that exists" } },
  { field: "number", label: "被保険者証番号", expected: { ja: "1～20文字", en: "1 to 20" }, variant: "missing" },
  { field: "insurerNumber", label: "保険者番号", expected: { ja: "半角数字8桁・6桁・4桁", en: "digits" } },
  { field: "people[2].symbol", label: "3行目　被保険者証記号", expected: { ja: "20文字以内", en: "20" } },
  { folder: "face", fileName: "OQSsiquc01res.xml", path: "XmlMsg/MessageBody", line: 3 },
  { reference: "AB12", variant: "sent", waitedMs: 60_000 },
  { centreCode: "EPSB0052E", status: 503, retryAfterMs: 30_000, limit: 1000 },
  ...["notPickedUp", "incomplete", "locked", "unreachable", "noLateAnswer"].map((variant) => ({
    variant,
    waitedMs: 60_000,
    reference: "AB12",
  })),
  { field: "--port", expected: { ja: "1～65535の整数", en: "a port" }, variant: "commandLine" },
];

/** Words that the desk does not use, and what it says instead. */
const words: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/保守担当者/, "システム窓口（レセコン業者など）"],
  [/要求/, "照会"],
  [/接続先/, "オンライン資格確認等システム"],
  [/送信/, "nothing: it is for the vendor"],
  [/トークン/, "nothing: it is for the vendor"],
  [/(?<!資格確認)端末/, "資格確認端末, or このパソコン"],
  [/(?<!顔認証付き|IC)カードリーダー/, "顔認証付きカードリーダー or ICカードリーダー"],
  [/アプリケーション/, "AP"],
  [/機関認証用/, "オンライン資格確認用の電子証明書"],
  [/資格情報なし|該当なし/, "該当資格なし"],
  [/限度額認定証/, "限度額適用認定証"],
  [/目視確認(?!モード)/, "目視確認モード"],
  [/特定健診等情報/, "特定健診情報"],
  [/部品/, "カードリーダー用ソフトウェア"],
  [/回答を待|生の回答|推測|モックセンター/, "受信したままの回答, 推定, 模擬センター"],
  [/お試し/, "やり直してください"],
];

test.each(codes)("%s: at most 50 characters for the desk, in the words of the desk", (code) => {
  for (const details of ordinary) {
    // What somebody typed is named as it was typed.
    const typed = details.variant === "commandLine";
    const text = errorCatalogue[code].ja(details);
    expect(text.length, text).toBeLessThanOrEqual(50);
    expect(text).toMatch(/。$/);
    for (const [wrong, right] of words) expect(text, `say ${right}`).not.toMatch(wrong);
    if (!typed) expect(text).not.toMatch(/birthdate|insurerNumber|number|people|symbol|[a-z]\.[a-z]|XmlMsg|req\b/);
  }
});

/** Advice to do the same again at once; "before doing it again" (やり直す前) and "without" (やり直さず) are the opposite. */
const again = /やり直してください|やり直し、|もう一度/;

test.each(codes)("%s: the advice agrees with whose job it is and with whether to try again", (code) => {
  for (const details of ordinary) {
    const { operatorMessage, isRetryable, responsible } = new OnshiError(code, details);
    if (!isRetryable) expect(operatorMessage).not.toMatch(again);
    if (responsible === "desk" || responsible === "patient") expect(operatorMessage).not.toMatch(/窓口|コールセンター/);
    if (responsible === "centre" && !isRetryable) expect(operatorMessage).toContain("コールセンター");
    if (responsible === "vendor") expect(operatorMessage).not.toMatch(/入力/);
    if (responsible !== "centre") expect(operatorMessage).not.toContain("コールセンター");
  }
});

test("a wrong argument is the job of whoever typed it, a wrong setting that of the vendor", () => {
  const typed = new OnshiError("config.invalid", { field: "--port", variant: "commandLine" });
  expect(typed).toMatchObject({
    responsible: "desk",
    operatorMessage: expect.stringContaining("「--port」") as string,
  });
  expect(typed.operatorMessage).not.toContain("窓口");
  const set = new OnshiError("config.invalid", { field: "institutionCode" });
  expect(set).toMatchObject({
    responsible: "vendor",
    operatorMessage: expect.stringContaining("システム窓口") as string,
  });
  expect(set.vendorMessage).toContain("institutionCode");
});

test("over HTTPS nobody is told to wait for an answer that cannot come", () => {
  const { operatorMessage } = new OnshiError("answer.timeout", { variant: "noLateAnswer", waitedMs: 60_000 });
  expect(operatorMessage).toMatch(/^60秒以内に回答がありません。遅れて届くことはありません。/);
  expect(operatorMessage).not.toMatch(/待|後から/);
});
