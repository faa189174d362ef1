import { OnshiError } from "../../base/index.ts";
import type { BulkResultHeader } from "../../messages/index.ts";
import type { Incoming } from "../../transports/index.ts";
import type { Problem } from "../../wire/index.ts";
import type { ClientContext } from "../context.ts";
import { type BulkKind, idsOf, type UnitCheck } from "./kind.ts";
import { type UnitReading, unitReading, withUnit } from "./unit-tree.ts";

/** A unit that was read, and what was odd about it. */
export interface ReadUnit<Unit> {
  readonly unit: Unit;
  readonly problems: readonly Problem[];
}

/** A bulk result that was read once to its end and may be taken unit by unit. */
export interface ResultFile<Unit> {
  readonly header: BulkResultHeader;
  /** Oddities outside the units. */
  readonly problems: readonly Problem[];
  readonly unitCount: number;
  units(): AsyncGenerator<ReadUnit<Unit>, void, undefined>;
}

/**
 * Reads a result twice: first to its end, so that nothing is delivered of a file that is broken, contradicts itself or
 * belongs to another question; then, by `units()`, one by one. Neither keeps more than one unit.
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
    const decodeUnit = unitDecoder(context, kind);
    const read = await unitReading(incoming, decodeUnit.tag);
    const { rest, unitCount } = await scan(read, decodeUnit, check);
    const { message, problems } = context.codec.decode(idsOf(kind).result, rest);
    return {
      header: message.header,
      problems,
      unitCount,
      async *units() {
        for await (const unit of read()) {
          const decoded = decodeUnit(rest, unit);
          if (decoded) yield decoded as ReadUnit<Unit>;
        }
      },
    };
  } catch (error) {
    if (!OnshiError.is(error) || error.rawBytes || incoming.rawBytes.length === 0) throw error;
    throw new OnshiError(error.code, error.details, { cause: error, rawBytes: incoming.rawBytes });
  }
}

type UnitDecoder = ReturnType<typeof unitDecoder>;

/** The first reading: is everything well-formed, free of contradictions, and of the right question? */
async function scan<Unit>(
  read: UnitReading,
  decodeUnit: UnitDecoder,
  check: UnitCheck<Unit> | undefined,
): Promise<{ readonly rest: Parameters<UnitDecoder>[0]; readonly unitCount: number }> {
  const reading = read();
  const bare = { name: "XmlMsg", text: "", children: [{ name: "MessageBody", text: "", children: [] }] };
  for (let unitCount = 0; ; unitCount++) {
    const next = await reading.next();
    if (next.done) return { rest: next.value, unitCount };
    const decoded = decodeUnit(bare, next.value);
    if (decoded) check?.see(decoded.unit as Unit);
  }
}

/** Lets the codec read one unit in its place, so that overlays and relocations count as in a whole document. */
function unitDecoder<Unit, Answer>({ codec }: ClientContext, kind: BulkKind<Unit, Answer>) {
  const id = idsOf(kind).result;
  const { body } = codec.layout(id);
  const tag = body.fields.find(({ name }) => name === kind.units)?.wire ?? "BulkConfirmUnit";
  const decode = (
    rest: Parameters<typeof withUnit>[0],
    unit: Parameters<typeof withUnit>[1],
  ): ReadUnit<unknown> | undefined => {
    const { message, problems } = codec.decode(id, withUnit(rest, unit));
    const units = (message.body as { readonly [name: string]: unknown })[kind.units] as readonly unknown[] | undefined;
    const [read] = units ?? [];
    if (read === undefined) return undefined;
    return { unit: read, problems: problems.filter(({ path }) => path.startsWith(`XmlMsg/MessageBody/${tag}`)) };
  };
  return Object.assign(decode, { tag });
}
