import type { WireElement } from "@onshi/core/messages";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { validateXML } from "xmllint-wasm";

/** A tree as all parsers can be brought to give it: blanks between elements and comments count for nothing. */
export type Tree = readonly [name: string, content: string | readonly Tree[]];

/** Our tree in that form. */
export function treeOf({ name, text, children }: WireElement): Tree {
  return [name, children.length === 0 ? text : children.map(treeOf)];
}

type Node = Readonly<Record<string, readonly Node[] | string>>;

const parser = new XMLParser({
  preserveOrder: true,
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  // Without it numbers of characters are left as they are.
  htmlEntities: true,
  commentPropName: "#comment",
  onDangerousProperty: (name) => name,
});

/** What fast-xml-parser makes of a document, undefined when it refuses it. */
export function fastXmlParserTree(text: string): Tree | undefined {
  try {
    if (XMLValidator.validate(text) !== true) return undefined;
    const nodes = (parser.parse(text) as readonly Node[]).filter((node) => !("#text" in node) && !("#comment" in node));
    return nodes.length === 1 && nodes[0] ? treeOfNode(nodes[0]) : undefined;
  } catch {
    return undefined;
  }
}

function treeOfNode(node: Node): Tree {
  const [name = "", content = []] = Object.entries(node).find(([key]) => key !== ":@") ?? [];
  const inside = (content as readonly Node[]).filter((child) => !("#comment" in child));
  const elements = inside.filter((child) => !("#text" in child));
  if (elements.length > 0) return [name, elements.map(treeOfNode)];
  return [name, inside.map((child) => child["#text"] as string).join("")];
}

/** What libxml2 says of many documents at once; `isWellFormed` in their order, `trees` one after another in canonical XML. */
export interface LibxmlVerdict {
  readonly isWellFormed: readonly boolean[];
  readonly canonical: string;
}

/** Judges documents in UTF-8 with libxml2. Those which are not well-formed leave nothing in `canonical`. */
export async function libxmlVerdict(documents: readonly Uint8Array[]): Promise<LibxmlVerdict> {
  // Without files xmllint only says how it is used.
  if (documents.length === 0) return { isWellFormed: [], canonical: "" };
  const files = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { normalized, rawOutput } = await validateXML({ xml: files, normalization: "c14n" });
  const faults = new Set([...rawOutput.matchAll(/^(\d+)\.xml:\d+: parser error/gm)].map(([, index]) => Number(index)));
  return { isWellFormed: files.map((_, index) => !faults.has(index)), canonical: withoutBlanks(normalized) };
}

/**
 * Canonical XML without comments and blanks between elements, a carriage return written as a reference among them. `<`
 * stands for markup only there, so patterns may judge.
 */
function withoutBlanks(canonical: string): string {
  return canonical
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/(<\/[^<>]+>)(?:[\t\n ]|&#xD;)+/g, "$1")
    .replaceAll(/(<[^/<>][^<>]*>)(?:[\t\n ]|&#xD;)+(?=<[^/])/g, "$1")
    .trim();
}

/** Canonical XML of a tree (elements and text only). */
export function canonicalXml([name, content]: Tree): string {
  const inside =
    typeof content === "string" ? content.replaceAll(/[&<>\r]/g, escaped) : content.map(canonicalXml).join("");
  return `<${name}>${inside}</${name}>`;
}

function escaped(character: string): string {
  return { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" }[character] ?? character;
}
