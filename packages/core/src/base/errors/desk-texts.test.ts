import { describe, expect, test } from "vitest";
import { errorCatalogue, type OnshiErrorCode } from "./catalogue.ts";
import { OnshiError } from "./onshi-error.ts";
import { type AnyDetails, everyCase, madeOf } from "../../../test/fakes/errors.ts";

/** Details as they ordinarily come beside the examples of the catalogue. */
const ordinary: readonly (readonly [OnshiErrorCode, AnyDetails])[] = [
  [
    "request.invalid",
    { field: "birthdate", label: "生年月日", expected: { ja: "実在する日付（YYYY-MM-DD）", en: "a day" } },
  ],
  [
    "request.invalid",
    { field: "number", label: "被保険者証番号", expected: { ja: "1～20文字", en: "" }, variant: "missing" },
  ],
  [
    "request.invalid",
    { field: "insurerNumber", label: "保険者番号", expected: { ja: "半角数字8桁・6桁・4桁", en: "" } },
  ],
  [
    "request.invalid",
    { field: "people[2].symbol", label: "3行目　被保険者証記号", expected: { ja: "20文字以内", en: "" } },
  ],
  ["config.invalid", { field: "--port", expected: { ja: "1～65535の整数", en: "a port" }, origin: "commandLine" }],
  ["overlay.invalid", { field: "changes.12.path", origin: "commandLine" }],
  ["call.aborted", { variant: "sent", reference: "AB12" }],
  ["answer.timeout", { waitedMs: 119_900, variant: "notPickedUp", reference: "AB12" }],
  ["folder.missing", { folder: "face" }],
  ["http.busy", { status: 503, retryAfterMs: 90_000 }],
  ["pin.wrong", { statusWord: "6300" }],
];

const cases = [...everyCase, ...ordinary.map(([code, details]) => [code, code, details] as const)];

/** Words that the desk does not use, and what it says instead. */
const words: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/保守担当者/, "システム窓口（レセコン業者など）"],
  [/要求/, "照会"],
  [/接続先/, "オンライン資格確認等システム"],
  [/送信/, "nothing: it is for the vendor"],
  [/トークン/, "nothing: it is for the vendor"],
  [/(?<!資格確認)端末/, "資格確認端末, or このパソコン"],
  [/(?<!顔認証付き|IC)カードリーダー(?!用ソフトウェア)/, "顔認証付きカードリーダー or ICカードリーダー"],
  [/アプリケーション/, "AP"],
  [/機関認証用/, "オンライン資格確認用の電子証明書"],
  [/資格情報なし|該当なし/, "該当資格なし"],
  [/限度額認定証/, "限度額適用認定証"],
  [/目視確認(?!モード)/, "目視確認モード"],
  [/特定健診等情報/, "特定健診情報"],
  [/部品/, "カードリーダー用ソフトウェア"],
  [/回答を待|生の回答|推測|モックセンター/, "受信したままの回答, 推定, 模擬センター"],
  [/お試し/, "やり直してください"],
  [/\btrue\b|\bfalse\b/, "あり・なし"],
];

/** Advice to do the same again at once; "before doing it again" (やり直す前) and "without" (やり直さず) are the opposite. */
const again = /やり直してください|やり直し、|もう一度やり直/;

describe.each(cases)("%s", (_, code, details) => {
  const error = madeOf(code, details);
  const text = error.operatorMessage;

  test("at most 50 characters for the desk, in the words of the desk", () => {
    expect(text.length, text).toBeLessThanOrEqual(50);
    expect(text).toMatch(/。$/);
    for (const [wrong, right] of words) expect(text, `say ${right}`).not.toMatch(wrong);
    // What somebody typed is named as it was typed.
    if (!("origin" in details)) expect(text).not.toMatch(/[a-z]\.[a-z]|XmlMsg|[a-z][A-Z]|birthdate|number|symbol/);
  });

  test("the advice agrees with whose job it is and with whether to try again", () => {
    const { isRetryable, responsible } = error;
    // What a card or a PIN needs is another try of the person, not of the program.
    if (!isRetryable && !/^(?:card|pin)\./.test(code)) expect(text).not.toMatch(again);
    if (responsible === "desk" || responsible === "patient") expect(text).not.toMatch(/システム窓口|コールセンター/);
    if (responsible === "centre" && !isRetryable) expect(text).toContain("コールセンター");
    if (responsible === "vendor" && !/^(?:card|pin)\./.test(code)) expect(text).not.toMatch(/入力/);
    if (responsible !== "centre") expect(text).not.toContain("コールセンター");
  });
});

test("every code says what to do for whoever typed what is wrong, where something typed can be wrong", () => {
  const typed = Object.entries(errorCatalogue).flatMap(([code, text]) => (text.typed ? [code] : []));
  const expected = /^(?:request|config|overlay)\.invalid$|^wire\.(?!unencodable)/;
  expect(typed.toSorted()).toEqual(
    Object.keys(errorCatalogue)
      .filter((code) => expected.test(code))
      .toSorted(),
  );
});

test("a file that was typed and is no message: its name is checked, and nobody is called", () => {
  const error = new OnshiError("wire.malformed", { line: 3, column: 1, origin: "commandLine" });
  expect(error).toMatchObject({
    responsible: "desk",
    operatorMessage: "指定したファイルは電文として読み取れません。ファイルを確認して指定し直してください。",
  });
});

test("a wrong argument is for whoever typed it to correct, a wrong setting for the vendor", () => {
  const typed = new OnshiError("config.invalid", { field: "--port", origin: "commandLine" });
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

test("a field without a name on the screen is nothing the desk has typed", () => {
  expect(new OnshiError("request.invalid", { field: "pollIntervalMs" })).toMatchObject({
    responsible: "vendor",
    operatorMessage: "照会の内容に不備があります。システム窓口（レセコン業者など）へ連絡してください。",
  });
  expect(new OnshiError("request.invalid", { field: "birthdate", label: "生年月日" }).responsible).toBe("desk");
});

test("over HTTPS nobody is told to wait for an answer that cannot come", () => {
  const { operatorMessage } = new OnshiError("answer.timeout", { variant: "noLateAnswer", waitedMs: 60_000 });
  expect(operatorMessage).toMatch(/^60秒以内に回答がありません。遅れて届くことはありません。/);
  expect(operatorMessage).not.toMatch(/待|後から/);
});
