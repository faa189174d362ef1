import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Overlay } from "@onshi/core";
import { type Clock, OnshiError } from "@onshi/core/base";
import { expect } from "vitest";
import { clockAt } from "../../../packages/mock-server/src/test-world.ts";
import type { BadInput, Outcome } from "./bad-input.ts";
import { brokenAnswers, type Broken, brokenDocuments, planted } from "./documents.ts";
import { failure } from "./judge.ts";
import { expectAnswer, fileIdentifier, openPlace, papersOf, type Place } from "./place.ts";

const inRes = ({ content, ...row }: Broken): BadInput => ({
  ...row,
  what: `res: ${row.what}`,
  run: async (place) => {
    const laid = await place.layAnswer(content);
    const error = await failure(place.hastyFolder.eligibility.verify(papersOf(place), { timeoutMs: 400_000 }));
    return {
      error,
      afterwards: async () => {
        expect(await laid.isUntouched()).toBe(true);
        await expectAnswer(place);
        await laid.remove();
      },
    };
  },
});

/** The first patient's file is broken, which is told once it is still; the second one is not kept waiting. */
const inFace = ({ content, ...row }: Broken): BadInput => ({
  ...row,
  what: `face: ${row.what}`,
  run: async (place): Promise<Outcome> => {
    const laid = await place.layCheckIn(content);
    await place.mock.present("late-elderly");
    const told: unknown[] = [];
    let served = 0;
    const both = new AbortController();
    const endWithBoth = (): void => {
      if (told.length > 0 && served > 0) both.abort();
    };
    for await (const checkIn of place.hastyFolder.checkIns({
      signal: both.signal,
      onUnreadable: (error, name) => {
        expect(name).toBe(laid.name);
        told.push(error);
        endWithBoth();
      },
    })) {
      expect(checkIn.answer.validity).toBe("valid");
      await checkIn.acknowledge();
      served++;
      endWithBoth();
    }
    expect(served).toBe(1);
    const [error] = told;
    if (!OnshiError.is(error)) throw new Error("nothing was told of the file", { cause: error });
    return {
      error,
      afterwards: async () => {
        expect(told).toHaveLength(1);
        expect(await laid.isUntouched()).toBe(true);
        await laid.remove();
        expect(await readdir(place.mock.folders.face)).toEqual([]);
        await expectAnswer(place);
      },
    };
  },
});

/** Its layout has a tag the terminal does not know. */
const wrongOverlay: Overlay = {
  onshiOverlay: 1,
  source: "試験",
  changes: [
    {
      do: "renameElement",
      message: "OQSsiquc01req",
      path: "MessageBody/QualificationConfirmSearchInfo/InsuredIdentificationNumber",
      to: "InsuredNumber",
    },
  ],
};

const rejected: BadInput = {
  what: ".err: the terminal does not accept the request",
  code: "folder.rejected",
  details: { folder: "res" },
  planted: ["ZQX731", "0005678", "InsuredNumber"],
  run: async (place) => {
    const client = place.openFolder({}, { overlay: wrongOverlay });
    const error = await failure(client.eligibility.verify({ ...papersOf(place), symbol: "ZQX731" }));
    return {
      error,
      afterwards: async () => {
        expect(await readdir(place.mock.folders.res)).toEqual([error.details.fileName]);
        expect(error.details.fileName).toMatch(/^OQSsiquc01req_\w{20}\.err$/);
        expect(new TextDecoder().decode(error.rawBytes)).toContain("InsuredNumber");
        await expectAnswer(place);
        await rm(join(place.mock.folders.res, error.details.fileName ?? ""));
      },
    };
  },
};

/** A centre that takes its time until it is told to go on. */
export async function slowPlace(): Promise<Place & { readonly goOn: () => void }> {
  let goOn: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const clock: Clock = { ...clockAt(), sleep: () => gate };
  const place = await openPlace({ answerDelayMs: 1, clock });
  return { ...place, goOn };
}

const late: BadInput = {
  what: "no answer in time; the late one is picked up afterwards, by another program",
  code: "answer.timeout",
  planted: ["0005678"],
  run: async () => {
    const place = await slowPlace();
    const error = await failure(place.folder.eligibility.verify(papersOf(place), { timeoutMs: 100 }));
    return {
      error,
      afterwards: async () => {
        expect(error.details.reference).toMatch(/^\w{20}$/);
        place.goOn();
        const answer = await place
          .openFolder()
          .eligibility.awaitAnswer(error.details.reference ?? "", { question: papersOf(place) });
        expect(answer).toMatchObject({ validity: "valid", raw: { header: { fileIdentifier } } });
        expect(await readdir(place.mock.folders.res)).toEqual([]);
        await expectAnswer(place);
        await place.close();
      },
    };
  },
};

const terminalOff: BadInput = {
  what: "no answer in time, because the terminal is off; the request is answered once it is on",
  code: "answer.timeout",
  details: { variant: "notPickedUp" },
  planted: ["0005678"],
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), "onshi-off-"));
    const off = await openPlace({ folder });
    await off.mock.close();
    const error = await failure(off.folder.eligibility.verify(papersOf(off), { timeoutMs: 100 }));
    return {
      error,
      afterwards: async () => {
        expect(await readdir(off.mock.folders.req)).toEqual([`OQSsiquc01req_${error.details.reference}.xml`]);
        const on = await openPlace({ folder });
        expect(await off.folder.eligibility.awaitAnswer(error.details.reference ?? "")).toMatchObject({
          validity: "valid",
        });
        await expectAnswer(on);
        await off.close();
        await on.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

const half: BadInput = {
  what: "an answer that stops in the middle; the whole one is picked up afterwards",
  code: "answer.timeout",
  details: { variant: "incomplete" },
  planted: ["0005678", "試験　花子"],
  run: async (place) => {
    const { source } = await place.folder.eligibility.verify(papersOf(place));
    const laid = await place.layAnswer(source.rawBytes.slice(0, 1000));
    const error = await failure(place.folder.eligibility.verify(papersOf(place), { timeoutMs: 100 }));
    return {
      error,
      afterwards: async () => {
        expect(await laid.isUntouched()).toBe(true);
        await writeFile(laid.path, source.rawBytes);
        const answer = await place.folder.eligibility.awaitAnswer(error.details.reference ?? "");
        expect(answer.source.rawBytes).toEqual(source.rawBytes);
        await expectAnswer(place);
      },
    };
  },
};

const large: BadInput = {
  what: "res: an answer over the limit",
  code: "wire.tooLarge",
  details: { limit: 500 },
  planted,
  run: async (place) => {
    const client = place.openFolder({ maxAnswerBytes: 500 });
    const laid = await place.layAnswer(`<XmlMsg><Name>${"ZQX731".repeat(100)}</Name></XmlMsg>`);
    const error = await failure(client.eligibility.verify(papersOf(place)));
    return {
      error,
      afterwards: async () => {
        expect(await laid.isUntouched()).toBe(true);
        await laid.remove();
        await expectAnswer(place);
      },
    };
  },
};

/** The folder door: what lies in the folders, and what does not come. */
export const folderRows: readonly BadInput[] = [
  ...brokenDocuments.filter(({ what }) => what !== "unclosed tag").map(inRes),
  ...brokenDocuments.filter(({ what }) => what !== "unclosed tag").map(inFace),
  ...brokenAnswers.map(inRes),
  rejected,
  late,
  terminalOff,
  half,
  large,
];
