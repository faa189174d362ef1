import type { WireElement } from "../../messages/wire-element.ts";
import { isObjectTrap } from "./tag-names.ts";

/** How much a plain element may cost; one that costs more is not read here. */
export interface PlainLimits {
  readonly maxDepth: number;
  readonly maxElements: number;
}

/** An element with its content, and how many elements it has. */
export interface PlainElement {
  readonly element: WireElement;
  readonly elements: number;
}

const noChildren: readonly WireElement[] = Object.freeze([]);
const latinName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/**
 * What the parser has to check: references, `]]>`, what XML cannot hold, and characters of two units, which would make
 * counting columns expensive. CR is only a line end here.
 */
const unusual = /[&\]\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** The declaration as programs write it. The character set has been decided before. */
const plainDeclaration =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;

const slash = 0x2f;
const greater = 0x3e;

/**
 * Reads a document, declaration included, as {@link readPlainElement} reads an element.
 *
 * @param text - the document without its byte order mark
 * @param name - tag of the root
 * @returns the root; undefined when the document is not plain
 */
export function readPlainDocument(text: string, name: string, limits: PlainLimits): WireElement | undefined {
  const declaration = plainDeclaration.exec(text)?.[0].length ?? 0;
  return readPlainElement(declaration > 0 ? text.slice(declaration) : text, name, limits)?.element;
}

/**
 * Reads an element that consists of nothing but Latin tags and text, as almost all do, several times as fast as the
 * parser of whole XML can. Judges nothing: whatever is not plain, faults included, is left to the parser.
 *
 * @param source - blanks, one element, blanks
 * @param name - tag of the element
 * @returns undefined when it is not plain
 */
export function readPlainElement(source: string, name: string, limits: PlainLimits): PlainElement | undefined {
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
      const children = open[--depth];
      if (children === undefined) element = { name: opened, text: text.slice(at, tag), children: noChildren };
      else if (isBlankBetween(text, at, tag)) element = { name: opened, text: "", children };
      else return undefined;
      at = end + 1;
    } else {
      const end = text.indexOf(">", tag);
      const isEmpty = text.charCodeAt(end - 1) === slash;
      const opened = text.slice(tag + 1, isEmpty ? end - 1 : end);
      if (end < 0 || !latinName.test(opened) || isObjectTrap(opened) || !isBlankBetween(text, at, tag))
        return undefined;
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
    else return element.name === name && isBlankBetween(text, at, text.length) ? { element, elements } : undefined;
  }
}

/** As `isBlank`, without cutting the text out; line ends are line feeds by now. */
function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09) return false;
  }
  return true;
}
