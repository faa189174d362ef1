import { expect, test } from "vitest";
import { OnshiError } from "../base/index.ts";
import * as rules from "./index.ts";

/** How a place of the input may be filled wrongly. `word`: one of a few words; `open`: any text, as the wire may bring it. */
type Kind = "day" | "month" | "moment" | "word" | "open" | "flag" | "share" | "yen" | "count" | "group" | "list";

const wrong: Readonly<Record<Kind, readonly unknown[]>> = {
  day: [null, 20261121, "", "2026-11-31", "2026-2-3", "令和8年11月21日", {}, new Date(0)],
  month: [null, 202611, "", "2026-13", "2026-11-01", {}],
  moment: [null, 0, "", "yesterday", "2026-11-21T09:00:00", {}],
  word: [null, 1, "", "anything", "__proto__", "constructor", {}],
  open: [null, 1, {}, []],
  flag: [null, "no", "false", 0, 1, {}],
  share: [null, "30", 25, -10, Number.NaN, 3],
  yen: [null, "1000", -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY],
  count: [null, "1", -1, 1.5, Number.NaN],
  group: [null, 1, "text", []],
  list: [null, 1, "physicalCard", {}],
};

interface Case {
  readonly name: string;
  readonly call: (...args: never[]) => unknown;
  /** Arguments that are right. */
  readonly args: readonly unknown[];
  /** Places by argument and path, with the field that the error names. */
  readonly places: readonly (readonly [path: string, kind: Kind, field?: string])[];
}

const one = (name: string, call: unknown, args: readonly unknown[], places: Case["places"]): Case => ({
  name,
  call: call as Case["call"],
  args,
  places,
});

const day = "2026-11-21";
const birthdate = "1980-01-31";
const insurance = { insurerNumber: "06139992", symbol: "1", number: "2", branch: "01" };

