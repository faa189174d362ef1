import { describe, expect, test } from "vitest";
import { checkInXml, desk, edit } from "../../../test/fakes/desk.ts";
import { ManualClock } from "../../../test/fakes/manual-clock.ts";
import { readXml } from "../../wire/index.ts";
import { createCodec } from "../../wire/codec/codec.ts";
import { applyOverlay, declarations, type EligibilityResult, type Insurance } from "../../messages/index.ts";
import { assertUsable, type ConsentOptions, consentProblems } from "./consent.ts";
import { type Consent, consentKinds, type Consents, consentsOf } from "../index.ts";

type Change = Parameters<typeof edit>[1];

/** The consents of the hand-typed check-in with something changed. */
function consents(...changes: readonly Change[]): Consents {
  return consentsOf(decoded(edit(checkInXml, ...changes)));
}

function decoded(xml: string): EligibilityResult {
  return createCodec().decode("OQSsiquc01res_face", readXml(new TextEncoder().encode(xml)).root).message;
}

/** The result with other blocks: each is the first one without what it says of consents, and with what is given. */
function withConsents(result: EligibilityResult, ...blocks: readonly Partial<Insurance>[]): EligibilityResult {
  const [first] = result.body.results ?? [];
  if (!first) throw new Error("no insurance");
  const silent = Object.fromEntries(
    Object.entries(first).filter(([name]) => !/(?:Consent|ConsentAt|UsableUntil)$/.test(name)),
  ) as unknown as Insurance;
  return { ...result, body: { ...result.body, results: blocks.map((one) => ({ ...silent, ...one })) } };
}

const block = /<ResultOfQualificationConfirmation>[^]*<\/ResultOfQualificationConfirmation>/;
const flag = (to: string): Change => ["<PharmacistsInfoConsFlg>1<", `<PharmacistsInfoConsFlg>${to}<`];

