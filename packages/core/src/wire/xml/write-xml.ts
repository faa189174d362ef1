import { type ErrorDetailsOf, OnshiError } from "../../base/index.ts";
import type { WireElement } from "../../messages/wire-element.ts";
import { encodeText } from "../charset/encode-text.ts";
import type { Charset } from "../charset/sniff-charset.ts";
import { defaultLimits } from "../limits.ts";
import { isXmlText } from "./characters.ts";
import { isTagName } from "./tag-names.ts";

/** Options of {@link writeXml}. */
export interface WriteXmlOptions {
  /** Character set of the bytes; `utf-8` when left out. Both are accepted by terminals (oqs-exchange §4.0). */
  readonly charset?: Charset;
}

const declaredName: Readonly<Record<Charset, string>> = { "utf-8": "UTF-8", shift_jis: "Shift_JIS" };

const special = /[&<>\r]/;
const specials = /[&<>\r]/g;
const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/**
 * Writes a tree as an XML document in one canonical form: declaration, line feeds, two spaces per level, no byte order
 * mark, a final line feed; an element without content as `<Tag/>`. {@link readXml} reads the same tree back from it.
 *
 * @param root - the tree, normally with root `XmlMsg`
 * @param options - character set
 * @returns the bytes, ready for a file
 * @throws {@link OnshiError} `wire.unencodable` naming the tag (`field`) and its place (`path`), never the value, when
 * a text has a character that XML or the character set cannot represent, when a name cannot be a tag (`variant`
 * `tagName`; `field` is the parent) or when an element has text and children (`variant` `mixedContent`); `wire.tooDeep`
 * @see oqs-exchange §4.0, §8.4
 *
 * @example
 * ```ts
 * import { writeXml } from "@onshi/core/wire";
 *
 * const code = { name: "MedicalInstitutionCode", text: "9910000000", children: [] };
 * console.log(new TextDecoder().decode(writeXml({ name: "XmlMsg", text: "", children: [code] })));
 * ```
 */
export function writeXml(root: WireElement, options: WriteXmlOptions = {}): Uint8Array {
  const charset = options.charset ?? "utf-8";
  const output: Output = {
    charset,
    knownNames: new Set(),
    open: [],
    text: `<?xml version="1.0" encoding="${declaredName[charset]}" standalone="no"?>\n`,
  };
  writeElement(output, root, 0, "");
  const bytes = encodeText(output.text, charset);
  // Every text was checked where its tag is known; only tags are left here.
  return bytes ?? unencodable(output, root.name, "tagName");
}

interface Output {
  readonly charset: Charset;
  readonly knownNames: Set<string>;
  /** The element being written and its ancestors. */
  readonly open: WireElement[];
  text: string;
}

function writeElement(output: Output, element: WireElement, depth: number, parent: string): void {
  const { name, text, children } = element;
  if (depth >= defaultLimits.maxDepth) throw new OnshiError("wire.tooDeep", { limit: defaultLimits.maxDepth });
  if (!output.knownNames.has(name)) {
    if (!isTagName(name)) unencodable(output, parent, "tagName");
    output.knownNames.add(name);
  }
  output.open.push(element);
  const indent = "  ".repeat(depth);
  if (children.length === 0) {
    output.text +=
      text === "" ? `${indent}<${name}/>\n` : `${indent}<${name}>${escaped(output, name, text)}</${name}>\n`;
    output.open.pop();
    return;
  }
  if (text !== "") unencodable(output, name, "mixedContent");
  output.text += `${indent}<${name}>\n`;
  for (const child of children) writeElement(output, child, depth + 1, name);
  output.text += `${indent}</${name}>\n`;
  output.open.pop();
}

function escaped(output: Output, field: string, text: string): string {
  const { charset } = output;
  if (!isXmlText(text)) unencodable(output, field, "xml");
  if (charset !== "utf-8" && encodeText(text, charset) === undefined) unencodable(output, field, charset);
  // A carriage return would come back as a line feed unless it is written as a reference.
  return special.test(text) ? text.replaceAll(specials, (character) => escapes[character] ?? character) : text;
}

function unencodable(
  { open }: Output,
  field: string,
  variant: ErrorDetailsOf["wire.unencodable"]["variant"] & string,
): never {
  throw new OnshiError("wire.unencodable", { field, path: open.map(step).join("/"), variant });
}

/** Which one of several with the same name: `BulkConfirmUnit[2]`, counted from 0. */
function step(element: WireElement, depth: number, open: readonly WireElement[]): string {
  const { name } = element;
  const alike = open[depth - 1]?.children.filter((one) => one.name === name) ?? [];
  return alike.length > 1 ? `${name}[${alike.indexOf(element)}]` : name;
}
