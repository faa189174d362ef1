import { OnshiError } from "@onshi/core/base";
import { readXml } from "@onshi/core/wire";
import { describe, expect, test } from "vitest";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const inMessage = (text: string): Uint8Array => utf8(`<XmlMsg><MessageBody>${text}</MessageBody></XmlMsg>`);
const declared = (declaration: string): Uint8Array => utf8(`${declaration}\n<XmlMsg><Name>試験</Name></XmlMsg>`);

const laughs = Array.from({ length: 20 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
  "",
);
const manyEntities = Array.from({ length: 20_000 }, (_, index) => `<!ENTITY e${index} "x">`).join("");
const many = 200_000;

type Row = readonly [what: string, document: Uint8Array, code: string, variant?: string];

// One case a line.
// oxfmt-ignore
const rows: readonly Row[] = [
  // Document types and entities
  ["DOCTYPE without anything", utf8("<!DOCTYPE XmlMsg><XmlMsg/>"), "wire.refused", "doctype"],
  ["DOCTYPE with an external DTD", utf8('<!DOCTYPE XmlMsg SYSTEM "http://dtd.invalid/x.dtd"><XmlMsg/>'), "wire.refused", "doctype"],
  ["DOCTYPE with a public identifier", utf8('<!DOCTYPE XmlMsg PUBLIC "-//X" "file:///etc/hosts"><XmlMsg/>'), "wire.refused", "doctype"],
  ["DOCTYPE with an internal subset", utf8("<!DOCTYPE XmlMsg [<!ELEMENT XmlMsg ANY>]><XmlMsg/>"), "wire.refused", "doctype"],
  ["internal entity", utf8('<!DOCTYPE XmlMsg [<!ENTITY a "b">]><XmlMsg>&a;</XmlMsg>'), "wire.refused", "doctype"],
  ["external entity (XXE)", utf8('<!DOCTYPE XmlMsg [<!ENTITY a SYSTEM "file:///etc/passwd">]><XmlMsg>&a;</XmlMsg>'), "wire.refused", "doctype"],
  ["parameter entity", utf8('<!DOCTYPE XmlMsg [<!ENTITY % a SYSTEM "http://dtd.invalid/"> %a;]><XmlMsg/>'), "wire.refused", "doctype"],
  ["entity bomb (billion laughs)", utf8(`<!DOCTYPE XmlMsg [<!ENTITY l0 "ha">${laughs}]><XmlMsg>&l20;</XmlMsg>`), "wire.refused", "doctype"],
  ["twenty thousand entities", utf8(`<!DOCTYPE XmlMsg [${manyEntities}]><XmlMsg/>`), "wire.refused", "doctype"],
  ["entity that refers to itself", utf8('<!DOCTYPE XmlMsg [<!ENTITY a "&a;">]><XmlMsg>&a;</XmlMsg>'), "wire.refused", "doctype"],
  ["DOCTYPE inside the root", inMessage("<!DOCTYPE a>"), "wire.malformed"],
  ["DOCTYPE after the root", utf8("<XmlMsg/><!DOCTYPE a>"), "wire.malformed"],
  ["DOCTYPE in lower case", utf8("<!doctype XmlMsg><XmlMsg/>"), "wire.malformed"],
  ["DOCTYPE that never ends", utf8(`<!DOCTYPE XmlMsg [${" ".repeat(many)}`), "wire.malformed", "incomplete"],
  ["entity of HTML", inMessage("<Name>&nbsp;</Name>"), "wire.malformed"],
  ["entity named as an object's property", inMessage("<Name>&constructor;</Name>"), "wire.malformed"],
  ["entity named __proto__", inMessage("<Name>&__proto__;</Name>"), "wire.malformed"],

  // Other markup that no message has
  ["processing instruction before the root", utf8('<?xml-stylesheet href="http://x.invalid/"?><XmlMsg/>'), "wire.refused", "processingInstruction"],
  ["processing instruction inside", inMessage("<?php echo 1 ?>"), "wire.refused", "processingInstruction"],
  ["processing instruction after the root", utf8("<XmlMsg/><?x y?>"), "wire.refused", "processingInstruction"],
  ["CDATA section", inMessage("<Name><![CDATA[<b>]]></Name>"), "wire.refused", "cdata"],
  ["empty CDATA section", inMessage("<Name>a<![CDATA[]]></Name>"), "wire.refused", "cdata"],
  ["comment that cuts a value", inMessage("<InsurerNumber>0699<!-- -->0014</InsurerNumber>"), "wire.refused", "commentInText"],
  ["comment before a value", inMessage("<Name><!-- -->試験</Name>"), "wire.refused", "commentInText"],
  ["attribute", inMessage('<Name id="1">試験</Name>'), "wire.refused", "attribute"],
  ["attribute of the root", utf8('<XmlMsg version="1"/>'), "wire.refused", "attribute"],
  ["attribute of an empty element", inMessage("<Name nil='true'/>"), "wire.refused", "attribute"],
  ["duplicate attribute", inMessage('<Name a="1" a="2"/>'), "wire.refused", "attribute"],
  ["a hundred thousand attributes", inMessage(`<Name ${Array.from({ length: 100_000 }, (_, n) => `a${n}=""`).join(" ")}/>`), "wire.refused", "attribute"],
  ["default namespace", utf8('<XmlMsg xmlns="urn:x"/>'), "wire.refused", "namespace"],
  ["namespace with a prefix", utf8('<XmlMsg xmlns:a="urn:x"/>'), "wire.refused", "namespace"],
  ["tag with a prefix", inMessage("<a:Name>試験</a:Name>"), "wire.refused", "namespace"],
  ["tag with an empty prefix", inMessage("<:Name>試験</:Name>"), "wire.refused", "namespace"],
  ["xml:space", inMessage('<Name xml:space="preserve"> </Name>'), "wire.refused", "attribute"],
  ["XInclude", inMessage('<xi:include href="file:///etc/passwd"/>'), "wire.refused"],
  ["text before an element", inMessage("x<Name/>"), "wire.refused", "mixedContent"],
  ["text after an element", inMessage("<Name/>x"), "wire.refused", "mixedContent"],
  ["text between elements", inMessage("<Name/>x<Name/>"), "wire.refused", "mixedContent"],
  ["text between elements as a reference", inMessage("<Name/>&#120;<Name/>"), "wire.refused", "mixedContent"],
  ["no-break space between elements", inMessage("<Name/>\u00A0<Name/>"), "wire.refused", "mixedContent"],
  ["tag __proto__", inMessage("<__proto__><polluted>1</polluted></__proto__>"), "wire.refused", "name"],
  ["tag constructor", inMessage("<constructor><prototype/></constructor>"), "wire.refused", "name"],
  ["tag prototype", inMessage("<prototype/>"), "wire.refused", "name"],

  // Declaration and character set
  ["XML 1.1", declared('<?xml version="1.1"?>'), "wire.refused", "xmlVersion"],
  ["XML 2.0", declared('<?xml version="2.0"?>'), "wire.malformed"],
  ["no version", declared('<?xml encoding="UTF-8"?>'), "wire.malformed"],
  ["declaration not at the start", declared('\n<?xml version="1.0"?>'), "wire.malformed"],
  ["two declarations", declared('<?xml version="1.0"?><?xml version="1.0"?>'), "wire.malformed"],
  ["declaration in capitals", declared('<?XML version="1.0"?>'), "wire.malformed"],
  ["unknown encoding", declared('<?xml version="1.0" encoding="x-unknown"?>'), "wire.charset", "declared"],
  ["encoding EUC-JP", declared('<?xml version="1.0" encoding="EUC-JP"?>'), "wire.charset", "declared"],
  ["encoding ISO-2022-JP", declared('<?xml version="1.0" encoding="ISO-2022-JP"?>'), "wire.charset", "declared"],
  ["encoding UTF-7", declared('<?xml version="1.0" encoding="UTF-7"?>'), "wire.charset", "declared"],
  ["encoding UTF-16 over UTF-8 bytes", declared('<?xml version="1.0" encoding="UTF-16"?>'), "wire.charset", "declared"],
  ["empty encoding", declared('<?xml version="1.0" encoding=""?>'), "wire.charset", "declared"],
  ["UTF-16 with its mark, little-endian", bytes([0xff, 0xfe], Buffer.from("<XmlMsg/>", "utf16le")), "wire.charset", "utf-16"],
  ["UTF-16 with its mark, big-endian", bytes([0xfe, 0xff], Buffer.from("<XmlMsg/>", "utf16le").swap16()), "wire.charset", "utf-16"],
  ["UTF-16 without its mark", bytes(Buffer.from("<XmlMsg/>", "utf16le")), "wire.charset", "utf-16"],
  ["Shift_JIS bytes that say nothing", bytes("<XmlMsg><Name>", [0x8e, 0x8e], "</Name></XmlMsg>"), "wire.charset", "utf-8"],
  ["Shift_JIS bytes declared as UTF-8", bytes('<?xml version="1.0" encoding="UTF-8"?><XmlMsg>', [0x8e, 0x8e], "</XmlMsg>"), "wire.charset", "utf-8"],
  ["UTF-8 bytes declared as Shift_JIS", declared('<?xml version="1.0" encoding="Shift_JIS"?>'), "wire.charset", "shift_jis"],
  ["lone surrogate in UTF-8 (CESU)", bytes("<XmlMsg>", [0xed, 0xa0, 0x80], "</XmlMsg>"), "wire.charset", "utf-8"],
  ["overlong UTF-8", bytes("<XmlMsg>", [0xc0, 0xbc], "</XmlMsg>"), "wire.charset", "utf-8"],
  ["UTF-8 beyond U+10FFFF", bytes("<XmlMsg>", [0xf4, 0x90, 0x80, 0x80], "</XmlMsg>"), "wire.charset", "utf-8"],
  ["UTF-8 cut inside a character", bytes("<XmlMsg>", [0xe8, 0xa9], "</XmlMsg>"), "wire.charset", "utf-8"],
  ["Shift_JIS first byte alone", bytes('<?xml version="1.0" encoding="Shift_JIS"?><XmlMsg>', [0x8e], "</XmlMsg>"), "wire.charset", "shift_jis"],
  ...[0x00, 0x08, 0x1a, 0x1c, 0x7f, 0x80, 0xa0, 0xfd].map((byte): Row => [`Shift_JIS byte ${byte.toString(16)}`, bytes('<?xml version="1.0" encoding="Shift_JIS"?><XmlMsg>', [byte], "</XmlMsg>"), "wire.charset", "shift_jis"]),

  // Well-formedness
  ["nothing", utf8(""), "wire.malformed", "incomplete"],
  ["blanks only", utf8(" \n"), "wire.malformed", "incomplete"],
  ["a declaration only", utf8('<?xml version="1.0"?>'), "wire.malformed", "incomplete"],
  ["text without a root", utf8("SegmentOfResult=1"), "wire.malformed"],
  ["text before the root", utf8("x<XmlMsg/>"), "wire.malformed"],
  ["two byte order marks", utf8("\uFEFF\uFEFF<XmlMsg/>"), "wire.malformed"],
  ["mismatched tags", utf8("<XmlMsg><A></B></XmlMsg>"), "wire.malformed"],
  ["tags that overlap", utf8("<XmlMsg><A><B></A></B></XmlMsg>"), "wire.malformed"],
  ["tags of other case", utf8("<XmlMsg></xmlmsg>"), "wire.malformed"],
  ["unclosed tag", utf8("<XmlMsg><A>1</A>"), "wire.malformed", "incomplete"],
  ["cut inside a tag", utf8("<XmlMsg><A>1</A"), "wire.malformed", "incomplete"],
  ["closing tag without opening", utf8("</XmlMsg>"), "wire.malformed"],
  ["closing tag too many", utf8("<XmlMsg/></XmlMsg>"), "wire.malformed"],
  ["two roots", utf8("<XmlMsg/><XmlMsg/>"), "wire.malformed"],
  ["text after the root", utf8("<XmlMsg/>x"), "wire.malformed"],
  ["NUL after the root", utf8("<XmlMsg/>\u0000"), "wire.malformed"],
  ["another root", utf8("<html/>"), "wire.unexpectedMessage"],
  ["an error page", utf8("<!DOCTYPE html><html><body><p>502</body></html>"), "wire.refused", "doctype"],
  ["raw &", inMessage("<Name>A & B</Name>"), "wire.malformed"],
  ["raw & at the end", utf8("<XmlMsg>&"), "wire.malformed"],
  ["reference without ;", inMessage("<Name>&amp</Name>"), "wire.malformed"],
  ["raw <", inMessage("<Name>1 < 2</Name>"), "wire.malformed"],
  ["]]> in text", inMessage("<Name>]]></Name>"), "wire.malformed"],
  ["&#0;", inMessage("<Name>&#0;</Name>"), "wire.malformed"],
  ["&#1;", inMessage("<Name>&#1;</Name>"), "wire.malformed"],
  ["&#xD800;", inMessage("<Name>&#xD800;</Name>"), "wire.malformed"],
  ["&#xFFFE;", inMessage("<Name>&#xFFFE;</Name>"), "wire.malformed"],
  ["&#x110000;", inMessage("<Name>&#x110000;</Name>"), "wire.malformed"],
  ["a reference of a million digits", inMessage(`<Name>&#${"9".repeat(1_000_000)};</Name>`), "wire.malformed"],
  ["&#; without a number", inMessage("<Name>&#;</Name>"), "wire.malformed"],
  ...[0x00, 0x01, 0x08, 0x0b, 0x0c, 0x1b, 0x1f, 0xff_fe, 0xff_ff].map((code): Row => [`character U+${code.toString(16)}`, inMessage(`<Name>${String.fromCodePoint(code)}</Name>`), "wire.malformed"]),
  ["control character in a tag", inMessage("<Na\u0001me/>"), "wire.malformed"],
  ["tag that begins with a digit", inMessage("<1Name/>"), "wire.malformed"],
  ["blank before the tag's name", inMessage("< Name/>"), "wire.malformed"],
  ["comment with --", utf8("<XmlMsg><!-- a -- b --></XmlMsg>"), "wire.malformed"],
  ["comment that never ends", utf8(`<XmlMsg><!-- ${"-".repeat(10)}`), "wire.malformed"],
  ["attribute without quotes", inMessage("<Name a=1/>"), "wire.malformed"],

  // Cost
  ["depth 200,000", utf8("<XmlMsg>".repeat(many)), "wire.tooDeep"],
  ["depth 200,000, closed", utf8("<XmlMsg>".repeat(many) + "</XmlMsg>".repeat(many)), "wire.tooDeep"],
  ["33 MiB", new Uint8Array(33 * 1024 * 1024).fill(0x20), "wire.tooLarge"],
  ["a million and one elements", utf8(`<XmlMsg>${"<A/>".repeat(1_000_000)}</XmlMsg>`), "wire.tooLarge", "elements"],
  ["a megabyte of &", inMessage("&".repeat(1_000_000)), "wire.malformed"],
  ["a megabyte of <", utf8("<".repeat(1_000_000)), "wire.malformed"],
  ["a tag of a megabyte, unclosed", utf8(`<${"a".repeat(1_000_000)}`), "wire.malformed", "incomplete"],
  ["a declaration of a megabyte", utf8(`<?xml version="1.0"${" ".repeat(1_000_000)}encoding="x`), "wire.malformed"],
  ["fifty thousand unclosed identifiers", utf8("<CharacterCodeIdentifier".repeat(50_000)), "wire.malformed"],
];

describe("refused, with a typed error, in bounded time", () => {
  test.each(rows.map(([what, ...row]) => ({ what, row })))("$what", ({ row: [document, code, variant] }) => {
    const started = performance.now();
    let thrown: unknown;
    try {
      readXml(document);
    } catch (error) {
      thrown = error;
    }
    const took = performance.now() - started;
    expect(OnshiError.is(thrown) ? { code: thrown.code, variant: thrown.details.variant } : thrown).toEqual(
      variant === undefined ? expect.objectContaining({ code }) : { code, variant },
    );
    expect((thrown as OnshiError).rawBytes).toBe(document);
    expect(took).toBeLessThan(3000);
  });

  test("no object has learnt anything on the way", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("no error quotes its document", () => {
    for (const [what, document] of rows) {
      try {
        readXml(document);
      } catch (error) {
        if (!OnshiError.is(error)) throw error;
        const said = [error.message, error.operatorMessage, error.vendorMessage, JSON.stringify(error)].join("\n");
        expect(said, what).not.toMatch(/試験|polluted|passwd|invalid\/|0699/);
        expect(error.cause, what).toBeUndefined();
      }
    }
  });
});