describe("consentsOf", () => {
  test("a consent states kind, time, end, person and institution", () => {
    expect(consents().medication).toEqual({
      kind: "medication",
      givenAt: "2026-11-20T09:16:11+09:00",
      usableUntil: "2026-11-21T09:16:11+09:00",
      person: { insurerNumber: "06990014", symbol: "２０１", number: "３０", branch: "00" },
      institutionCode: "9910000000",
    });
  });

  test.each([
    ["0", "notConsented"],
    ["2", "expired"],
    ["3", "couldNotBeTaken"],
    ["7", "unknown:7"],
  ])("flag %s is a state and not a consent", (wire, state) => {
    const found = consents(flag(wire));
    expect(found.states.medication).toBe(state);
    expect(found).not.toHaveProperty("medication");
  });

  test("each kind by itself; a kind that is not mentioned has no state", () => {
    const all = consents(
      ["<DiagnosisInfoConsFlg>0<", "<DiagnosisInfoConsFlg>1<"],
      ["<PostNumber>", "<OperationInfoConsFlg>1</OperationInfoConsFlg>$&"],
    );
    expect(Object.keys(all).toSorted()).toEqual([
      "checkup",
      "medication",
      "stated",
      "states",
      "unknownKinds",
      "withoutEnd",
    ]);
    // The centre gave no end to these two, so they open nothing.
    expect(all.withoutEnd).toEqual(["treatment", "surgery"]);
    for (const kind of ["checkup", "medication"] as const) expect(all[kind]?.kind).toBe(kind);
    expect(consents().states).not.toHaveProperty("surgery");
  });

  test.each<readonly [string, Change]>([
    ["a missing end", [/<PharmacistsInfoAvailableTime>.*/, ""]],
    ["an empty end", [/(?<=<PharmacistsInfoAvailableTime>)\d+/, ""]],
    ["an end nobody can read", [/(?<=<PharmacistsInfoAvailableTime>)\d+/, "20261399091611"]],
  ])("with %s a consent opens nothing, and the kind is named", (_, change) => {
    const found = consents(change);
    expect(found.states.medication).toBe("consented");
    expect(found.stated.medication).toMatchObject({ givenAt: "2026-11-20T09:16:11+09:00" });
    expect(found).not.toHaveProperty("medication");
    expect(found.withoutEnd).toEqual(["medication"]);
    expect(consentProblems(found)).toEqual([
      {
        kind: "consentWithoutEnd",
        path: "body.results.medicationUsableUntil",
        field: "medicationUsableUntil",
      },
    ]);
  });

  test.each(consentKinds)("%s: stated as given without an end, it opens nothing and is named", (kind) => {
    const result = withConsents(decoded(checkInXml), { [`${kind}Consent`]: "consented" });
    const found = consentsOf(result);
    expect(found).not.toHaveProperty(kind);
    expect(found.states).toEqual({ [kind]: "consented" });
    expect(found.withoutEnd).toEqual([kind]);
    expect(consentProblems(found)).toMatchObject([{ kind: "consentWithoutEnd", field: `${kind}UsableUntil` }]);
  });

  describe("consents that go on until they are withdrawn", () => {
    const noEnd: Change = [/<PharmacistsInfoAvailableTime>.*/, ""];
    const unreadable: Change = [/(?<=<PharmacistsInfoAvailableTime>)\d+/, "20261399091611"];
    const continuing = (result: EligibilityResult): Consents => consentsOf(result, { continuingConsents: "usable" });

    test("need an end by default, and none where the vendor says so", () => {
      expect(consents(noEnd).withoutEnd).toEqual(["medication"]);
      expect(continuing(decoded(edit(checkInXml, noEnd))).medication?.kind).toBe("medication");
    });

    test("open nothing with an unreadable end, even after an overlay renamed the end's tag, and after storing", () => {
      expect(continuing(decoded(edit(checkInXml, unreadable)))).not.toHaveProperty("medication");
      const renamed = createCodec(
        applyOverlay(declarations, {
          onshiOverlay: 1,
          source: "test",
          changes: [
            {
              do: "renameElement",
              message: "OQSsiquc01res_face",
              path: "MessageBody/ResultList/ResultOfQualificationConfirmation/PharmacistsInfoAvailableTime",
              to: "DrugsUntil",
            },
          ],
        }),
      );
      const xml = edit(checkInXml, [/<PharmacistsInfoAvailableTime>.*/, "<DrugsUntil>20261399091611</DrugsUntil>"]);
      const result = renamed.decode("OQSsiquc01res_face", readXml(new TextEncoder().encode(xml)).root).message;
      const stored = JSON.parse(JSON.stringify(result)) as EligibilityResult;
      for (const one of [result, stored]) {
        const found = continuing(one);
        expect(found).not.toHaveProperty("medication");
        expect(found.withoutEnd).toEqual(["medication"]);
        expect(found.stated.medication?.isEndUnreadable).toBe(true);
      }
    });
  });

  test("the kinds of 2025 have flag and times of their own", () => {
    const triplet = (stem: string): string =>
      `<${stem}ConsFlg>1</${stem}ConsFlg><${stem}ConsTime>20261120091611</${stem}ConsTime><${stem}AvailableTime>20261121091611</${stem}AvailableTime>`;
    const stems = [
      "DiagnosisName",
      "InfectiousInfo",
      "AllergyInfo",
      "ContraindicationInfo",
      "TestInfo",
      "PrescriptionInfo",
    ];
    const found = consents(["<Name>", `${stems.map(triplet).join("")}$&`]);
    const kinds = ["diagnosisName", "infection", "allergy", "contraindication", "test", "prescription"] as const;
    for (const kind of kinds) {
      expect(found[kind], kind).toMatchObject({
        kind,
        givenAt: "2026-11-20T09:16:11+09:00",
        usableUntil: "2026-11-21T09:16:11+09:00",
      });
    }
    expect(found.unknownKinds).toEqual({});
  });

  test("kinds of newer centres are kept by name", () => {
    const found = consents([
      "<Name>",
      "<DentalInfoConsFlg>1</DentalInfoConsFlg><ImageInfoConsFlg>0</ImageInfoConsFlg><DentalInfoConsTime>1</DentalInfoConsTime>$&",
    ]);
    expect(found.unknownKinds).toEqual({ DentalInfo: "1", ImageInfo: "0" });
  });

  test.each<readonly [string, Change]>([
    ["person's number", [/<InsuredIdentificationNumber>.*/, ""]],
    ["insurer", [/<InsurerNumber>.*/, ""]],
    ["institution", [/<MedicalInstitutionCode>.*/, ""]],
  ])("without the %s there is no consent to anybody", (_, change) => {
    expect(consents(change)).not.toHaveProperty("medication");
    expect(consents(change).states.medication).toBe("consented");
  });

  test("the insurance that states a consent counts, whatever its position", () => {
    const silent = edit(block.exec(checkInXml)?.[0] ?? "", [/ConsFlg>1</g, "ConsFlg>0<"], [">06990014<", ">  990010<"]);
    expect(consents([block, `${silent}$&`]).medication?.person.insurerNumber).toBe("06990014");
    expect(consents([block, `$&${silent}`]).medication?.person.insurerNumber).toBe("06990014");
  });

  describe("several blocks: each kind is taken from where it is stated", () => {
    const now = { usableUntil: "2026-11-21T09:16:11+09:00" };
    const given = (kind: string): Partial<Insurance> => ({
      [`${kind}Consent`]: "consented",
      [`${kind}UsableUntil`]: now.usableUntil,
    });
    const assistance = { cardClassification: "publicAssistance", insurerNumber: "12990016" } as const;
    const other = { insurerNumber: "  990010" } as const;

    test("two insurances, a kind each", () => {
      const found = consentsOf(
        withConsents(decoded(checkInXml), given("medication"), { ...other, ...given("checkup") }),
      );
      expect([found.medication?.person.insurerNumber, found.checkup?.person.insurerNumber]).toEqual([
        "06990014",
        "990010",
      ]);
    });

    test("one insurance states the end, another does not: the one with an end counts", () => {
      const found = consentsOf(
        withConsents(decoded(checkInXml), { medicationConsent: "consented" }, { ...other, ...given("medication") }),
      );
      expect(found.medication?.person.insurerNumber).toBe("990010");
      expect(found.withoutEnd).toEqual([]);
    });

    test("a kind that only 医療扶助 beside an insurance states is reported, and opens by the option", () => {
      const result = withConsents(decoded(checkInXml), given("medication"), { ...assistance, ...given("checkup") });
      expect(consentsOf(result).stated.checkup).toEqual({ flag: "consented", ...now });
      expect(consentsOf(result)).not.toHaveProperty("checkup");
      const open = consentsOf(result, { publicAssistanceConsents: "usable" });
      expect(open.checkup?.person.insurerNumber).toBe("12990016");
    });

    test("what an insurance refuses, 医療扶助 does not open", () => {
      const result = withConsents(
        decoded(checkInXml),
        { medicationConsent: "notConsented" },
        { ...assistance, ...given("medication") },
      );
      const found = consentsOf(result, { publicAssistanceConsents: "usable" });
      expect(found.states).toEqual({ medication: "notConsented" });
      expect(found).not.toHaveProperty("medication");
    });

    test("kinds of newer centres of every block", () => {
      const unknown = (name: string): Partial<Insurance> => ({ unknownElements: [{ name, text: "1", children: [] }] });
      const result = withConsents(decoded(checkInXml), unknown("AConsFlg"), { ...assistance, ...unknown("BConsFlg") });
      expect(consentsOf(result).unknownKinds).toEqual({ A: "1", B: "1" });
    });
  });

  describe.each<readonly [string, Change]>([
    ["public assistance alone", ["<InsuredCardClassification>01<", "<InsuredCardClassification>A1<"]],
    ["valid, but not entrusted", ["<QualificationValidity>1<", "<QualificationValidity>6<"]],
  ])("%s", (_, change) => {
    const result = decoded(edit(checkInXml, change));

    test("tells states and times, and opens nothing by itself", () => {
      const found = consentsOf(result);
      expect(found.states.medication).toBe("consented");
      expect(found.stated.medication).toMatchObject({ usableUntil: "2026-11-21T09:16:11+09:00" });
      expect(found).not.toHaveProperty("medication");
    });

    test("opens what was consented to when the vendor says so", () => {
      expect(consentsOf(result, { publicAssistanceConsents: "usable" }).medication?.kind).toBe("medication");
    });
  });

  test.each([
    ["publicAssistanceConsents", { publicAssistanceConsents: "yes" }],
    ["continuingConsents", { continuingConsents: true }],
  ])("%s: an unknown word is an error, never the lax branch", (field, options) => {
    expect(() => consentsOf(decoded(checkInXml), options as ConsentOptions)).toThrow(
      expect.objectContaining({ code: "config.invalid", details: expect.objectContaining({ field }) as unknown }),
    );
  });

  test.each<readonly [string, Change]>([
    ["a failed message", ["<SegmentOfResult>1<", "<SegmentOfResult>9<"]],
    ["a failed person", ["<ProcessingResultStatus>1<", "<ProcessingResultStatus>2<"]],
    ["a person whose status nobody knows", ["<ProcessingResultStatus>1<", "<ProcessingResultStatus>7<"]],
    ["a lapsed insurance", ["<QualificationValidity>1<", "<QualificationValidity>2<"]],
    ["no validity", [/<QualificationValidity>.*/, ""]],
  ])("%s: states and times are reported, nothing opens", (_, change) => {
    const result = decoded(edit(checkInXml, change));
    const whole = consents();
    const options: ConsentOptions = { publicAssistanceConsents: "usable", continuingConsents: "usable" };
    const { states, stated, withoutEnd, unknownKinds } = whole;
    expect(consentsOf(result, options)).toEqual({ states, stated, withoutEnd, unknownKinds });
  });

  test("no results state none", () => {
    const found = consents([/<ResultList>[^]*<\/ResultList>/, ""]);
    expect(found).toEqual({ states: {}, stated: {}, withoutEnd: [], unknownKinds: {} });
  });
});

