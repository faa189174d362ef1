import { expect, test } from "vitest";
import { OnshiError } from "./errors/onshi-error.ts";
import { exitCode, reportError, wrongArgument } from "./program.ts";

function report(
  error: OnshiError,
  json: boolean,
): { readonly out: string; readonly err: string; readonly code: number } {
  let out = "";
  let err = "";
  const code = reportError({ out: (text) => (out += text), err: (text) => (err += text) }, error, json);
  return { out, err, code };
}

// An option of the client can be wrong because an argument was: whoever typed it is at the keyboard.
test.each([
  [
    "an argument",
    wrongArgument("--port", "a port", "ポート番号"),
    /「--port」の指定が誤りです（正しい形式：ポート番号）/,
  ],
  ["what an argument became", new OnshiError("config.invalid", { field: "institutionCode" }), /「institutionCode」/],
  ["a file of corrections", new OnshiError("overlay.invalid", { field: "changes[0]" }), /補正ファイル.*changes\[0\]/],
])("a typing mistake in %s does not send anybody to the vendor, as text or as JSON", (_, error, expected) => {
  for (const json of [false, true]) {
    const { out, err, code } = report(error, json);
    expect(out + err).toMatch(expected);
    expect(out + err).not.toContain("窓口");
    expect(code).toBe(exitCode.badUse);
  }
});

test("every other error is reported as it is", () => {
  const error = new OnshiError("http.authenticationFailed", { status: 401 });
  expect(report(error, false).err).toBe(`${error.operatorMessage}\n${error.code}: ${error.vendorMessage}\n`);
  expect(() => report(new TypeError("a defect") as OnshiError, false)).toThrow(TypeError);
});
