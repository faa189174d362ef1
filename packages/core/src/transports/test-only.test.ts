import { describe, expect, test } from "vitest";
import { httpTransport } from "./http/http-transport.ts";
import { folderTransport } from "./index.ts";

const http = {
  baseUrl: "http://127.0.0.1:1",
  institutionCode: "9910000000",
  password: "synthetic",
  dangerouslyAllowPlainHttp: true,
};
const folders = { req: "req", res: "res" };

describe("testOnly", () => {
  test.each(["true", "false", 1, 0, null, {}])("%j is neither true nor false", (odd) => {
    const testOnly = odd as boolean;
    for (const make of [() => folderTransport({ ...folders, testOnly }), () => httpTransport({ ...http, testOnly })])
      expect(make).toThrow(
        expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field: "testOnly" }) }),
      );
  });

  test("is off when nobody asked for it", () => {
    expect(folderTransport(folders).testOnly).toBe(false);
    expect(folderTransport({ ...folders, testOnly: true }).testOnly).toBe(true);
    expect(httpTransport({ ...http, institutionCode: "1310000007" }).testOnly).toBe(false);
    expect(httpTransport({ ...http, testOnly: true }).testOnly).toBe(true);
  });

  test.each([
    ["a test account without it", { institutionCode: "9910000000" }],
    ["an account that could be real with it", { institutionCode: "1310000007", testOnly: true }],
    ["an account of no prefecture", { institutionCode: "4810000007" }],
  ])("httpTransport refuses %s", (_, options) => {
    expect(() => httpTransport({ ...http, ...options })).toThrow(/"institutionCode".*testOnly: true/);
  });
});