describe("assertUsable", () => {
  const { medication } = consents();
  const at = (time: string): ManualClock => new ManualClock(time);
  const now = at("2026-11-20T10:00:00+09:00");
  const check =
    (consent: Consent | undefined, clock = now, institution = "9910000000"): (() => void) =>
    () =>
      assertUsable(consent, "medication", institution, clock);

  test.each(["2026-11-20T09:16:11+09:00", "2026-11-21T09:16:11+09:00", "2026-11-20T23:59:59Z"])(
    "usable at %s",
    (time) => {
      expect(check(medication, at(time))).not.toThrow();
    },
  );

  test.each(["2026-11-21T09:16:11.001+09:00", "2026-11-21T00:16:12Z", "2027-01-01T00:00:00+09:00"])(
    "no longer usable at %s",
    (time) => {
      expect(check(medication, at(time))).toThrow(expect.objectContaining({ code: "consent.expired" }));
    },
  );

  test("an unreadable time counts as passed; a missing one never passes", () => {
    if (!medication) throw new Error("no consent");
    expect(check({ ...medication, usableUntil: "tomorrow" })).toThrow(
      expect.objectContaining({ code: "consent.expired" }),
    );
    const { usableUntil: _, ...continuing } = medication;
    expect(check(continuing as Consent, at("2036-01-01T00:00:00Z"))).not.toThrow();
  });

  test("kind and institution have to be right", () => {
    const missing = expect.objectContaining({ code: "consent.missing", details: { field: "medication" } }) as Error;
    expect(check(undefined)).toThrow(missing);
    expect(check(consents().checkup)).toThrow(missing);
    expect(check(medication, now, "9910000001")).toThrow(expect.objectContaining({ code: "consent.otherInstitution" }));
  });
});

