import type { WireElement } from "../../messages/wire-element.ts";
import { isBlank } from "./characters.ts";
import { isObjectTrap } from "./tag-names.ts";

/** How much a plain unit may cost; one that costs more is not read here. */
export interface PlainUnitLimits {
  readonly maxDepth: number;
  readonly maxElements: number;
}

/** A unit, and how many elements it has. */
export interface PlainUnit {
  readonly element: WireElement;
  readonly elements: number;
}

const noChildren: readonly WireElement[] = Object.freeze([]);
const latinName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/**
 * What is left to the parser: references, `]]>`, what XML cannot hold, and characters of two code units, which would make
 * counting columns expensive. CR is only a line end here.
 */
const unusual = /[&\]\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

const slash = 0x2f;
const greater = 0x3e;

/**
 * Reads a unit that consists only of Latin tags and text, as almost all do, several times as fast as the full XML parser.
 * Judges nothing: whatever is not plain, faults included, is left to the parser.
 *
 * @param source - blanks and one unit, nothing after it
 * @param name - tag of the unit
 * @returns undefined when it is not plain
 */
export function readPlainUnit(source: string, name: string, limits: PlainUnitLimits): PlainUnit | undefined {
  if (unusual.test(source)) return undefined;
  const text = source.includes("\r") ? source.replaceAll(/\r\n?/g, "\n") : source;
  const names: string[] = [];
  /** Children of each open element, undefined until there is one. */
  const open: (WireElement[] | undefined)[] = [];
  let depth = 0;
  let elements = 0;
  for (let at = 0; ;) {
    const tag = text.indexOf("<", at);
    if (tag < 0) return undefined;
    let element: WireElement;
    if (text.charCodeAt(tag + 1) === slash) {
      const opened = names[depth - 1];
      if (opened === undefined || !text.startsWith(opened, tag + 2)) return undefined;
      const end = tag + 2 + opened.length;
      if (text.charCodeAt(end) !== greater) return undefined;
      const between = text.slice(at, tag);
      const children = open[--depth];
      if (children !== undefined && !isBlank(between)) return undefined;
      element = children ? { name: opened, text: "", children } : { name: opened, text: between, children: noChildren };
      at = end + 1;
    } else {
      const end = text.indexOf(">", tag);
      const isEmpty = text.charCodeAt(end - 1) === slash;
      const opened = text.slice(tag + 1, isEmpty ? end - 1 : end);
      if (end < 0 || !latinName.test(opened) || isObjectTrap(opened) || !isBlank(text.slice(at, tag))) return undefined;
      if (depth >= limits.maxDepth || ++elements > limits.maxElements) return undefined;
      at = end + 1;
      if (isEmpty) element = { name: opened, text: "", children: noChildren };
      else {
        names[depth] = opened;
        open[depth++] = undefined;
        continue;
      }
    }
    if (depth > 0) (open[depth - 1] ??= []).push(element);
    else return element.name === name && at === text.length ? { element, elements } : undefined;
  }
}
