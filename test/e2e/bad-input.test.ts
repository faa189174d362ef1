import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BadInput } from "./bad-input/bad-input.ts";
import { cardRows } from "./bad-input/cards.ts";
import { acceptedForms } from "./bad-input/documents.ts";
import { folderSetupRows } from "./bad-input/folder-setup.ts";
import { folderRows } from "./bad-input/folders.ts";
import { httpsRows } from "./bad-input/https.ts";
import { judge } from "./bad-input/judge.ts";
import { openPlace, papersOf, type Place } from "./bad-input/place.ts";
import { requestRows } from "./bad-input/requests.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

/** Everything that can be put in wrongly: one row, one code, both texts, nothing lost, and the work goes on. */
const table: Readonly<Record<string, readonly BadInput[]>> = {
  "reader, card and PIN": cardRows,
  "folder exchange": [...folderRows, ...folderSetupRows],
  "HTTPS and card token": httpsRows,
  requests: requestRows,
};

describe.each(Object.entries(table))("bad input: %s", (_, rows) => {
  test.each(rows)("$what → $code", async ({ run, ...verdict }) => {
    const { error, afterwards } = await run(place);
    try {
      judge(error, verdict);
    } finally {
      await afterwards();
    }
  });
});

test("no two cases have the same name", () => {
  const names = Object.values(table).flatMap((rows) => rows.map(({ what }) => what));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("the answer in every form the reader must take", async () => {
  const { source } = await place.folder.eligibility.verify(papersOf(place));
  for (const [what, document] of acceptedForms(new TextDecoder().decode(source.rawBytes))) {
    await place.layAnswer(document);
    const answer = await place.folder.eligibility.verify(papersOf(place));
    expect(answer, what).toMatchObject({ validity: "valid", problems: [] });
    expect(answer.raw.body.results?.[0]?.name, what).toMatch(/^試験/);
  }
});
