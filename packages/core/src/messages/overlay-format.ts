import { codeTables } from "../codes/index.ts";
import { parseMessageId } from "./message-id.ts";

// Written by hand instead of as a zod schema: otherwise importing the SDK would load zod just for this.

/** The place of the fault inside a value, `""` for the value itself; undefined if there is none. */
type Check = (value: unknown) => string | undefined;
type Checks = Readonly<Record<string, Check>>;
type Properties = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const below = (key: string | number, place: string): string => (place === "" ? `${key}` : `${key}.${place}`);

const that =
  (isFine: (value: unknown) => boolean): Check =>
  (value) =>
    isFine(value) ? undefined : "";

const oneOf = (...values: readonly unknown[]): Check => that((value) => values.includes(value));

const matching = (pattern: RegExp): Check => that((value) => typeof value === "string" && pattern.test(value));

/** An object of these properties and no others. An optional one may be left out, but not be `undefined`. */
function properties(required: Checks, optional: Checks = {}): Check {
  const checks = Object.entries({ ...required, ...optional });
  return (value) => {
    if (!isObject(value)) return "";
    for (const [key, check] of checks) {
      const isThere = Object.hasOwn(value, key);
      if (!isThere && Object.hasOwn(optional, key)) continue;
      const place = check(isThere ? value[key] : undefined);
      if (place !== undefined) return below(key, place);
    }
    return Object.keys(value).every((key) => checks.some(([known]) => known === key)) ? undefined : "";
  };
}

/** An object of the kind named by its property `key`. */
const kinds =
  (key: string, checks: ReadonlyMap<unknown, Check>): Check =>
  (value) => {
    if (!isObject(value)) return "";
    const check = checks.get(value[key]);
    return check ? check(value) : key;
  };

const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return "";
    for (const [index, item] of value.entries()) {
      const place = check(item);
      if (place !== undefined) return below(index, place);
    }
    return undefined;
  };

const text = that((value) => typeof value === "string");
/** Readers refuse names that every object has, so nothing under such a tag could ever be read. */
const isTrap = (name: string): boolean => name === "prototype" || name in Object.prototype;
const wireName = that(
  (value) => typeof value === "string" && /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(value) && !isTrap(value),
);
const propertyName = matching(/^[a-z][A-Za-z0-9]*$/);
const maxLength = that((value) => Number.isSafeInteger(value) && (value as number) > 0);
const wireNames = listOf(wireName);

const fieldKind = text;
const ofTime = properties({ kind: fieldKind });
const fieldType = kinds(
  "kind",
  new Map([
    ["text", properties({ kind: fieldKind }, { maxLength })],
    ["date", ofTime],
    ["month", ofTime],
    ["dateTime", ofTime],
    [
      "code",
      properties({ kind: fieldKind, table: that((id) => typeof id === "string" && Object.hasOwn(codeTables, id)) }),
    ],
  ]),
);

const messageId = that((value) => typeof value === "string" && parseMessageId(value) !== undefined);
const known = { do: text, message: wireName };
const placed = { ...known, path: text };
const change = kinds(
  "do",
  new Map([
    ["renameMessage", properties({ ...known, to: messageId })],
    ["renameElement", properties({ ...placed, to: wireName })],
    ["setElement", properties(placed, { maxLength, cardinality: oneOf("1", "?", "+", "*") })],
    [
      "reorder",
      properties({
        ...placed,
        order: (value) => (Array.isArray(value) && value.length === 0 ? "" : wireNames(value)),
      }),
    ],
    [
      "addElement",
      properties({ ...placed, wire: wireName, name: propertyName, type: fieldType }, { cardinality: oneOf("1", "?") }),
    ],
    ["addMessage", properties({ do: text, like: wireName, id: messageId }, { answer: messageId })],
  ]),
);

const common = { source: text, changes: listOf(change) };

/** Whether a value is an overlay of a known version: the place of the first fault, undefined when there is none. */
export const overlayFault: (json: unknown) => string | undefined = kinds(
  "onshiOverlay",
  new Map([
    [1, properties({ onshiOverlay: oneOf(1), ...common })],
    [2, properties({ onshiOverlay: oneOf(2), basis: text, ...common })],
  ]),
);
