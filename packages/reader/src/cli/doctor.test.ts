import { type Clock, OnshiError } from "@onshi/core/base";
import { describe, expect, test } from "vitest";
import { readerName, testCard, type TestCardOptions } from "../../test/card/test-card.ts";
import type { ReaderSource } from "../channel/reader-source.ts";
import { inProcessSource } from "../channel/in-process.ts";
import { examine } from "./doctor.ts";

interface Report {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly text: string;
}

/** A clock on which every look is `step` milliseconds after the last one. */
function steppingClock(step: number): Clock {
  let now = 0;
  return { now: () => new Date(0), monotonic: () => (now += step), sleep: () => new Promise(() => undefined) };
}

async function report(source: ReaderSource, step = 20): Promise<Report> {
  const run = async (json: boolean): Promise<{ readonly code: number; readonly out: string }> => {
    let out = "";
    const io = {
      out: (text: string) => void (out += text),
      err: () => undefined,
      system: { locale: "ja-JP", version: "0.0.0-test" },
      readPin: () => new Uint8Array(),
      signal: new AbortController().signal,
    };
    const args = { command: "doctor", json, reader: "auto", pem: false, allowLastTry: false } as const;
    return { code: await examine(source, args, io, steppingClock(step)), out };
  };
  const json = await run(true);
  const lines = json.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code: json.code, lines, text: (await run(false)).out };
}

const brief = ({ lines }: Report): readonly unknown[] =>
  (lines as readonly { check: string; state: string; code?: string }[]).map(({ check, state, code }) =>
    code === undefined ? `${check} ${state}` : `${check} ${state} ${code}`,
  );

const withCard = (options?: TestCardOptions): ReaderSource =>
  inProcessSource([{ name: readerName, card: testCard(options) }]);

test("all is well: every check, in both languages", async () => {
  const { code, lines, text } = await report(withCard());
  expect([code, lines.map(({ check, state }) => `${String(check)} ${String(state)}`)]).toEqual([
    0,
    ["service", "readers", "card", "application", "certificate", "pin", "extendedLength", "timing"].map(
      (one) => `${one} ok`,
    ),
  ]);
  expect(text).toMatch(/有効期限 2029-04-10/);
  expect(text).toMatch(/20\.0 ms/);
  for (const line of text.trimEnd().split("\n")) expect(line).toMatch(/^(✓ .*[ぁ-んァ-ヶ一-龠]|  [A-Z])/);
});

describe("what can be wrong", () => {
  test.each<[string, ReaderSource, number, string]>([
    [
      "no service",
      { ...inProcessSource([]), list: () => Promise.reject(new OnshiError("card.serviceMissing")) },
      3,
      "service failed card.serviceMissing",
    ],
    ["no reader", inProcessSource([]), 3, "readers failed card.readerMissing"],
    ["no card", inProcessSource([{ name: "A" }]), 3, "card failed card.absent"],
    [
      "two cards",
      inProcessSource([
        { name: "A", card: testCard() },
        { name: "B", card: testCard() },
      ]),
      3,
      "card failed card.readerAmbiguous",
    ],
    [
      "no certificate",
      withCard({ quirks: { authenticationCertificate: "missing" } }),
      3,
      "certificate failed card.certificateMissing",
    ],
    ["a phone", withCard({ profile: "android" }), 0, "certificate advice card.pinRequired"],
    ["a blocked PIN", withCard({ pinTries: 0 }), 0, "pin advice pin.blocked"],
    ["short reads only", withCard({ quirks: { extendedLength: "wrongLength" } }), 0, "extendedLength advice"],
  ])("%s", async (_name, source, code, finding) => {
    const found = await report(source);
    expect([found.code, brief(found)]).toEqual([code, expect.arrayContaining([finding])]);
  });

  test("a slow reader, and one that is known to need something", async () => {
    expect(brief(await report(withCard(), 900))).toContain("timing advice");
    const sony = await report(inProcessSource([{ name: "SONY RC-S380/P", card: testCard() }]));
    expect(sony.text).toMatch(/PC\/SC アクティベーター/);
  });
});