const cases: readonly Case[] = [
  one("ageBoundaries", rules.ageBoundaries, [birthdate], [["0", "day", "birthdate"]]),
  one(
    "ageGroup",
    rules.ageGroup,
    [birthdate, day],
    [
      ["0", "day", "birthdate"],
      ["1", "day", "day"],
    ],
  ),
  one(
    "isTurning75",
    rules.isTurning75,
    [birthdate, "2026-11"],
    [
      ["0", "day", "birthdate"],
      ["1", "month", "month"],
    ],
  ),
  one("graceEnd", rules.graceEnd, [day], [["0", "day", "expiresOn"]]),
  one(
    "certificateState",
    rules.certificateState,
    [day, day, { device: "phone" }],
    [
      ["0", "day", "expiresOn"],
      ["1", "day", "today"],
      ["2", "group", "options"],
      ["2.device", "word"],
    ],
  ),
  one("visibleFrom", rules.visibleFrom, [day], [["0", "day", "day"]]),
  one("prescriptionEnds", rules.prescriptionEnds, [day], [["0", "day", "issuedOn"]]),
  one(
    "prescriptionForm",
    rules.prescriptionForm,
    [{ validity: "valid", confirmedOnline: true, insurerNumber: "06139992", outsideInsurance: false, chosen: "paper" }],
    [
      ["0", "group", "input"],
      ["0.validity", "open"],
      ["0.confirmedOnline", "flag"],
      ["0.outsideInsurance", "flag"],
      ["0.publicAssistance", "flag"],
      ["0.chosen", "word"],
      ["0.insurerNumber", "open"],
    ],
  ),
  one(
    "contribution",
    rules.contribution,
    [{ day, birthdate, classification: "general", statedPercent: 30, preschool: false, declaredPercent: 30 }],
    [
      ["0", "group", "input"],
      ["0.day", "day"],
      ["0.birthdate", "day"],
      ["0.classification", "open"],
      ["0.statedPercent", "share"],
      ["0.preschool", "flag"],
      ["0.declaredPercent", "share"],
    ],
  ),
  one(
    "monthlyLimit",
    rules.monthlyLimit,
    [{ limitClass: "u", month: "2026-11", cost: 1 }, {}],
    [
      ["0", "group", "question"],
      ["0.limitClass", "word"],
      ["0.month", "month"],
      ["0.cost", "yen"],
      ["0.care", "word"],
      ["0.isFourthMonth", "flag"],
      ["0.tier", "open"],
      ["0.birthdate", "day"],
      ["1", "group", "options"],
      ["1.includeUncertain", "flag"],
    ],
  ),
  one(
    "specificDiseaseLimit",
    rules.specificDiseaseLimit,
    [{ isDialysis: true, limitClass: "a" }],
    [
      ["0", "group", "disease"],
      ["0.isDialysis", "flag"],
      ["0.limitClass", "word"],
    ],
  ),
  one(
    "checkNumber",
    rules.checkNumber,
    ["insurer", "06139992"],
    [
      ["0", "word", "kind"],
      ["1", "open", "number"],
    ],
  ),
  one("schemeOf", rules.schemeOf, ["06139992"], [["0", "open", "number"]]),
  one(
    "visibility",
    rules.visibility,
    ["drugs", "card", {}],
    [
      ["0", "word", "what"],
      ["1", "word", "mode"],
      ["2", "group", "options"],
      ["2.includeUncertain", "flag"],
    ],
  ),
  one(
    "roleMaySee",
    rules.roleMaySee,
    ["doctor", "drugs", "card"],
    [
      ["0", "word", "who"],
      ["1", "word", "what"],
      ["2", "word", "mode"],
    ],
  ),
  one(
    "consentUse",
    rules.consentUse,
    [{ mode: "outpatient", givenAt: "2026-11-21T09:00:00+09:00", at: "2026-11-21T09:00:00+09:00", isEnded: false }],
    [
      ["0", "group", "consent"],
      ["0.mode", "word"],
      ["0.givenAt", "moment"],
      ["0.at", "moment"],
      ["0.usableUntil", "moment"],
      ["0.isEnded", "flag"],
    ],
  ),
  one(
    "canBeRerouted",
    rules.canBeRerouted,
    [{ filedElectronically: true }],
    [
      ["0", "group", "input"],
      ...(
        [
          "filedElectronically",
          "writtenEligibilityValid",
          "newEligibilityRegistered",
          "combinedWithPublicExpense",
          "highCost",
        ] as const
      ).map((field) => [`0.${field}`, "flag"] as const),
    ],
  ),
  one(
    "feeCandidates",
    rules.feeCandidates,
    [{ day, facility: "medical", visit: "first" }, {}],
    [
      ["0", "group", "question"],
      ["0.day", "day"],
      ["0.facility", "word"],
      ["0.visit", "word"],
      ["0.facilityClass", "count"],
      ["0.hasData", "flag"],
      ["0.lastClaimed", "month"],
      ["1", "group", "options"],
      ["1.includeUncertain", "flag"],
    ],
  ),
  one(
    "claimFor",
    rules.claimFor,
    [{ day, current: insurance, former: { ...insurance }, hasDeclaration: true, details: { address: "試験市" } }, {}],
    [
      ["0", "group", "input"],
      ["0.day", "day"],
      ["0.current", "group"],
      ["0.current.insurerNumber", "open"],
      ["0.current.number", "open"],
      ["0.former", "group"],
      ["0.former.symbol", "open"],
      ["0.hasDeclaration", "flag"],
      ["0.declaredKind", "word"],
      ["0.details", "group"],
      ["0.details.address", "open"],
      ["0.strictCheckDigit", "flag"],
      ["0.disaster", "flag"],
      ["0.noteLength", "count"],
      ["1", "group", "options"],
    ],
  ),
  one(
    "outcomeOf",
    rules.outcomeOf,
    [{ validity: "valid", insurances: [{ classification: "general" }], notice: {} }, { noticeCauses: {} }],
    [
      ["0", "group", "answer"],
      ["0.validity", "open"],
      ["0.insurances", "list"],
      ["0.publicAssistance", "group"],
      ["0.notice", "group"],
      ["0.notice.code", "open"],
      ["1", "group", "options"],
      ["1.noticeCauses", "group"],
      ["1.noticeCauses.X", "word"],
      ["1.isOtherPerson", "flag"],
    ],
  ),
  one(
    "nextStep",
    rules.nextStep,
    [{ day, birthdate, presented: [], outcome: { kind: "answer", validity: "valid", isGrace: false } }],
    [
      ["0", "group", "situation"],
      ["0.day", "day"],
      ["0.birthdate", "day"],
      ["0.presented", "list"],
      ["0.outcome", "group"],
      ["0.outcome.kind", "word"],
      ["0.outcome.validity", "open"],
      ["0.outcome.classification", "open"],
      ["0.outcome.isGrace", "flag"],
      ["0.outcome.isOtherPerson", "flag"],
      ["0.outcome.percent", "share"],
      ["0.outcome.insurerNumber", "open"],
      ["0.isReturning", "flag"],
      ["0.saysUnchanged", "flag"],
      ["0.percentOnFile", "share"],
      ["0.percentOnDocument", "share"],
      ["0.hasDeclaration", "flag"],
      ["0.declaredPercent", "share"],
      ["0.former", "group"],
      ["0.onDocument", "group"],
      ["0.isLimitBlank", "flag"],
    ],
  ),
  one(
    "checkDeclaration",
    rules.checkDeclaration,
    [{ name: "試験", birthdate, copayment: 30 }, day],
    [
      ["0", "group", "declaration"],
      ["1", "day", "day"],
      ["0.name", "open"],
      ["0.birthdate", "day"],
      ["0.sex", "word"],
      ["0.address", "open"],
      ["0.contact", "open"],
      ["0.insuranceKind", "word"],
      ["0.copayment", "share"],
      ["0.signedBy", "open"],
      ["0.signedOn", "day"],
      ["0.relation", "open"],
    ],
  ),
  one(
    "declarationHtml",
    rules.declarationHtml,
    [{}, {}],
    [
      ["0", "group", "declaration"],
      ["0.birthdate", "day"],
      ["1", "group", "options"],
      ["1.institution", "open"],
      ["1.withEnglish", "flag"],
    ],
  ),
  one(
    "outageLogHtml",
    rules.outageLogHtml,
    [[], {}],
    [
      ["0", "list", "entries"],
      ["1", "group", "options"],
      ["1.institution", "open"],
      ["1.withEnglish", "flag"],
      ["1.day", "day"],
      ["1.emptyLines", "count"],
    ],
  ),
  one(
    "leafletHtml",
    rules.leafletHtml,
    ["registration", {}],
    [
      ["0", "word", "id"],
      ["1", "group", "options"],
      ["1.institution", "open"],
      ["1.withEnglish", "flag"],
    ],
  ),
  one(
    "certificateOutlook",
    rules.certificateOutlook,
    [{ day, expiresOn: day }, { noticeCodes: {} }],
    [
      ["0", "group", "facts"],
      ["0.day", "day"],
      ["0.expiresOn", "day"],
      ["0.device", "word"],
      ["0.status", "word"],
      ["0.noticeCode", "open"],
      ["1", "group", "options"],
      ["1.noticeCodes", "group"],
      ["1.noticeCodes.X", "word"],
    ],
  ),
  one(
    "limitedUse",
    rules.limitedUse,
    ["midwifery", day, {}],
    [
      ["0", "open", "user"],
      ["1", "day", "day"],
      ["2", "group", "options"],
    ],
  ),
  one(
    "useRateNeeded",
    rules.useRateNeeded,
    [{ day, facilityClass: 1 }, {}],
    [
      ["0", "group", "question"],
      ["0.day", "day"],
      ["0.facilityClass", "count"],
      ["0.isPaediatric", "flag"],
      ["1", "group", "options"],
    ],
  ),
];

