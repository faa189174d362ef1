import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OnshiClient } from "@onshi/core";
import { expect } from "vitest";
import type { BadInput } from "./bad-input.ts";
import { failure } from "./judge.ts";
import { expectAnswer, papersOf, type Place } from "./place.ts";

type Role = "req" | "res" | "face";

const firstCheckIn = async (client: OnshiClient, signal?: AbortSignal): Promise<void> => {
  for await (const checkIn of client.checkIns(signal === undefined ? {} : { signal })) {
    await checkIn.acknowledge();
    return;
  }
};

const missing = (role: Role): BadInput => ({
  what: `folder ${role} is missing`,
  code: "folder.missing",
  details: { folder: role },
  planted: ["onshi-mock-", "0005678"],
  run: async (place) => {
    const { folders } = place.mock;
    await rename(folders[role], `${folders[role]}.away`);
    const call = role === "face" ? firstCheckIn(place.folder) : place.folder.eligibility.verify(papersOf(place));
    const error = await failure(call);
    await rename(`${folders[role]}.away`, folders[role]);
    return {
      error,
      afterwards: async () => {
        await expectAnswer(place);
        await place.mock.present("late-elderly");
        await firstCheckIn(place.folder);
        expect(await readdir(folders.res)).toEqual([]);
      },
    };
  },
});

/** What stands where: the three ways to take two for one another, the two ways to turn all, the three to name one twice. */
// oxfmt-ignore
const mixtures: readonly (readonly [req: Role, res: Role, face: Role])[] = [
  ["res", "req", "face"], ["face", "res", "req"], ["req", "face", "res"],
  ["res", "face", "req"], ["face", "req", "res"],
  ["req", "req", "face"], ["req", "res", "req"], ["req", "res", "res"],
];

type Mixture = (typeof mixtures)[number];

const leftovers = ["OQSsiquc01res_LEFTOVER1.xml", "OQSsiquc01res_LEFTOVER2.xml"];

/** Two answers that nobody fetched and two check-ins that nobody took give away the mixture; a single one could be a stray. */
const swapped = ([req, res, face]: Mixture, call: "verify" | "checkIns"): BadInput => ({
  what: `folders mixed up: req is ${req}, res is ${res}, face is ${face} (${call})`,
  code: "folder.swapped",
  planted: ["onshi-mock-", "0005678"],
  run: async (place) => {
    const { folders } = place.mock;
    for (const name of leftovers) await writeFile(join(folders.res, name), "");
    await place.mock.present("late-elderly");
    await place.mock.present("late-elderly");
    const before = await filesOf(place);
    const client = place.openFolder({ req: folders[req], res: folders[res], face: folders[face] });
    const error = await failure(
      call === "verify"
        ? client.eligibility.verify(papersOf(place), { timeoutMs: 2000 })
        : firstCheckIn(client, AbortSignal.timeout(2000)),
    );
    return {
      error,
      afterwards: async () => {
        expect(await filesOf(place)).toEqual(before);
        await firstCheckIn(place.folder);
        await firstCheckIn(place.folder);
        await expectAnswer(place);
        for (const name of leftovers) await rm(join(folders.res, name));
      },
    };
  },
});

const filesOf = async ({ mock }: Place): Promise<readonly string[]> =>
  (await Promise.all(Object.values(mock.folders).map((folder: string) => readdir(folder)))).flat();

const touchesAnother = ([req, res, face]: Mixture): boolean => req !== "req" || res !== "res" || face === "req";

/** The folders themselves: not there, or taken for one another. */
export const folderSetupRows: readonly BadInput[] = [
  ...(["req", "res", "face"] as const).map(missing),
  ...mixtures.filter(touchesAnother).map((mixture) => swapped(mixture, "verify")),
  ...mixtures.filter(([, , face]) => face !== "face").map((mixture) => swapped(mixture, "checkIns")),
];
