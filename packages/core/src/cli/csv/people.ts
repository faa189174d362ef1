import { wrongArgument } from "../../base/index.ts";
import type { BulkEligibilityQuestion } from "../../client/index.ts";
import { dayOf, type Places, placesOf } from "./columns.ts";
import { type CsvRow, readCsv } from "./read-csv.ts";
import { withoutApostrophe } from "../../rules/report/csv.ts";

/** Columns of the list, by property, Japanese name or common short name. */
export const personColumns = {
  arbitraryIdentifier: ["arbitraryIdentifier", "id", "任意の識別子", "識別子", "患者番号"],
  insurerNumber: ["insurerNumber", "保険者番号"],
  symbol: ["symbol", "記号", "被保険者証記号"],
  number: ["number", "番号", "被保険者証番号"],
  branch: ["branch", "枝番"],
  birthdate: ["birthdate", "生年月日"],
} as const;

type Column = keyof typeof personColumns;

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
  const places = placesOf(head?.cells ?? [], personColumns);
  const missing = mandatory.find((column) => places[column] === undefined);
  if (missing !== undefined)
    throw wrongArgument(
      "FILE",
      `a column ${personColumns[missing].join(" | ")}`,
      `列 ${personColumns[missing].join(" | ")}`,
    );
  return { people: rows.map((row) => personOf(row, places)), lines: rows.map(({ line }) => line) };
}

/** The person of a row. */
export function personOf({ cells }: CsvRow, places: Places<typeof personColumns>): BulkEligibilityQuestion {
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
