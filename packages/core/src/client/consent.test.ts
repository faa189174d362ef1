import { describe, expect, test } from "vitest";
import { checkInXml, desk, edit } from "../../test/fakes/desk.ts";
import { ManualClock } from "../../test/fakes/manual-clock.ts";
import { readXml } from "../wire/index.ts";
import { createCodec } from "../wire/codec/codec.ts";
import { assertUsable } from "./consent.ts";
import { type Consent, type Consents, consentsOf } from "./index.ts";

type Change = Parameters<typeof edit>[1];

/** The consents of the hand-typed check-in with something changed. */
function consents(...changes: readonly Change[]): Consents {
  const xml = edit(checkInXml, ...changes);
  return consentsOf(createCodec().decode("OQSsiquc01res_face", readXml(new TextEncoder().encode(xml)).root).message);
}

const block = /<ResultOfQualificationConfirmation>[^]*<\/ResultOfQualificationConfirmation>/;
const flag = (to: string): Change => ["<PharmacistsInfoConsFlg>1<", `<PharmacistsInfoConsFlg>${to}<`];

describe("consentsOf", () => {
  test("a consent says what, when, until when, whose and to whom", () => {
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
  ])("flag %s is a state and no consent", (wire, state) => {
    const found = consents(flag(wire));
    expect(found.states.medication).toBe(state);
    expect(found).not.toHaveProperty("medication");
  });

  test("each kind for itself; a kind that is not mentioned has no state", () => {
    const all = consents(
      ["<DiagnosisInfoConsFlg>0<", "<DiagnosisInfoConsFlg>1<"],
      ["<PostNumber>", "<OperationInfoConsFlg>1</OperationInfoConsFlg>$&"],
    );
    expect(Object.keys(all).toSorted()).toEqual([
      "checkup",
      "medication",
      "states",
      "surgery",
      "treatment",
      "unknownKinds",
    ]);
    for (const kind of ["checkup", "medication", "surgery", "treatment"] as const) expect(all[kind]?.kind).toBe(kind);
    expect(consents().states).not.toHaveProperty("surgery");
  });

  test("times may be missing: a continuing consent has no end", () => {
    const found = consents([/<PharmacistsInfoAvailableTime>.*/, ""], [/<PharmacistsInfoConsTime>.*/, ""]);
    expect(Object.keys(found.medication ?? {}).toSorted()).toEqual(["institutionCode", "kind", "person"]);
  });

  test("an end that cannot be read is not taken for none", () => {
    const found = consents([/(?<=<PharmacistsInfoAvailableTime>)\d+/, "20261399091611"]);
    expect(found.states.medication).toBe("consented");
    expect(found).not.toHaveProperty("medication");
  });

  test("kinds of newer centres are kept by name", () => {
    const found = consents([
      "<Name>",
      "<AllergyInfoConsFlg>1</AllergyInfoConsFlg><TestInfoConsFlg>0</TestInfoConsFlg><AllergyInfoConsTime>1</AllergyInfoConsTime>$&",
    ]);
    expect(found.unknownKinds).toEqual({ AllergyInfo: "1", TestInfo: "0" });
  });

  test.each<readonly [string, Change]>([
    ["person's number", [/<InsuredIdentificationNumber>.*/, ""]],
    ["insurer", [/<InsurerNumber>.*/, ""]],
    ["institution", [/<MedicalInstitutionCode>.*/, ""]],
  ])("without the %s nobody is consented to", (_, change) => {
    expect(consents(change)).not.toHaveProperty("medication");
    expect(consents(change).states.medication).toBe("consented");
  });

  test("the insurance that states a consent is the one, whatever its place", () => {
    const silent = edit(block.exec(checkInXml)?.[0] ?? "", [/ConsFlg>1</g, "ConsFlg>0<"], [">06990014<", ">  990010<"]);
    expect(consents([block, `${silent}$&`]).medication?.person.insurerNumber).toBe("06990014");
    expect(consents([block, `$&${silent}`]).medication?.person.insurerNumber).toBe("06990014");
  });

  test("public assistance states none", () => {
    const found = consents(["<InsuredCardClassification>01<", "<InsuredCardClassification>A1<"]);
    expect(found).toEqual({ states: {}, unknownKinds: {} });
  });

  test.each<readonly [string, Change]>([
    ["a failed message", ["<SegmentOfResult>1<", "<SegmentOfResult>9<"]],
    ["a failed person", ["<ProcessingResultStatus>1<", "<ProcessingResultStatus>2<"]],
    ["a lapsed insurance", ["<QualificationValidity>1<", "<QualificationValidity>2<"]],
    ["no validity", [/<QualificationValidity>.*/, ""]],
    ["no results", [/<ResultList>[^]*<\/ResultList>/, ""]],
  ])("%s states none", (_, change) => {
    expect(consents(change)).toEqual({ states: {}, unknownKinds: {} });
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

  test("a time nobody can read has passed; none never does", () => {
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
