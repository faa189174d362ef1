import { SaxesParser } from "saxes";

import { type ErrorDetailsOf, OnshiError } from "../../base/index.ts";
import { parent, type WireElement } from "../../messages/wire-element.ts";
import { findBareAmpersand, type Place } from "./bare-ampersand.ts";
import { isBlank } from "./characters.ts";
import { isObjectTrap, shownTag } from "./tag-names.ts";

/** What {@link buildTree} checks. */
export interface TreeRules {
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly rootName: string;
  /** Kept in errors, for support. */
  readonly rawBytes: Uint8Array;
  /** Filled with the line of each element's start tag. Only for tools: it costs a map as large as the document. */
  readonly lines?: Map<WireElement, number>;
}

/** As much of a document as could be read. */
export interface SalvagedTree {
  /** Everything that was closed before the fault, and its parents; undefined when there was no root. */
  readonly root?: WireElement;
  readonly fault?: OnshiError;
}

/** What a document may not have. */
export type RefusedMarkup = ErrorDetailsOf["wire.refused"]["variant"];

const noChildren: readonly WireElement[] = Object.freeze([]);

/** A byte order mark that is still there after decoding is a second one. saxes would skip it as if it were the first. */
export const secondMark = "\uFEFF";

/** `<!` or `<?` other than the declaration at the very start. */
export const rareMarkup: RegExp = /<!|(?!^<\?xml[\t\n\r ])<\?/;

/**
 * The text of a document as a tree. saxes checks well-formedness; refused here is what it accepts although no message has
 * it: DOCTYPE, processing instructions, CDATA, attributes, prefixes, XML other than 1.0, mixed content, depth. The
 * messages of saxes quote the document, so only the place is taken from them. Documents that give it nothing to check are read
 * without it (`plain-element.ts`).
 */
export function buildTree(text: string, rules: TreeRules): WireElement {
  const { root, fault } = salvageTree(text, rules);
  if (fault || !root) throw fault ?? new OnshiError("wire.malformed", {}, { rawBytes: rules.rawBytes });
  return root;
}

/**
 * The same, up to the first fault. An unclosed value is left out: half a number looks like a whole one.
 */
export function salvageTree(text: string, rules: TreeRules): SalvagedTree {
  const parser = new SaxesParser({ position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  /** Children of each open element, undefined until there is one. */
  const open: (WireElement[] | undefined)[] = [];
  const names: string[] = [];
  const starts: number[] = [];
  let depth = 0;
  let elements = 0;
  let pending = "";
  /** The open element that held a comment since its start or its last child. */
  let commentDepth = -1;
  let commentEnd = 0;
  let root: WireElement | undefined;
  let ended = false;
  /** Where the parser stood when it closed the last element. */
  let closedAt = -1;

  function fail(error: OnshiError, at?: Place): never {
    const place = at ?? { line: parser.line, column: Math.max(parser.column, 1) };
    const path = names.slice(0, depth).map(shownTag).join("/");
    throw error.with({ ...place, ...(path !== "" && { path }) }, { rawBytes: rules.rawBytes });
  }
  const refuse = (variant: RefusedMarkup): never => fail(new OnshiError("wire.refused", { variant }));

  function checkRoot(name: string): void {
    const { rootName } = rules;
    if ((parser.xmlDecl.version ?? "1.0") !== "1.0") refuse("xmlVersion");
    if (name === rootName) return;
    const expected = { ja: `ルート要素${rootName}`, en: `a message with root ${rootName}` };
    fail(new OnshiError("wire.unexpectedMessage", { expected }));
  }

  parser.on("error", () => {
    // A wrong end tag first closes the element and then causes an error.
    if (!ended && parser.position === closedAt) reopen();
    const ampersand = findBareAmpersand(text, commentEnd, ended ? text.length : parser.position);
    if (ampersand !== undefined) fail(new OnshiError("wire.malformed"), ampersand);
    fail(new OnshiError("wire.malformed", ended ? { variant: "incomplete" } : {}));
  });
  // More than seven handlers turn the parser object into a dictionary, at a sixth of the speed (measured), so handlers for
  // what messages do not have are set only if the document has it.
  if (rareMarkup.test(text)) {
    parser.on("doctype", () => refuse("doctype"));
    parser.on("processinginstruction", () => refuse("processingInstruction"));
    parser.on("cdata", () => refuse("cdata"));
    parser.on("comment", () => {
      commentDepth = depth;
      commentEnd = parser.position;
    });
  }
  parser.on("attribute", ({ name }) => refuse(name.startsWith("xmlns") ? "namespace" : "attribute"));
  parser.on("text", (piece) => {
    pending += piece;
  });
  parser.on("opentag", ({ name }) => {
    if (name.includes(":")) refuse("namespace");
    if (isObjectTrap(name)) refuse("name");
    if (depth === 0) checkRoot(name);
    if (pending !== "") {
      if (!isBlank(pending)) refuse("mixedContent");
      pending = "";
    }
    if (depth >= rules.maxDepth) fail(new OnshiError("wire.tooDeep", { limit: rules.maxDepth }));
    elements++;
    if (elements > rules.maxElements)
      fail(new OnshiError("wire.tooLarge", { limit: rules.maxElements, variant: "elements" }));
    commentDepth = -1;
    open[depth] = undefined;
    names[depth] = name;
    if (rules.lines) starts[depth] = parser.line;
    depth++;
  });
  parser.on("closetag", ({ name }) => {
    const children = open[depth - 1];
    if (children !== undefined && !isBlank(pending)) refuse("mixedContent");
    // A comment would split a value in two, and readers disagree about which half counts.
    if (children === undefined && commentDepth === depth && pending !== "") refuse("commentInText");
    const element: WireElement =
      children === undefined ? { name, text: pending, children: noChildren } : { name, text: "", children };
    pending = "";
    commentDepth = -1;
    depth--;
    closedAt = parser.position;
    keep(element);
  });

  function keep(element: WireElement): void {
    rules.lines?.set(element, starts[depth] ?? 1);
    if (depth === 0) root = element;
    else (open[depth - 1] ??= []).push(element);
  }

  /** The last element is still open. */
  function reopen(): void {
    const last = depth > 0 ? open[depth - 1]?.pop() : root;
    open[depth] = last && last.children.length > 0 ? [...last.children] : undefined;
    depth++;
  }

  /** Closes what was open; a leaf that was still open is dropped, because nobody knows how it continues. */
  function closeAll(): void {
    while (depth > 0) {
      depth--;
      const children = open[depth];
      if (children !== undefined || depth === 0) keep(parent(names[depth] ?? "", children ?? []));
    }
  }

  try {
    if (text.startsWith(secondMark)) fail(new OnshiError("wire.malformed"));
    parser.write(text);
    ended = true;
    parser.close();
    if (root === undefined) fail(new OnshiError("wire.malformed"));
    return { root };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    closeAll();
    return { ...(root && { root }), fault: error };
  }
}
