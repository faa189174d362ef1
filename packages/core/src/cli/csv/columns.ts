import { nfkc } from "../../base/index.ts";

/** Columns of a list: by property the names it may have in the head line. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** Where each column stands; one that is not there is left out. */
export type Places<Known extends Columns> = Readonly<Partial<Record<keyof Known, number>>>;

/** Finds the columns in a head line, in any order, width and case. */
export function placesOf<Known extends Columns>(head: readonly string[], columns: Known): Places<Known> {
  const names = head.map((name) => nfkc(name).trim().toLowerCase());
  const entries = Object.entries(columns).flatMap(([column, known]) => {
    const place = names.findIndex((name) => known.some((one) => one.toLowerCase() === name));
    return place < 0 ? [] : [[column, place] as const];
  });
  return Object.fromEntries(entries) as Places<Known>;
}

/** `19800131`, `1980/1/31` and `1980-01-31` are one day; spreadsheets change one into another. */
export function dayOf(text: string): string {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  return year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
