import { describe, expect, test } from "vitest";
import { runCli } from "../../test/fakes/cli-io.ts";
import { harmless, type OutsideIo } from "./io.ts";

const hostile = "\u009b31mred\u202etxt.xml";
// oxlint-disable-next-line no-control-regex -- control characters are the point here
const orders = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const message = `<XmlMsg><MessageHeader><ErrorMessage>${hostile}</ErrorMessage></MessageHeader><MessageBody/></XmlMsg>`;

describe("no terminal command gets through from outside", () => {
  const files = { "OQSsiquc01res_1.xml": message, [`in/${hostile}`]: "<", [`in/OQSsiquc01res_${hostile}`]: message };

  test.each([
    ["decode, a value", ["decode", "OQSsiquc01res_1.xml"]],
    ["decode --wire", ["decode", "--wire", "OQSsiquc01res_1.xml"]],
    ["decode --json", ["decode", "--json", "OQSsiquc01res_1.xml"]],
    ["decode, a file name", ["decode", `in/${hostile}`]],
    ["conform, file names", ["conform", "in"]],
    ["conform --json", ["conform", "in", "--json"]],
    ["anonymise, a folder", ["anonymise", "in", "--out", "out"]],
    ["an unknown command", [hostile]],
    ["an unknown option", ["decode", `--${hostile}`]],
  ])("%s", async (_what, args) => {
    const { out, err } = await runCli(args, { files });
    expect(out + err).not.toBe("");
    expect(out + err).not.toMatch(orders);
  });

  test("a document goes into a pipe as it is, and to a terminal escaped", async () => {
    const args = ["encode", "OQSsiquc01res_1.json"];
    const json = JSON.stringify({
      XmlMsg: { MessageHeader: { ErrorMessage: hostile }, MessageBody: { ProcessingResultMessage: "x" } },
    });
    const asked = { files: { "OQSsiquc01res_1.json": json } };
    expect((await runCli(args, asked)).out).toContain(hostile);
    const shown = await runCli(args, { ...asked, isTerminal: true });
    expect(shown.out).toContain("\\u009b31mred\\u202etxt");
    expect(shown.out).not.toMatch(orders);
  });

  test("a redrawn line contains no terminal command but the program's own", () => {
    let err = "";
    const outside = { out: () => undefined, err: (text: string) => void (err += text) } as unknown as OutsideIo;
    harmless(outside).redraw(`1/2 ${hostile}\n`);
    expect(err).toBe("\r1/2 \\u009b31mred\\u202etxt.xml\\u000a\u001b[K");
  });
});