function spoilt(args: readonly unknown[], path: string, value: unknown): never[] {
  const [place = "0", ...steps] = path.split(".");
  const copy = structuredClone(args) as unknown[];
  if (steps.length === 0) copy[Number(place)] = value;
  else {
    let at = copy[Number(place)] as Record<string, unknown>;
    for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>;
    at[steps.at(-1) as string] = value;
  }
  return copy as never[];
}

const places = cases.flatMap(({ name, call, args, places: all }) =>
  all.map(([path, kind, field = path.split(".").slice(1).join(".")]) => ({ name, call, args, path, kind, field })),
);

test.each(cases)("$name takes what is right", ({ call, args }) => {
  expect(() => call(...(args as never[]))).not.toThrow();
});

test.each(places)("$name refuses a wrong $path and names it", ({ call, args, path, kind, field }) => {
  for (const value of wrong[kind]) {
    let outcome: unknown = "accepted";
    try {
      call(...spoilt(args, path, value));
    } catch (error) {
      outcome = OnshiError.is(error) ? `${error.code} ${error.details.field}` : error;
    }
    expect({ value, outcome }).toEqual({ value, outcome: `request.invalid ${field}` });
  }
});

/** The rooms `import` and `recheck` say by tests of their own what they refuse; reports take what the rules made. */
const elsewhere = /^(?:plan|applyPlan|undoImport|recheck|checkVisit|htmlPage|nextStepLines)/;
/** Works on digits, a word or two persons alone: whatever is odd is an answer. */
const total = ["checkDigit", "hasValidCheckDigit", "limitClassOf", "matchPerson"];
const functions = Object.entries(rules).flatMap(([name, value]) =>
  typeof value === "function" ? [{ name, call: value as (...args: readonly unknown[]) => unknown }] : [],
);

test("every function of the rules stands in the table", () => {
  const named = [...total, ...cases.map(({ name }) => name)];
  const missing = functions.map(({ name }) => name).filter((name) => !named.includes(name) && !elsewhere.test(name));
  expect(missing).toEqual([]);
});

const rubbish: readonly unknown[] = [undefined, null, 0, "", "x", [], {}, { day: "2026-11-21" }, Symbol("x"), () => 1];

test.each(functions.filter(({ name }) => !elsewhere.test(name)))(
  "$name never fails with an error of the language",
  ({ name, call }) => {
    for (const first of rubbish) {
      for (const second of rubbish) {
        try {
          call(first, second);
        } catch (error) {
          expect(OnshiError.is(error) || error, `${name}(${String(first)}, ${String(second)})`).toBe(true);
        }
      }
    }
  },
);
