import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { systemRandom } from "@onshi/core/base";
import { declarations } from "@onshi/core/messages";
import { matchPerson } from "@onshi/core/rules";
import { describe, expect, test } from "vitest";
import { peopleOf } from "../../packages/core/src/cli/csv/people.ts";
import { shortened } from "../../packages/core/src/client/field-names.ts";
import { assertBelongs, keysOf, sealWith, sealed } from "../../packages/core/src/client/question/keys.ts";
import { drugLinesOf } from "../../packages/core/src/client/viewing/drug-lines.ts";
import { treatmentLinesOf } from "../../packages/core/src/client/viewing/treatment-lines.ts";
import { Anonymiser } from "../../packages/core/src/fidelity/anonymise/anonymiser.ts";
import { standingByKeys } from "../../packages/mock-server/src/centre/register.ts";
import { golden } from "./xmllint.ts";

/** What makes a careless pattern, or the engine's own ordering of marks, take the square of the length. */
const hostile: readonly (readonly [name: string, unit: string])[] = [
  ["combining marks in turns", "\u0316\u0301"],
  ["marks of half width", "ﾞ\u0316"],
  ["hyphens", "-"],
  ["full-width hyphens", "－"],
  ["zeros", "0"],
  ["blanks", " "],
  ["letters", "a"],
  ["Institution", "Institution"],
];

/** An answer with the text as the value, or in the tag, of an element. */
function answerWith(text: string): Uint8Array {
  const answer = new TextDecoder().decode(golden("OQSsiquc01res_full.xml"));
  const tag = /^[a-z]+$/i.test(text) ? `<${text}>1</${text}>` : "";
  return new TextEncoder().encode(
    answer
      .replace(/(?<=<InsurerNumber>)[^<]*/g, `06${text}`)
      .replace(/(?<=<Name>)[^<]*/g, `花${text}`)
      .replace(/(?<=<Birthdate>)[^<]*/g, `1${text}`)
      .replace("<MessageBody>", `<MessageBody>${tag}`),
  );
}

const month = (text: string) => ({
  header: {},
  body: {
    receiptMonths: [
      {
        month: "2026-10",
        days: [
          {
            prescribedOn: "2026-10-01",
            drugs: [{ name: `か${text}`, quantity: `1${text}` }],
            treatments: [{ treatmentClass: `5${text}` }],
          },
        ],
      },
    ],
  },
});

const entries: readonly (readonly [name: string, take: (text: string) => unknown])[] = [
  ["keys of question and answer", (text) => keysOf({ body: { inquiry: { number: `1${text}` } } })],
  [
    "the answer belongs to the question",
    (text) => {
      const seal = sealWith(new Uint8Array(32), "1");
      const message = { body: { inquiry: { number: `1${text}1` } } };
      assertBelongs(sealed(keysOf(message), seal), seal, message, new Uint8Array());
    },
  ],
  ["drug lines", (text) => drugLinesOf(month(text))],
  ["treatment lines", (text) => treatmentLinesOf(month(text))],
  ["head of a list of people", (text) => expect(() => peopleOf(`か${text},b\n1,2\n`)).toThrow("column")],
  ["anonymise", (text) => new Anonymiser(declarations, systemRandom).file("a.xml", answerWith(text))],
  ["register of the simulated centre", (text) => registerAsked(text)],
  [
    "matchPerson",
    (text) =>
      matchPerson(
        { person: { name: `花${text}`, birthdate: `1${text}` } },
        { name: `${text}花`, birthdate: "1980-01-31" },
      ),
  ],
  ["name of a field", (text) => shortened(text)],
];

function registerAsked(text: string): unknown {
  const insurance = { insurerNumber: "06990014", symbol: `1${text}2`, number: `2${text}3` };
  const persona = { person: { birthdate: "1980-01-31" }, insurances: [insurance] };
  const keys = { insurerNumber: "06990014", symbol: `1${text}`, number: `2${text}` };
  return standingByKeys([persona] as never, keys, "2026-11-25", "9910000000");
}

describe.each(entries)("%s", (_, take) => {
  test.each(hostile)("takes 60,000 characters of %s in its stride", (_name, unit) => {
    const text = unit.repeat(60_000 / unit.length);
    take(unit);
    // Processor time of this process. What else the machine does only makes a run longer, so the shortest of some counts.
    const cost = (): number => {
      const start = process.cpuUsage();
      take(text);
      return process.cpuUsage(start).user / 1000;
    };
    expect(Math.min(cost(), cost(), cost())).toBeLessThan(1_000);
  });
});

test("nothing normalises text but the one fold that is linear", () => {
  const root = join(import.meta.dirname, "../../packages");
  const sources = ["core", "reader", "mock-server"].flatMap((name) =>
    readdirSync(join(root, name, "src"), { recursive: true, encoding: "utf8" }).map((file) =>
      join(root, name, "src", file),
    ),
  );
  const normalising = sources.filter(
    (file) => /(?<!\.test)\.ts$/.test(file) && readFileSync(file, "utf8").includes(".normalize("),
  );
  expect(
    normalising.map((file) =>
      file
        .split(/[\\/]packages[\\/]/)
        .at(-1)
        ?.replaceAll("\\", "/"),
    ),
  ).toEqual(["core/src/base/nfkc.ts"]);
});