describe("medication.history", () => {
  const period = { from: "2026-05", to: "2026-11" };

  test.each<readonly [string, () => Consent<"medication">, string, string]>([
    ["no consent", () => undefined as never, "2026-11-20T10:00:00+09:00", "consent.missing"],
    ["another kind", () => consents().checkup as never, "2026-11-20T10:00:00+09:00", "consent.missing"],
    ["an expired one", () => consents().medication as never, "2026-11-22T10:00:00+09:00", "consent.expired"],
    [
      "another institution's",
      () =>
        consents(["<MedicalInstitutionCode>9910000000<", "<MedicalInstitutionCode>9910000018<"]).medication as never,
      "2026-11-20T10:00:00+09:00",
      "consent.otherInstitution",
    ],
  ])("with %s sends nothing", async (_, consent, time, code) => {
    const { client, transport } = desk("<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>", {
      clock: new ManualClock(time),
    });
    await expect(client.medication.history(consent(), period)).rejects.toMatchObject({ code });
    expect(transport.requests).toEqual([]);
  });

  test("takes no consent written by hand, nor one of another kind", () => {
    const { client } = desk();
    const byHand = {
      kind: "medication",
      person: { insurerNumber: "06990014", number: "30" },
      institutionCode: "9910000000",
    } as const;
    const { checkup } = consents();
    const calls = (): unknown => [
      // @ts-expect-error -- only an answer of the centre states a consent
      client.medication.history(byHand, period),
      // @ts-expect-error -- a consent to checkups opens no drugs
      client.medication.history(checkup, period),
      // @ts-expect-error -- a choice is no consent
      client.medication.history({ medication: true }, period),
    ];
    expect(calls).toBeTypeOf("function");
  });
});
