import { expect, test } from "vitest";
import { leaf, parent } from "../../messages/index.ts";
import { readPlainDocument, readPlainElement } from "./plain-element.ts";

const limits = { maxDepth: 6, maxElements: 30 };
const unit = "<Unit><A>1</A></Unit>";

test.each([
  ["plain", `\n${unit}`, true],
  ["with blanks on both sides", `\r\n\t${unit} \r`, true],
  ["with a reference", "<Unit><A>&lt;</A></Unit>", false],
  ["with a comment", "<Unit><!-- --></Unit>", false],
  ["with an attribute", '<Unit a="1"/>', false],
  ["with a prefix", "<a:Unit/>", false],
  ["with text beside it", `${unit}1`, false],
  ["with a full-width space beside it", `\u3000${unit}`, false],
  ["with another behind it", unit + unit, false],
  ["as deep as can be", `<Unit>${"<A>".repeat(5)}${"</A>".repeat(5)}</Unit>`, true],
  ["too deep", `<Unit>${"<A>".repeat(6)}${"</A>".repeat(6)}</Unit>`, false],
  ["of as many elements as can be", `<Unit>${"<A/>".repeat(29)}</Unit>`, true],
  ["of too many elements", `<Unit>${"<A/>".repeat(30)}</Unit>`, false],
  ["of another name", "<Units></Units>", false],
  ["that has not ended", "<Unit><A>1</A>", false],
  ["that is none", " ", false],
])("a unit %s: read past the parser: %s %s", (_, text, isRead) => {
  expect(readPlainElement(text, "Unit", limits) !== undefined).toBe(isRead);
});

test.each([
  ["no declaration", "", true],
  ["the usual one", '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n', true],
  ["single quotes", "<?xml version='1.0' encoding='Shift_JIS' ?>", true],
  ["quotes that do not fit", `<?xml version="1.0'?>`, false],
  ["another version", '<?xml version="1.1"?>', false],
  ["a blank before it", ' <?xml version="1.0"?>', false],
  ["two", '<?xml version="1.0"?><?xml version="1.0"?>', false],
  ["a second byte order mark", "\uFEFF", false],
  ["a document type", "<!DOCTYPE Unit>", false],
])("a document with %s: read past the parser: %s %s", (_, before, isRead) => {
  const root = readPlainDocument(before + unit, "Unit", limits);
  expect(root).toEqual(isRead ? parent("Unit", [leaf("A", "1")]) : undefined);
});
