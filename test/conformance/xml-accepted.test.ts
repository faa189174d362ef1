import { readXml } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";

type Tree = string | readonly (readonly [tag: string, tree: Tree])[];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** 試験　花子髙① in Windows-31J. */
const shiftJisName = [0x8e, 0x8e, 0x8c, 0xb1, 0x81, 0x40, 0x89, 0xd4, 0x8e, 0x71, 0xfb, 0xfc, 0x87, 0x40];
const name: Tree = [["Name", "試験　花子髙①"]];
const named = "<XmlMsg><Name>試験　花子髙①</Name></XmlMsg>";

function shiftJis(declaration: string): Uint8Array {
  return bytes(declaration, "<XmlMsg><Name>", shiftJisName, "</Name></XmlMsg>");
}

type Row = readonly [what: string, document: Uint8Array, tree: Tree, charset?: "shift_jis"];

// One case a line.
// oxfmt-ignore
const rows: readonly Row[] = [
  // Order and elements
  ["header after body", utf8("<XmlMsg><MessageBody/><MessageHeader/></XmlMsg>"), [["MessageBody", ""], ["MessageHeader", ""]]],
  ["elements in any order", utf8("<XmlMsg><Sex1>1</Sex1><Name>a</Name></XmlMsg>"), [["Sex1", "1"], ["Name", "a"]]],
  ["unknown elements", utf8("<XmlMsg><New><Newer>1</Newer></New></XmlMsg>"), [["New", [["Newer", "1"]]]]],
  ["unknown element with a Japanese tag", utf8("<XmlMsg><新項目>1</新項目></XmlMsg>"), [["新項目", "1"]]],
  ["element that stands twice", utf8("<XmlMsg><A>1</A><A>2</A></XmlMsg>"), [["A", "1"], ["A", "2"]]],
  ["empty element, short", utf8("<XmlMsg><InsuredBranchNumber/></XmlMsg>"), [["InsuredBranchNumber", ""]]],
  ["empty element, long", utf8("<XmlMsg><InsuredBranchNumber></InsuredBranchNumber></XmlMsg>"), [["InsuredBranchNumber", ""]]],
  ["empty root", utf8("<XmlMsg/>"), ""],
  ["tags that look like properties of objects", utf8("<XmlMsg><toString/><hasOwnProperty/><length/></XmlMsg>"), [["toString", ""], ["hasOwnProperty", ""], ["length", ""]]],

  // Blanks
  ["blank before >", utf8("<XmlMsg ><Name\n>a</Name ></XmlMsg\t>"), [["Name", "a"]]],
  ["blank before />", utf8("<XmlMsg><Name /></XmlMsg>"), [["Name", ""]]],
  ["blanks around the root", utf8(" \n\t<XmlMsg/>\r\n \n"), ""],
  ["one line", utf8('<?xml version="1.0" encoding="UTF-8"?><XmlMsg><A>1</A><B>2</B></XmlMsg>'), [["A", "1"], ["B", "2"]]],
  ["LF", utf8("<XmlMsg>\n<A>1</A>\n</XmlMsg>\n"), [["A", "1"]]],
  ["CRLF", utf8("<XmlMsg>\r\n<A>1</A>\r\n</XmlMsg>\r\n"), [["A", "1"]]],
  ["CR", utf8("<XmlMsg>\r<A>1</A>\r</XmlMsg>\r"), [["A", "1"]]],
  ["no final line end", utf8("<XmlMsg>\n<A>1</A>\n</XmlMsg>"), [["A", "1"]]],
  ["tabs", utf8("<XmlMsg>\n\t<A>1</A>\n</XmlMsg>"), [["A", "1"]]],
  ["spaces of a padded insurer number", utf8("<XmlMsg><InsurerNumber>  990010</InsurerNumber></XmlMsg>"), [["InsurerNumber", "  990010"]]],
  ["spaces after a value", utf8("<XmlMsg><Name>試験　花子　 </Name></XmlMsg>"), [["Name", "試験　花子　 "]]],
  ["a value of spaces", utf8("<XmlMsg><Name>  </Name></XmlMsg>"), [["Name", "  "]]],
  ["line ends in a value", utf8("<XmlMsg><ErrorMessage>a\r\nb\rc</ErrorMessage></XmlMsg>"), [["ErrorMessage", "a\nb\nc"]]],

  // Declaration
  ["no declaration", utf8(named), name],
  ["declaration as in the notes", utf8(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${named}`), name],
  ["single-quoted declaration", utf8(`<?xml version='1.0' encoding='UTF-8' standalone='no'?>${named}`), name],
  ["declaration without encoding", utf8(`<?xml version="1.0"?>${named}`), name],
  ["standalone yes", utf8(`<?xml version="1.0" standalone="yes"?>${named}`), name],
  ["blanks in the declaration", utf8(`<?xml  version = "1.0"\n encoding = "UTF-8" ?>${named}`), name],
  ["utf-8 in lower case", utf8(`<?xml version="1.0" encoding="utf-8"?>${named}`), name],
  ["UTF8 without hyphen", utf8(`<?xml version="1.0" encoding="UTF8"?>${named}`), name],
  ["byte order mark", utf8(`\uFEFF${named}`), name],
  ["byte order mark and declaration", utf8(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>${named}`), name],
  ["byte order mark over a false declaration", utf8(`\uFEFF<?xml version="1.0" encoding="Shift_JIS"?>${named}`), name],

  // Shift_JIS
  ...["Shift_JIS", "shift_jis", "SHIFT-JIS", "SJIS", "x-sjis", "Windows-31J", "CP932", "MS932", "MS_Kanji"].map((label): Row => [`declared ${label}`, shiftJis(`<?xml version="1.0" encoding="${label}"?>`), name, "shift_jis"]),
  ["declared Shift_JIS in single quotes", shiftJis("<?xml version='1.0' encoding='Shift_JIS'?>\r\n"), name, "shift_jis"],
  ["CharacterCodeIdentifier 1 without declaration", bytes("<XmlMsg><CharacterCodeIdentifier>1</CharacterCodeIdentifier><Name>", shiftJisName, "</Name></XmlMsg>"), [["CharacterCodeIdentifier", "1"], ...name], "shift_jis"],
  ["CharacterCodeIdentifier 1 after the text, with blanks, declaration without encoding", bytes( '<?xml version="1.0"?><XmlMsg><Name>', shiftJisName, "</Name><CharacterCodeIdentifier >1</CharacterCodeIdentifier></XmlMsg>"), [...name, ["CharacterCodeIdentifier", "1"]], "shift_jis"],
  ["CharacterCodeIdentifier 0", utf8("<XmlMsg><CharacterCodeIdentifier>0</CharacterCodeIdentifier><Name>試</Name></XmlMsg>"), [["CharacterCodeIdentifier", "0"], ["Name", "試"]]],
  ["CharacterCodeIdentifier 1 against a declared UTF-8", utf8( '<?xml version="1.0" encoding="UTF-8"?><XmlMsg><CharacterCodeIdentifier>1</CharacterCodeIdentifier><Name>試</Name></XmlMsg>'), [["CharacterCodeIdentifier", "1"], ["Name", "試"]]],
  ["an unknown CharacterCodeIdentifier", utf8("<XmlMsg><CharacterCodeIdentifier>9</CharacterCodeIdentifier><Name>試</Name></XmlMsg>"), [["CharacterCodeIdentifier", "9"], ["Name", "試"]]],
  ["Shift_JIS pairs that end like markup (ソ 5C, ｜ 7C, 「 75)", bytes( '<?xml version="1.0" encoding="Shift_JIS"?><XmlMsg><A>', [0x83, 0x5c, 0x81, 0x62, 0x81, 0x75], "</A></XmlMsg>"), [["A", "ソ｜「"]], "shift_jis"],
  ["half-width katakana in Shift_JIS", bytes('<?xml version="1.0" encoding="Shift_JIS"?><XmlMsg><A>', [0xbc, 0xb9, 0xdd, 0x20, 0xca], "</A></XmlMsg>"), [["A", "ｼｹﾝ ﾊ"]], "shift_jis"],
  ["Shift_JIS with CRLF", bytes('<?xml version="1.0" encoding="Shift_JIS"?>\r\n<XmlMsg>\r\n<A>', [0x8e, 0x8e], "</A>\r\n</XmlMsg>\r\n"), [["A", "試"]], "shift_jis"],

  // Text
  ["the five entities", utf8("<XmlMsg><A>&lt;&gt;&amp;&quot;&apos;</A></XmlMsg>"), [["A", "<>&\"'"]]],
  ["character references", utf8("<XmlMsg><A>&#35430;&#x9A13;&#13;&#x20BB7;</A></XmlMsg>"), [["A", "試験\r\u{20BB7}"]]],
  ["reference that looks like an entity afterwards", utf8("<XmlMsg><A>&amp;lt;</A></XmlMsg>"), [["A", "&lt;"]]],
  ["raw > and quotes", utf8("<XmlMsg><A>a > b \"c\" 'd' ]] ></A></XmlMsg>"), [["A", "a > b \"c\" 'd' ]] >"]]],
  ["kanji of the second plane", utf8("<XmlMsg><Name>\u{20BB7}野家</Name></XmlMsg>"), [["Name", "\u{20BB7}野家"]]],
  ["variation selector", utf8("<XmlMsg><Name>辻\u{E0100}</Name></XmlMsg>"), [["Name", "辻\u{E0100}"]]],
  ["gaiji of the private area", utf8("<XmlMsg><Name>\uE000</Name></XmlMsg>"), [["Name", "\uE000"]]],
  ["a value of a megabyte", utf8(`<XmlMsg><A>${"A".repeat(1_000_000)}</A></XmlMsg>`), [["A", "A".repeat(1_000_000)]]],

  // Comments between elements
  ["comment before the root", utf8("<!-- a & b --><XmlMsg/>"), ""],
  ["comment after the root", utf8("<XmlMsg/><!-- a -->"), ""],
  ["comment between elements", utf8("<XmlMsg><A>1</A><!-- <B>2</B> --><C>3</C></XmlMsg>"), [["A", "1"], ["C", "3"]]],
  ["comment as the only content", utf8("<XmlMsg><A><!-- --></A></XmlMsg>"), [["A", ""]]],
  ["comment before the first child", utf8("<XmlMsg><A> <!-- --> <B>1</B></A></XmlMsg>"), [["A", [["B", "1"]]]]],
];

interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

const treeOf = (element: Element): Tree =>
  element.children.length === 0 ? element.text : element.children.map((child) => [child.name, treeOf(child)] as const);

describe("accepted", () => {
  test.each(rows.map(([what, ...row]) => ({ what, row })))("$what", ({ row: [document, tree, charset = "utf-8"] }) => {
    const started = performance.now();
    const read = readXml(document);
    expect(treeOf(read.root)).toEqual(tree);
    expect(read.charset).toBe(charset);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("depth and number up to the limits", () => {
    const deep = `<XmlMsg>${"<A>".repeat(63)}${"</A>".repeat(63)}</XmlMsg>`;
    expect(readXml(utf8(deep)).root.children).toHaveLength(1);
    const wide = `<XmlMsg>${"<A>1</A>".repeat(200_000)}</XmlMsg>`;
    expect(readXml(utf8(wide)).root.children).toHaveLength(200_000);
  });
});
