import * as fc from "fast-check";
import { expect, test } from "vitest";
import { OnshiError } from "../../base/index.ts";
import type { WireElement } from "../../messages/index.ts";
import { defaultBudget } from "./element-budget.ts";
import { UnitBuilder } from "./unit-builder.ts";
import { UnitSplitter } from "./unit-splitter.ts";

const limits = { maxDepth: 6, maxElements: 30, maxCharacters: 100_000, budget: defaultBudget };

interface Outcome {
  readonly units: readonly WireElement[];
  readonly rest?: WireElement;
  readonly fault?: Readonly<Record<string, unknown>>;
}

function outcome(read: (units: WireElement[]) => WireElement): Outcome {
  const units: WireElement[] = [];
  try {
    return { units, rest: read(units) };
  } catch (error) {
    if (!OnshiError.is(error)) throw error;
    return { units, fault: { code: error.code, ...error.details } };
  }
}

/** The judge: the parser alone, character by character, so that units before a fault are known. */
const parsed = (text: string): Outcome =>
  outcome((units) => {
    const builder = new UnitBuilder("Unit", limits);
    for (const character of text) units.push(...builder.write(character));
    return builder.close();
  });

const split = (text: string, size: number): Outcome =>
  outcome((units) => {
    const splitter = new UnitSplitter("Unit", limits);
    for (let at = 0; at < text.length; at += size) units.push(...splitter.write(text.slice(at, at + size)));
    const closing = splitter.close();
    for (;;) {
      const next = closing.next();
      if (next.done) return next.value;
      units.push(next.value);
    }
  });

/**
 * The same rest or fault. Of a broken document units that came in the same piece as the fault may be missing, and where
 * the parser sees a fault between tags depends on how it was given the pieces.
 */
function expectSame(text: string, size: number): void {
  const [ours, judge] = [split(text, size), parsed(text)];
  const units = judge.fault ? judge.units.slice(0, ours.units.length) : judge.units;
  const placeless = { line: expect.any(Number) as number, column: expect.any(Number) as number };
  expect(ours).toEqual({ ...judge, units, ...(judge.fault && { fault: { ...judge.fault, ...placeless } }) });
}

const padding = "花".repeat(400);
const plain = fc.constantFrom(
  "<Unit><A>1</A></Unit>",
  "\r\n  <Unit>\r\n    <A> 試験　花子 </A>\r\n    <B/>\r\n  </Unit>",
  `\n<Unit><A>${padding}</A>\n<B><C>2</C><C></C></B></Unit>`,
  `<Unit><A>${padding}</A>\r<B>a > b\r</B></Unit>`,
  "<Unit/>",
  "<Unit></Unit>",
);
const odd = fc.constantFrom(
  "<Unit><A>&amp;</A></Unit>",
  "<Unit><A>𠮷</A></Unit>",
  "<Unit><Unit>1</Unit></Unit>",
  "<Unit><名>1</名></Unit>",
  "<Unit ><A >1</A ></Unit >",
  "<Unit><!-- a --><A>1</A></Unit>",
  "<!-- <Unit><A>1</A></Unit> -->",
  "<Other>1</Other>",
  "<Unit1><A>1</A></Unit1>",
);
const wrong = fc.constantFrom(
  "<Unit><A>1]]></A></Unit>",
  "<Unit><A>&x;</A></Unit>",
  "<Unit><A>1</B></Unit>",
  "<Unit><A>1</A>text</Unit>",
  "<Unit><A a='1'>1</A></Unit>",
  "<A a='<Unit></Unit>'/>",
  "<Unit><A>\u0001</A></Unit>",
  "<Unit>1<B/></Unit>",
  "<Unit><A:B>1</A:B></Unit>",
  "<Unit><__proto__/></Unit>",
  "<Unit><A>1<!-- --></A></Unit>",
  "<Unit><A></Unit>",
  "text",
  "\uFFFE",
  "<Unit><![CDATA[1]]></Unit>",
  "<![CDATA[<Unit></Unit>]]>",
  "<?a <Unit></Unit>?>",
  "</Unit>",
  "<Unit><A>1</A></Unit",
  "<Unit",
  "<",
  "<Unit><></></Unit>",
  "<Unit><1>1</1></Unit>",
  "<Unit><A//></Unit>",
  "<Unit><A>1</A ></Unit>",
  "<Unit></ A></Unit>",
  "</MessageBody>",
  "</MessageBody></XmlMsg>",
  "<Unit>1</Unit>x",
  `<Unit>${"<A>".repeat(5)}${"</A>".repeat(5)}</Unit>`,
  `<Unit>${"<A/>".repeat(30)}</Unit>`,
);
const before =
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<XmlMsg><MessageHeader><A>1</A></MessageHeader>\n<MessageBody>';
const after = "\r\n</MessageBody>\r\n</XmlMsg>\r\n";

test("units that bypass the parser come out as from the parser, which reports all faults", () => {
  const parts = fc.array(
    fc.oneof({ weight: 12, arbitrary: plain }, { weight: 3, arbitrary: odd }, { weight: 1, arbitrary: wrong }),
    { maxLength: 16 },
  );
  fc.assert(
    fc.property(parts, fc.integer({ min: 1024, max: 6000 }), (body, size) => {
      const text = before + body.join("") + after;
      expectSame(text, size);
    }),
    { numRuns: 300 },
  );
});

test("a document that was cut, or has one character too many, is judged as by the parser", () => {
  const units = "<Unit><A>1</A>\n<B><C>2</C></B></Unit>\n".repeat(40);
  const text = before + units + after;
  const stranger = fc.constantFrom("<", ">", "/", "&", "\r", " ", "x", "]", "!", "?", '"', "\u0000", "");
  fc.assert(
    fc.property(
      fc.nat(text.length),
      stranger,
      fc.nat(2),
      fc.integer({ min: 1024, max: 3000 }),
      (at, one, gone, size) => {
        const changed = text.slice(0, at) + one + (one === "" ? "" : text.slice(at + gone));
        expectSame(changed, size);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ["one line", "<Unit><A>1</A></Unit>"],
  ["a unit a line", "<Unit><A>1</A></Unit>\n"],
  ["CRLF", "<Unit>\r\n  <A>1</A>\r\n</Unit>\r\n"],
  ["CR", "\r<Unit><A>1</A></Unit>"],
  ["units that are not plain in between", "<Unit><A>1</A></Unit>\n  <Unit><A>𠮷&amp;</A></Unit><Unit/>"],
])("a fault has its place in the document: %s", (_, units) => {
  const text = `${before}${units.repeat(200)}  <Unit><A a="1"/></Unit>${after}`;
  for (const size of [1024, 1500, 100_000]) expect(split(text, size).fault).toEqual(parsed(text).fault);
});
