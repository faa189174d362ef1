import { nfkc, OnshiError, wrongArgument } from "../../base/index.ts";
import type { DeclaredKind, FiledVisit } from "../../rules/index.ts";
import { dayOf, placesOf } from "./columns.ts";
import { personColumns, personOf } from "./people.ts";
import { readCsv } from "./read-csv.ts";
import { withoutApostrophe } from "../../rules/report/csv.ts";

/** Columns of the list beside those of a person. */
const visitColumns = {
  day: ["day", "visitDay", "受診日", "診療日"],
  filedElectronically: ["filedElectronically", "電子請求"],
  combinedWithPublicExpense: ["combinedWithPublicExpense", "公費併用"],
  highCost: ["highCost", "高額療養費"],
  hasDeclaration: ["hasDeclaration", "申立書"],
  declaredKind: ["declaredKind", "申立書の保険"],
} as const;

type VisitColumn = keyof typeof visitColumns;

const flags = ["filedElectronically", "combinedWithPublicExpense", "highCost", "hasDeclaration"] as const;
const yes: readonly string[] = ["1", "true", "yes", "あり", "有", "はい", "○", "〇"];
const no: readonly string[] = ["0", "false", "no", "なし", "無", "いいえ", "×"];
const kinds: Readonly<Record<string, DeclaredKind>> = {
  社保: "employees",
  国保: "residents",
  後期: "lateElderly",
  その他: "other",
  わからない: "unknown",
};

/** The visits of a list, and the line each stands in. */
export interface ListedVisits {
  readonly visits: readonly FiledVisit[];
  readonly lines: readonly number[];
}

/**
 * The visits in a CSV with a head line. Without a column of identifiers a visit is known by its line.
 *
 * @throws OnshiError `config.invalid` when a column is missing, `request.invalid` for a word in a column of yes and no that is neither; what is wrong
 *   with a visit is for the client to say
 */
export function visitsOf(text: string): ListedVisits {
  const [head, ...rows] = readCsv(text);
  const places = placesOf(head?.cells ?? [], personColumns);
  const own = placesOf(head?.cells ?? [], visitColumns);
  for (const name of ["insurerNumber", "number", "birthdate"] as const)
    if (places[name] === undefined) throw missingColumn(personColumns[name]);
  if (own.day === undefined) throw missingColumn(visitColumns.day);
  const visits = rows.map(({ cells, line }): FiledVisit => {
    const cell = (column: VisitColumn): string => withoutApostrophe(cells[own[column] ?? -1]?.trim() ?? "");
    const { arbitraryIdentifier: id = String(line), ...person } = personOf({ line, cells }, places);
    const stated = flags.flatMap((name) => {
      const value = flagOf(cell(name), name, line);
      return value === undefined ? [] : [[name, value] as const];
    });
    const kind = cell("declaredKind");
    return {
      id,
      ...person,
      day: dayOf(cell("day")),
      ...Object.fromEntries(stated),
      ...(kind !== "" && { declaredKind: kinds[kind] ?? (kind as DeclaredKind) }),
    };
  });
  return { visits, lines: rows.map(({ line }) => line) };
}

const missingColumn = (names: readonly string[]): Error =>
  wrongArgument("FILE", `a column ${names.join(" | ")}`, `列 ${names.join(" | ")}`);

/** Nothing in the cell: not known. */
function flagOf(text: string, column: VisitColumn, line: number): boolean | undefined {
  const word = nfkc(text).toLowerCase();
  if (word === "") return undefined;
  if (yes.includes(word) || yes.includes(text)) return true;
  if (no.includes(word) || no.includes(text)) return false;
  const title = visitColumns[column].at(-1) ?? column;
  // The desk counts lines, and knows a column by its title.
  const label = `${line}行目　${title}`;
  const expected = { ja: "1 か 0", en: "1 or 0" };
  throw new OnshiError("request.invalid", { field: column, label, line, expected, origin: "commandLine" });
}
