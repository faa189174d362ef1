import { isCalendarDay, missing, OnshiError } from "../../base/index.ts";

/** First and last day, `YYYY-MM-DD`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** @throws OnshiError `request.invalid` naming `from` or `to` */
export function checkDays(days: DayRange | undefined): DayRange {
  const { from, to } = days ?? { from: "", to: "" };
  const wrong = [
    ["from", isDay(from)],
    ["to", isDay(to) && from <= to],
  ].find(([, isRight]) => !isRight);
  if (!wrong) return { from, to };
  throw new OnshiError("request.invalid", {
    field: String(wrong[0]),
    label: wrong[0] === "from" ? "開始日" : "終了日",
    ...missing(wrong[0] === "from" ? from : to),
    expected: {
      ja: "実在する日付（YYYY-MM-DD）、開始日は終了日以前",
      en: "a day that exists, YYYY-MM-DD, `from` not after `to`",
    },
  });
}

/** @throws OnshiError `request.invalid` naming `month` */
export function checkMonth(month: string): string {
  if (isCalendarDay(`${month}-01`)) return month;
  throw new OnshiError("request.invalid", {
    field: "month",
    label: "診療年月",
    ...missing(month),
    expected: { ja: "年月（YYYY-MM）", en: "a month, YYYY-MM" },
  });
}

const isDay = (text: unknown): boolean => typeof text === "string" && isCalendarDay(text);
