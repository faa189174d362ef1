import { OnshiError } from "../../base/index.ts";
import type { BulkResultHeader, WireElement } from "../../messages/index.ts";
import type { Incoming } from "../../transports/index.ts";
import { type Problem, type UnitCodec, unitCodec } from "../../wire/index.ts";
import type { ClientContext } from "../context.ts";
import { type BulkKind, idsOf, type UnitCheck } from "./kind.ts";
import { type UnitReading, unitReading } from "./unit-tree.ts";

/** A unit as read, and what was odd about it. */
export interface ReadUnit<Unit> {
  readonly unit: Unit;
  readonly problems: readonly Problem[];
}

/** A bulk result that has been read once to its end and can now be taken unit by unit. */
export interface ResultFile<Unit> {
  readonly header: BulkResultHeader;
  /** Oddities outside the units. */
  readonly problems: readonly Problem[];
  readonly unitCount: number;
  units(): AsyncGenerator<ReadUnit<Unit>, void, undefined>;
}

/**
 * Reads a result twice: first to its end, so that nothing is delivered from a file that is broken, contradicts itself or
 * belongs to another question; then unit by unit (`units()`). Neither reading holds more than one unit.
 *
 * @throws OnshiError `wire.…`, and what the check throws
 */
export async function openResult<Unit, Answer>(
  context: ClientContext,
  kind: BulkKind<Unit, Answer>,
  incoming: Incoming,
  check: UnitCheck<Unit> | undefined,
): Promise<ResultFile<Unit>> {
  try {
    const unitsOf = unitCodec(context.codec, idsOf(context.codec, kind).result, kind.units);
    const read = await unitReading(incoming, unitsOf);
    const { rest, unitCount } = await scan(read, unitsOf, check);
    const { message, problems } = context.codec.decode(idsOf(context.codec, kind).result, rest);
    return {
      header: message.header,
      problems,
      unitCount,
      async *units() {
        for await (const unit of read()) {
          const decoded = unitsOf.decode(unit, rest);
          if (decoded) yield decoded as ReadUnit<Unit>;
        }
      },
    };
  } catch (error) {
    if (!OnshiError.is(error) || error.rawBytes || incoming.rawBytes.length === 0) throw error;
    throw error.with({}, { rawBytes: incoming.rawBytes });
  }
}

/** The first reading: is everything well-formed, free of contradictions, and about the right question? */
async function scan<Unit>(
  read: UnitReading,
  unitsOf: UnitCodec,
  check: UnitCheck<Unit> | undefined,
): Promise<{ readonly rest: WireElement; readonly unitCount: number }> {
  const reading = read();
  for (let unitCount = 0; ; unitCount++) {
    const next = await reading.next();
    if (next.done) return { rest: next.value, unitCount };
    const decoded = unitsOf.decode(next.value);
    if (decoded) check?.see(decoded.unit as Unit);
  }
}
