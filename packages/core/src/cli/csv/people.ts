import { wrongArgument } from "../../base/index.ts";
import type { BulkEligibilityQuestion } from "../../client/index.ts";
import { type CsvRow, readCsv } from "./read-csv.ts";
import { withoutApostrophe } from "./write-csv.ts";

/** Columns of the list, by property, Japanese name or common short name. */
const columns = {
  arbitraryIdentifier: ["arbitraryIdentifier", "id", "任意の識別子", "識別子", "患者番号"],
  insurerNumber: ["insurerNumber", "保険者番号"],
  symbol: ["symbol", "記号", "被保険者証記号"],
  number: ["number", "番号", "被保険者証番号"],
  branch: ["branch", "枝番"],
  birthdate: ["birthdate", "生年月日"],
} as const;

type Column = keyof typeof columns;

const mandatory: readonly Column[] = ["insurerNumber", "number", "birthdate"];

/** The persons in a list, and the line of each. */
export interface ListedPeople {
  readonly people: readonly BulkEligibilityQuestion[];
  readonly lines: readonly number[];
}

/**
 * The persons in a CSV with a header line.
 *
 * @throws OnshiError `config.invalid` when a column is missing; faults in a person's data are reported by the client
 */
export function peopleOf(text: string): ListedPeople {
  const [head, ...rows] = readCsv(text);
  const places = placesOf(head?.cells ?? []);
  const missing = mandatory.find((column) => places[column] === undefined);
  if (missing !== undefined)
    throw wrongArgument("FILE", `a column ${columns[missing].join(" | ")}`, `列 ${columns[missing].join(" | ")}`);
  return { people: rows.map((row) => personOf(row, places)), lines: rows.map(({ line }) => line) };
}

type Places = Readonly<Partial<Record<Column, number>>>;

function placesOf(head: readonly string[]): Places {
  const names = head.map((name) => name.normalize("NFKC").trim().toLowerCase());
  const entries = Object.entries(columns).flatMap(([column, known]) => {
    const place = names.findIndex((name) => known.some((one) => one.toLowerCase() === name));
    return place < 0 ? [] : [[column, place] as const];
  });
  return Object.fromEntries(entries);
}

function personOf({ cells }: CsvRow, places: Places): BulkEligibilityQuestion {
  const cell = (column: Column): string => withoutApostrophe(cells[places[column] ?? -1]?.trim() ?? "");
  const [symbol, branch, arbitraryIdentifier] = [cell("symbol"), cell("branch"), cell("arbitraryIdentifier")];
  return {
    insurerNumber: cell("insurerNumber"),
    number: cell("number"),
    birthdate: dayOf(cell("birthdate")),
    ...(symbol !== "" && { symbol }),
    ...(branch !== "" && { branch }),
    ...(arbitraryIdentifier !== "" && { arbitraryIdentifier }),
  };
}

/** `19800131`, `1980/1/31` and `1980-01-31` are the same day; spreadsheets change one into another. */
function dayOf(text: string): string {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  return year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
