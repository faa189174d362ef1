import { isCalendarDay } from "../../base/index.ts";
import { codeName, wireCode } from "../../codes/index.ts";
import type { FieldType } from "../../messages/index.ts";
import { isPlainText, isUpTo } from "../../messages/text-rules.ts";

/** Both directions for a leaf's text. `undefined` means that the text is not a valid value here. */
export interface ValueCodec {
  readonly read: (wire: string) => string | undefined;
  readonly write: (value: string) => string | undefined;
}

const dayOnWire = /^\d{8}$/;
const monthOnWire = /^\d{6}$/;
const instantOnWire = /^\d{14}$/;
const instantInTypes = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+09:00$/;

function readDay(wire: string): string | undefined {
  if (!dayOnWire.test(wire)) return undefined;
  const day = `${wire.slice(0, 4)}-${wire.slice(4, 6)}-${wire.slice(6)}`;
  return isCalendarDay(day) ? day : undefined;
}

function writeDay(day: string): string | undefined {
  return isCalendarDay(day) ? day.replaceAll("-", "") : undefined;
}

function readInstant(wire: string): string | undefined {
  if (!instantOnWire.test(wire)) return undefined;
  const day = readDay(wire.slice(0, 8));
  const instant = `${day}T${wire.slice(8, 10)}:${wire.slice(10, 12)}:${wire.slice(12)}+09:00`;
  return day && instantInTypes.test(instant) ? instant : undefined;
}

function writeInstant(instant: string): string | undefined {
  const day = instantInTypes.test(instant) ? writeDay(instant.slice(0, 10)) : undefined;
  return day && day + instant.slice(11, 19).replaceAll(":", "");
}

const dayCodec: ValueCodec = { read: readDay, write: writeDay };

const monthCodec: ValueCodec = {
  read: (wire) => (monthOnWire.test(wire) ? readDay(`${wire}01`)?.slice(0, 7) : undefined),
  write: (month) => writeDay(`${month}-01`)?.slice(0, 6),
};

const instantCodec: ValueCodec = { read: readInstant, write: writeInstant };

/** How the text of a leaf of this type is read and written. Writing follows the layout; reading accepts any text. */
export function valueCodec(type: FieldType): ValueCodec {
  switch (type.kind) {
    case "date":
      return dayCodec;
    case "month":
      return monthCodec;
    case "dateTime":
      return instantCodec;
    case "code": {
      const { table } = type;
      return {
        read: (wire) => codeName(table, wire),
        // An unknown code is written back as received; an empty one would leave an empty element.
        write: (name) => wireCode(table, name) || undefined,
      };
    }
    case "text":
      return { read: (wire) => wire, write: (value) => value };
    case "group":
    case "list":
      throw new TypeError("a group has no text");
    default:
      return type satisfies never;
  }
}

/** Whether a text has the length and pattern required in a request. */
export function fitsLayout(type: FieldType, value: string): boolean {
  if (type.kind !== "text") return true;
  if (!isPlainText(value) || (type.maxLength !== undefined && !isUpTo(type.maxLength, value))) return false;
  return type.pattern === undefined || new RegExp(type.pattern).test(value);
}
