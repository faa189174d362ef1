import type { ElementFacts, LayoutFacts, OrderFacts } from "./report.ts";
import { type ElementTally, judged, type LayoutTally, type OrderTally, pathOf } from "./tally.ts";
import { shownPath } from "../safe-text.ts";

const mostExamples = 3;

/** What was counted for a layout, as the report shows it: sorted by path, so that two runs can be compared. */
export function layoutFacts(tally: LayoutTally): LayoutFacts {
  return {
    ids: Object.fromEntries([...tally.ids].toSorted(byKey)),
    known: tally.known,
    charsets: Object.fromEntries([...tally.charsets].toSorted(byKey)),
    byteOrderMarks: tally.byteOrderMarks,
    elements: [...tally.elements].toSorted(byKey).map(([, element]) => elementFacts(element)),
    orders: [...tally.orders].toSorted(byKey).map(([path, order]) => orderFacts(path, order)),
  };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}

function elementFacts(tally: ElementTally): ElementFacts {
  const { field, seen, files, shapes, codes, missing } = tally;
  const hasValue = tally.minLength <= tally.maxLength;
  return {
    path: pathOf(tally),
    known: field !== undefined,
    ...(field && { confidence: field.confidence }),
    seen,
    files: files.size,
    ...(hasValue && { minLength: tally.minLength, maxLength: tally.maxLength }),
    ...counts({
      fits: judged(tally, "fits"),
      unreadable: judged(tally, "unreadable"),
      tooLong: judged(tally, "tooLong"),
      otherShape: judged(tally, "otherShape"),
      duplicate: judged(tally, "duplicate"),
      elsewhere: judged(tally, "elsewhere"),
      missing,
    }),
    ...(shapes.size > 0 && { shapes: [...shapes].toSorted() }),
    ...(codes.size > 0 && {
      unknownCodes: [...codes].toSorted(byKey).map(([, { table, code, seen: times }]) => ({
        table,
        ...(code !== undefined && { code }),
        seen: times,
      })),
    }),
  };
}

function counts<Name extends string>(all: Readonly<Record<Name, number>>): Partial<Record<Name, number>> {
  return Object.fromEntries(Object.entries<number>(all).filter(([, count]) => count > 0)) as Partial<
    Record<Name, number>
  >;
}

function orderFacts(path: string, { asDeclared, others }: OrderTally): OrderFacts {
  const orders = [...others.values()].toSorted((a, b) => b.seen - a.seen);
  return {
    path: path === "" ? "XmlMsg" : shownPath(path),
    asDeclared,
    otherwise: orders.reduce((sum, { seen }) => sum + seen, 0),
    distinct: orders.length,
    examples: orders.slice(0, mostExamples).map(({ tags }) => tags),
  };
}
