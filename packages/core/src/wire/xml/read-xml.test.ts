import { describe, expect, test } from "vitest";

import { OnshiError } from "../../base/index.ts";
import { leaf, parent } from "../../messages/wire-element.ts";
import { readXml } from "./read-xml.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function failure(bytes: Uint8Array, options = {}): OnshiError {
  try {
    readXml(bytes, options);
  } catch (error) {
    if (OnshiError.is(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("readXml", () => {
  test("gives the tree as it stands, values with their zeros, spaces and line ends", () => {
    const { root, charset } = readXml(
      encode("<XmlMsg>\r\n <A>  990010</A>\n <B> </B><C/><D><E>007</E></D><F>a\r\nb</F>&#32;</XmlMsg>"),
    );
    expect(charset).toBe("utf-8");
    expect(root).toEqual(
      parent("XmlMsg", [
        leaf("A", "  990010"),
        leaf("B", " "),
        leaf("C", ""),
        parent("D", [leaf("E", "007")]),
        leaf("F", "a\nb"),
      ]),
    );
  });

  test("a full-width space is data, not a blank", () => {
    const error = failure(encode("<XmlMsg>\u3000<A>1</A></XmlMsg>"));
    expect(error.details.variant).toBe("mixedContent");
  });

  test("tells line, column and path, whatever ends the lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      for (const wrong of ["  1 &2", "  1 & 2; ", "  1 &x;", "  1 & 2"]) {
        const bytes = encode(`<XmlMsg><!-- & -->${end}<A>${end}${wrong}</A></XmlMsg>`);
        expect(failure(bytes).details, wrong).toEqual({ line: 3, column: 5, path: "XmlMsg/A" });
      }
      expect(failure(encode(`<XmlMsg>${end}<A></B></XmlMsg>`)).details).toEqual({
        line: 2,
        column: 7,
        path: "XmlMsg/A",
      });
    }
  });

  test("a tag that is not a Latin word is not shown: it could be a name", () => {
    expect(failure(encode("<XmlMsg><試験花子><A></B>")).details.path).toBe("XmlMsg/*/A");
  });

  test("a document that ends too early is told from one that is wrong", () => {
    expect(failure(encode("<XmlMsg><A>1</A>")).details.variant).toBe("incomplete");
    expect(failure(encode("")).details.variant).toBe("incomplete");
    expect(failure(encode("<XmlMsg><A></B></XmlMsg>")).details.variant).toBeUndefined();
  });

  test("keeps the bytes out of every text of an error and in rawBytes", () => {
    const bytes = encode("<XmlMsg><Name>試験花子</Nome></XmlMsg>");
    const error = failure(bytes);
    expect(error.rawBytes).toBe(bytes);
    expect(JSON.stringify(error) + error.stack + error.operatorMessage).not.toMatch(/試験|Nome|Name>/);
    expect(error.cause).toBeUndefined();
  });

  test("limits are those of the caller, and undefined does not switch one off", () => {
    const deep = encode("<XmlMsg><A><B/></A></XmlMsg>");
    expect(failure(deep, { maxDepth: 2 })).toMatchObject({ code: "wire.tooDeep", details: { limit: 2 } });
    expect(readXml(deep, { maxDepth: 3 }).root.name).toBe("XmlMsg");
    expect(failure(deep, { maxBytes: deep.length - 1 }).code).toBe("wire.tooLarge");
    expect(failure(deep, { maxElements: 2 })).toMatchObject({
      code: "wire.tooLarge",
      details: { variant: "elements" },
    });
    const bomb = encode(`<XmlMsg>${"<A>".repeat(1000)}`);
    expect(failure(bomb, { maxDepth: undefined }).code).toBe("wire.tooDeep");
  });

  test("another root is another message", () => {
    expect(failure(encode("<html/>"))).toMatchObject({ code: "wire.unexpectedMessage" });
    expect(readXml(encode("<html/>"), { rootName: "html" }).root).toEqual(leaf("html", ""));
  });
});
