import type { Chance } from "./chance.ts";

const scalars: readonly [unknown, ...unknown[]] = [
  null,
  true,
  0,
  1,
  -1.5,
  1e300,
  "",
  " ",
  "1",
  "01",
  "20260230",
  "20261120091503",
  "試験　花子",
  "髙\u{20BB7}",
  "\ud800",
  "\u0000",
  "\ufffe",
  "]]>&<",
  "\r\n",
  [],
  {},
  [[]],
  [{}],
  [null],
  ["1", "2"],
  [["1"]],
  [{ A: "1" }, { A: "2" }],
  { A: { B: ["", { C: "x" }] } },
];
const names: readonly [string, ...string[]] = [
  "XmlMsg",
  "MessageHeader",
  "MessageBody",
  "SegmentOfResult",
  "New",
  "__proto__",
  "constructor",
  "toString",
  "",
  "1",
  "a b",
  "a:b",
  "新項目",
  "length",
];
const fragments: readonly [string, ...string[]] = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "\\u0041",
  "\\ud800",
  "\\x",
  "null",
  "01",
  "1e9",
  "-",
  "NaN",
  "//",
  "'",
  "\u0000",
  "\n",
  "\u00a0",
  "\ufeff",
  '"XmlMsg":{},',
  '"A":"1",',
  '"\\u0041":"1",',
  '"MessageBody":{},',
];

type Holder = Record<string | number, unknown>;

/** A mirror with up to three faults in its values and, now and then, in its text; written in one of many ways. */
export function spoiltJson(mirror: unknown, chance: Chance): string {
  const value = structuredClone(mirror);
  for (let count = chance.below(4); count > 0; count--) spoilValue(value, chance);
  let text = JSON.stringify(value, undefined, chance.pick([0, 0, 1, "\t"]));
  for (let count = chance.oneIn(3) ? 1 + chance.below(2) : 0; count > 0; count--) text = spoilText(text, chance);
  return chance.oneIn(50) ? `\ufeff${text}` : text;
}

function spoilValue(root: unknown, chance: Chance): void {
  let holder = root as Holder;
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = chance.pick(keys as [string, ...string[]]);
    const inner = holder[key];
    const isHolder = typeof inner === "object" && inner !== null;
    if (isHolder && !chance.oneIn(6)) {
      holder = inner as Holder;
      continue;
    }
    spoilPlace(holder, key, chance);
    return;
  }
}

function spoilPlace(holder: Holder, key: string, chance: Chance): void {
  const inner = holder[key];
  switch (chance.below(8)) {
    case 0:
      delete holder[key];
      return;
    case 1:
      holder[key] = [inner];
      return;
    case 2:
      holder[key] = [inner, structuredClone(inner)];
      return;
    case 3:
      holder[key] = { [chance.pick(names)]: inner };
      return;
    case 4:
      if (Array.isArray(inner)) holder[key] = inner[0];
      else setOwn(holder, chance.pick(names), inner);
      return;
    case 5:
      setOwn(holder, chance.pick(names), structuredClone(chance.pick(scalars)));
      return;
    case 6: {
      let deep = inner;
      for (let depth = chance.below(80); depth > 0; depth--) deep = { A: deep };
      holder[key] = deep;
      return;
    }
    default:
      holder[key] = structuredClone(chance.pick(scalars));
  }
}

/** Also `__proto__` as a property of its own, as JSON.parse gives it. */
function setOwn(holder: Holder, name: string, value: unknown): void {
  if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function spoilText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  switch (chance.below(5)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + chance.below(5));
    case 2:
      return text.slice(0, at) + String.fromCharCode(chance.below(0x100)) + text.slice(at);
    case 3: {
      // A property twice: right behind the brace that opens some object.
      const open = text.indexOf("{", at);
      const first = /^\s*("[^"]*":)\s*"/.exec(text.slice(open + 1));
      return open < 0 || !first ? text : `${text.slice(0, open + 1)}${first[1] ?? ""}"",${text.slice(open + 1)}`;
    }
    default:
      return text.slice(0, at) + chance.pick(fragments) + text.slice(at);
  }
}
