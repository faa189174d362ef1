import type { ErrorDetails, OnshiErrorCode } from "@onshi/core/base";
import type { Verdict } from "./judge.ts";

/** What stands in every broken document and in no text of an error. */
export const planted: readonly string[] = ["ZQX731", "試験秘密", "secret.invalid"];

const secret = "<Name>試験秘密ZQX731</Name>";
const inMessage = (text: string): string =>
  `<XmlMsg><MessageHeader>${secret}</MessageHeader><MessageBody>${text}</MessageBody></XmlMsg>`;
const behind = (prolog: string, root: string = inMessage("")): string => `${prolog}\n${root}`;
const header = (text: string): string =>
  `<XmlMsg><MessageHeader>${secret}${text}</MessageHeader><MessageBody/></XmlMsg>`;
const levels = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
const deep = 200_000;

/** A document that arrives in place of an answer, and what becomes of it. */
export type Broken = Verdict & { readonly what: string; readonly content: string | Uint8Array };

const broken = (what: string, content: string | Uint8Array, code: OnshiErrorCode, variant?: string): Broken => ({
  what,
  content,
  code,
  planted,
  ...(variant !== undefined && { details: { variant } as Partial<ErrorDetails> }),
});

/** One of each family of the list of refused XML; the whole list is in test/conformance. One case a line. */
// oxfmt-ignore
export const brokenDocuments: readonly Broken[] = [
  broken("DOCTYPE", behind('<!DOCTYPE XmlMsg SYSTEM "http://secret.invalid/ZQX731.dtd">'), "wire.refused", "doctype"),
  broken("internal entity", behind('<!DOCTYPE XmlMsg [<!ENTITY a "ZQX731">]>', inMessage("&a;")), "wire.refused", "doctype"),
  broken("external entity", behind('<!DOCTYPE XmlMsg [<!ENTITY a SYSTEM "file:///etc/ZQX731">]>', inMessage("&a;")), "wire.refused", "doctype"),
  broken("entity bomb", behind(`<!DOCTYPE XmlMsg [<!ENTITY l0 "ZQX731">${levels}]>`, inMessage("&l12;")), "wire.refused", "doctype"),
  broken("processing instruction", behind('<?xml-stylesheet href="http://secret.invalid/"?>'), "wire.refused", "processingInstruction"),
  broken("CDATA", inMessage("<Name><![CDATA[ZQX731]]></Name>"), "wire.refused", "cdata"),
  broken("duplicate attributes", inMessage('<Name a="ZQX731" a="ZQX731"/>'), "wire.refused", "attribute"),
  broken("namespace", '<XmlMsg xmlns="http://secret.invalid/"><Name>ZQX731</Name></XmlMsg>', "wire.refused", "namespace"),
  broken("__proto__", inMessage("<__proto__><ZQX731>1</ZQX731></__proto__>"), "wire.refused", "name"),
  broken("XML 1.1", behind('<?xml version="1.1"?>'), "wire.refused", "xmlVersion"),
  broken("another declared encoding", behind('<?xml version="1.0" encoding="EUC-JP"?>'), "wire.charset"),
  broken("Shift_JIS bytes declared as UTF-8", Buffer.concat([Buffer.from("<XmlMsg><Name>ZQX731"), Buffer.from([0x8e, 0x8e]), Buffer.from("</Name></XmlMsg>")]), "wire.charset"),
  broken("lone surrogate", Buffer.concat([Buffer.from("<XmlMsg>ZQX731"), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from("</XmlMsg>")]), "wire.charset"),
  broken("mismatched tags", inMessage("<Wrong>ZQX731</Name>"), "wire.malformed"),
  broken("unclosed tag", inMessage("<Name>ZQX731"), "wire.malformed"),
  broken("two roots", inMessage("") + inMessage(""), "wire.malformed"),
  broken("junk after the root", `${inMessage("")}ZQX731`, "wire.malformed"),
  broken("raw &", inMessage("<Name>ZQX731 & 試験秘密</Name>"), "wire.malformed"),
  broken("control character", inMessage("<Name>ZQX731\u0001</Name>"), "wire.malformed"),
  broken("&#0;", inMessage("<Name>ZQX731&#0;</Name>"), "wire.malformed"),
  broken("]]> in text", inMessage("<Name>ZQX731]]></Name>"), "wire.malformed"),
  broken("depth 200,000", "<XmlMsg>".repeat(deep) + "ZQX731" + "</XmlMsg>".repeat(deep), "wire.tooDeep"),
  broken("a million and one elements", `<XmlMsg>${secret}${"<A/>".repeat(1_000_000)}</XmlMsg>`, "wire.tooLarge", "elements"),
  broken("an error page", "<html><body><p>ZQX731 試験秘密</p></body></html>", "wire.unexpectedMessage"),
  broken("a decision that stands twice", header("<SegmentOfResult>1</SegmentOfResult><SegmentOfResult>9</SegmentOfResult>"), "wire.duplicate"),
];

