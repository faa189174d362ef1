import { describe, expect, test } from "vitest";
import { incoming, MemoryTransport } from "../../../test/fakes/memory-transport.ts";
import { golden } from "../../../test/golden.ts";
import { edit } from "../../../test/fakes/desk.ts";
import type { Bulk, ListedPersonAnswer, OnshiClientOptions } from "../index.ts";
import { memorySiteStore, OnshiClient } from "../index.ts";

type Lists = Pick<OnshiClient, "homeVisits" | "onlineConsultations" | "publicAssistance">;

const text = (name: string): string => new TextDecoder().decode(golden(name));

/** The first person of a list whose hand-typed result states `end` for the drugs. */
async function firstOf(
  stem: string,
  ask: (lists: Lists) => Promise<Bulk<ListedPersonAnswer>>,
  end: string,
  options: Partial<OnshiClientOptions> = {},
): Promise<ListedPersonAnswer | undefined> {
  // The three lists have one layout; the home visits' golden file is the one with consents.
  const [reception, result] = [`${stem}01res_full.xml`, "OQSmuhvq02res_full.xml"].map((name) =>
    edit(
      text(name),
      [/<ArbitraryFileIdentifier>.*/, ""],
      [/<ReceptionNumber>.*/, "<ReceptionNumber>R1</ReceptionNumber>"],
    ).replace("</PharmacistsInfoConsTime>", `$&${end}`),
  );
  if (reception === undefined || result === undefined) throw new Error("no golden file");
  const transport = new MemoryTransport(({ id }) =>
    id.endsWith("01req") ? incoming(`${stem}01res`, reception) : incoming(`${stem}02res`, result),
  );
  const client = new OnshiClient({
    institutionCode: "9910000000",
    transport,
    site: memorySiteStore(),
    random: { bytes: (count) => new Uint8Array(count) },
    ...options,
  });
  for await (const person of await ask(client)) return person;
  return undefined;
}

const days = { from: "2026-11-01", to: "2026-11-20" };
const lists: readonly (readonly [string, string, (lists: Lists) => Promise<Bulk<ListedPersonAnswer>>])[] = [
  ["home visits", "OQSmuhvq", ({ homeVisits }) => homeVisits.listConsented(days)],
  ["online consultations", "OQSmuonq", ({ onlineConsultations: online }) => online.listConsented({ consented: days })],
  ["entrusted persons", "OQSmutic", ({ publicAssistance }) => publicAssistance.listEntrusted({ month: "2026-11" })],
];
const ends = [
  ["missing", ""],
  ["empty", "<PharmacistsInfoAvailableTime/>"],
  ["unreadable", "<PharmacistsInfoAvailableTime>20261399091611</PharmacistsInfoAvailableTime>"],
] as const;
const readable = "<PharmacistsInfoAvailableTime>20261231235959</PharmacistsInfoAvailableTime>";

describe.each(lists)("a list of %s", (name, stem, ask) => {
  test.each(ends)("a consent whose end is %s opens nothing, and the kind is named", async (_, end) => {
    const person = await firstOf(stem, ask, end);
    expect(person?.consents).not.toHaveProperty("medication");
    expect(person?.consents).toMatchObject({ states: { medication: "consented" }, withoutEnd: ["medication"] });
    expect(person?.problems).toContainEqual(
      expect.objectContaining({ kind: "consentWithoutEnd", field: "medicationUsableUntil" }),
    );
  });

  test("a consent with an end opens its calls", async () => {
    const person = await firstOf(stem, ask, readable);
    expect(person?.consents.medication?.usableUntil).toBe("2026-12-31T23:59:59+09:00");
    expect(person?.problems).toEqual([]);
  });

  test.each(ends)(
    "`homeVisitConsentsWithoutEnd` opens those of home visits only, and none unreadable: %s",
    async (kind, end) => {
      const person = await firstOf(stem, ask, end, { homeVisitConsentsWithoutEnd: "usable" });
      const opens = name === "home visits" && kind !== "unreadable";
      expect(person?.consents.medication?.kind).toBe(opens ? "medication" : undefined);
    },
  );
});

test.each(["publicAssistanceConsents", "homeVisitConsentsWithoutEnd"])(
  "%s: an unknown word is found when the client is made",
  (field) => {
    for (const wrong of ["Usable", true, null, 1]) {
      const options = {
        institutionCode: "9910000000",
        transport: new MemoryTransport(() => incoming("OQSsiquc01res", "<XmlMsg/>")),
        [field]: wrong,
      };
      expect(() => new OnshiClient(options)).toThrow(
        expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) as unknown }),
      );
    }
  },
);
