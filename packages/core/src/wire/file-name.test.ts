import { describe, expect, test } from "vitest";

import { systemRandom } from "../base/index.ts";
import { errorFileName, newFreePart, parseFileName, requestFileName, resultBaseName } from "./file-name.ts";

const faceName = "OQSsiquc01res_face_9910000000da5260a16de5a3d3ad7_20260929160112.xml";

describe("parseFileName", () => {
  test.each([
    ["OQSsiquc01req_202611200001.xml", "OQSsiquc01req", "request", "202611200001", "xml"],
    ["OQSsiquc01res_202611200001.xml", "OQSsiquc01res", "result", "202611200001", "xml"],
    ["OQSsiquc01req_202611200001.err", "OQSsiquc01req", "error", "202611200001", "err"],
    ["YZKsiquc01res_022611200916501.pdf", "YZKsiquc01res", "result", "022611200916501", "pdf"],
    ["OQSmuhvq02res_202611200001.zip", "OQSmuhvq02res", "result", "202611200001", "zip"],
    ["EPSsiPIR01req_A1.xml", "EPSsiPIR01req", "request", "A1", "xml"],
    ["PMHsimsm01res_1.xml", "PMHsimsm01res", "result", "1", "xml"],
    ["OQSsiquc01res_20261120-7_試験.xml", "OQSsiquc01res", "result", "20261120-7_試験", "xml"],
    ["OQSsiquc01req_req_req_.xml", "OQSsiquc01req", "request", "req_req_", "xml"],
    [faceName, "OQSsiquc01res", "face", "9910000000da5260a16de5a3d3ad7", "xml"],
    ["OQSsiquc01res_face_a_b_c_20260929160112.xml", "OQSsiquc01res", "face", "a_b_c", "xml"],
    ["OQSsiquc01res_face_20260929160112.xml", "OQSsiquc01res", "face", "", "xml"],
    ["OQSsiquc01res_face_20260929160112 - コピー (3).xml", "OQSsiquc01res", "face", "", "xml"],
    ["OQSsiquc01res_face_9910000000a_20260929160112 - コピー.XML", "OQSsiquc01res", "face", "9910000000a", "xml"],
    ["OQSsiquc01res_face_9910000000a_20260929160112 (2).xml", "OQSsiquc01res", "face", "9910000000a", "xml"],
    ["OQSsiquc01res_1 - コピー.xml", "OQSsiquc01res", "result", "1 - コピー", "xml"],
    ["YZKsiquc01res_1.PDF", "YZKsiquc01res", "result", "1", "pdf"],
    ["OQSsiquc01req_1.ERR", "OQSsiquc01req", "error", "1", "err"],
    ["OQSsiquc01res_face_9910000000.xml", "OQSsiquc01res", "result", "face_9910000000", "xml"],
  ])("%s", (name, id, kind, free, extension) => {
    expect(parseFileName(name)).toEqual({ id, kind, free, extension });
  });

  test.each([
    "",
    "notes.txt",
    "Thumbs.db",
    "OQSsiquc01req_.xml",
    "OQSsiquc01req_a",
    "OQSsiquc01req_a.xml.tmp",
    "OQSsiquc01req_a.pdf",
    "OQSsiquc01res_a.err",
    "OQSsiquc01res_a.txt",
    `OQSsiquc01res_${"a".repeat(300)}.xml`,
    "OQSxxquc01req_a.xml",
    "oqssiquc01req_a.xml",
    "OQSsiquc1req_a.xml",
    "OQSsiquc01rex_a.xml",
    "OQSsiquc01req_../a.xml",
    String.raw`OQSsiquc01res_..\a.xml`,
    "../OQSsiquc01res_a.xml",
    "OQSsiquc01res_a.xml\n",
    " OQSsiquc01res_a.xml",
  ])("%j does not belong to the exchange", (name) => {
    expect(parseFileName(name)).toBeUndefined();
  });

  test("is not slowed down by a malicious name", () => {
    const started = performance.now();
    parseFileName(`OQSsiquc01res_face_${"_".repeat(100_000)}`);
    parseFileName(`OQSsiquc01res_face_${"_20260929160112".repeat(20_000)}`);
    parseFileName(`OQSsiquc01res_face_${"_20260929160112 ".repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("a fresh free part", () => {
  test("has at least 96 bits and makes a request's name", () => {
    const free = newFreePart(systemRandom);
    expect(free).toMatch(/^[0-9A-Z]{20}$/);
    expect(free.length * 5).toBeGreaterThanOrEqual(96);
    expect(requestFileName("OQSsiquc01req", free)).toBe(`OQSsiquc01req_${free}.xml`);
  });
});

describe("names of a request", () => {
  test("request, result and error belong together", () => {
    const name = requestFileName("OQSsiquc01req", "202611200001");
    expect(name).toBe("OQSsiquc01req_202611200001.xml");
    expect(resultBaseName(name)).toBe("OQSsiquc01res_202611200001");
    expect(errorFileName(name)).toBe("OQSsiquc01req_202611200001.err");
  });

  test("only the req after the id changes", () => {
    expect(resultBaseName("OQSsiquc01req_Areq1.xml")).toBe("OQSsiquc01res_Areq1");
    expect(resultBaseName("OQSsiquc01req_x_OQSsiquc01req_.xml")).toBe("OQSsiquc01res_x_OQSsiquc01req_");
  });

  test.each(["", "a_b", "a-b", "../a", "試験", "a\n", "x".repeat(33)])("refuses the free part %j", (free) => {
    expect(() => requestFileName("OQSsiquc01req", free)).toThrow(expect.objectContaining({ code: "request.invalid" }));
  });

  test.each(["OQSsiquc01", "OQSsiquc01res", "../OQSsiquc01req", "OQSsiquc01req_a"])("refuses the id %j", (id) => {
    expect(() => requestFileName(id, "1")).toThrow(expect.objectContaining({ code: "request.invalid" }));
  });

  test("a result has no result", () => {
    expect(() => resultBaseName("OQSsiquc01res_a.xml")).toThrow(expect.objectContaining({ code: "request.invalid" }));
    expect(() => errorFileName(faceName)).toThrow(expect.objectContaining({ code: "request.invalid" }));
  });
});
