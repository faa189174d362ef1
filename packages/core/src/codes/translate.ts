import type { UnknownCode } from "./code-table.ts";
import type { CodeTableId } from "./table-id.ts";
import { codeTables } from "./tables/index.ts";

const unknownMark = "unknown:";

/** Both directions of a table, built once. */
interface Dictionary {
  readonly toName: ReadonlyMap<string, string>;
  readonly toWire: ReadonlyMap<string, string>;
}

const dictionaries = new Map<CodeTableId, Dictionary>();

function dictionary(table: CodeTableId): Dictionary {
  let known = dictionaries.get(table);
  if (!known) {
    const { rows } = codeTables[table];
    known = {
      toName: new Map(rows.map(([wire, name]) => [wire, name])),
      toWire: new Map(rows.map(([wire, name]) => [name, wire])),
    };
    dictionaries.set(table, known);
  }
  return known;
}

/** The literal of a wire code; a code the table does not know becomes `unknown:<code>`. */
export function codeName(table: CodeTableId, wire: string): string {
  return dictionary(table).toName.get(wire) ?? `${unknownMark}${wire}`;
}

/** The wire code of a literal, `unknown:…` included; undefined when the table has no such literal. */
export function wireCode(table: CodeTableId, name: string): string | undefined {
  return isUnknownCode(name) ? name.slice(unknownMark.length) : dictionary(table).toWire.get(name);
}

/** The Japanese label of a literal, for display; an unknown code is shown as it is. */
export function codeLabel(table: CodeTableId, name: string): string {
  if (isUnknownCode(name)) return name.slice(unknownMark.length);
  return codeTables[table].rows.find((row) => row[1] === name)?.[2] ?? name;
}

/** True for a code that the tables of this version do not know. */
export function isUnknownCode(name: string): name is UnknownCode {
  return name.startsWith(unknownMark);
}