/** Documents that are XML and no good answer to a question. */
// oxfmt-ignore
export const brokenAnswers: readonly Broken[] = [
  broken("no decision", header(""), "wire.missing"),
  broken("an abnormal end", header("<SegmentOfResult>9</SegmentOfResult><ErrorCode>EPSB0052E</ErrorCode><ErrorMessage>試験秘密</ErrorMessage>"), "centre.failed"),
  broken("an abnormal end whose code is no code", header("<SegmentOfResult>9</SegmentOfResult><ErrorCode>試験秘密ZQX731</ErrorCode>"), "centre.failed"),
  broken("another question's answer", header("<SegmentOfResult>1</SegmentOfResult><ArbitraryFileIdentifier>ZQX731</ArbitraryFileIdentifier>"), "answer.mismatch"),
];

/** The same message in every form the reader must take. */
export function acceptedForms(answer: string): readonly (readonly [what: string, document: string | Uint8Array])[] {
  const [declaration = "", ...rest] = answer.split("\n");
  const root = rest.join("\n");
  const reversed = root.replace(
    /(<MessageHeader>)([^]*?)(\n\s*<\/MessageHeader>)/,
    (_, open: string, lines: string, end: string) =>
      open +
      lines
        .split("\n")
        .filter((line) => line.trim() !== "")
        .toReversed()
        .map((line) => `\n${line}`)
        .join("") +
      end,
  );
  const inShiftJis = (text: string): Uint8Array =>
    Buffer.concat(Array.from(text, (character) => shiftJis.get(character) ?? Buffer.from(character)));
  return [
    ["as it came", answer],
    ["another order", `${declaration}\n${reversed}`],
    ["unknown elements", answer.replace("<MessageBody>", "<MessageBody><NewThing><Inner>1</Inner></NewThing>")],
    ["byte order mark", `\uFEFF${answer}`],
    ["CRLF", answer.replaceAll("\n", "\r\n")],
    ["CR", answer.replaceAll("\n", "\r")],
    ["a blank before >", answer.replaceAll("</Name>", "</Name >").replaceAll("<MessageBody>", "<MessageBody\n>")],
    ["single-quoted declaration", `<?xml version='1.0' encoding='UTF-8'?>\n${root}`],
    ["no declaration", root],
    ["empty elements", answer.replace("<MessageBody>", "<MessageBody><Reason/><ReasonOfLoss></ReasonOfLoss>")],
    ["Shift_JIS by declaration", inShiftJis(`<?xml version="1.0" encoding="Shift_JIS"?>\n${onlyName(root)}`)],
    ["Shift_JIS by CharacterCodeIdentifier", inShiftJis(withCharacterCode(onlyName(root)))],
  ];
}

/** The one text that is needed in Shift_JIS, as bytes looked up by hand. */
const shiftJis: ReadonlyMap<string, Buffer> = new Map([
  ["試", Buffer.from([0x8e, 0x8e])],
  ["験", Buffer.from([0x8c, 0xb1])],
]);

/** Takes every text away that is not ASCII, except the name. */
function onlyName(root: string): string {
  return root.replaceAll(/>([^<]*[^\u0000-\u007f][^<]*)</g, (_, text: string) =>
    text.startsWith("試験") ? ">試験<" : "><",
  );
}

function withCharacterCode(root: string): string {
  const without = root.replace(/\s*<CharacterCodeIdentifier>[^<]*<\/CharacterCodeIdentifier>/, "");
  return without.replace("<MessageHeader>", "<MessageHeader><CharacterCodeIdentifier>1</CharacterCodeIdentifier>");
}
