import { SaxesParser } from "saxes";

import { type ErrorDetails, OnshiError, type OnshiErrorCode } from "../../base/index.ts";
import type { WireElement } from "../../messages/wire-element.ts";
import { findBareAmpersand } from "./bare-ampersand.ts";
import { isBlank } from "./characters.ts";
import { isObjectTrap } from "./tag-names.ts";

/** What {@link buildTree} holds a document to. */
export interface TreeRules {
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly rootName: string;
  /** Kept in errors for support. */
  readonly rawBytes: Uint8Array;
}

const noChildren: readonly WireElement[] = Object.freeze([]);

/** `<!` or `<?` other than the declaration at the very start. */
const rareMarkup = /<!|(?!^<\?xml[\t\n\r ])<\?/;

/**
 * Text of a document to its tree. saxes judges well-formedness; refused here is what it lets pass although no message
 * has it: DOCTYPE, processing instructions, CDATA, attributes, prefixes, XML other than 1.0, mixed content, depth.
 * saxes' own messages quote the document, so only the place is taken from it.
 */
export function buildTree(text: string, rules: TreeRules): WireElement {
  const parser = new SaxesParser({ position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  /** Children of each open element, undefined until there is one. */
  const open: (WireElement[] | undefined)[] = [];
  let depth = 0;
  let elements = 0;
  let pending = "";
  /** The open element that held a comment since its start or its last child. */
  let commentDepth = -1;
  let commentEnd = 0;
  let root: WireElement | undefined;
  let ended = false;

  function fail(code: OnshiErrorCode, details: ErrorDetails = {}): never {
    const place = { line: parser.line, column: Math.max(parser.column, 1) };
    throw new OnshiError(code, { ...details, ...place }, { rawBytes: rules.rawBytes });
  }
  const refuse = (variant: string): never => fail("wire.refused", { variant });

  function checkRoot(name: string): void {
    const { rootName } = rules;
    if ((parser.xmlDecl.version ?? "1.0") !== "1.0") refuse("xmlVersion");
    if (name === rootName) return;
    fail("wire.unexpectedMessage", {
      expected: { ja: `ルート要素${rootName}`, en: `a message with root ${rootName}` },
    });
  }

  parser.on("error", () => {
    const ampersand = findBareAmpersand(text, commentEnd, ended ? text.length : parser.position);
    if (ampersand !== undefined) throw new OnshiError("wire.malformed", { ...ampersand }, { rawBytes: rules.rawBytes });
    fail("wire.malformed", ended ? { variant: "incomplete" } : {});
  });
  // More than seven handlers turn the parser object into a dictionary, at a sixth of the speed (measured), so those for
  // what messages do not have are set only when the document has some of it.
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
    if (depth >= rules.maxDepth) fail("wire.tooDeep", { limit: rules.maxDepth });
    elements++;
    if (elements > rules.maxElements) fail("wire.tooLarge", { limit: rules.maxElements, variant: "elements" });
    commentDepth = -1;
    open[depth] = undefined;
    depth++;
  });
  parser.on("closetag", ({ name }) => {
    const children = open[depth - 1];
    if (children !== undefined && !isBlank(pending)) refuse("mixedContent");
    // A comment would cut a value in two, and readers disagree about which half counts.
    if (children === undefined && commentDepth === depth && pending !== "") refuse("commentInText");
    const element: WireElement =
      children === undefined ? { name, text: pending, children: noChildren } : { name, text: "", children };
    pending = "";
    commentDepth = -1;
    depth--;
    if (depth === 0) root = element;
    else (open[depth - 1] ??= []).push(element);
  });

  parser.write(text);
  ended = true;
  parser.close();
  return root ?? fail("wire.malformed");
}
