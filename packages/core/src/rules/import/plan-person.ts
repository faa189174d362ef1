import type { MatchablePerson } from "../match-person.ts";
import { compare, decide, type Decided } from "./decide.ts";
import type { ChartEntry } from "./entries.ts";
import { type ImportFieldRow, rowsOf } from "./field-table.ts";
import type { ImportableCoverage } from "./importable.ts";
import { plannedField, type PlannedField } from "./planned-field.ts";
import type { ImportReason } from "./reasons.ts";

const others: Readonly<Record<string, "otherName" | "otherNameKana">> = {
  name: "otherName",
  nameKana: "otherNameKana",
};

/** The fields of the person. What the chart has already changes by a click of staff or not at all. */
export function planPerson(
  fresh: MatchablePerson,
  old: MatchablePerson,
  coverages: readonly ImportableCoverage[],
  doubt: ImportReason | undefined,
  rows: readonly ImportFieldRow[],
): readonly PlannedField[] {
  return rowsOf("person", rows).flatMap((row) => {
    const [now, before] = [value(fresh, row.field), value(old, row.field)];
    if (now === undefined && before === undefined) return [];
    const doubts = { doubt: doubt ?? addressDoubt(row, fresh, old), isContradiction: disagrees(row, now, coverages) };
    const decided = isOtherName(row, fresh, before)
      ? ({ decision: "keep", reason: "otherNameFits" } as const)
      : withoutTaking(before, decide(row, before, now, doubts));
    return [plannedField(`person.${row.field}`, row, before, now, decided)];
  });
}

/** Whatever a table of the caller's says: the person's fields are never overwritten. */
function withoutTaking(old: string | undefined, decided: Decided): Decided {
  const isOverwritten = decided.decision === "take" && old !== undefined;
  return isOverwritten ? { ...decided, decision: "ask", reason: "staffOnly" } : decided;
}

/** A post number belongs to its address: it must not get into a chart beside another one. */
function addressDoubt(
  { field }: ImportFieldRow,
  fresh: MatchablePerson,
  old: MatchablePerson,
): ImportReason | undefined {
  const isOther = field === "postNumber" && compare("address", fresh.address, old.address).verdict === "different";
  return isOther ? "staffOnly" : undefined;
}

/** The chart goes by the common name, which the answer states as its other one. */
function isOtherName({ field, comparison }: ImportFieldRow, fresh: MatchablePerson, old: string | undefined): boolean {
  const other = others[field];
  if (other === undefined || old === undefined) return false;
  const fits = (one: string | undefined): boolean =>
    ["same", "equivalent"].includes(compare(comparison, one, old).verdict);
  return !fits(value(fresh, field)) && fits(value(fresh, other));
}

/** Another insurance of the same answer says something else. */
function disagrees(
  { field, comparison }: ImportFieldRow,
  now: string | undefined,
  coverages: readonly ImportableCoverage[],
): boolean {
  if (now === undefined) return false;
  return coverages.some(({ person }) => {
    const stated = value(person, field);
    if (field === "sex" && stated === "notSet") return false;
    return compare(comparison, stated, now).verdict === "different";
  });
}

function value(person: MatchablePerson, field: string): string | undefined {
  const found = (person as ChartEntry)[field];
  return found === undefined || found === "" ? undefined : String(found);
}
